import { quoted } from '../fault-list.js'
import type { LoadContext } from '../shape/context.js'

/** Reports ids that a list has twice; `noun` names the kind of the items. */
export function checkIds(
  context: LoadContext,
  section: string,
  noun: string,
  list: readonly { id: string }[],
): void {
  const seen = new Set<string>()
  for (const [index, { id }] of list.entries()) {
    if (seen.has(id)) {
      const at = context.places.value([section, index, 'id'])
      context.fault('duplicate-name', at, `${noun} ${quoted(id)} is declared twice`, {
        help: 'give one of the two another id',
      })
    }
    seen.add(id)
  }
}

import type { LoadContext } from '../context.js'
import { expressionsOf, factsReadBy, readsOf } from '../dependencies.js'
import type { Expression } from '../expression.js'
import { quoted } from '../fault-list.js'
import type { Pack } from '../pack.js'
import type { Path } from '../shape/places.js'
import { REFUSED } from './expect.js'

/** Reports criteria and checks that depend on nothing recorded; what was refused before is not reported again. */
export function refuseIdle(context: LoadContext, pack: Omit<Pack, 'hash'>): void {
  const refused = [...pack.derived.values()].some(({ sources }) =>
    sources.flatMap(expressionsOf).includes(REFUSED),
  )
  const isIdle = (e: Expression): boolean =>
    e !== REFUSED && factsReadBy(pack, [e]).size === 0 && !(refused && readsDerived(pack, e))
  const check = (path: Path, e: Expression | null, what: string) => {
    if (e === null || !isIdle(e)) return
    const why = 'its answer would be the same for everybody'
    context.fault('reads-no-fact', context.places.value(path), `${what} reads no fact`, { why })
  }
  for (const [index, { id, met, appliesIf }] of pack.criteria.entries()) {
    check(['criteria', index, 'met'], met, `\`met\` of ${quoted(id)}`)
    check(['criteria', index, 'applies_if'], appliesIf, `\`applies_if\` of ${quoted(id)}`)
  }
  for (const [index, { id, when, unless }] of pack.checks.entries()) {
    check(['checks', index, 'when'], when, `\`when\` of check ${quoted(id)}`)
    check(['checks', index, 'unless'], unless, `\`unless\` of check ${quoted(id)}`)
  }
}

const readsDerived = (pack: Omit<Pack, 'hash'>, e: Expression): boolean =>
  readsOf(pack, e).some((read) => read !== 'members' && read.kind === 'derived')

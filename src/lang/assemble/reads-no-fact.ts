import type { Expression } from '../expression/expression.js'
import { quoted } from '../fault-list.js'
import type { Pack } from '../pack.js'
import { expressionsOf, factsReadBy, readsOf } from '../reads.js'
import type { LoadContext } from '../shape/context.js'
import { REFUSED } from './expected-type.js'

/** Reports criteria and checks that depend on nothing recorded. What was refused before is not reported again. */
export function refuseReadingNoFact(context: LoadContext, pack: Omit<Pack, 'hash'>): void {
  const refused = [...pack.derived.values()].some(({ sources }) =>
    sources.flatMap(expressionsOf).includes(REFUSED),
  )
  const isIdle = (e: Expression): boolean =>
    e !== REFUSED && factsReadBy(pack, [e]).size === 0 && !(refused && readsDerived(pack, e))
  const check = (e: Expression | null, what: string) => {
    if (e === null || !isIdle(e)) return
    const at = context.spans.get(e.id) ?? { start: 0, end: 1 }
    const why = 'its answer would be the same for everybody'
    context.fault('reads-no-fact', at, `${what} reads no fact`, { why })
  }
  for (const { id, met, appliesIf } of pack.criteria) {
    check(met, `\`met\` of ${quoted(id)}`)
    check(appliesIf, `\`applies_if\` of ${quoted(id)}`)
  }
  for (const { id, when, unless } of pack.checks) {
    check(when, `\`when\` of check ${quoted(id)}`)
    check(unless, `\`unless\` of check ${quoted(id)}`)
  }
}

const readsDerived = (pack: Omit<Pack, 'hash'>, e: Expression): boolean =>
  readsOf(pack, e).some((read) => read !== 'members' && read.kind === 'derived')

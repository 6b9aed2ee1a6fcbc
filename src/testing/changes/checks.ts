import { say } from '../../base/say/say.js'
import type { Check, Pack } from '../../lang/pack.js'
import { printExpression } from '../../lang/parse/print.js'
import type { Change } from './change.js'
import { allNames, changedWords, expressionKey } from './words.js'

/** Differences in checks. A check that takes a fact away under either pack can turn a decision; a check that only warns cannot. */
export function checkChanges(old: Pack, changed: Pack): Change[] {
  const [before, after] = [byId(old), byId(changed)]
  return allNames(before, after).flatMap((name): Change[] => {
    const [then, now] = [before.get(name), after.get(name)]
    if (then !== undefined && now !== undefined && keyOf(old, then) === keyOf(changed, now)) return []
    const id = `checks.${name}`
    const [was, is] = [then === undefined ? null : checkText(then), now === undefined ? null : checkText(now)]
    return [
      {
        id,
        kind: was === null ? 'added' : is === null ? 'removed' : 'changed',
        words: changedWords(id, was, is),
        before: was,
        after: is,
        decisive: takesAway(then) || takesAway(now),
        alters: id,
        apply: (pack) => ({
          ...pack,
          checks: [...pack.checks.filter((each) => each.id !== name), ...(now === undefined ? [] : [now])],
        }),
      },
    ]
  })
}

const byId = (pack: Pack) => new Map(pack.checks.map((each) => [each.id, each]))

export const takesAway = (check: Check | undefined): boolean => (check?.gap.length ?? 0) > 0

/** The order of the names under `gap` does not count. */
const keyOf = (pack: Pack, check: Check): string =>
  [checkText(check), expressionKey(pack, check.when)].join('\n')

function checkText({ when, unless, severity, gap }: Check): string {
  const condition = say('change.check.when', {
    severity: say(`severity.${severity}`),
    condition: printExpression(when),
  })
  const words =
    unless === null
      ? condition
      : say('change.check.unless', { words: condition, condition: printExpression(unless) })
  const facts = [...gap].sort().join(say('names.item'))
  return gap.length === 0 ? words : say('change.check.gap', { words, facts })
}

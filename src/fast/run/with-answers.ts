import type { LoggedKinds } from '../../base/diagnostic.js'
import { whatIsHeld } from '../../survey/cells/yes-no.js'
import type { Layout } from '../../survey/records/column-layout.js'
import type { LookedAt } from './pass.js'

/** Adds to findings of yes/no cells which answers the column holds, because that is known only when all of it is read. */
export function withAnswers(
  kinds: LoggedKinds,
  layouts: readonly Layout[],
  looked: readonly LookedAt[],
): LoggedKinds {
  const answersIn = layouts.map(({ file, headers }, at) => {
    const doubts = looked[at]?.doubts.found() ?? new Map()
    return { file, headers: new Map([...headers].map(([name, header]) => [header, doubts.get(name)])) }
  })
  const groups = [...kinds.groups].map(([key, group]) => {
    const { first } = group
    if (first.code !== 'invalid-yes-no' || first.at === null || !('field' in first.at))
      return [key, group] as const
    const { file, field } = first.at
    const doubts = answersIn.find((each) => each.file === file)?.headers.get(field ?? '')
    const why = whatIsHeld(doubts?.answers)
    return [key, why === undefined ? group : { ...group, first: { ...first, why } }] as const
  })
  return { ...kinds, groups: new Map(groups) }
}

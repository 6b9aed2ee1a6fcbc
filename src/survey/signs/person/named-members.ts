import type { FactDeclaration } from '../../../lang/pack.js'
import { collectColumns } from '../../columns/columns.js'
import { saysOfPersons } from './person-words.js'
import { type Repeat, repeatsIn } from './wide-members.js'

/** A fact of members, and the columns that bear its name for one member after another. */
export interface NamedMembers {
  readonly fact: string
  readonly repeat: Repeat
}

/**
 * The facts of members whose names stand in the headers of a table with the number of a member. A fact whose name stands there in two ways, or
 * beside a column that may be of another member, is left out, and so are the columns of things that have ages.
 */
export function namedMembers(
  headers: readonly string[],
  memberFacts: ReadonlyMap<string, FactDeclaration>,
): readonly NamedMembers[] {
  const repeats = repeatsIn(headers, memberFacts)
  if (repeats.some(({ plain }) => plain !== null)) return []
  const columns = collectColumns(memberFacts, false)
  for (const [at, { stem }] of repeats.entries()) columns.addHeader(stem, at)
  return [...columns.used].flatMap(([fact, [column, other]]): NamedMembers[] => {
    const repeat = repeats[column?.index ?? -1]
    if (repeat === undefined || other !== undefined || columns.unclear.has(repeat.stem)) return []
    const beside = repeats.filter((each) => String(each.numbers) === String(repeat.numbers))
    const stems = beside.map(({ stem }) => stem)
    return saysOfPersons(stems, '', memberFacts) ? [{ fact, repeat }] : []
  })
}

import { type Decimal, decimal } from '../base/decimal.js'
import { meet, type Range } from '../base/range.js'
import { canBe, type Truth } from '../base/truth.js'
import { knownText, type Member, type RosterRows } from '../lang/record.js'

/**
 * Which rows of a roster are members where the household has a given size, or `null` for none. Rows that may be nobody count up to a size
 * between the sure rows and all rows; it does not matter which of them, because nothing tells them from each other.
 */
export function whoIsMember(
  roster: RosterRows,
  size: Range | null,
): { readonly isMember: readonly Truth[]; readonly length: 'right' | 'short' | 'long' } {
  const asRead = isMemberAsRead(roster)
  if (size === null) return { isMember: asRead, length: 'right' }
  const rows = countedRows(asRead)
  const both = meet(rows, size)
  if (both === null) return { isMember: asRead, length: size.hi?.lt(rows.lo) ? 'long' : 'short' }
  const least = Number(both.lo) - Number(rows.lo)
  const most = Number(both.hi) - Number(rows.lo)
  const isSettled = both.hi?.eq(rows.lo) || both.lo?.eq(rows.hi) || areAlike(roster.maybe ?? [])
  return { isMember: isSettled ? upTo(least, most, asRead) : asRead, length: 'right' }
}

/** Whether each row is a member, by what is in it. */
export const isMemberAsRead = ({ rows, maybe = [] }: RosterRows): Truth[] => [
  ...rows.map(() => true),
  ...maybe.map(() => 'open' as const),
]

/** The number of members that rows allow, whatever the size is. */
export const rowsAsRead = (roster: RosterRows): Range & { lo: Decimal; hi: Decimal } =>
  countedRows(isMemberAsRead(roster))

/** The number of members, from those that are sure to all that may be. */
export function countedRows(isMember: readonly Truth[]): Range & { lo: Decimal; hi: Decimal } {
  const count = (wanted: (truth: Truth) => boolean) => decimal(isMember.filter(wanted).length)
  return { lo: count((truth) => truth === true), hi: count((truth) => canBe(truth, true)) }
}

/** Of the rows that may be members the first `least` are, those behind the first `most` are not. */
function upTo(least: number, most: number, isMember: readonly Truth[]): Truth[] {
  let before = 0
  return isMember.map((truth) => {
    if (truth !== 'open') return truth
    before += 1
    return before <= least ? true : before <= most ? 'open' : false
  })
}

/** Whether rows have the same assumed facts. */
function areAlike(rows: readonly Member[]): boolean {
  const known = rows.map(({ facts }) =>
    [...facts]
      .flatMap(([name, fact]) => (fact.kind === 'known' ? `${name}=${knownText(fact.value)}` : []))
      .join('\n'),
  )
  return known.every((each) => each === known[0])
}

import { type Decimal, decimal, ZERO } from '../base/decimal.js'
import { addRanges, hull, point, type Range } from '../base/range.js'
import { and, canBe, not, or, type Truth } from '../base/truth.js'
import type { RosterState } from './evaluation.js'

/** A row of the roster: how far it belongs to the filtered one, and the value of the expression for it. */
export interface SeenMember<T> {
  readonly isMember: Truth
  readonly says: T
}

/**
 * Says if every member satisfies the condition. If rows are missing, it may be false but not true. If there are too many, no single row
 * can make it false, because that row may be the one too many.
 */
export function everyMember(roster: RosterState, rows: readonly SeenMember<Truth>[]): Truth {
  if (roster.kind === 'gap') return 'open'
  const all = rows.reduce<Truth>((truth, { isMember, says }) => and(truth, or(not(isMember), says)), true)
  if (roster.length === 'short') return all === false ? false : 'open'
  if (roster.length === 'long') return all === true ? true : 'open'
  return all
}

/** Says if some member satisfies the condition: not every one fails it. */
export const someMember = (roster: RosterState, rows: readonly SeenMember<Truth>[]): Truth =>
  not(
    everyMember(
      roster,
      rows.map(({ isMember, says }) => ({ isMember, says: not(says) })),
    ),
  )

/** The number of members, from those that certainly are to those that may be; `most` gives the most of a missing roster. */
export function countOfMembers(
  roster: RosterState,
  rows: readonly SeenMember<null>[],
  most: () => Decimal | null,
): Range {
  if (roster.kind === 'gap') return { lo: ZERO, hi: most() }
  const certain = rows.filter(({ isMember }) => isMember === true).length
  const possible = rows.filter(({ isMember }) => canBe(isMember, true)).length
  return {
    lo: decimal(roster.length === 'long' ? 0 : certain),
    hi: roster.length === 'short' ? null : decimal(possible),
  }
}

/** The sum over the members; `unseen` gives the range of the summand for a member without a row. */
export function sumOfMembers(
  roster: RosterState,
  rows: readonly SeenMember<Range>[],
  unseen: () => Range,
): Range {
  if (roster.kind === 'gap') return sumOfUnseen(unseen())
  const nothing = point(ZERO)
  let total = nothing
  for (const { isMember, says } of rows) {
    if (isMember === false) continue
    total = addRanges(total, isMember === true && roster.length !== 'long' ? says : hull(says, nothing))
  }
  return roster.length === 'short' ? addRanges(total, sumOfUnseen(unseen())) : total
}

/** The sum over any number of members with summands in a range. It is not below 0 if no summand is negative, and not above 0 if none is positive. */
const sumOfUnseen = ({ lo, hi }: Range): Range => ({
  lo: lo?.gte(ZERO) ? ZERO : null,
  hi: hi?.lte(ZERO) ? ZERO : null,
})

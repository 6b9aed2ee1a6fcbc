import { type Decimal, decimal, ZERO } from '../base/decimal.js'
import { addRanges, hull, point, type Range } from '../base/range.js'
import { and, canBe, not, or, type Truth } from '../base/truth.js'
import type { RosterState } from './evaluation.js'

/** A row of the roster: how far it belongs to the filtered one, and what the expression is for it. */
export interface SeenMember<T> {
  readonly isMember: Truth
  readonly says: T
}

/**
 * Whether every member satisfies the condition. Where rows are missing, it may be false but not true; where there are too many, no single
 * row can make it false, because that row may be the one too many.
 */
export function everyMember(roster: RosterState, rows: readonly SeenMember<Truth>[]): Truth {
  if (roster.kind === 'gap') return 'open'
  const all = rows.reduce<Truth>((truth, { isMember, says }) => and(truth, or(not(isMember), says)), true)
  if (roster.length === 'short') return all === false ? false : 'open'
  if (roster.length === 'long') return all === true ? true : 'open'
  return all
}

/** Whether some member satisfies the condition: not every one fails it. */
export const someMember = (roster: RosterState, rows: readonly SeenMember<Truth>[]): Truth =>
  not(
    everyMember(
      roster,
      rows.map(({ isMember, says }) => ({ isMember, says: not(says) })),
    ),
  )

/** How many members there are: from those that certainly are to those that may be; `most` gives how many a missing roster can have. */
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

/** The sum over the members; `unseen` gives what the summand of a member can be of whom nothing is known. */
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

/** The sum over any number of members whose summands all lie in a range: not below 0 where none is negative, not above where none is positive. */
const sumOfUnseen = ({ lo, hi }: Range): Range => ({
  lo: lo?.gte(ZERO) ? ZERO : null,
  hi: hi?.lte(ZERO) ? ZERO : null,
})

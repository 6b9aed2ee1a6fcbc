import type { Option } from './best-ratio.js'
import type { Counts, GapSums } from './cells.js'
import type { Kind } from './kinds.js'

/** What a figure counts: persons, or households as one each. */
export type Counted = 'persons' | 'households'

/** The records that a figure is over: all (persons only where their number is known), those with sizes filled in, or those without a gap. */
export type Cases = 'all' | 'with_unknown_sizes' | 'complete'

/**
 * One end of a figure, at one way to fill in what is unknown: what each household or person of a kind adds above, in units of
 * `1 / under`, and below where the figure is a ratio.
 */
export interface End {
  readonly above: (kind: Kind) => number
  /** `null` for a total. */
  readonly below: ((kind: Kind) => number) | null
  readonly under: number
  /** What is missing to a line adds above instead; the power is 1 or 2. */
  readonly gaps: {
    readonly line: number
    readonly of: (sums: GapSums) => GapSums['least']
    readonly power: 1 | 2
  } | null
}

/** A figure that can be worked out of every cell. */
export interface FigureRule {
  readonly name: string
  readonly unit: 'persons' | 'households' | 'ratio'
  readonly counted: Counted
  readonly cases: Cases
  /** `null` where the figure has no such end. */
  readonly least: End | null
  readonly most: End | null
  /** Why an end is open. */
  readonly open: readonly ('income' | 'line')[]
  /** All that a kind can add at an end that is searched for over all kinds together; `null` where each kind has one end by itself. */
  readonly optionsOf: ((kind: Kind) => readonly Option[]) | null
  /** A proportion counts records, or all persons of each, or none of them; an index of another kind may end at 0 and 1 as well. */
  readonly spread: 'proportion' | 'index' | 'open'
}

/** How often one household of these counts. */
export const timesOf = (counted: Counted, { households, persons }: Counts): number =>
  counted === 'households' ? households : persons

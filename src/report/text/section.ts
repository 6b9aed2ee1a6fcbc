import { VERIFY } from '../../lang/pack.js'

/** How a cell stands out. A tone only repeats what the words say. */
export type Tone = 'plain' | 'strong' | 'quiet' | 'warn' | 'bad' | 'good'

export interface Cell {
  readonly text: string
  readonly tone: Tone
  /** The place of what it names on the page of the rules, which pages lead to. */
  readonly place?: `criterion-${string}`
}

export interface Column {
  readonly head: string
  readonly align: 'left' | 'right'
  /** Shares the width that other columns leave with other flexible columns, and wraps its texts. */
  readonly flexible?: true
  /** The column may be left out where the terminal is narrow; the highest number goes first. */
  readonly dropped?: number
  /** A drawing that only repeats other columns; documents leave it out. */
  readonly drawing?: true
}

/** A line of cells, a heading over the rows that follow, or a rule above the totals. */
export type Row = { readonly cells: readonly Cell[] } | { readonly heading: string } | 'rule'

/** One table of a report, for every format that shows tables. */
export interface Section {
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** Sentences below the table. */
  readonly notes: readonly string[]
  /** The section that is shown instead where this one does not fit. */
  readonly narrow?: Section
}

export const left = (head: string): Column => ({ head, align: 'left' })
export const right = (head: string): Column => ({ head, align: 'right' })
export const flexible = (head: string): Column => ({ head, align: 'left', flexible: true })

export const cell = (text: string, tone: Tone = 'plain'): Cell => ({ text, tone })

/** A cell that names a criterion. */
export const criterionCell = (id: string, text: string, tone: Tone = 'plain'): Cell => ({
  text,
  tone,
  place: `criterion-${id}`,
})

/** A count; zero is quiet. */
export const countCell = (count: number, text: string, tone: Tone = 'plain'): Cell =>
  cell(text, count === 0 ? 'quiet' : tone)

/** Stands in place of a decision for rows whose id stands more than once. */
export const HELD = 'held'

/** A decision that needs a person stands out. Only the pack knows what the others mean, so that they look alike. */
export const decisionTone = (decision: string): Tone =>
  decision === VERIFY || decision === HELD ? 'warn' : 'plain'

import { VERIFY } from '../../lang/pack.js'

/** How a cell stands out. Tones only repeat what the words say. */
export type Tone = 'plain' | 'strong' | 'quiet' | 'warn' | 'bad' | 'good'

export interface Cell {
  readonly text: string
  readonly tone: Tone
}

export interface Column {
  readonly head: string
  readonly align: 'left' | 'right'
  /** Takes of the width that is left, shared with others of the kind, and wraps. */
  readonly flexible?: true
  /** May be dropped where the terminal is narrow, the highest number first. */
  readonly dropped?: number
  /** A drawing that says nothing which the other columns do not say; left out of documents. */
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
  /** Shown instead where this one does not fit. */
  readonly narrow?: Section
}

export const left = (head: string): Column => ({ head, align: 'left' })
export const right = (head: string): Column => ({ head, align: 'right' })
export const flexible = (head: string): Column => ({ head, align: 'left', flexible: true })

export const cell = (text: string, tone: Tone = 'plain'): Cell => ({ text, tone })

/** A count, quiet where it is nothing. */
export const countCell = (count: number, text: string, tone: Tone = 'plain'): Cell =>
  cell(text, count === 0 ? 'quiet' : tone)

/** Stands for a decision where an id stands more than once. */
export const HELD = 'held'

/** What needs a person stands out; what the other decisions mean is the pack's affair. */
export const decisionTone = (decision: string): Tone =>
  decision === VERIFY || decision === HELD ? 'warn' : 'plain'

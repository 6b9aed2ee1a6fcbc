/** How a cell stands out. Tones only repeat what the words say. */
export type Tone = 'plain' | 'strong' | 'quiet' | 'warn' | 'bad' | 'good'

export interface Cell {
  readonly text: string
  readonly tone: Tone
}

export interface Column {
  readonly head: string
  readonly align: 'left' | 'right'
  /** Takes the width that is left and wraps; one column at most. */
  readonly flexible?: true
  /** May be dropped where the terminal is narrow, the highest number first. */
  readonly dropped?: number
}

/** A line of cells, a heading inside the table, or a rule above the totals. */
export type Row = { readonly cells: readonly Cell[] } | { readonly heading: string } | 'rule'

/** One table of a report, for every format that shows tables. */
export interface Section {
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** Sentences below the table. */
  readonly notes: readonly string[]
}

export const cell = (text: string, tone: Tone = 'plain'): Cell => ({ text, tone })

/** A count, quiet where it is nothing. */
export const countCell = (count: number, text: string, tone: Tone = 'plain'): Cell =>
  cell(text, count === 0 ? 'quiet' : tone)

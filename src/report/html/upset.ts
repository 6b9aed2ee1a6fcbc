import { amountAxis, amountLabel, type BarRow, barParts } from './bars.js'
import { at, type Drawing, type Fill, legend, line, slantedWords, wordsAt } from './drawing.js'
import { html, type Markup } from './markup.js'
import type { Words } from './words.js'

/** How many records each set of things has: a row for each set, with a dot for each thing in it (Lex and others 2014, turned by 90°). */
export interface UpSet extends Pick<Drawing, 'id' | 'title' | 'description'> {
  readonly columns: readonly Words[]
  readonly parts: readonly (readonly [Fill, Words])[]
  readonly rows: readonly SetRow[]
}

export interface SetRow extends Pick<BarRow, 'amounts' | 'text'> {
  /** The columns in the set, or words for what is no set. */
  readonly set: readonly number[] | Words
}

const COLUMN = 52
const ROW = 30
/** Columns of text in a slanted head. */
const HEAD = 29
const TOP = 188
/** What the last slanted head needs beside the columns. */
const SLANT = 76
const PLOT = 240
const TEXTS = 70

export function upSet({ id, title, description, columns, parts, rows }: UpSet): Drawing {
  const matrix = Math.max(columns.length * COLUMN, 220)
  const from = matrix + SLANT
  const height = TOP + rows.length * ROW + 6
  const { x, axis } = amountAxis(rows, { from, to: from + PLOT, top: TOP, height }, 'count')
  const xOf = (column: number) => column * COLUMN + COLUMN / 2
  const fills = parts.map(([fill]) => fill)
  const body = rows.map(({ set, amounts, text }, row) => {
    const y = TOP + row * ROW
    const end = x(amounts.reduce((sum, each) => sum + each, 0))
    const bar = barParts({ id, fills, x, y: y + 5, height: ROW - 10 }, amounts)
    return html`${isColumns(set) ? dots(columns, set, xOf, y + ROW / 2) : wordsAt(0, y + ROW / 2 + 4, set, from - 8)}${bar}${amountLabel(end, y + ROW / 2 + 4, text)}`
  })
  const heads = columns.map((words, column) => slantedWords(xOf(column), TOP - 12, words, HEAD))
  const width = from + PLOT + TEXTS
  return {
    id,
    title,
    description,
    width,
    height,
    marks: [legend(id, parts, width / parts.length), ...heads, ...axis, ...body],
  }
}

const isColumns = (set: SetRow['set']): set is readonly number[] => typeof set[0] === 'number'

/** A full dot for each column in the set, joined by a line, and a small ring for each other. */
function dots(
  columns: readonly Words[],
  set: readonly number[],
  xOf: (column: number) => number,
  y: number,
): Markup {
  const joined = set.length > 1 ? line(xOf(set[0] ?? 0), y, xOf(set.at(-1) ?? 0), y, 2) : html``
  const each = columns.map((_, column) =>
    set.includes(column)
      ? html`<circle cx="${at(xOf(column))}" cy="${y}" r="6.5" fill="#1b1b1b"/>\n`
      : html`<circle cx="${at(xOf(column))}" cy="${y}" r="3" fill="#fff" stroke="#767676"/>\n`,
  )
  return html`${joined}${each}`
}

import { type PlainSentence, say } from '../../../base/say/say.js'
import { DELIMITERS, type Delimiter } from '../data-file.js'
import type { Dialect } from './csv.js'

/** The number of rows from which the delimiter is found. */
const ROWS = 50

/** Finds from its beginning what ends the rows of a CSV text, and its delimiter if none is given. */
export function dialectOf(
  head: string,
  isWhole: boolean,
  wanted: Delimiter | null,
  titleRows: number,
): Dialect & { readonly delimiter: Delimiter } {
  const lineEnd = lineEndOf(head)
  const cutBy = (delimiter: Delimiter) => cutFirst(head, { delimiter, lineEnd }, isWhole)
  return { delimiter: wanted ?? delimiterOf(cutBy, titleRows), lineEnd }
}

/** The delimiter that the first line names for Excel, as `sep=;`; `null` where it does not. */
export function separatorSaid(head: string): Delimiter | null {
  const sign = /^\s{0,9}"?sep=(.)"?\r?\n/i.exec(head)?.[1]
  return DELIMITERS.find((each) => each === sign) ?? null
}

/**
 * The delimiter that cuts the header and the most rows after it into the same number of cells; of equals the one that makes the most
 * cells. Below a title it is the one that cuts the most rows alike. A delimiter that leaves quotes at impossible places comes last.
 * Comma if no delimiter cuts anything.
 */
function delimiterOf(cutBy: (delimiter: Delimiter) => FirstRows, titleRows: number): Delimiter {
  let best: { delimiter: Delimiter; score: readonly number[] } = { delimiter: ',', score: [0, 0, 0, 0] }
  for (const delimiter of DELIMITERS) {
    const rows = cutBy(delimiter)
    const widths = rows.widths.slice(titleRows).filter((width) => width > 0)
    const common = commonest(widths.filter((width) => width > 1))
    const header = widths[0] ?? 1
    const width = header > 1 ? header : common
    const alike = widths.filter((each) => each === width).length
    if (width <= 1 || alike * 2 < widths.length) continue
    const score = [rows.quotesFit ? 1 : 0, header > 1 ? 1 : 0, alike / widths.length, width]
    if (isGreater(score, best.score)) best = { delimiter, score }
  }
  return best.delimiter
}

function isGreater(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((each, index) => each !== other[index])
  return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0)
}

/** The number that occurs most often, of equals the greatest; 0 of an empty list. */
function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const each of numbers) counts.set(each, (counts.get(each) ?? 0) + 1)
  return [...counts].reduce(
    (best, each) => (isGreater([each[1], each[0]], [best[1], best[0]]) ? each : best),
    [0, 0] as [number, number],
  )[0]
}

/** The first rows of a text as a delimiter would cut them. */
interface FirstRows {
  /** The number of cells of each row, 0 for a blank row. */
  readonly widths: readonly number[]
  /** Whether each quote opens a cell, closes it, or is doubled. */
  readonly quotesFit: boolean
}

function cutFirst(text: string, { delimiter, lineEnd }: Dialect, isWhole: boolean): FirstRows {
  const widths: number[] = []
  let cells = 1
  let start = 0
  let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start'
  let quotesFit = true
  for (let at = 0; at < text.length && widths.length < ROWS; at++) {
    const char = text[at]
    if (state === 'quoted') {
      if (char === '"' && text[at + 1] === '"') at += 1
      else if (char === '"') state = 'closed'
    } else if (char === delimiter) {
      cells += 1
      state = 'start'
    } else if (char === lineEnd) {
      widths.push(text.slice(start, at).trim() === '' ? 0 : cells)
      cells = 1
      start = at + 1
      state = 'start'
    } else if (char === '"' && state === 'start') state = 'quoted'
    else {
      if (char === '"' || (state === 'closed' && char !== '\r')) quotesFit = false
      state = 'plain'
    }
  }
  const isLastWhole = isWhole && state !== 'quoted' && text.slice(start).trim() !== ''
  if (isLastWhole && widths.length < ROWS) widths.push(cells)
  return { widths, quotesFit }
}

/** CR alone if most line breaks outside quotes are a single CR. */
function lineEndOf(text: string): '\n' | '\r' {
  let alone = 0
  let others = 0
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '"') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (char === '\n') others += 1
    else if (char === '\r' && at + 1 < text.length && text[at + 1] !== '\n') alone += 1
  }
  return alone > others ? '\r' : '\n'
}

const NAMES: Readonly<Record<Delimiter, PlainSentence>> = {
  ',': 'delimiter.comma',
  ';': 'delimiter.semicolon',
  '\t': 'delimiter.tab',
  '|': 'delimiter.bar',
}

export const delimiterName = (delimiter: Delimiter): string => say(NAMES[delimiter])

/** How a delimiter is given on the command line. */
const WRITTEN: Readonly<Record<Delimiter, string>> = { ',': ',', ';': "';'", '\t': 'tab', '|': "'|'" }

export const delimiterFlag = (delimiter: Delimiter): string => `--delimiter ${WRITTEN[delimiter]}`

/** For a header that is one cell: the delimiter that it holds most often, if the header was read with another. */
export function delimiterIn(header: string, used: Delimiter): Delimiter | null {
  const counts = DELIMITERS.filter((each) => each !== used).map(
    (each) => [each, header.split(each).length - 1] as const,
  )
  const most = counts.reduce((best, each) => (each[1] > best[1] ? each : best))
  return most[1] > 0 ? most[0] : null
}

import { guarded } from './csv-guard.js'
import { escapedCharacter } from './inert-text.js'

/** One row of CSV (RFC 4180) without its line break, its cells as they are. */
export const csvRow = (cells: readonly string[]): string => cells.map(quoted).join(',')

const quoted = (cell: string) => (/[",\n\r]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** How rows of CSV are put into a file: for programs or for Excel, with cells guarded or as they are. */
export interface CsvStyle {
  /** What comes before the first row. */
  readonly start: string
  /** A row with its line break; `isText` names cells that must stay texts, such as ids that Excel would round or strip of zeros. */
  line(cells: readonly string[], isText?: (index: number) => boolean): string
}

/** Control characters that lay out no text, separators of lines that only some readers know, and what changes the reading direction. */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]|\r(?!\n)/g

/** A cell from outside, as it may be written into CSV: what could act on a terminal as `\u001b`, the rest as `guarded` says. */
const inert = (cell: string) => guarded(cell.replace(UNSAFE, escapedCharacter))

/** The cells of a row, guarded, without its line break. */
export const plainCells = (cells: readonly string[]): string => csvRow(cells.map(inert))

/**
 * CSV for Excel begins with a byte order mark, because a Chinese Excel reads UTF-8 as GBK without it, and its lines end in CRLF.
 * @param raw whether cells are written as they are
 */
export function csvStyle({
  excel,
  raw = false,
}: {
  readonly excel: boolean
  readonly raw?: boolean
}): CsvStyle {
  const safe = raw ? (cell: string) => cell : inert
  if (!excel) return { start: '', line: (cells) => `${csvRow(cells.map(safe))}\n` }
  return {
    start: '\uFEFF',
    line: (cells, isText = () => false) =>
      `${csvRow(cells.map((cell, at) => (isText(at) ? excelText(safe(cell), cell) : safe(cell))))}\r\n`,
  }
}

/** `="0012"`, which Excel reads as a text of at most 255 characters. A cell that had to be guarded is a text already. */
const excelText = (cell: string, typed: string) =>
  cell === '' || cell.length > 255 || cell !== typed ? cell : `="${cell.replaceAll('"', '""')}"`

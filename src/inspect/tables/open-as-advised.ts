import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import type { DataFile, Entry, ReadingOptions } from '../../survey/files/data-file.js'
import { clean } from '../../survey/files/row.js'
import { titleRowsAdvised } from '../../survey/files/text/header-guesses.js'
import { formRowWords, labelRowsIn } from '../../survey/signs/record/label-rows.js'
import { kindOf } from '../columns/cell-kind.js'

/** A table that could be opened, and how it was read. */
export interface AdvisedTable {
  readonly file: DataFile
  readonly reading: ReadingOptions
  readonly guesses: readonly string[]
}

/**
 * Opens an entry. If a fault or a warning advises to skip title rows or to read two rows as the header, it is opened again in that way.
 * `reading` then says so, because the assessment needs the same options.
 */
export async function openAsAdvised(
  entry: Entry,
  wanted: ReadingOptions,
): Promise<AdvisedTable | { readonly faults: readonly Diagnostic[] }> {
  const guesses: string[] = []
  let reading = wanted
  let opened = await entry.open(reading)
  if ('faults' in opened) {
    const title = opened.faults.find(({ code }) => code === 'title-row')
    const rows = title === undefined ? null : titleRowsAdvised(title)
    if (title === undefined || rows === null) return opened
    reading = { ...reading, titleRows: rows }
    guesses.push(say('guess.titles', { title: title.message, rows }))
    opened = await entry.open(reading)
    if ('faults' in opened) return opened
  }
  const split = opened.file.remarks.find(({ code }) => code === 'split-header')
  if (split !== undefined) {
    const again = { ...reading, headerRows: 2 }
    const merged = await entry.open(again)
    if ('file' in merged) {
      guesses.push(split.message)
      return withoutLabels(entry, { file: merged.file, reading: again, guesses })
    }
  }
  return withoutLabels(entry, { file: opened.file, reading, guesses })
}

/** The same table without the rows below the header that are words above columns of numbers, days and answers. */
async function withoutLabels(entry: Entry, table: AdvisedTable): Promise<AdvisedTable> {
  const first = table.file.first ?? []
  const width = Math.max(0, ...first.map(({ cells }) => cells.length))
  const readers = new Map(
    Array.from({ length: width }, (_, at) => at)
      .filter((at) => first.slice(-LEAST_ROWS).every(({ cells }) => isPlainAnswer(cells[at] ?? '') !== false))
      .map((at) => [at, isPlainAnswer] as const),
  )
  const labels = labelRowsIn(first, readers)
  if (labels === 0) return table
  const reading = { ...table.reading, labelRows: labels }
  const opened = await entry.open(reading)
  if ('faults' in opened) return table
  const guess =
    formRowWords(first, labels) ?? (labels === 1 ? say('guess.label') : say('guess.labels', { labels }))
  return { file: opened.file, reading, guesses: [...table.guesses, guess] }
}

/** The last rows looked at show what a column holds. */
const LEAST_ROWS = 2

/** Whether a cell is a number, a day, or yes or no; `null` of a blank one. */
function isPlainAnswer(text: string): boolean | null {
  const cell = clean(text)
  if (cell === '') return null
  return /^(?=\D{0,9}\d)[-+\d.,/: T]{1,40}$/.test(cell) || kindOf(cell).yesNo
}

import type { Diagnostic } from '../../base/diagnostic.js'
import type { DataFile, Entry, ReadingOptions } from '../../survey/files/data-file.js'
import { titleRowsAdvised } from '../../survey/files/text/header-guesses.js'

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
    guesses.push(`${title.message}; ${rows === 1 ? '1 row is' : `${rows} rows are`} taken for titles`)
    opened = await entry.open(reading)
    if ('faults' in opened) return opened
  }
  const split = opened.file.remarks.find(({ code }) => code === 'split-header')
  if (split !== undefined) {
    const again = { ...reading, headerRows: 2 }
    const merged = await entry.open(again)
    if ('file' in merged) {
      guesses.push(split.message)
      return { file: merged.file, reading: again, guesses }
    }
  }
  return { file: opened.file, reading, guesses }
}

import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import type { DataFile, Entry, ReadingOptions } from './data-file.js'
import { inputFault } from './input.js'

/** A table that has been opened and whose header is known. */
export interface OpenTable {
  readonly file: string
  readonly headers: readonly string[]
  readonly line: number
  readonly data: DataFile
  /** Cells of its first rows. */
  readonly sample: readonly (readonly string[])[]
}

/** What stops a table from being opened. */
export interface OpeningFaults {
  readonly faults: Diagnostic[]
  /** Of files that describe a form, which stop a run only where no table is left. */
  readonly forms: Diagnostic[]
}

/** Rows that show what the rows of a table hang on. */
const SAMPLED = 50

/** Reads the header and the first rows of a table; `null` with a fault where it has none. */
export async function openTable(
  entry: Entry,
  options: ReadingOptions,
  { faults, forms }: OpeningFaults,
): Promise<OpenTable | null> {
  const opening = await entry.open(options)
  if ('faults' in opening) {
    for (const fault of opening.faults) (fault.code === 'form-definition' ? forms : faults).push(fault)
    return null
  }
  const { file: data } = opening
  let head: Pick<OpenTable, 'headers' | 'line'> | null = null
  const sample: (readonly string[])[] = []
  for await (const batch of data.rows()) {
    for (const row of batch) {
      if (row.kind === 'header') head = { headers: row.headers, line: row.line }
      else if (row.kind === 'record' && row.content.kind === 'cells') sample.push(row.content.cells)
      else if (row.kind === 'fault') {
        if (head !== null) break
        faults.push(row.fault)
        return null
      }
      if (sample.length >= SAMPLED) break
    }
    if (sample.length >= SAMPLED) break
  }
  if (head !== null) return { file: data.file, ...head, data, sample }
  faults.push(inputFault('no-records', data.file, say('no-records.header'), say('empty-file.help')))
  return null
}

import type { Diagnostic } from '../../../base/diagnostic.js'
import { say } from '../../../base/say/say.js'
import type { DataFile, InputFile, OpenedFile, ReadingOptions } from '../data-file.js'
import { areFormSheets, formDefinition, formPart } from '../form-definition.js'
import { diagnosticOf, inputFault } from '../input.js'
import type { SourceRow } from '../row.js'
import { type CutRow, openTable, type TableShape } from '../table.js'
import { besideTable, firstBelow, headerGuesses, ROWS_LOOKED_AT } from '../text/header-guesses.js'
import { type MergedRows, type Merges, mergedRows } from './merges.js'
import type { Sheet } from './workbook.js'

/** Opens a sheet, and looks at its first rows for faults. */
export async function openSheet(
  file: string,
  sheet: Sheet,
  input: () => Promise<InputFile>,
  reading: ReadingOptions,
): Promise<OpenedFile> {
  try {
    const first = await firstRows(sheet)
    if (first.length === 0)
      return {
        faults: [inputFault('empty-file', file, say('empty-file.sheet'), say('empty-file.help.sheet'))],
      }
    const { faults, remarks } = headerGuesses(file, first, reading, null)
    if (faults.length > 0) return { faults }
    return {
      file: dataFile(file, sheet, first, await input(), reading, { remarks, merges: await sheet.merges() }),
    }
  } catch (error) {
    const fault = diagnosticOf(error)
    if (fault === null) throw error
    return { faults: [fault] }
  }
}

/** A sheet that can be read. What is said of it grows while that is done. */
function dataFile(
  file: string,
  sheet: Sheet,
  first: readonly CutRow[],
  input: InputFile,
  reading: ReadingOptions,
  { remarks, merges }: { readonly remarks: readonly Diagnostic[]; readonly merges: Merges },
): DataFile {
  const hidden: HiddenRows = { count: 0, first: 0 }
  const filled = { count: 0 }
  return {
    file,
    format: 'xlsx',
    encoding: 'utf-8',
    delimiter: null,
    input,
    bytes: sheet.bytes,
    first: firstBelow(first, reading),
    beside: besideTable(first, reading),
    hasMerges: merges.count > 0,
    get remarks() {
      return [
        ...remarks,
        ...(hidden.count === 0 ? [] : [hiddenRows(file, hidden)]),
        ...(filled.count === 0 ? [] : [mergedCells(file, filled.count)]),
      ]
    },
    rows: (onBytes = () => {}) =>
      rowsOf({ file, shape: shapeOf(reading), hidden, merges, filled }, sheet.rows(onBytes)),
  }
}

/** The fault of a workbook in which every sheet describes a form; `null` of any other. */
export async function formFault(file: string, sheets: readonly Sheet[]): Promise<Diagnostic | null> {
  if (!areFormSheets(sheets.map(({ name }) => name))) return null
  const survey = sheets.find(({ name }) => /^survey$/i.test(name.trim()))
  try {
    const [header, ...below] = survey === undefined ? [] : await firstRows(survey)
    const part = header === undefined ? null : formPart(header.cells, below)
    return part === null ? null : formDefinition(file, part)
  } catch (error) {
    if (diagnosticOf(error) === null) throw error
    return null
  }
}

const shapeOf = ({ headerRows, titleRows, labelRows }: ReadingOptions): TableShape => ({
  headerRows: headerRows ?? 1,
  titleRows: titleRows ?? 0,
  labelRows: labelRows ?? 0,
  isSparse: true,
  isDamaged: false,
})

async function firstRows(sheet: Sheet): Promise<CutRow[]> {
  const rows: CutRow[] = []
  for await (const batch of sheet.rows(() => {})) {
    rows.push(...batch.slice(0, ROWS_LOOKED_AT))
    if (rows.length >= ROWS_LOOKED_AT) break
  }
  return rows.slice(0, ROWS_LOOKED_AT)
}

/** What the readings of a sheet share; counts are those of the reading that has come furthest. */
interface OpenSheet {
  readonly file: string
  readonly shape: TableShape
  readonly hidden: HiddenRows
  readonly merges: Merges
  readonly filled: { count: number }
}

async function* rowsOf(
  { file, shape, hidden, merges, filled }: OpenSheet,
  batches: AsyncIterable<CutRow[]>,
): AsyncGenerator<SourceRow[]> {
  const table = openTable(file, shape)
  let below: MergedRows | null = null
  const take = (row: CutRow): SourceRow | null => {
    const taken = table.add(below === null ? row : below.fill(row))
    if (taken?.kind === 'header' && merges.count > 0)
      below = mergedRows(merges, row.line, taken.headers.length)
    return taken
  }
  const found: HiddenRows = { count: 0, first: 0 }
  for await (const batch of batches) {
    for (const { isHidden, line } of batch) {
      if (isHidden !== true) continue
      found.count += 1
      if (found.count === 1) found.first = line
    }
    if (found.count > hidden.count) Object.assign(hidden, found)
    yield batch.map(take).filter((row) => row !== null)
    filled.count = Math.max(filled.count, mergesFilled(below))
  }
}

const mergesFilled = (below: MergedRows | null): number => below?.filled() ?? 0

const mergedCells = (file: string, count: number): Diagnostic => ({
  code: 'merged-cells',
  severity: 'note',
  message: say('merged-cells', { count }),
  at: { file, line: null, field: null },
})

/** Rows that a filter hides, as far as a reading has come; readings that stop early do not lessen them. */
interface HiddenRows {
  count: number
  first: number
}

const hiddenRows = (file: string, { count, first }: HiddenRows): Diagnostic => ({
  code: 'hidden-rows',
  severity: 'warning',
  message: say('hidden-rows', { count }),
  help: say('hidden-rows.help'),
  at: { file, line: first, field: null },
})

/** Whether nothing is in a sheet. One that cannot be read is not empty. */
export async function isEmptySheet(sheet: Sheet): Promise<boolean> {
  try {
    return (await firstRows(sheet)).length === 0
  } catch {
    return false
  }
}

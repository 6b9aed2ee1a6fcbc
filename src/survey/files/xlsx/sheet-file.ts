import type { InputFile, OpenedFile, ReadingOptions } from '../data-file.js'
import { diagnosticOf, inputFault } from '../input.js'
import type { SourceRow } from '../row.js'
import { type CutRow, openTable, type TableShape } from '../table.js'
import { headerGuesses, ROWS_LOOKED_AT } from '../text/header-guesses.js'
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
      return { faults: [inputFault('empty-file', file, 'the sheet is empty', 'name another sheet')] }
    const { faults, remarks } = headerGuesses(file, first, reading, null)
    if (faults.length > 0) return { faults }
    return {
      file: {
        file,
        format: 'xlsx',
        encoding: 'utf-8',
        delimiter: null,
        input: await input(),
        bytes: sheet.bytes,
        remarks,
        rows: (onBytes = () => {}) => rowsOf(file, sheet.rows(onBytes), shapeOf(reading)),
      },
    }
  } catch (error) {
    const fault = diagnosticOf(error)
    if (fault === null) throw error
    return { faults: [fault] }
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

async function* rowsOf(
  file: string,
  batches: AsyncIterable<CutRow[]>,
  shape: TableShape,
): AsyncGenerator<SourceRow[]> {
  const table = openTable(file, shape)
  for await (const batch of batches) yield batch.map((row) => table.add(row)).filter((row) => row !== null)
}

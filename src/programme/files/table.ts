import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { didYouMean } from '../../base/suggest.js'
import { inBackticks } from '../../base/wording.js'
import type { FactDeclaration } from '../../lang/pack.js'
import type { Fact } from '../../lang/record.js'
import { cellReader } from '../../survey/cells/cell.js'
import { foldName, namesOf } from '../../survey/columns/columns.js'
import { type DataFile, type InputFile, PLAIN_READING } from '../../survey/files/data-file.js'
import { diagnosticOf, inputFault } from '../../survey/files/input.js'
import { openOperand } from '../../survey/files/operands/operand.js'
import { type RecordRow, textAt } from '../../survey/files/row.js'

/** A table of a programme that is no survey: every row counts, and every cell must be readable. */
export interface TableForm {
  /** Its columns in the order in which help lists them. */
  readonly columns: readonly FactDeclaration[]
  /** Names of the columns that must be there. */
  readonly required: readonly string[]
}

/** One row of the table. */
export interface TableRow {
  readonly line: number
  /** By the name of the column; a column that the file has not got is a gap `absent`. */
  readonly facts: ReadonlyMap<string, Fact>
}

/** A table that was read, or all that is wrong with it. */
export type TableReading = Table | { readonly faults: readonly Diagnostic[] }

export interface Table {
  readonly file: string
  /** The file on disk that holds it. */
  readonly input: InputFile
  readonly rows: readonly TableRow[]
}

/** More faults of cells than these are not listed. */
const MOST_FAULTS = 20

/** Reads the only table of a file, in any format of surveys. A cell that cannot be read is a fault, because such a table has no blanks to spare. */
export async function readTable(
  path: string,
  form: TableForm,
  stdin: NodeJS.ReadableStream,
): Promise<TableReading> {
  const opening = await openOperand(path, stdin)
  if ('fault' in opening) return { faults: [opening.fault] }
  try {
    const [entry, second] = opening.entries.filter(
      ({ format, unseen }) => format !== null && unseen === undefined,
    )
    if (entry === undefined || second !== undefined)
      return { faults: [inputFault('needs-mapping', path, say('table.not-one'), say('table.not-one.help'))] }
    const opened = await entry.open(PLAIN_READING)
    return 'faults' in opened ? opened : await readRows(opened.file, form)
  } finally {
    await opening.close()
  }
}

async function readRows(file: DataFile, form: TableForm): Promise<TableReading> {
  const reader = createReader(file.file, form)
  try {
    for await (const batch of file.rows())
      for (const row of batch) {
        if (row.kind === 'header') reader.header(row.headers)
        else if (row.kind === 'record') reader.row(row)
        else if (row.kind === 'fault') reader.fault(row.fault)
        else if (row.kind === 'broken') reader.fault(brokenRow(file.file, row))
      }
  } catch (error) {
    const fault = diagnosticOf(error)
    if (fault === null) throw error
    reader.fault(fault)
  }
  const { rows, faults } = reader.end()
  return faults.length > 0 ? { faults } : { file: file.file, input: file.input, rows }
}

const brokenRow = (
  file: string,
  { line, code, message }: { line: number; code: Diagnostic['code']; message: string },
): Diagnostic => ({
  code,
  severity: 'error',
  message,
  at: { file, line, field: null },
})

function createReader(file: string, form: TableForm) {
  const rows: TableRow[] = []
  const faults: Diagnostic[] = []
  const readers = new Map(form.columns.map((column) => [column.name, cellReader(column)]))
  let places: ReadonlyMap<string, { header: string; index: number }> | null = null
  const take = (row: RecordRow) => {
    places ??= placesOf(row.content.kind === 'tree' ? [...row.content.values.keys()] : [], form)
    const facts = new Map<string, Fact>()
    for (const { name } of form.columns) {
      const place = places.get(name)
      const text = place === undefined ? null : textAt(row.content, place)
      const reading = text === null ? null : readers.get(name)?.(text)
      facts.set(name, reading?.fact ?? { kind: 'gap', reason: 'absent' })
      if (reading?.fault == null || place === undefined || faults.length >= MOST_FAULTS) continue
      const { code, message, help } = reading.fault
      faults.push({
        code,
        severity: 'error',
        message,
        help,
        at: { file, line: row.line, field: place.header },
      })
    }
    rows.push({ line: row.line, facts })
  }
  return {
    header(headers: readonly string[]) {
      places = placesOf(headers, form)
      faults.push(...missingColumns(file, headers, places, form))
    },
    row: take,
    fault: (fault: Diagnostic) => faults.push(fault),
    end: () => ({ rows, faults }),
  }
}

/** Where each column stands, by its name, its labels or its aliases. */
function placesOf(headers: readonly string[], { columns }: TableForm) {
  const byName = new Map(
    columns.flatMap((column) =>
      namesOf(column).map((name): [string, string] => [foldName(name), column.name]),
    ),
  )
  const places = new Map<string, { header: string; index: number }>()
  for (const [index, header] of headers.entries()) {
    const name = byName.get(foldName(header))
    if (name !== undefined && !places.has(name)) places.set(name, { header, index })
  }
  return places
}

function missingColumns(
  file: string,
  headers: readonly string[],
  places: ReadonlyMap<string, unknown>,
  { columns, required }: TableForm,
): Diagnostic[] {
  return required
    .filter((name) => !places.has(name))
    .map((name) => ({
      code: 'unknown-column',
      severity: 'error',
      message: say('table.column', { column: name }),
      help:
        didYouMean(name, headers) ??
        say('table.column.help', { columns: inBackticks(columns.map((each) => each.name)) }),
      at: { file, line: 1, field: null },
    }))
}

import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { DATE_ID, unwrapText } from '../cells/text.js'
import type { DataFile } from '../files/data-file.js'
import { type Content, clean, type SourceRow } from '../files/row.js'
import { isSignOff } from '../signs/record/sign-off.js'
import { isTitle } from '../signs/record/title-words.js'
import { isTotalWord } from '../signs/record/total-words.js'

/** A column whose cells are ids, or parts of them. */
export interface IdColumn {
  readonly index: number
  readonly header: string
  /** Whether it is only a part of the id; then all its cells may be days. */
  readonly isPart: boolean
}

/** `101.0`, as programs write a column of numbers in which a cell is blank. */
const FLOAT = /^\d+\.0$/

export const isFloatId = (cell: string): boolean => FLOAT.test(unwrapText(cell))

/**
 * The same table with its ids as they were: `.0` falls off where every id of a column ends in it, and a day that a spreadsheet made of an id
 * is none. Which columns are ids is asked once the header is known.
 */
export async function withIdCells(
  file: DataFile,
  columnsIn: (headers: readonly string[]) => readonly IdColumn[],
): Promise<DataFile> {
  if (file.format !== 'csv' && file.format !== 'xlsx') return file
  const columns = await lookAt(file, columnsIn)
  const floats = columns.filter(({ holds }) => holds === 'floats')
  const dates =
    file.format === 'xlsx' ? columns.filter(({ isPart, holds }) => !(isPart && holds === 'dates')) : []
  if (floats.length + dates.length === 0) return file
  const read = (row: SourceRow): SourceRow =>
    row.kind === 'record' &&
    row.content.kind === 'cells' &&
    (floats.length > 0 || row.content.dates !== undefined)
      ? { ...row, content: idsIn(row.content, floats, dates) }
      : row
  const told = floats.map((column) => floatIds(file.file, column))
  const rows: DataFile['rows'] = async function* (onBytes) {
    for await (const batch of file.rows(onBytes)) yield batch.map(read)
  }
  return Object.create(file, {
    rows: { value: rows },
    remarks: { get: () => [...file.remarks, ...told] },
  })
}

interface LookedAt extends IdColumn {
  holds: 'floats' | 'dates' | 'others' | null
}

/** Reads as far as a column still may hold nothing but floats or days, which its first cell mostly decides. */
async function lookAt(
  file: DataFile,
  columnsIn: (headers: readonly string[]) => readonly IdColumn[],
): Promise<readonly LookedAt[]> {
  let columns: LookedAt[] = []
  for await (const batch of file.rows()) {
    for (const row of batch) {
      if (row.kind === 'fault') return []
      if (row.kind === 'header') columns = columnsIn(row.headers).map((each) => ({ ...each, holds: null }))
      else if (row.kind === 'record') for (const column of columns) look(column, row.content)
    }
    if (columns.every(({ holds }) => holds === 'others')) return columns
  }
  return columns
}

function look(column: LookedAt, content: Content): void {
  if (content.kind !== 'cells' || column.holds === 'others') return
  const cell = unwrapText(content.cells[column.index] ?? '')
  if (cell === '' || cell === clean(column.header) || isTotalWord(cell) || isSignOff(cell) || isTitle(cell))
    return
  const kind = content.dates?.has(column.index) === true ? 'dates' : FLOAT.test(cell) ? 'floats' : 'others'
  column.holds = column.holds === null || column.holds === kind ? kind : 'others'
}

function idsIn(
  content: Extract<Content, { kind: 'cells' }>,
  floats: readonly IdColumn[],
  dates: readonly IdColumn[],
): Content {
  const cells = [...content.cells]
  for (const { index } of floats) cells[index] = withoutPoint(cells[index] ?? '')
  for (const { index } of dates)
    if (content.dates?.has(index) === true) cells[index] = `${cells[index] ?? ''}${DATE_ID}`
  return { ...content, cells }
}

const withoutPoint = (cell: string): string => (isFloatId(cell) ? unwrapText(cell).slice(0, -2) : cell)

const floatIds = (file: string, { header }: IdColumn): Diagnostic => ({
  code: 'float-id',
  severity: 'note',
  message: say('id-zeros'),
  at: { file, line: null, field: header },
})

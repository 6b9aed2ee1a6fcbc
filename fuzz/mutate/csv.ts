import { type Chance, oneOf } from '../../tests/engine/random/chance.js'
import type { Table } from './table.js'

/** How a table is written as CSV. */
export interface CsvForm {
  readonly delimiter: ',' | ';' | '\t' | '|'
  readonly lineEnd: '\n' | '\r\n'
  readonly mark: '' | '\uFEFF'
  readonly quotes: 'needed' | 'all'
  readonly isClosed: boolean
}

const PLAIN_CSV: CsvForm = {
  delimiter: ',',
  lineEnd: '\n',
  mark: '',
  quotes: 'needed',
  isClosed: true,
}

/** Mostly plain. */
export const someForm = (chance: Chance): CsvForm => ({
  delimiter: chance(8) === 0 ? oneOf([';', '\t', '|'] as const, chance) : ',',
  lineEnd: chance(5) === 0 ? '\r\n' : '\n',
  mark: chance(10) === 0 ? '\uFEFF' : '',
  quotes: chance(8) === 0 ? 'all' : 'needed',
  isClosed: chance(5) > 0,
})

export function csvText(table: Table, form: CsvForm = PLAIN_CSV): string {
  const quoted = (cell: string) =>
    form.quotes === 'all' || /[",;|\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  const lines = table.map((row) => row.map(quoted).join(form.delimiter))
  return form.mark + lines.join(form.lineEnd) + (form.isClosed ? form.lineEnd : '')
}

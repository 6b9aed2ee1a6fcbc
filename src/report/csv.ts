import { placesOf } from '../base/decimal.js'
import { pointOf } from '../base/range.js'
import { type Pack, packLabel } from '../lang/pack.js'
import { fixed } from './numbers.js'
import type { AssessedCase, Report, ReportContext } from './report.js'

/** One line a record: UTF-8, LF, cells quoted where they must be, lists joined by `|`. */
export function csvReport({ pack, keep, raw }: ReportContext): Report {
  const label = packLabel(pack)
  return {
    start: () => csvLine([...csvColumns(pack), ...keep]),
    record: (each) => csvLine(cells(pack, label, each, raw)),
  }
}

/** The columns of the CSV report, before those of `--keep`. */
export function csvColumns(pack: Pack): string[] {
  return [
    ...[pack.record.id, 'decision', 'possible', 'reasons', 'needs', 'as_of', 'pack'],
    ...pack.criteria.map(({ id }) => id),
    ...pack.outputs.map(({ name }) => name),
    ...['file', 'line'],
  ]
}

function cells(pack: Pack, label: string, { assessment, kept }: AssessedCase, raw: boolean): string[] {
  const { record, decision, possible, reasons, needs, asOf, verdicts, outputs } = assessment
  return [
    ...[record.id, decision, possible.join('|'), reasons.join('|'), needs.join('|'), asOf ?? '', label],
    ...pack.criteria.map(({ id }) => verdicts.get(id) ?? ''),
    ...pack.outputs.map(({ name, step }) => {
      const range = outputs.get(name)
      const value = range && pointOf(range)
      return value ? fixed(value, placesOf(step)) : ''
    }),
    ...[record.file, String(record.line)],
    ...kept.map((cell) => (raw || cell === record.id ? cell : guarded(cell))),
  ]
}

const FORMULA = /^[=+\-@\t\r]/
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/

/** A cell that a spreadsheet would run as a formula, behind an apostrophe; numbers stay. */
export const guarded = (cell: string) => (FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell)

/** One line of CSV, its break included. */
export const csvLine = (values: readonly string[]): string => `${values.map(quoted).join(',')}\n`

/** Quoted where CSV asks for it, and where a line would otherwise begin like a command of a CI runner. */
const quoted = (value: string) =>
  /[",\n\r]|^\s|\s$|^::/.test(value) ? `"${value.replaceAll('"', '""')}"` : value

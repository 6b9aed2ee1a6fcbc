import { csvStyle } from '../../base/csv-text.js'
import { placesOf } from '../../base/decimal.js'
import { pointOf } from '../../base/range.js'
import { type Pack, packLabel } from '../../lang/pack.js'
import { fixed } from '../text/numbers.js'
import type { AssessContext, AssessedCase, Report } from './report.js'

/**
 * One line a record: UTF-8, LF, cells quoted and guarded where they must be, lists joined by `|`; for Excel with its mark, CRLF and ids as
 * text.
 */
export function csvReport({
  pack,
  keep,
  raw,
  excel,
}: Pick<AssessContext, 'pack' | 'keep' | 'raw' | 'excel'>): Report {
  const label = packLabel(pack)
  const { start, line } = csvStyle({ excel, raw })
  return {
    start: () => start + line(csvColumns(pack, keep)),
    record(each) {
      const own = cells(pack, label, each)
      const row = [...own, ...each.kept, each.assessment.blocked.join('|')]
      const isId = (cell: string) => LONG_NUMBER.test(cell) || cell === own[0]
      return line(row, (at) => at === 0 || (at >= own.length && isId(row[at] ?? '')))
    },
  }
}

/** A number that may be an id: Excel keeps only 15 digits, and drops leading zeros. */
const LONG_NUMBER = /^(?:\d{12,}|0\d+)$/

/** The columns of the CSV report. What came later comes after those of `--keep`, so that all others keep their places. */
export function csvColumns(pack: Pack, keep: readonly string[]): string[] {
  return [
    pack.record.id,
    'decision',
    'possible',
    'reasons',
    'needs',
    'as_of',
    'pack',
    ...pack.criteria.map(({ id }) => id),
    ...pack.outputs.map(({ name }) => name),
    'file',
    'line',
    ...keep,
    'blocked',
  ]
}

function cells(pack: Pack, label: string, { assessment }: AssessedCase): string[] {
  const { record, decision, possible, reasons, needs, asOf, verdicts, outputs } = assessment
  return [
    record.id,
    decision,
    possible.join('|'),
    reasons.join('|'),
    needs.join('|'),
    asOf ?? '',
    label,
    ...pack.criteria.map(({ id }) => verdicts.get(id) ?? ''),
    ...pack.outputs.map(({ name, step }) => {
      const range = outputs.get(name)
      const value = range && pointOf(range)
      return value ? fixed(value, placesOf(step)) : ''
    }),
    record.file,
    String(record.line),
  ]
}

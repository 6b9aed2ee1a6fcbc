import { csvStyle } from '../../base/csv-text.js'
import { digits } from '../../base/decimal.js'
import { rangeText } from '../../base/range.js'
import type { Value } from '../../base/value.js'
import type { Finding, Reason } from '../../engine/assessment.js'
import type { Pack } from '../../lang/pack.js'
import type { AssessContext, AssessedCase, Report } from './report.js'

/**
 * One line a comparison, for R and pandas: each criterion of each record, with the value and the threshold behind its verdict. A criterion
 * without a comparison has one line.
 */
export function longReport({ pack, keep, raw, excel }: AssessContext): Report {
  const { start, line } = csvStyle({ excel, raw })
  return {
    start: () => start + line([...longColumns(pack), ...keep]),
    record: (each) =>
      each
        .findings()
        .flatMap((finding) => findingRows(each, finding))
        .map((row) => line([...row, ...each.kept], (at) => at === 0))
        .join(''),
  }
}

/** The columns of the long CSV, before those of `--keep`. */
export const longColumns = ({ record }: Pack): string[] => [
  record.id,
  'member',
  'criterion',
  'verdict',
  'value',
  'threshold',
  'unit',
  'margin',
  'source',
  'expression',
  'gap',
  'column',
  'file',
  'line',
]

function findingRows({ assessment }: AssessedCase, finding: Finding): string[][] {
  const { record } = assessment
  const { criterion, verdict, source, because } = finding
  const rows: readonly (Reason | null)[] = because.length === 0 ? [null] : because
  return rows.map((reason) => [
    record.id,
    reason === null ? '' : memberOf(reason.expression),
    criterion,
    verdict,
    reason === null ? '' : valueText(reason.observed),
    reason?.threshold ? valueText(reason.threshold) : '',
    reason?.unit ?? '',
    reason?.margin ? digits(reason.margin) : '',
    source.source,
    reason?.expression ?? '',
    reason?.gap ?? '',
    reason?.gapField ?? reason?.at?.field ?? '',
    reason?.at?.file ?? record.file,
    String(reason?.at?.line ?? record.line),
  ])
}

/** The number of the member that an expression is about; empty where it is about none or about several. */
function memberOf(expression: string): string {
  const numbers = new Set([...expression.matchAll(/\bmembers\[(\d+)\]/g)].map(([, number]) => number ?? ''))
  return numbers.size === 1 ? [...numbers].join('') : ''
}

/** `15000`, `yes`, `A`; what is open as `min..max`, without the bound that there is not, or as codes joined by `|`. */
function valueText(value: Value): string {
  switch (value.kind) {
    case 'number':
      return rangeText(value.range)
    case 'truth':
      return value.truth === 'open' ? '' : value.truth ? 'yes' : 'no'
    case 'code':
      return value.codes.join('|')
  }
}

import { advise } from '../../base/advice.js'
import type { CellPlace, Diagnostic } from '../../base/diagnostic.js'
import { type CellOptions, PLAIN_CELLS } from '../cells/options.js'
import {
  type ColumnDoubts,
  hasOpenAnswers,
  type RepeatedCode,
  undeclaredCodes,
} from '../doubts/column-doubts.js'
import { memberPath } from '../records/assume.js'
import type { ScannedColumns } from '../records/first-pass.js'

/** Remarks on the doubtful columns of a file for which nothing is declared, in the order of the columns. */
export function doubtfulColumns(scan: ScannedColumns): Diagnostic[] {
  const paths = [...scan.columns.used.keys(), ...[...scan.memberColumns.used.keys()].map(memberPath)]
  return paths.flatMap((path) => {
    const doubts = scan.doubts.get(path)
    if (doubts === undefined) return []
    const isMember = path.startsWith(memberPath(''))
    const [columns, name] = isMember
      ? [scan.memberColumns, path.slice(memberPath('').length)]
      : [scan.columns, path]
    const header = columns.used.get(name)?.[0]?.header ?? name
    const at = { file: scan.file, field: isMember ? memberPath(header) : header }
    return doubtRemarks(doubts, PLAIN_CELLS, at)
  })
}

/** Remarks about one doubtful column, at most one warning of each kind. */
export function doubtRemarks(
  doubts: ColumnDoubts,
  options: CellOptions,
  at: Pick<CellPlace, 'file' | 'field'>,
): Diagnostic[] {
  const codes = undeclaredCodes(doubts, options)
  return [
    ...(hasOpenAnswers(doubts, options) ? [onesAndTwos({ ...at, line: doubts.onesAndTwos })] : []),
    ...(codes.length > 0 ? [repeatedCodes(codes, doubts.filled, at)] : []),
  ]
}

const onesAndTwos = (at: CellPlace): Diagnostic => ({
  code: 'suspect-column',
  severity: 'warning',
  message: `\`1\` and \`2\` stand in one yes/no column`,
  why: 'which of them is yes is said nowhere; both are read as unknown',
  help: 'replace them by `yes` and `no`, or say in the mapping which is which: `yes: ["1"]`, `no: ["2"]`',
  at,
})

function repeatedCodes(
  codes: readonly RepeatedCode[],
  filled: number,
  at: Pick<CellPlace, 'file' | 'field'>,
): Diagnostic {
  const ordered = [...codes].sort((a, b) => b.count - a.count || a.line - b.line)
  const listed = ordered.map(({ code, count }) => `\`${code}\` in ${count}`).join(', ')
  const cells = ordered.reduce((sum, { count }) => sum + count, 0)
  const one = codes.length === 1
  const entries = ordered.map(({ code }) => `"${code}": dont_know`).join(', ')
  return {
    code: 'missing-code',
    severity: 'warning',
    message: `${one ? 'a number that surveys use' : 'numbers that surveys use'} for no answer: ${listed} of ${filled} filled cells (${percent(cells, filled)})`,
    why: 'nothing says whether they are answers; these cells are read as unknown',
    ...advise(
      { mapping: `missing: { ${entries} }` },
      (quoted) => `say it in the mapping: ${quoted}, or \`value\` where it is a real number`,
    ),
    at: { ...at, line: Math.min(...codes.map(({ line }) => line)) },
  }
}

/** `5.8%`, rounded to a tenth. */
function percent(part: number, whole: number): string {
  const tenths = Math.round((part * 1000) / whole)
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`
}

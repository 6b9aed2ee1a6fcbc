import { advise } from '../../base/advice.js'
import type { CellPlace, Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { allOf } from '../../base/wording.js'
import { type CellOptions, PLAIN_CELLS } from '../cells/options.js'
import type { RepeatedCode } from '../doubts/cell-counts.js'
import { type ColumnDoubts, hasOpenAnswers, undeclaredCodes } from '../doubts/column-doubts.js'
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
  message: say('suspect-column'),
  why: say('suspect-column.why'),
  help: say('suspect-column.help'),
  at,
})

function repeatedCodes(
  codes: readonly RepeatedCode[],
  filled: number,
  at: Pick<CellPlace, 'file' | 'field'>,
): Diagnostic {
  const ordered = [...codes].sort((a, b) => b.count - a.count || a.line - b.line)
  const listed = allOf(ordered.map(({ code, count }) => say('missing-code.cells', { code, count })))
  const cells = ordered.reduce((sum, { count }) => sum + count, 0)
  const entries = ordered.map(({ code }) => `"${code}": dont_know`).join(', ')
  return {
    code: 'missing-code',
    severity: 'warning',
    message: say(codes.length === 1 ? 'missing-code' : 'missing-code.several', {
      codes: listed,
      filled,
      percent: percent(cells, filled),
    }),
    why: say('missing-code.why'),
    ...advise({ mapping: `missing: { ${entries} }` }, (quoted) => say('missing-code.help', { line: quoted })),
    at: { ...at, line: Math.min(...codes.map(({ line }) => line)) },
  }
}

/** `5.8%`, rounded to a tenth. */
function percent(part: number, whole: number): string {
  const tenths = Math.round((part * 1000) / whole)
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`
}

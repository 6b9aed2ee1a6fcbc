import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { knownName, shortName } from '../../base/wording.js'
import { recordWords } from '../../lang/labels.js'
import type { Pack } from '../../lang/pack.js'
import { foldName } from '../columns/columns.js'
import type { CodeCount } from '../doubts/code-columns.js'
import { NO_INTERVIEW, unusableIn, watchedWords } from '../records/unused-codes.js'
import { interviewColumn, interviewExpression } from '../signs/interview/interview-columns.js'

/** A table of records whose unused columns were counted. */
interface CountedTable {
  readonly file: string
  readonly headerLine: number | null
  /** Headers from which nothing is read. */
  readonly unused: readonly string[]
}

/** Warnings of columns that say of some records that there was no interview. They are judged all the same: only a mapping leaves rows out. */
export function interviewRemarks(
  pack: Pack,
  { file, headerLine, unused }: CountedTable,
  counts: ReadonlyMap<string, CodeCount>,
): Diagnostic[] {
  const { facts } = watchedWords(pack)
  const { plural } = recordWords(pack)
  return unused.flatMap((header): Diagnostic[] => {
    const column = interviewColumn(header)
    const count = counts.get(foldName(header))
    if (column === null || count === undefined) return []
    const times = (name: string) => count.codes[facts.indexOf(name)] ?? 0
    const rarer = column.system === null ? times(NO_INTERVIEW.otherwise) : 0
    const said = times(column.system === null ? NO_INTERVIEW.consent : unusableIn(column.system)) + rarer
    if (said === 0) return []
    const expression = rarer > 0 ? null : interviewExpression(header, column)
    const line = expression === null ? null : `interview_if: ${expression}`
    const places = { said, filled: count.filled, column: shortName(header), plural }
    return [
      {
        code: 'interview-column',
        severity: 'warning',
        message: say(column.kind === 'system' ? 'interview-column.rejected' : 'interview-column', places),
        ...(column.kind === 'system' ? {} : { why: say('interview-column.why') }),
        ...(line === null
          ? {}
          : {
              help: say('interview-column.help', { line }),
              fix: { mapping: line },
            }),
        at: { file, line: headerLine, field: knownName(header) },
      },
    ]
  })
}

import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { jsonText } from '../../base/tree/json-text.js'
import { knownName, shortName } from '../../base/wording.js'
import type { Columns } from '../columns/columns.js'
import { type Assumptions, assumedText } from '../records/assume.js'
import { isSystemHeader } from '../signs/tool-columns.js'

/** The columns of a table that nothing is read from, and what is read from others. */
export interface TableNames extends Pick<Columns, 'unused' | 'doubted'> {
  readonly used: { has(fact: string): boolean }
  /** The facts of whose codes a column is made, by its folded name. */
  readonly madeOf: ReadonlyMap<string, readonly string[]>
}

/** An unused column. */
interface UnusedHeader {
  readonly file: string
  readonly headerLine: number | null
  /** Stands before the names of columns and facts: empty, or that of members. */
  readonly prefix: string
  readonly folded: string
  readonly header: string
}

/**
 * What to ask of an unused column that may be a missing fact although its header does not say so: it ends in the name of the fact, but may
 * be about something else, or it is made of the codes of the fact. If a value would be assumed, that stops the run.
 */
export function columnQuestion(
  at: UnusedHeader,
  { doubted, madeOf }: TableNames,
  isMissing: (fact: string) => boolean,
  assumptions: Assumptions,
): Diagnostic | null {
  const { folded, header, prefix } = at
  const path = doubted.get(folded)
  if (path !== undefined && isMissing(path.fact)) {
    const { fix: _, ...told } = asked(
      at,
      path.fact,
      say('near-column.path', {
        column: shortName(prefix + header),
        fact: prefix + path.fact,
        why: path.why,
      }),
      assumptions,
    )
    return told
  }
  const fact = isSystemHeader(header) ? undefined : madeOf.get(folded)?.find(isMissing)
  if (fact === undefined) return null
  const message = say('near-column.codes', { column: shortName(prefix + header), fact: prefix + fact })
  return asked(at, fact, message, assumptions)
}

function asked(
  { file, headerLine, prefix, header }: UnusedHeader,
  fact: string,
  message: string,
  { values }: Assumptions,
): Diagnostic {
  const path = prefix + fact
  const lineFor = (name: string) => `${fact}: ${jsonText(name)}`
  const yes = say('near-column.help.line', { fact: path, line: lineFor(shortName(header)) })
  const told = {
    code: 'near-column',
    message,
    fix: { mapping: lineFor(header) },
    at: { file, line: headerLine, field: prefix + knownName(header) },
  } as const
  const value = values.get(path)
  if (value === undefined) return { ...told, severity: 'warning', help: yes }
  const why = say('near-column.why', { fact: path })
  const help = say('near-column.help.line-if-not', { yes, assume: assumedText(path, value) })
  return { ...told, severity: 'error', why, help }
}

import { advise } from '../../base/advice.js'
import type { Diagnostic } from '../../base/diagnostic.js'
import { shortName } from '../../base/wording.js'
import type { Pack } from '../../lang/pack.js'
import type { SeenFile } from '../records/first-pass.js'
import type { PersonList } from '../records/person-list.js'
import { eventColumn } from '../signs/key/event-words.js'

/** What is said of ids that repeat in a file with a column of events or visits. */
export function repeatedByEvent(
  { record }: Pack,
  { file, headerLine, columns }: Pick<SeenFile, 'file' | 'headerLine' | 'columns'>,
): Diagnostic[] {
  const header = eventColumn([...columns.unused.values()])
  if (header === null) return []
  const message = `several rows have one id, and \`${shortName(header)}\` says that a row is one of several times: rows that share an id are held`
  const help = `\`tpa inspect\` proposes a mapping that reads one time of each ${record.name}, by \`rows_if\``
  const at = { file, line: headerLine, field: header }
  return [{ code: 'repeated-by-event', severity: 'warning', message, help, at }]
}

/** A fault of a file whose rows may be persons or households that were sent again: only a person can know. */
export function personsOrRepeats(
  { record }: Pack,
  { file, headerLine }: Pick<SeenFile, 'file' | 'headerLine'>,
  { header, counts: { persons, several } }: PersonList,
): Diagnostic {
  const { name, plural } = record
  const message = `of ${several} ids that stand in several rows, ${persons} have different persons (\`${shortName(header)}\`) beside equal answers about the ${name}: either the rows are persons of one ${name}, or one ${name} was sent more than once`
  const why = `rows of one ${name} would be held, and nobody would be judged`
  const advice = advise(
    { mapping: 'one_row_per: person' },
    (quoted) =>
      `if rows are persons, say ${quoted} in a mapping, as \`tpa inspect\` proposes it; if ${plural} were sent more than once, keep one row of each, or name the \`key\` in a mapping without that line, which holds them`,
  )
  const at = { file, line: headerLine, field: header }
  return { code: 'persons-or-repeats', severity: 'error', message, why, ...advice, at }
}

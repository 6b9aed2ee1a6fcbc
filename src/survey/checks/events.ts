import type { Diagnostic } from '../../base/diagnostic.js'
import { shortName } from '../../base/wording.js'
import type { Pack } from '../../lang/pack.js'
import type { SeenFile } from '../records/first-pass.js'
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

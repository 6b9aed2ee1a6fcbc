import { advise } from '../../base/advice.js'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { shortName } from '../../base/wording.js'
import { recordName, recordWords } from '../../lang/labels.js'
import type { Pack } from '../../lang/pack.js'
import type { SeenFile } from '../records/first-pass.js'
import type { PersonList } from '../records/person-list.js'
import { eventColumn } from '../signs/key/event-words.js'

/** What is said of ids that repeat in a file with a column of events or visits. */
export function repeatedByEvent(
  pack: Pack,
  { file, headerLine, columns }: Pick<SeenFile, 'file' | 'headerLine' | 'columns'>,
): Diagnostic[] {
  const header = eventColumn([...columns.unused.values()])
  if (header === null) return []
  const message = say('repeated-by-event', { column: shortName(header) })
  const help = say('repeated-by-event.help', { name: recordName(pack) })
  const at = { file, line: headerLine, field: header }
  return [{ code: 'repeated-by-event', severity: 'warning', message, help, at }]
}

/** A fault of a file whose rows may be persons or households that were sent again: only a person can know. */
export function personsOrRepeats(
  pack: Pack,
  { file, headerLine }: Pick<SeenFile, 'file' | 'headerLine'>,
  { header, counts: { persons, several } }: PersonList,
): Diagnostic {
  const { name, plural } = recordWords(pack)
  const message = say('persons-or-repeats', { several, persons, column: shortName(header), name })
  const why = say('persons-or-repeats.why', { name })
  const advice = advise({ mapping: 'one_row_per: person' }, (quoted) =>
    say('persons-or-repeats.help', { line: quoted, plural }),
  )
  const at = { file, line: headerLine, field: header }
  return { code: 'persons-or-repeats', severity: 'error', message, why, ...advice, at }
}

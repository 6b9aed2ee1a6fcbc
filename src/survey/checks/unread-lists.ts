import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { knownName, shortName } from '../../base/wording.js'
import { recordWords } from '../../lang/labels.js'
import type { Pack } from '../../lang/pack.js'
import { MEMBERS } from '../columns/columns.js'
import type { SeenFile } from '../records/first-pass.js'
import { saysOfPersons } from '../signs/person/person-words.js'

/** Warnings of lists inside records that say of persons, where no list has the name under which members are read. */
export function unreadLists(pack: Pack, { file, columns, lists }: SeenFile): Diagnostic[] {
  const { memberFacts } = pack
  if (lists === undefined || memberFacts === null || columns.used.has(MEMBERS)) return []
  const { plural } = recordWords(pack)
  return [...lists]
    .filter(([key, { keys }]) => saysOfPersons([...keys], key, memberFacts))
    .map(([key, { records, line }]) => ({
      code: 'near-column',
      severity: 'warning',
      message: say('near-column.list', { column: shortName(key), records }),
      help: say('near-column.help.list', { column: shortName(key), plural }),
      at: { file, line, field: knownName(key) },
    }))
}

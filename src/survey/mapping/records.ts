import { say } from '../../base/say/say.js'
import { recordName } from '../../lang/labels.js'
import type { Pack } from '../../lang/pack.js'
import type { Path } from '../../lang/shape/places.js'
import { namesOf } from '../columns/columns.js'
import type { FactMapping, NamedColumn, NamedKey, RecordsMapping } from './mapping.js'
import type { MappingFile } from './mapping-file.js'
import {
  factMappings,
  memberFacts,
  namedIn,
  partsIn,
  personColumns,
  presetCondition,
  recordFacts,
  tableMapping,
  tableScope,
} from './tables.js'

/** The table of records, which stands under the pack's word for them. */
export function recordsMapping(file: MappingFile, pack: Pack): RecordsMapping {
  const path = [pack.record.plural]
  const scope = tableScope(file, path)
  const isPerson = file.text([...path, 'one_row_per']) === 'person' && pack.record.name !== 'person'
  const members = factMappings(scope, [...path, 'members'], memberFacts(pack))
  const person = personColumns(file, path)
  if (pack.memberFacts === null && !file.preset) refuseMembers(file, path, pack)
  const table = {
    ...tableMapping(scope, path),
    key: keyOf(file, path, pack),
    oneRowPer: isPerson ? ('person' as const) : ('record' as const),
    interviewIf: presetCondition(scope, [...path, 'interview_if']),
    facts: factMappings(scope, [...path, 'facts'], recordFacts(pack)),
    person,
    members,
    headIf: isPerson ? presetCondition(scope, [...path, 'head_if']) : null,
  }
  if (!isPerson && file.has([...path, 'head_if']))
    file.fault('shape', file.places.key([...path, 'head_if']), say('mapping.head-if'), {
      help: say('mapping.head-if.help'),
    })
  checkNumbers(file, path, table)
  return table
}

function refuseMembers(file: MappingFile, path: Path, pack: Pack): void {
  for (const key of ['members', 'person', 'head_if'])
    if (file.has([...path, key]))
      file.fault('shape', file.places.key([...path, key]), say('mapping.no-members', { pack: pack.id }))
}

/** The key columns. If facts are found by name and no key is given, the names of the pack's id. */
function keyOf(file: MappingFile, path: Path, pack: Pack): NamedKey | 'row' {
  const at = [...path, 'key']
  if (file.text(at) === 'row') return 'row'
  const all = partsIn(file, at)
  if (all !== null) return { all }
  const key = namedIn(file, at)
  if (key.length > 0) return key
  const id = pack.facts.get(pack.record.id)
  if (file.has([...path, 'match']) && id !== undefined)
    return namesOf(id).map((header) => ({ header, at: file.place([...path, 'match']) }))
  if (file.has(path) && file.places.names(path).every((name) => name !== 'key'))
    file.fault('shape', file.places.key(path), say('mapping.no-key', { records: pack.record.plural }), {
      help: say('mapping.no-key.help', { name: recordName(pack) }),
    })
  return []
}

/** Only columns of members may hold `{n}`, where one row has several members. */
function checkNumbers(
  file: MappingFile,
  path: Path,
  { oneRowPer, facts, members, person }: Pick<RecordsMapping, 'oneRowPer' | 'facts' | 'members' | 'person'>,
): void {
  const isWide = oneRowPer === 'record'
  const refuse = (column: NamedColumn, message: string, help: string) =>
    file.fault('shape', column.at, message, { help })
  for (const column of facts.flatMap(({ columns }) => columns))
    if (isNumbered(column))
      refuse(column, say('mapping.numbered', { number: '{n}' }), say('mapping.numbered.help'))
  for (const column of isWide ? [] : [...person, ...members.flatMap(({ columns }) => columns)])
    if (isNumbered(column))
      refuse(column, say('mapping.row-person'), say('mapping.row-person.help', { number: '{n}' }))
  if (!isWide) return
  const numbered = (mapping: FactMapping) => mapping.columns.some(isNumbered)
  for (const mapping of members) {
    const [column] = mapping.columns
    if (column !== undefined && !numbered(mapping))
      refuse(
        column,
        say('mapping.one-column'),
        say('mapping.one-column.help', { number: '{n}', column: `${mapping.fact}_{n}` }),
      )
  }
  for (const column of person)
    if (!isNumbered(column)) refuse(column, say('mapping.person-column'), say('mapping.person-column.help'))
  if (person.length > 0 && members.length === 0 && file.has([...path, 'person']))
    file.fault('shape', file.places.key([...path, 'person']), say('mapping.person-alone'))
}

/** Whether a column stands for one column of each member. */
export const isNumbered = ({ header }: { readonly header: string }): boolean => header.includes('{n}')

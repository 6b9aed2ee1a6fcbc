import { say } from '../../base/say/say.js'
import { quoted } from '../../lang/fault-list.js'
import type { Pack } from '../../lang/pack.js'
import type { Path } from '../../lang/shape/places.js'
import type { JoinMapping, NamedPart, RecordsMapping, RosterMapping } from './mapping.js'
import type { MappingFile } from './mapping-file.js'
import { isNumbered } from './records.js'
import {
  factMappings,
  memberFacts,
  namedIn,
  partsIn,
  personColumns,
  presetCondition,
  tableMapping,
  tableScope,
} from './tables.js'

/** The rosters of a mapping, in the order of the file. */
export function rosterMappings(file: MappingFile, pack: Pack, records: RecordsMapping): RosterMapping[] {
  if (pack.memberFacts === null && file.has(['rosters'])) {
    if (!file.preset)
      file.fault('shape', file.places.key(['rosters']), say('mapping.no-members', { pack: pack.id }))
    return []
  }
  const items = file.items(['rosters']).filter((path) => file.has(path))
  const rosters = items.map((path) => rosterMapping(file, path, pack, records))
  for (const [index, roster] of rosters.entries())
    if (roster.role === 'details') checkDetails(file, items[index] ?? [], roster, [records, ...rosters])
  return rosters
}

function rosterMapping(file: MappingFile, path: Path, pack: Pack, records: RecordsMapping): RosterMapping {
  const scope = tableScope(file, path)
  const table = tableMapping(scope, path)
  const roster: RosterMapping = {
    ...table,
    join: joinOf(file, path, records),
    person: personColumns(file, path),
    headIf: presetCondition(scope, [...path, 'head_if']),
    role: file.text([...path, 'role']) === 'details' ? 'details' : 'members',
    facts: factMappings(scope, [...path, 'facts'], memberFacts(pack)),
    optional: table.file === '*',
  }
  for (const column of [...roster.person, ...roster.facts.flatMap(({ columns }) => columns)])
    if (isNumbered(column))
      file.fault('shape', column.at, say('mapping.roster-person'), {
        help: say('mapping.row-person.help', { number: '{n}' }),
      })
  return roster
}

function joinOf(file: MappingFile, path: Path, records: RecordsMapping): JoinMapping[] {
  const [key, join] = [
    [...path, 'key'],
    [...path, 'join'],
  ] as const
  if (file.has(key) && file.has(join)) {
    file.fault('shape', file.places.key(join), say('mapping.key-and-join'), {
      help: say('mapping.key-and-join.help'),
    })
  } else if (file.has(key)) {
    if (records.key === 'row')
      file.fault('shape', file.places.value(key), say('mapping.key-row'), {
        help: say('mapping.key-row.help'),
      })
    const all = partsIn(file, key)
    const children = all === null ? namedIn(file, key).map((child) => [child]) : [all]
    for (const child of children) checkParts(file, key, child, records)
    return children.map((child) => ({ child, parent: null }))
  } else if (isList(file, [...join, 'all'])) return allPairs(file, [...join, 'all'])
  else if (file.has(join)) return file.items(join).flatMap((item) => pairAt(file, item))
  else if (file.places.names(path).every((name) => name !== 'key' && name !== 'join'))
    file.fault('shape', file.places.key(path), say('mapping.no-join'), {
      help: say('mapping.no-join.help'),
    })
  return []
}

/** The key of a roster has as many parts as that of the records. */
function checkParts(
  file: MappingFile,
  path: Path,
  { length }: readonly NamedPart[],
  { key }: RecordsMapping,
): void {
  const parts = key !== 'row' && 'all' in key ? key.all.length : 1
  if (length === 0 || parts === length || key === 'row') return
  file.fault('shape', file.places.value(path), say('mapping.parts', { parts, length }), {
    help:
      parts === 1 ? say('mapping.parts.help.one') : say('mapping.parts.help', { key: 'key: { all: [ … ] }' }),
  })
}

/** A column of the name `all` may also be half of a pair. */
const isList = (file: MappingFile, path: Path): boolean => file.has(path) && file.text(path) === null

/** The pairs of a list as one join; none where one of them has a fault. */
function allPairs(file: MappingFile, path: Path): JoinMapping[] {
  const items = file.items(path)
  const pairs = items.flatMap((item) => pairAt(file, item))
  if (pairs.length < items.length) return []
  return [
    {
      child: pairs.flatMap(({ child }) => child),
      parent: pairs.flatMap(({ parent }) => parent ?? []),
    },
  ]
}

function pairAt(file: MappingFile, path: Path): JoinMapping[] {
  const children = file.keys(path)
  const [child, second] = children
  if (child === undefined) return []
  if (second !== undefined) {
    file.fault(
      'shape',
      file.places.key([...path, second]),
      say('mapping.second-pair', { column: quoted(second) }),
      {
        why: say('mapping.second-pair.why'),
        help: say('mapping.second-pair.help'),
      },
    )
    return []
  }
  const at = [...path, child]
  const header = file.text(at)
  if (header === null) return []
  return [
    {
      child: [{ header: child, at: file.placeOf(file.places.key(at)) }],
      parent: [{ header, at: file.place(at) }],
    },
  ]
}

/** Details belong to members of another table; both tables must name the column of the person. */
function checkDetails(
  file: MappingFile,
  path: Path,
  roster: RosterMapping,
  tables: readonly (RecordsMapping | RosterMapping)[],
): void {
  const at = file.places.value([...path, 'role'])
  const others = tables.filter((table) => !('role' in table && table.role === 'details'))
  if (roster.person.length === 0)
    file.fault('shape', at, say('mapping.details'), {
      help: say('mapping.details.help'),
    })
  else if (others.every(({ person }) => person.length === 0))
    file.fault('shape', at, say('mapping.details.none'), {
      help: say('mapping.details.none.help'),
    })
}

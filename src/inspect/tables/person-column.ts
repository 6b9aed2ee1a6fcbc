import type { Pack } from '../../lang/pack.js'
import { foldName, namesOf } from '../../survey/columns/columns.js'
import { plainHeader } from '../../survey/columns/plain-header.js'
import { keyWord } from '../../survey/signs/key/key-words.js'
import { isRosterId, PERSON_COLUMNS } from '../../survey/signs/tool-columns.js'
import type { InspectedTable } from './inspected-table.js'
import { isUniqueHeader } from './unique-headers.js'

/** Names of such a column in any survey, without the signs between the words. */
const COMMON = [
  ...['成员编号', 'personid', 'memberid', 'indid', 'idind', 'individualid', 'pid', 'idperson', 'idmember'],
  ...[
    'hhmid',
    'hhmemberid',
    'personno',
    'memberno',
    'membernumber',
    'personnumber',
    'indivno',
    'indno',
    'indiv',
    'pno',
  ],
]

/** Names of a column with the place of a person in a list. */
const PLACES = ['linenumber', 'lineno', 'hl1', 'pos']

/** The column that tells one person of a record from the others; `null` if no column has such a name. */
export function personColumn(table: InspectedTable, pack: Pack): number | null {
  const own = pack.memberFacts?.get('member_id')
  const names = [...(own === undefined ? [] : namesOf(own).map(foldName)), ...PERSON_COLUMNS.first]
  const words = new Set([...COMMON, ...PERSON_COLUMNS.last.map(keyWord), ...PLACES])
  const headers = table.tally.headers
  const isOwn = (header: string, at: number) =>
    isUniqueHeader(table, header) && (table.profiles[at]?.filled ?? 0) > 0
  const found = [
    ...names.map((name) => headers.findIndex((each, at) => foldName(each) === name && isOwn(each, at))),
    ...[...words].map((word) => headers.findIndex((each, at) => keyWord(each) === word && isOwn(each, at))),
  ].find((at) => at >= 0)
  if (found !== undefined) return found
  const roster = headers.findIndex((header, at) => isRosterId(plainHeader(header)) && isOwn(header, at))
  return roster < 0 ? null : roster
}

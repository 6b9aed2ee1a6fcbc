import type { Pack } from '../../lang/pack.js'
import { foldName, namesOf } from '../../survey/columns/columns.js'
import { plainHeader } from '../../survey/columns/plain-header.js'
import { isRosterId, PERSON_COLUMNS } from '../../survey/signs/tool-columns.js'
import type { InspectedTable } from './inspected-table.js'
import { isUniqueHeader } from './unique-headers.js'

/** Names of such a column in any survey. */
const COMMON = ['成员编号', 'person_id', 'member_id', 'ind_id', 'pid']

/** Names of a column with the place of a person in a list. */
const PLACES = ['line_number', 'pos']

/** The column that tells one person of a record from the others; `null` if no column has such a name. */
export function personColumn(table: InspectedTable, pack: Pack): number | null {
  const own = pack.memberFacts?.get('member_id')
  const names = [
    ...(own === undefined ? [] : namesOf(own).map(foldName)),
    ...PERSON_COLUMNS.first,
    ...COMMON,
    ...PERSON_COLUMNS.last,
    ...PLACES,
  ]
  const headers = table.tally.headers
  const isOwn = (header: string, at: number) =>
    isUniqueHeader(table, header) && (table.profiles[at]?.filled ?? 0) > 0
  for (const name of names) {
    const at = headers.findIndex((header, column) => foldName(header) === name && isOwn(header, column))
    if (at >= 0) return at
  }
  const roster = headers.findIndex((header, at) => isRosterId(plainHeader(header)) && isOwn(header, at))
  return roster < 0 ? null : roster
}

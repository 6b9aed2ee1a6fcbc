import type { Pack } from '../../lang/pack.js'
import { foldName } from '../../survey/columns/columns.js'
import { personColumns } from '../../survey/signs/person/person-list.js'
import { saysOfPersons } from '../../survey/signs/person/person-words.js'
import type { InspectedTable, Join, TableRole } from './inspected-table.js'
import { personColumn } from './person-column.js'

/** Whether a table says who each person is, as a roster does; tables about their schooling or health repeat only numbers. */
export const namesPersons = ({ tally }: InspectedTable): boolean => personColumns(tally.headers, []) !== null

/** The column that numbers the persons of a household in a roster, where a table that names nobody has it too; `null` where it has not. */
export function sharedPerson(
  table: InspectedTable,
  roster: InspectedTable | undefined,
  pack: Pack,
): string | null {
  if (roster === undefined || namesPersons(table)) return null
  const at = personColumn(roster, pack)
  const header = at === null ? '' : foldName(roster.tally.headers[at] ?? '')
  const own = personColumn(table, pack)
  const shared = own === null ? '' : (table.tally.headers[own] ?? '')
  return header !== '' && foldName(shared) === header && NUMBERS_PERSONS.test(header) ? shared : null
}

const NUMBERS_PERSONS = /person|member|indiv|pid|人/

/** Whether a table beside the members may hold some of them too, or persons who are none. */
export function openMembers(
  table: InspectedTable,
  { isOneToOne }: Join,
  { memberFacts }: Pack,
): Pick<TableRole, 'isOpen'> {
  if (memberFacts === null) return {}
  const isOpen = isOneToOne
    ? namesPersons(table)
    : saysOfPersons(table.tally.headers, table.name, memberFacts)
  return isOpen ? { isOpen: 'members' } : {}
}

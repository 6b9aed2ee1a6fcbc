import type { Pack } from '../../lang/pack.js'
import { foldName, namesOf } from '../../survey/columns/columns.js'
import { plainHeader } from '../columns/plain-header.js'
import type { InspectedTable } from './inspected-table.js'
import { isFindable } from './unique-headers.js'

const KNOWN = [
  '人编号',
  '成员编号',
  'person_id',
  'member_id',
  'ind_id',
  'pid',
  'redcap_repeat_instance',
  'line_number',
  'pos',
]

/** The column that tells one person of a record from the others; `null` where none has the name of one. */
export function personColumn(table: InspectedTable, pack: Pack): number | null {
  const own = pack.memberFacts?.get('member_id')
  const names = [...(own === undefined ? [] : namesOf(own).map(foldName)), ...KNOWN]
  const headers = table.tally.headers
  const isOwn = (header: string, at: number) =>
    isFindable(table, header) && (table.profiles[at]?.filled ?? 0) > 0
  for (const name of names) {
    const at = headers.findIndex((header, column) => foldName(header) === name && isOwn(header, column))
    if (at >= 0) return at
  }
  const roster = headers.findIndex(
    (header, at) => /^(?!interview__)[a-z]\w*__id$/.test(plainHeader(header)) && isOwn(header, at),
  )
  return roster < 0 ? null : roster
}

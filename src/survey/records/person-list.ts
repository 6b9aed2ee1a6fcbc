import type { Pack } from '../../lang/pack.js'
import { isDestroyed } from '../cells/text.js'
import type { DataFile } from '../files/data-file.js'
import { eventColumn } from '../signs/key/event-words.js'
import {
  areMostlyPersons,
  mayBePersons,
  type PersonColumns,
  type PersonCounts,
  personColumns,
  tallyPersons,
} from '../signs/person/person-list.js'
import { isNoRecord, roleOfRow } from '../signs/record/row-role.js'
import { type FileScan, idOf, type ScannedColumns, scanFile } from './first-pass.js'
import { createIdTable, ID_WORDS, type IdTable } from './repeated-ids.js'
import { tableColumns } from './table-columns.js'

/** A table whose rows look like persons, without a column that tells persons apart. */
export interface PersonList {
  readonly header: string
  readonly counts: PersonCounts
}

/** Where a table names persons, if it is not said that its rows are times of one household. */
export function personColumnsOf(
  { record, memberFacts }: Pack,
  { headers, columns }: Pick<ScannedColumns, 'headers' | 'columns'>,
): PersonColumns | null {
  if (memberFacts === null || eventColumn(headers) !== null) return null
  const facts = [...columns.used].flatMap(([fact, used]) => (fact === record.id ? [] : used))
  return personColumns(
    headers,
    facts.map(({ index }) => index),
  )
}

/**
 * Compares the rows of repeated ids; `null` if they are not persons. Reads the file again only where most ids could have several rows.
 * @param ids of all files of the run, sealed
 */
export async function findPersonList(pack: Pack, scan: FileScan, ids: IdTable): Promise<PersonList | null> {
  const columns = personColumnsOf(pack, scan)
  const id = scan.columns.used.get(pack.record.id)?.[0]
  const { added, distinct } = ids.counts()
  if (columns === null || id === undefined || !mayBePersons(added, distinct)) return null
  const tally = tallyPersons(columns, ids.repeated().length / ID_WORDS)
  let rows = 0
  for await (const batch of scan.data.rows()) {
    for (const row of batch) {
      if (row.kind !== 'record' || row.content.kind !== 'cells') continue
      const role = roleOfRow(row.content, tableColumns(pack, scan))
      if (isNoRecord(role)) continue
      const text = idOf(row, id)
      if (text === '' || isDestroyed(text)) continue
      rows += 1
      const place = ids.placeOf(text)
      if (place >= 0) tally.add(place, row.content.cells)
    }
  }
  const counts = tally.counts()
  if (!areMostlyPersons(counts) || !mayBePersons(rows, rows - counts.rows + counts.ids)) return null
  return { header: columns.header, counts }
}

/** The same for a file of its own, with its ids. */
export async function listsPersons(pack: Pack, file: DataFile): Promise<boolean> {
  const ids = createIdTable()
  const result = await scanFile(pack, file, [], ids)
  ids.seal()
  return 'scan' in result && (await findPersonList(pack, result.scan, ids)) !== null
}

import type { Pack } from '../../lang/pack.js'
import type { DataFile } from '../../survey/files/data-file.js'
import { scanHeader } from '../../survey/records/first-pass.js'
import { listsPersons, personColumnsOf } from '../../survey/records/person-list.js'
import { isUniqueIn } from '../columns/value-sample.js'
import type { TableTally } from './table-tally.js'

/** Whether the rows of a table look like persons, where an id repeats and something names persons; else `null`. */
export async function findPersons(file: DataFile, tally: TableTally, pack: Pack): Promise<boolean | null> {
  if (tally.headerLine === null || tally.fault !== null) return null
  const seen = scanHeader(pack, file.file, tally.headers, tally.headerLine)
  const [id] = seen.columns.used.get(pack.record.id) ?? []
  const sample = id === undefined ? undefined : tally.columns[id.index]?.sample
  if (sample === undefined || sample.values.size === 0 || isUniqueIn(sample)) return null
  return personColumnsOf(pack, seen) === null ? null : await listsPersons(pack, file)
}

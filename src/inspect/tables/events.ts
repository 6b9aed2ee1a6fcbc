import { columnsOf, type Pack } from '../../lang/pack.js'
import { foldName, namesOf } from '../../survey/columns/columns.js'
import { isEventName } from '../../survey/signs/key/event-words.js'
import { keyRank } from '../../survey/signs/key/key-words.js'
import { FORM_KEYS } from '../../survey/signs/tool-columns.js'
import type { InspectedTable } from './inspected-table.js'
import { isNamed } from './row-conditions.js'

/** Rows of one id at several times: the column of the ids, that of the times, and the times, the most frequent first. */
export interface Events {
  readonly key: number
  readonly header: string
  readonly times: readonly string[]
}

/** No survey comes more often. */
const MOST_TIMES = 50

/** Finds ids that repeat because a table has a row for each visit; `null` where nothing says so, or the counts speak against it. */
export function findEvents(table: InspectedTable, pack: Pack): Events | null {
  const id = columnsOf(pack).get(pack.record.id)
  const names = [...(id === undefined ? [] : namesOf(id).map(foldName)), ...FORM_KEYS]
  const { profiles, tally } = table
  const isKey = (header: string) =>
    names.includes(foldName(header)) || keyRank(header, pack.record.name) !== null
  const key = profiles.find(({ header, unique, blank }) => unique === null && blank === 0 && isKey(header))
  const values = key === undefined ? undefined : tally.columns[key.index]?.sample.values
  if (key === undefined || values === undefined) return null
  const most = Math.max(0, ...[...values.values()].map(({ count }) => count))
  for (const profile of profiles) {
    if (!isEventName(profile.header) || !isNamed(table, profile)) continue
    const column = tally.columns[profile.index]
    if (column === undefined || column.hasMore || column.blank > 0) continue
    const times = [...column.values].sort(([one, a], [two, b]) => b - a || (one < two ? -1 : 1))
    const frequent = times[0]?.[1] ?? 0
    const isSample = values.size * 2 < key.distinct.count
    if (times.length < 2 || times.length > MOST_TIMES || most < 2 || most > times.length) continue
    if (!isSample && !key.distinct.isMore && frequent > key.distinct.count) continue
    return { key: key.index, header: profile.header, times: times.map(([time]) => time) }
  }
  return null
}

import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { listedNames } from '../../base/wording.js'
import type { Pack } from '../../lang/pack.js'
import { interviewRemarks } from '../checks/interview-remarks.js'
import { codesOfAll } from '../doubts/code-columns.js'
import type { Mapping } from '../mapping/mapping.js'
import { watchedWords } from '../records/unused-codes.js'
import type { ScannedRecords } from './scan-records.js'
import type { ScannedTables } from './scan-tables.js'

/** Which rows a preset leaves out, and which columns that speak of interviews the mapping does not name. */
export function mappedInterviews(
  pack: Pack,
  { isPreset, records: { interviewIf } }: Mapping,
  { records }: ScannedTables,
): Diagnostic[] {
  const told = isPreset ? records.flatMap(leftOut) : []
  if (interviewIf !== null && !isPreset) return told
  const counts = codesOfAll(
    watchedWords(pack),
    records.map(({ codes }) => codes),
  )
  const unnamed = records.flatMap(({ table: { file, headers, headerLine, unused } }) => {
    const header = unused.map(({ index }) => headers[index] ?? '')
    return interviewRemarks(pack, { file: file.file, headerLine, unused: header }, counts)
  })
  return [...told, ...unnamed]
}

function leftOut({ leftOut: rows, table: { file, headerLine, bound } }: ScannedRecords): Diagnostic[] {
  if (rows === 0) return []
  const columns = listedNames(
    (bound.interviewIf?.columns ?? []).map(({ column }) => column.header),
    3,
  )
  const message = say('not-interviews', { rows, columns })
  const at = { file: file.file, line: headerLine, field: null }
  return [{ code: 'not-interviews', severity: 'note', message, at }]
}

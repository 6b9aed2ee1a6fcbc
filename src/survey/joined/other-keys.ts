import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { jsonText } from '../../base/tree/json-text.js'
import { listedNames } from '../../base/wording.js'
import { columnFinder } from '../mapping/column-finder.js'
import type { Mapping } from '../mapping/mapping.js'
import type { IdTable } from '../records/repeated-ids.js'
import type { ScannedRecords } from './scan-records.js'

/** The message for a list of keys if more than one exists: the first counts. If its ids repeat, they may be parts of one key. */
export function otherKeys(
  { records: { key }, isPreset }: Mapping,
  records: readonly ScannedRecords[],
  ids: Pick<IdTable, 'repeated'>,
): Diagnostic[] {
  if (isPreset || key === 'row' || 'all' in key || key.length < 2) return []
  return records.flatMap(({ table: { file, headers, headerLine, bound } }): Diagnostic[] => {
    const finder = columnFinder({ file: file.file, headers })
    const found = key.filter((each) => finder.has(each)).map(({ header }) => header)
    const [first, ...others] = found
    if (first === undefined || others.length === 0 || bound.key === null || bound.key === 'row') return []
    const told = {
      code: 'other-key',
      message: say(others.length === 1 ? 'other-key' : 'other-key.several', {
        column: bound.key.header,
        others: listedNames(others, 8),
      }),
      why: say('other-key.why'),
      at: { file: file.file, line: headerLine, field: bound.key.header },
    } as const
    if (ids.repeated().length === 0) return [{ ...told, severity: 'note' }]
    const line = `key: { all: [${found.map(jsonText).join(', ')}] }`
    const help = say('other-key.help', { line })
    return [{ ...told, severity: 'warning', help, fix: { mapping: line } }]
  })
}

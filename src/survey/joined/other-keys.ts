import type { Diagnostic } from '../../base/diagnostic.js'
import { jsonText } from '../../base/tree/json-text.js'
import { listedNames } from '../../base/wording.js'
import { columnFinder } from '../mapping/column-finder.js'
import type { Mapping } from '../mapping/mapping.js'
import type { IdTable } from '../records/repeated-ids.js'
import type { ScannedRecords } from './scan-records.js'

/** What is said of a list of keys of which more than one exists: the first counts. Where its ids repeat, they may be parts of one key. */
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
    const verb = others.length === 1 ? 'exists too and is' : 'exist too and are'
    const told = {
      code: 'other-key',
      message: `the id is \`${bound.key.header}\` alone; ${listedNames(others, 8)} ${verb} not asked`,
      why: 'of a list of columns the first that exists counts',
      at: { file: file.file, line: headerLine, field: bound.key.header },
    } as const
    if (ids.repeated().length === 0) return [{ ...told, severity: 'note' }]
    const line = `key: { all: [${found.map(jsonText).join(', ')}] }`
    const help = `several rows have one id; where the columns make up the id together, say \`${line}\``
    return [{ ...told, severity: 'warning', help, fix: { mapping: line } }]
  })
}

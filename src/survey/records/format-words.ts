import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { shortName } from '../../base/wording.js'
import { type Unit, unitText } from '../../lang/expression/unit.js'
import { unitName } from '../../lang/labels.js'
import { saysUnit } from '../cells/unit-words.js'
import { otherUnit } from '../columns/other-unit.js'
import type { DataFile } from '../files/data-file.js'
import type { Column, SourceRow } from '../files/row.js'

/** A column with the unit in which its numbers count; `null` where they have none. */
export interface CountedColumn extends Column {
  readonly unit: Unit | null
}

interface Word {
  readonly column: CountedColumn
  readonly line: number
  readonly words: string
}

/**
 * The same table, which tells once of each column where the format of a number adds a text that is not the unit: `3` may be shown as `3 kg`.
 * The number stands. Which columns are read is asked once the header is known.
 */
export function withFormatWords(
  file: DataFile,
  columnsIn: (headers: readonly string[]) => readonly CountedColumn[],
): DataFile {
  if (file.format !== 'xlsx') return file
  const found = new Map<number, Word>()
  const rows: DataFile['rows'] = async function* (onBytes) {
    let columns: readonly CountedColumn[] = []
    for await (const batch of file.rows(onBytes)) {
      for (const row of batch)
        if (row.kind === 'header') columns = columnsIn(row.headers)
        else note(found, columns, row)
      yield batch
    }
  }
  return Object.create(file, {
    rows: { value: rows },
    remarks: {
      get: () => [...file.remarks, ...[...found.values()].map((word) => formatWords(file.file, word))],
    },
  })
}

function note(found: Map<number, Word>, columns: readonly CountedColumn[], row: SourceRow): void {
  if (row.kind !== 'record' || row.content.kind !== 'cells' || row.content.words === undefined) return
  for (const [index, words] of row.content.words) {
    if (found.has(index)) continue
    const column = columns.find((each) => each.index === index)
    if (column === undefined || (column.unit !== null && saysUnit(words, column.unit))) continue
    found.set(index, { column, line: row.line, words })
  }
}

/** Another unit of the kind is more than a note, because the number may count by it. */
function formatWords(file: string, { column: { header, unit }, line, words }: Word): Diagnostic {
  const isOther = unit !== null && otherUnit(`number (${words})`, unit) !== null
  return {
    code: 'format-words',
    severity: isOther ? 'warning' : 'note',
    message: say('format-words', { words: shortName(words) }),
    ...(isOther ? { why: say('format-words.why', { unit: unitName(unitText(unit)) }) } : {}),
    at: { file, line, field: header },
  }
}

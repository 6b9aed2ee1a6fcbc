import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import type { FactType } from '../../lang/pack.js'
import { MERGED_ANSWER } from '../cells/missing.js'
import type { DataFile } from '../files/data-file.js'
import type { Column, Content, SourceRow } from '../files/row.js'

/** A column with numbers or answers. Names of places and days are said of all rows over which they are merged. */
export const isAnswer = (type: FactType): boolean => type !== 'text' && type !== 'date'

/** The same table, in which a number or answer that is merged over rows of several keys is in doubt in all of them. */
export async function withMergedAnswers(
  file: DataFile,
  columnsIn: (headers: readonly string[]) => readonly Column[],
  keyOf: (cells: readonly string[], line: number) => string,
): Promise<DataFile> {
  if (file.hasMerges !== true) return file
  const found = await spanning(file, columnsIn, keyOf)
  if (found.columns.size === 0) return file
  const told = [...found.columns].map(([header, count]) => mergedAnswer(file.file, header, count))
  const read = (row: SourceRow): SourceRow =>
    row.kind === 'record' && row.content.kind === 'cells' && row.content.merged !== undefined
      ? { ...row, content: doubted(row.content, found.places) }
      : row
  const rows: DataFile['rows'] = async function* (onBytes) {
    for await (const batch of file.rows(onBytes)) yield batch.map(read)
  }
  return Object.create(file, {
    rows: { value: rows },
    remarks: { get: () => [...file.remarks, ...told] },
  })
}

/** The merged cells that span several keys, by column and number, and how many there are under each header. */
async function spanning(
  file: DataFile,
  columnsIn: Parameters<typeof withMergedAnswers>[1],
  keyOf: Parameters<typeof withMergedAnswers>[2],
) {
  const places = new Map<number, Set<number>>()
  const counts = new Map<string, number>()
  const open = new Map<number, { merge: number; key: string }>()
  let columns: readonly Column[] = []
  for await (const batch of file.rows())
    for (const row of batch) {
      if (row.kind === 'header') columns = columnsIn(row.headers)
      if (row.kind !== 'record' || row.content.kind !== 'cells' || row.content.merged === undefined) continue
      const key = keyOf(row.content.cells, row.line)
      for (const { index, header } of columns) {
        const merge = row.content.merged.get(index)
        if (merge === undefined) continue
        const before = open.get(index)
        if (before?.merge !== merge) open.set(index, { merge, key })
        else if (before.key !== key && places.get(index)?.has(merge) !== true) {
          places.set(index, (places.get(index) ?? new Set()).add(merge))
          counts.set(header, (counts.get(header) ?? 0) + 1)
        }
      }
    }
  return { places, columns: counts }
}

function doubted(
  content: Extract<Content, { kind: 'cells' }>,
  places: ReadonlyMap<number, ReadonlySet<number>>,
): Content {
  const cells = [...content.cells]
  for (const [index, merge] of content.merged ?? [])
    if (places.get(index)?.has(merge) === true) cells[index] = MERGED_ANSWER
  return { ...content, cells }
}

const mergedAnswer = (file: string, header: string, count: number): Diagnostic => ({
  code: 'merged-answer',
  severity: 'warning',
  message: say('merged-answer', { count }),
  why: say('merged-answer.why'),
  help: say('merged-answer.help'),
  at: { file, line: null, field: header },
})

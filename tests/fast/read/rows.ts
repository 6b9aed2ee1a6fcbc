import { closeSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createChunkReader } from '../../../src/fast/read/chunks.js'
import { textRow } from '../../../src/fast/read/text-rows.js'
import { cutCsv } from '../../../src/survey/files/text/csv.js'
import { folderOf } from '../../survey/files/open.js'

/** A row with what a person would compare. */
export interface PlainRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly raw: string
}

let path: string | null = null

/** The file that one case after another is written to. */
export function fileWith(bytes: Uint8Array): string {
  path ??= join(folderOf({}), 'a.csv')
  writeFileSync(path, bytes)
  return path
}

/** The rows of a text as they are found in bytes, about `size` at a time; `null` where it is handed over. */
export function rowsInBytes(bytes: Uint8Array, delimiter: string, size: number): PlainRow[] | null {
  const file = openSync(fileWith(bytes), 'r')
  try {
    const reader = createChunkReader(file, bytes.length, delimiter, size)
    const { chunk } = reader
    const rows: PlainRow[] = []
    for (let [place, line] = [0, 1]; place < bytes.length; place += chunk.length) {
      if (!reader.read(place)) return null
      let [firstCell, start, breaks] = [0, 0, 0]
      for (let row = 0; row < chunk.count; row++) {
        const lastCell = chunk.rows[2 * row] ?? 0
        const cut = textRow(chunk, firstCell, lastCell - firstCell, start, line + row + breaks)
        rows.push({ line: cut.line, cells: cut.cells, raw: cut.raw() })
        start = (chunk.ends[lastCell - 1] ?? 0) + 1
        breaks = chunk.rows[2 * row + 1] ?? 0
        firstCell = lastCell
      }
      if (chunk.length === 0) throw new Error(`no row at ${place}`)
      line += chunk.count + chunk.breaks
    }
    return rows
  } finally {
    closeSync(file)
  }
}

/** The rows of a text as the normal reader cuts them; `null` where it finds a fault. */
export async function rowsInText(bytes: Buffer, delimiter: string): Promise<PlainRow[] | null> {
  async function* whole() {
    yield bytes
  }
  const rows: PlainRow[] = []
  for await (const batch of cutCsv('a.csv', whole(), { delimiter, lineEnd: '\n' }))
    for (const row of batch) {
      if ('kind' in row) return null
      rows.push({ line: row.line, cells: row.cells, raw: row.raw() })
    }
  return rows
}

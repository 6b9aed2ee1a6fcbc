import type { CutRow } from '../files/table.js'
import type { Chunk } from './chunks.js'

const QUOTE = 0x22
const RETURN = 0x0d

/** A row of a chunk as texts, for those who read rows that are not plain. To be used before the next chunk is read. */
export function textRow(
  chunk: Chunk,
  firstCell: number,
  cellCount: number,
  start: number,
  line: number,
): CutRow {
  const { bytes, buffer, ends } = chunk
  const cells: string[] = []
  let from = start
  for (let cell = firstCell; cell < firstCell + cellCount; cell++) {
    const end = ends[cell] ?? from
    const isLast = cell === firstCell + cellCount - 1
    cells.push(cellText(bytes, buffer, from, isLast ? withoutReturn(bytes, from, end) : end))
    from = end + 1
  }
  const end = withoutReturn(bytes, start, from - 1)
  return { line, cells, raw: () => buffer.toString('utf8', start, end) }
}

const withoutReturn = (bytes: Uint8Array, start: number, end: number) =>
  end > start && bytes[end - 1] === RETURN ? end - 1 : end

function cellText(bytes: Uint8Array, buffer: Buffer, start: number, end: number): string {
  return bytes[start] === QUOTE && end > start
    ? buffer.toString('utf8', start + 1, end - 1).replaceAll('""', '"')
    : buffer.toString('utf8', start, end)
}

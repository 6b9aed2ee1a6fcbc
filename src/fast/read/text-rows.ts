import type { CutRow } from '../../survey/files/table.js'
import type { Chunk } from './chunks.js'

const QUOTE = 0x22
const RETURN = 0x0d

/** A row of a chunk as texts, for the normal reader. It must be used before the next chunk is read. */
export function textRow(
  { bytes, buffer, ends, length }: Chunk,
  firstCell: number,
  cellCount: number,
  start: number,
  line: number,
): CutRow {
  const lastCell = firstCell + cellCount - 1
  const end = withoutReturn(bytes, start, ends[lastCell] ?? start)
  const whole = buffer.toString('utf8', start, end)
  // Where each byte is a character, cutting one text is quicker than making many.
  const isAscii = whole.length === end - start
  const between = (from: number, to: number) =>
    isAscii ? whole.slice(from - start, to - start) : buffer.toString('utf8', from, to)
  const cells: string[] = []
  let from = start
  for (let cell = firstCell; cell <= lastCell; cell++) {
    const to = cell === lastCell ? end : (ends[cell] ?? from)
    cells.push(
      bytes[from] === QUOTE && to > from
        ? between(from + 1, to - 1).replaceAll('""', '"')
        : between(from, to),
    )
    from = to + 1
  }
  // A text without a last line break is read as if it had one behind it.
  const isUnended = (ends[lastCell] ?? start) >= length
  return { line, cells, ...(isUnended ? { isUnended } : {}), raw: () => whole }
}

const withoutReturn = (bytes: Uint8Array, start: number, end: number) =>
  end > start && bytes[end - 1] === RETURN ? end - 1 : end

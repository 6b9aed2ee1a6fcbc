import {
  type CodeCount,
  type CodeWords,
  type CountedCodes,
  countCodes,
} from '../../survey/doubts/code-columns.js'
import type { UnusedColumn } from '../../survey/records/unused-codes.js'
import type { Chunk } from './chunks.js'

const QUOTE = 0x22
const RETURN = 0x0d

/** Where a row is in a chunk. */
interface RowAt {
  readonly firstCell: number
  readonly cells: number
  readonly start: number
}

/** Counts the codes in unused columns of the rows of a chunk. */
export interface CodeCells {
  /** Notes all rows of the chunk, whatever they are. */
  noteChunk(): void
  /** Takes back a row that is not a record. */
  takeBack(row: RowAt): void
  /** What was counted since this was last asked. */
  take(): ReadonlyMap<string, CodeCount>
}

export function createCodeCells(
  chunk: Chunk,
  columns: readonly UnusedColumn[],
  words: CodeWords,
): CodeCells | null {
  if (columns.length === 0) return null
  const counted = countCodes(words)
  const others = columns.map(() => 0)
  const counting = { chunk, columns, counted, others, isOther: otherBeginnings(words) }
  const none = words.facts.map(() => 0)
  return {
    noteChunk: () => noteChunk(counting),
    takeBack: (row) => noteRow(counting, row, -1),
    take() {
      for (const [at, { name }] of columns.entries())
        counted.add(new Map([[name, { filled: others[at] ?? 0, codes: none, own: none }]]))
      others.fill(0)
      const counts = counted.counts()
      counted.clear()
      return counts
    },
  }
}

interface Counting {
  readonly chunk: Chunk
  readonly columns: readonly UnusedColumn[]
  readonly counted: CountedCodes
  /** By the place of a column: cells that are not codes, as their beginning shows. */
  readonly others: number[]
  readonly isOther: (bytes: Uint8Array, from: number, to: number) => boolean
}

function noteChunk(counting: Counting): void {
  const { count, ends, rows } = counting.chunk
  const row = { firstCell: 0, cells: 0, start: 0 }
  for (let at = 0; at < count; at++) {
    const behind = rows[2 * at] as number
    row.cells = behind - row.firstCell
    noteRow(counting, row, 1)
    row.start = (ends[behind - 1] as number) + 1
    row.firstCell = behind
  }
}

function noteRow(
  { chunk, columns, counted, others, isOther }: Counting,
  { firstCell, cells, start }: RowAt,
  times: 1 | -1,
): void {
  const { bytes, ends } = chunk
  for (let at = 0; at < columns.length; at++) {
    const { index, name } = columns[at] as UnusedColumn
    if (index >= cells) continue
    const from = index === 0 ? start : (ends[firstCell + index - 1] as number) + 1
    const to = ends[firstCell + index] as number
    if (from >= to) continue
    if (isOther(bytes, from, to)) others[at] = (others[at] as number) + times
    else counted.note(name, textOf(chunk, from, to, index === cells - 1), times)
  }
}

function textOf({ bytes, buffer }: Chunk, from: number, to: number, isLast: boolean): string {
  const end = isLast && bytes[to - 1] === RETURN ? to - 1 : to
  return bytes[from] === QUOTE && end > from
    ? buffer.toString('utf8', from + 1, end - 1).replaceAll('""', '"')
    : buffer.toString('utf8', from, end)
}

/**
 * Whether a cell cannot be a code, by how it begins: with an ASCII letter or digit before another ASCII character, or an ideograph, with
 * which no word begins. Nothing that is done to a text before it is compared changes such a beginning.
 */
function otherBeginnings({ words }: CodeWords): (bytes: Uint8Array, from: number, to: number) => boolean {
  const begins = new Uint8Array(1 << 16)
  for (const word of words.keys()) begins[word.charCodeAt(0)] = 1
  return (bytes, from, to) => {
    const first = bytes[from] as number
    if (first < 0x80) {
      const isLetter = first >= 0x61 ? first <= 0x7a : first >= 0x41 && first <= 0x5a
      const isDigit = first >= 0x30 && first <= 0x39
      if (!(isLetter || isDigit) || (to > from + 1 && (bytes[from + 1] as number) >= 0x80)) return false
      return begins[isLetter ? first | 0x20 : first] === 0
    }
    if (first < IDEOGRAMS.from || first > IDEOGRAMS.to || to < from + 3) return false
    const second = (bytes[from + 1] as number) & 0x3f
    return begins[((first & 0x0f) << 12) | (second << 6) | ((bytes[from + 2] as number) & 0x3f)] === 0
  }
}

/** The first bytes of ideographs in UTF-8, from U+4000 to U+9FFF. */
const IDEOGRAMS = { from: 0xe4, to: 0xe9 }

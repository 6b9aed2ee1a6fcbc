import { say } from '../../../base/say/say.js'
import { diagnosticOf } from '../input.js'
import { type CutRow, isBlank } from '../table.js'
import { columnOf } from './reference.js'
import { unrealXml } from './xml.js'

/** Cells of a sheet that are merged over several rows, by their first row: first row, last row, column from 0. */
export interface Merges {
  readonly count: number
  readonly ranges: Int32Array
}

const WIDTH = 3

/** Each takes 12 bytes; no list of households has more. */
const MOST = 4_000_000

const TAG = /<(?:[\w.-]{1,40}:)?mergeCell\s[^<>]*>/g
const REF = /\sref\s*=\s*["']([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})["']/

/** Finds the merged cells in the bytes of a sheet, where they come after all rows, without reading its rows. */
export async function readMerges(file: string, chunks: AsyncIterable<Buffer>): Promise<Merges> {
  const found = { ranges: new Int32Array(WIDTH * 16), count: 0 }
  let rest = ''
  try {
    for await (const chunk of chunks) {
      const text = rest + chunk.toString('latin1')
      for (const [tag] of text.includes('mergeCell') ? text.matchAll(TAG) : []) note(found, tag)
      const open = text.lastIndexOf('<')
      rest = open < 0 || text.length - open > LONGEST_TAG ? '' : text.slice(open)
    }
  } catch (error) {
    // The reading of the rows reports the damage.
    if (diagnosticOf(error) === null) throw error
  }
  if (found.count > MOST) throw unrealXml(file, say('bad-archive.merges', { most: MOST }))
  return sorted(found.ranges, found.count)
}

interface Found {
  ranges: Int32Array<ArrayBuffer>
  count: number
}

function note(found: Found, tag: string): void {
  const [first, last] = cornersOf(tag)
  if (first === null || last === null || last.row <= first.row || found.count > MOST) return
  if (found.count * WIDTH === found.ranges.length) found.ranges = grown(found.ranges)
  found.ranges.set([first.row, last.row, first.column], found.count * WIDTH)
  found.count += 1
}

const LONGEST_TAG = 1000

function cornersOf(tag: string) {
  const [, first = '', last = ''] = REF.exec(tag) ?? []
  return [cornerOf(first), cornerOf(last)] as const
}

const cornerOf = (reference: string) =>
  reference === '' ? null : { row: Number(reference.replace(/\D+/, '')), column: columnOf(reference) }

function grown(ranges: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(ranges.length * 2)
  longer.set(ranges)
  return longer
}

function sorted(ranges: Int32Array, count: number): Merges {
  const firstOf = (at: number) => ranges[at * WIDTH] ?? 0
  const columnIn = (at: number) => ranges[at * WIDTH + 2] ?? 0
  const order = Uint32Array.from({ length: count }, (_, at) => at).sort(
    (a, b) => firstOf(a) - firstOf(b) || columnIn(a) - columnIn(b),
  )
  const all = new Int32Array(count * WIDTH)
  for (const [at, from] of order.entries())
    all.set(ranges.subarray(from * WIDTH, (from + 1) * WIDTH), at * WIDTH)
  return { count, ranges: all }
}

/** Rows below a header, each with what a merged cell says of it. Rows come in order; a blank one stays blank. */
export interface MergedRows {
  fill(row: CutRow): CutRow
  /** So many merged cells have said something of another row than their first. */
  filled(): number
}

export function mergedRows({ count, ranges }: Merges, headerLine: number, width: number): MergedRows {
  const active = new Map<
    number,
    { readonly last: number; readonly value: string; readonly merge: number; told: boolean }
  >()
  let at = 0
  let filled = 0
  while (at < count && (ranges[at * WIDTH] ?? 0) <= headerLine) at += 1

  function begin({ line, cells }: CutRow): void {
    for (; at < count && (ranges[at * WIDTH] ?? 0) <= line; at++) {
      const [first, last = 0, column = 0] = ranges.subarray(at * WIDTH, (at + 1) * WIDTH)
      const value = first === line ? (cells[column] ?? '') : ''
      if (column < width) active.set(column, { last, value, merge: at, told: false })
    }
  }

  function fill(row: CutRow): CutRow {
    begin(row)
    if (active.size === 0) return row
    const cells = [...row.cells]
    const merged = new Map<number, number>()
    for (const [column, each] of active) {
      if (each.last < row.line) {
        active.delete(column)
        continue
      }
      merged.set(column, each.merge)
      if ((cells[column] ?? '') !== '' || each.value === '' || isBlank(row.cells)) continue
      while (cells.length < column) cells.push('')
      cells[column] = each.value
      if (!each.told) filled += 1
      each.told = true
    }
    return merged.size === 0 || isBlank(row.cells) ? row : { ...row, cells, merged }
  }
  return { fill, filled: () => filled }
}

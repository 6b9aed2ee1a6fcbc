/** A row of a roster: the cells that facts are read from, and where it stands. */
export interface RosterCells {
  readonly line: number
  readonly cells: readonly string[]
}

/** Rows of a roster in memory, by the number of their household: the bytes of their cells and some 20 beside them. */
export interface RosterStore {
  add(household: number, row: RosterCells): void
  /** The rows of a household in the order in which they came. */
  rowsOf(household: number): RosterCells[]
}

const BLOCK = 1 << 22

/** Parts cells in memory; no text that is read holds it. */
const MARK = '\0'

export function createRosterStore(households: number): RosterStore {
  const last = new Int32Array(households).fill(-1)
  const before = createNumbers((length) => new Int32Array(length))
  const lines = createNumbers((length) => new Uint32Array(length))
  const starts = createNumbers((length) => new Float64Array(length))
  const lengths = createNumbers((length) => new Uint32Array(length))
  const arena = createArena()
  return {
    add(household, { line, cells }) {
      const row = before.length()
      before.push(last[household] ?? -1)
      last[household] = row
      lines.push(line)
      const { start, length } = arena.write(cells.join(MARK))
      starts.push(start)
      lengths.push(length)
    },
    rowsOf(household) {
      const rows: RosterCells[] = []
      for (let row = last[household] ?? -1; row >= 0; row = before.at(row)) {
        const text = arena.read(starts.at(row), lengths.at(row))
        rows.push({ line: lines.at(row), cells: text.split(MARK) })
      }
      return rows.reverse()
    },
  }
}

/** Texts one behind the other in blocks; none lies across two of them. */
function createArena() {
  const blocks: Buffer[] = []
  let used = BLOCK
  return {
    write(text: string): { start: number; length: number } {
      const bytes = Buffer.from(text)
      if (bytes.length > BLOCK) throw new Error('a row of a roster is larger than a block')
      if (used + bytes.length > BLOCK) {
        blocks.push(Buffer.allocUnsafe(BLOCK))
        used = 0
      }
      const start = (blocks.length - 1) * BLOCK + used
      blocks.at(-1)?.set(bytes, used)
      used += bytes.length
      return { start, length: bytes.length }
    },
    read(start: number, length: number): string {
      const from = start % BLOCK
      return blocks[(start - from) / BLOCK]?.toString('utf8', from, from + length) ?? ''
    },
  }
}

interface Numbers {
  push(value: number): void
  at(index: number): number
  length(): number
}

type Words = Int32Array | Uint32Array | Float64Array

/** A growing list of numbers in a typed array. */
function createNumbers<T extends Words>(make: (length: number) => T): Numbers {
  let values = make(1024)
  let length = 0
  return {
    push(value) {
      if (length === values.length) {
        const larger = make(length + (length >> 1))
        larger.set(values)
        values = larger
      }
      values[length] = value
      length += 1
    },
    at: (index) => values[index] ?? 0,
    length: () => length,
  }
}

/** A row of a roster: the cells that facts are read from, and where it stands. */
export interface RosterCells {
  readonly line: number
  readonly cells: readonly string[]
}

/** Rows of a roster in memory, by the number of their household: the bytes of their cells and 24 beside them. */
export interface RosterStore {
  add(household: number, row: RosterCells): void
  /** The rows of a household in the order in which they came. */
  rowsOf(household: number): RosterCells[]
}

const BLOCK = 1 << 22

/** Parts cells in memory; no text that is read holds it. */
const MARK = '\0'

const NOWHERE = -1

/**
 * Rows stand one behind the other in blocks, none across two of them, and a longer one in a block of its own, so that each is read at one place: where the row before it of the
 * same household stands, its line, the length of its text, whether that is plain ASCII, the text.
 */
export function createRosterStore(households: number): RosterStore {
  const last = new Float64Array(households).fill(NOWHERE)
  const blocks: Buffer[] = []
  let used = BLOCK

  /** A block with so much room, and where it begins in it. */
  function room(bytes: number): { block: Buffer; from: number } {
    const open = blocks.at(-1)
    if (open !== undefined && used + bytes <= BLOCK) return { block: open, from: used }
    const block = Buffer.allocUnsafe(Math.max(BLOCK, bytes))
    blocks.push(block)
    used = 0
    return { block, from: 0 }
  }

  return {
    add(household, { line, cells }) {
      const text = cells.join(MARK)
      const bytes = Buffer.byteLength(text)
      const { block, from } = room(HEAD + bytes)
      block.writeDoubleLE(last[household] ?? NOWHERE, from)
      block.writeUInt32LE(line, from + LINE)
      block.writeUInt32LE(bytes, from + LENGTH)
      block.writeUInt8(bytes === text.length ? 1 : 0, from + ASCII)
      block.write(text, from + HEAD, 'utf8')
      last[household] = (blocks.length - 1) * BLOCK + from
      used = from + HEAD + bytes
    },
    rowsOf(household) {
      const rows: RosterCells[] = []
      for (let at = last[household] ?? NOWHERE; at !== NOWHERE; ) {
        const from = at % BLOCK
        const block = blocks[(at - from) / BLOCK]
        if (block === undefined) throw new Error('a block of a roster is missing')
        const end = from + HEAD + block.readUInt32LE(from + LENGTH)
        const text = block.toString(block[from + ASCII] === 1 ? 'latin1' : 'utf8', from + HEAD, end)
        rows.push({ line: block.readUInt32LE(from + LINE), cells: text.split(MARK) })
        at = block.readDoubleLE(from)
      }
      return rows.reverse()
    },
  }
}

/** Where the parts of a row begin. */
const [LINE, LENGTH, ASCII, HEAD] = [8, 12, 16, 17]

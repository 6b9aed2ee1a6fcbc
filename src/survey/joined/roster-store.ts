/** A row of a roster: the cells that facts are read from, and where it stands. */
export interface RosterCells {
  readonly line: number
  readonly cells: readonly string[]
  /** Nothing but keys is in the row: it may be a member or not. */
  readonly maybe?: true
}

/** Rows of a roster in memory, by the number of their household. A row takes the bytes of its cells and about 24 more. */
export interface RosterStore {
  add(household: number, row: RosterCells): void
  /** The rows of a household in the order in which they came. */
  rowsOf(household: number): RosterCells[]
}

const BLOCK = 1 << 22

/** Stands between cells in memory. No text that is read holds it. */
const MARK = '\0'

const NOWHERE = -1

/** @param households how many there are */
export function createRosterStore(households: number): RosterStore {
  const rows: Rows = { last: new Float64Array(households).fill(NOWHERE), blocks: [], used: BLOCK }
  return {
    add: (household, row) => addRow(rows, household, row),
    rowsOf: (household) => rowsOf(rows, household),
  }
}

/**
 * Rows stand one after another in blocks. No row is split between two blocks; a row longer than a block has a block of its own. A row is:
 * the place of the row before it of the same household, its line, the length of its text, whether the text is plain ASCII and
 * whether the row may be nobody, the text.
 */
interface Rows {
  /** Where the last row of each household stands. */
  readonly last: Float64Array
  readonly blocks: Buffer[]
  /** How many bytes of the last block are used. */
  used: number
}

function addRow(rows: Rows, household: number, { line, cells, maybe }: RosterCells): void {
  const text = cells.join(MARK)
  const bytes = Buffer.byteLength(text)
  const { block, from } = placeFor(rows, HEAD + bytes)
  block.writeDoubleLE(rows.last[household] ?? NOWHERE, from)
  block.writeUInt32LE(line, from + LINE)
  block.writeUInt32LE(bytes, from + LENGTH)
  block.writeUInt8((bytes === text.length ? IS_ASCII : 0) | (maybe ? IS_MAYBE : 0), from + SAYS)
  block.write(text, from + HEAD, 'utf8')
  rows.last[household] = (rows.blocks.length - 1) * BLOCK + from
  rows.used = from + HEAD + bytes
}

/** A block with this number of free bytes, and where they begin in it. */
function placeFor(rows: Rows, bytes: number): { block: Buffer; from: number } {
  const open = rows.blocks.at(-1)
  if (open !== undefined && rows.used + bytes <= BLOCK) return { block: open, from: rows.used }
  const block = Buffer.allocUnsafe(Math.max(BLOCK, bytes))
  rows.blocks.push(block)
  rows.used = 0
  return { block, from: 0 }
}

function rowsOf({ last, blocks }: Rows, household: number): RosterCells[] {
  const rows: RosterCells[] = []
  for (let at = last[household] ?? NOWHERE; at !== NOWHERE; ) {
    const from = at % BLOCK
    const block = blocks[(at - from) / BLOCK]
    if (block === undefined) throw new Error('a block of a roster is missing')
    const end = from + HEAD + block.readUInt32LE(from + LENGTH)
    const says = block[from + SAYS] ?? 0
    const text = block.toString(says & IS_ASCII ? 'latin1' : 'utf8', from + HEAD, end)
    const row = { line: block.readUInt32LE(from + LINE), cells: text.split(MARK) }
    rows.push(says & IS_MAYBE ? { ...row, maybe: true } : row)
    at = block.readDoubleLE(from)
  }
  return rows.reverse()
}

/** Where the parts of a row begin. */
const [LINE, LENGTH, SAYS, HEAD] = [8, 12, 16, 17]

const [IS_ASCII, IS_MAYBE] = [1, 2]

/** How many there are of something; two ends where that is not known. */
export interface CellCount {
  readonly least: number
  readonly most: number
}

/** A table of counts, and which of its totals anybody can read. */
export interface CountTable {
  readonly rows: readonly (readonly CellCount[])[]
  /** For each row, and for each column: true if its total is shown. */
  readonly rowTotals: readonly boolean[]
  readonly columnTotals: readonly boolean[]
}

/** True if a count is from 1 to below the least that may be shown, at either end, or if so few are open that its ends say how many. */
export const isSmall = ({ least, most }: CellCount, leastCell: number): boolean =>
  [least, most, most - least].some((end) => end >= 1 && end < leastCell)

/**
 * The cells of a table that stay hidden so that nobody can read or work out a small one: all small cells; in each row and column whose total
 * is shown at least two, which make up `leastCell` together; and as many more as it takes until no small cell follows from the others.
 * Where one more must go, it is the smallest positive one, in ties that of the first row, then of the first column. Nothing is rounded.
 */
export function hiddenCells(table: CountTable, leastCell: number): boolean[][] {
  const { rows } = table
  const small = rows.map((row) => row.map((cell) => isSmall(cell, leastCell)))
  const hidden = small.map((row) => [...row])
  const lines = linesOf(table)
  for (let goes = true; goes; ) {
    goes = false
    for (const line of lines)
      while (isOpen(table, hidden, line, leastCell) && hideOneMore(table, hidden, line)) goes = true
    for (const [row, column] of goes ? [] : impliedCells(table, hidden)) {
      if (small[row]?.[column] !== true) continue
      goes = [rowLine(table, row), columnLine(table, column)].some((line) => hideOneMore(table, hidden, line))
      if (goes) break
    }
  }
  return hidden
}

type Place = readonly [row: number, column: number]
type Line = readonly Place[]

const rowLine = ({ rows }: CountTable, row: number): Line =>
  (rows[row] ?? []).map((_, column) => [row, column] as const)

const columnLine = ({ rows }: CountTable, column: number): Line =>
  rows.map((_, row) => [row, column] as const)

/** The rows, then the columns, that a shown total makes a sum. */
const linesOf = (table: CountTable): Line[] => [
  ...table.rowTotals.flatMap((isShown, row) => (isShown ? [rowLine(table, row)] : [])),
  ...table.columnTotals.flatMap((isShown, column) => (isShown ? [columnLine(table, column)] : [])),
]

/** True if a line hides some cells, but fewer than two, or if their sum is below `leastCell`. */
function isOpen({ rows }: CountTable, hidden: readonly boolean[][], line: Line, leastCell: number): boolean {
  const own = line.filter(([row, column]) => hidden[row]?.[column] === true)
  if (own.length === 0) return false
  const sum = own.reduce((before, [row, column]) => before + (rows[row]?.[column]?.least ?? 0), 0)
  return own.length < 2 || sum < leastCell
}

/** Hides the smallest positive cell of a line that is shown; `false` where there is none. */
function hideOneMore({ rows }: CountTable, hidden: boolean[][], line: Line): boolean {
  const sizeOf = ([row, column]: Place) => rows[row]?.[column]?.most ?? 0
  let found: Place | null = null
  for (const place of line) {
    if (hidden[place[0]]?.[place[1]] === true || sizeOf(place) === 0) continue
    if (found === null || sizeOf(place) < sizeOf(found)) found = place
  }
  const row = found === null ? undefined : hidden[found[0]]
  if (found === null || row === undefined) return false
  row[found[1]] = true
  return true
}

/**
 * The hidden cells whose value the shown ones and the totals imply. Rows and columns are the points of a graph and hidden cells its edges; a
 * hidden total leads to one more point. Exactly the edges that lie on no circle are implied.
 */
function impliedCells(table: CountTable, hidden: readonly (readonly boolean[])[]): Place[] {
  const { rows, rowTotals, columnTotals } = table
  const ground = rows.length + columnTotals.length
  const edges: (readonly [from: number, to: number, cell: Place | null])[] = [
    ...hidden.flatMap((row, at) =>
      row.flatMap((isHidden, column) =>
        isHidden ? [[at, rows.length + column, [at, column]] as const] : [],
      ),
    ),
    ...rowTotals.flatMap((isShown, row) => (isShown ? [] : [[row, ground, null] as const])),
    ...columnTotals.flatMap((isShown, column) =>
      isShown ? [] : [[rows.length + column, ground, null] as const],
    ),
  ]
  const bridges = bridgesOf(ground + 1, edges)
  return edges.flatMap(([, , cell], at) => (cell !== null && bridges.has(at) ? [cell] : []))
}

/** The edges of a graph that lie on no circle (Tarjan 1974), without a call for each step. */
function bridgesOf(points: number, edges: readonly (readonly [number, number, unknown])[]): Set<number> {
  const around: number[][] = Array.from({ length: points }, () => [])
  for (const [at, [from, to]] of edges.entries()) {
    around[from]?.push(at)
    around[to]?.push(at)
  }
  const order = new Array<number>(points).fill(-1)
  const low = new Array<number>(points).fill(-1)
  const bridges = new Set<number>()
  let next = 0
  for (let start = 0; start < points; start++) {
    if (order[start] !== -1) continue
    order[start] = low[start] = next++
    const path: { readonly point: number; readonly by: number; at: number }[] = [
      { point: start, by: -1, at: 0 },
    ]
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const edge = around[step.point]?.[step.at]
      if (edge === undefined) {
        path.pop()
        const before = path.at(-1)
        if (before === undefined) continue
        low[before.point] = Math.min(low[before.point] ?? 0, low[step.point] ?? 0)
        if ((low[step.point] ?? 0) > (order[before.point] ?? 0)) bridges.add(step.by)
        continue
      }
      step.at += 1
      if (edge === step.by) continue
      const [from, to] = edges[edge] ?? [0, 0]
      const other = from === step.point ? to : from
      if (order[other] === -1) {
        order[other] = low[other] = next++
        path.push({ point: other, by: edge, at: 0 })
      } else low[step.point] = Math.min(low[step.point] ?? 0, order[other] ?? 0)
    }
  }
  return bridges
}

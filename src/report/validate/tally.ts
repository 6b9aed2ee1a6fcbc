/** At most this many lines are remembered of each kind. */
const KEPT = 10

/** How often something was found, and on which lines first. */
export interface Tally {
  readonly count: number
  /** The first few, each once. */
  readonly lines: readonly number[]
}

export interface OpenTally extends Tally {
  add(line: number | null): void
}

export function createTally(): OpenTally {
  const lines: number[] = []
  let count = 0
  return {
    lines,
    get count() {
      return count
    },
    add(line) {
      count += 1
      if (line !== null && lines.length < KEPT && !lines.includes(line)) lines.push(line)
    },
  }
}

export const NO_CELLS: Tally = { count: 0, lines: [] }

/** Several tallies as one; their first lines in the order of the file. */
export function sumOfTallies(tallies: readonly (Tally | undefined)[]): Tally {
  const found = tallies.map((tally) => tally ?? NO_CELLS)
  return {
    count: found.reduce((sum, { count }) => sum + count, 0),
    lines: [...new Set(found.flatMap(({ lines }) => lines))].sort((a, b) => a - b).slice(0, KEPT),
  }
}

import type { Judgement, Reached } from '../judge/judge-case.js'

/** Counts of one class. */
export interface Tally {
  inputs: number
  runs: number
  found: number
  readonly reached: Record<Reached, number>
  readonly exits: Map<string, number>
  /** Inputs of which each diagnostic was told. */
  readonly codes: Map<string, number>
}

export const openTally = (): Tally => ({
  inputs: 0,
  runs: 0,
  found: 0,
  reached: { refused: 0, ran: 0, diagnosed: 0, decided: 0 },
  exits: new Map(),
  codes: new Map(),
})

const more = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)

export function count(tally: Tally, { reached, runs, code, codes, found }: Judgement): void {
  tally.inputs += 1
  tally.runs += runs
  tally.found += found.length > 0 ? 1 : 0
  tally.reached[reached] += 1
  more(tally.exits, code)
  for (const each of codes) more(tally.codes, each)
}

/** The share of inputs that came past loading to a decision or to a word about the data. */
export const shareReached = ({ inputs, reached }: Tally): number =>
  inputs === 0 ? 0 : (reached.decided + reached.diagnosed) / inputs

const HEAD = ['class', 'inputs', 'runs', 'decided', 'diagnosed', 'ran', 'refused', 'past loading', 'found']

/** The table of all classes. */
export function tallyTable(tallies: ReadonlyMap<string, Tally>): string {
  const rows = [...tallies].map(([name, tally]) => {
    const { decided, diagnosed, ran, refused } = tally.reached
    const counts = [tally.inputs, tally.runs, decided, diagnosed, ran, refused].map(String)
    return [name, ...counts, `${(100 * shareReached(tally)).toFixed(0)}%`, String(tally.found)]
  })
  return [HEAD, HEAD.map((each) => '-'.repeat(each.length)), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')
}

/** How many inputs of a class each diagnostic was told of, the commonest first. */
export const codesLine = ({ codes }: Tally): string =>
  [...codes]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([code, times]) => `${code} ${times}`)
    .join(', ')

import type { VerdictSet } from '../../../src/engine/assessment.js'
import type { Decisions, TableRow } from '../../../src/lang/pack.js'

export type SettledVerdict = 'met' | 'unmet' | 'not_applicable'

/** The first row that fires: the meaning of a table, read off its wording. */
function firedRow(rows: readonly TableRow[], verdicts: ReadonlyMap<string, SettledVerdict>): number {
  for (const [row, { when }] of rows.entries()) {
    if (when.kind === 'otherwise') return row
    const anyUnmet = when.criteria.some((id) => verdicts.get(id) === 'unmet')
    if (anyUnmet === (when.kind === 'any-unmet')) return row
  }
  throw new Error('a table ends in `otherwise`')
}

export const outcomeOf = (rows: readonly TableRow[], verdicts: ReadonlyMap<string, SettledVerdict>): string =>
  rows[firedRow(rows, verdicts)]?.then ?? ''

/** The criteria in which a row, when it fires, looks for its reasons. */
function namedFor(rows: readonly TableRow[], fired: number): readonly string[] {
  const own = rows[fired]
  const asked = own?.when.kind === 'any-unmet' ? [own] : rows.slice(0, fired)
  return asked.flatMap(({ when }) => (when.kind === 'otherwise' ? [] : when.criteria))
}

export const verdictsIn = ({ met, unmet, notApplicable }: VerdictSet): SettledVerdict[] => [
  ...(met ? (['met'] as const) : []),
  ...(unmet ? (['unmet'] as const) : []),
  ...(notApplicable ? (['not_applicable'] as const) : []),
]

/** Every combination of what selector and criteria can still be. */
function* combinations(
  codes: readonly string[],
  sets: ReadonlyMap<string, VerdictSet>,
): Generator<{ code: string; verdicts: Map<string, SettledVerdict> }> {
  const ids = [...sets.keys()]
  function* from(index: number, chosen: Map<string, SettledVerdict>): Generator<Map<string, SettledVerdict>> {
    const id = ids[index]
    const set = id === undefined ? undefined : sets.get(id)
    if (id === undefined || set === undefined) yield new Map(chosen)
    else for (const verdict of verdictsIn(set)) yield* from(index + 1, chosen.set(id, verdict))
  }
  for (const code of codes) for (const verdicts of from(0, new Map())) yield { code, verdicts }
}

/** What `decide` says, found by trying every combination. */
export function decideByForce(
  decisions: Decisions,
  codes: readonly string[],
  sets: ReadonlyMap<string, VerdictSet>,
): { possible: string[]; turning: Set<string>; selectorTurns: boolean; reasons: string[] } {
  const outcomes = new Set<string>()
  const named = new Set<string>()
  const turning = new Set<string>()
  let selectorTurns = false
  const rowsOf = (code: string) => decisions.tables.get(code) ?? []
  for (const { code, verdicts } of combinations(codes, sets)) {
    const outcome = outcomeOf(rowsOf(code), verdicts)
    outcomes.add(outcome)
    for (const id of namedFor(rowsOf(code), firedRow(rowsOf(code), verdicts))) named.add(id)
    for (const [id, set] of sets) {
      for (const other of verdictsIn(set))
        if (outcomeOf(rowsOf(code), new Map([...verdicts, [id, other]])) !== outcome) turning.add(id)
    }
    for (const other of codes) if (outcomeOf(rowsOf(other), verdicts) !== outcome) selectorTurns = true
  }
  return {
    possible: [...decisions.outcomes.keys()].filter((outcome) => outcomes.has(outcome)),
    turning,
    selectorTurns,
    reasons: [...sets].flatMap(([id, set]) =>
      named.has(id) && set.unmet && !set.met && !set.notApplicable ? [id] : [],
    ),
  }
}

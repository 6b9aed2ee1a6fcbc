import type { Decisions, TableRow } from '../lang/pack.js'
import type { VerdictSet } from './judge.js'

/** The outcomes still possible for a record, and what can still change between them. */
export interface Outcome {
  /** In pack order. A single one is the decision. */
  readonly possible: readonly string[]
  /** Unknown criteria that matter: for some combination of all else, two of their verdicts lead to different outcomes. */
  readonly turning: readonly string[]
  /** True if two codes of the selector do so. */
  readonly selectorTurns: boolean
}

/**
 * What must be unmet, or not unmet, for a row to be the first that fires. A table asks only which criteria are unmet. A row fires on "some
 * of these are unmet" or "none is", and is skipped on the opposite. So a demand is a set of criteria that are not unmet, and lists with at
 * least one unmet criterion each. It can be met exactly if no list lies within the set; no combination needs to be tried.
 */
interface Demand {
  readonly notUnmet: ReadonlySet<string>
  readonly oneUnmetOf: readonly (readonly string[])[]
  readonly outcome: string
}

/**
 * Decides over all that the selector and the criteria can still be. `codes` are the codes still possible; one empty text if there is no
 * selector.
 */
export function decide(
  decisions: Decisions,
  codes: readonly string[],
  verdicts: ReadonlyMap<string, VerdictSet>,
): Outcome {
  const tables = codes.map((code) =>
    demandsOfTable(decisions.tables.get(code) ?? []).filter((demand) => canBeMet(demand, verdicts)),
  )
  const outcomes = new Set(tables.flatMap((demands) => demands.map((demand) => demand.outcome)))
  const possible = [...decisions.outcomes.keys()].filter((outcome) => outcomes.has(outcome))
  if (possible.length < 2) return { possible, turning: [], selectorTurns: false }
  const unknown = [...verdicts]
    .filter(([, set]) => set.unmet && (set.met || set.notApplicable))
    .map(([id]) => id)
  return {
    possible,
    turning: unknown.filter((id) => tables.some((demands) => turns(id, demands, verdicts))),
    selectorTurns: tables.some((a, index) => tables.slice(index + 1).some((b) => differ(a, b, verdicts))),
  }
}

const demandsKept = new WeakMap<readonly TableRow[], Demand[]>()

function demandsOfTable(rows: readonly TableRow[]): Demand[] {
  const kept = demandsKept.get(rows) ?? demandsOf(rows)
  demandsKept.set(rows, kept)
  return kept
}

function demandsOf(rows: readonly TableRow[]): Demand[] {
  const notUnmet = new Set<string>()
  const oneUnmetOf: (readonly string[])[] = []
  const demands: Demand[] = []
  for (const { when, then: outcome } of rows) {
    switch (when.kind) {
      case 'any-unmet':
        demands.push({ notUnmet: new Set(notUnmet), oneUnmetOf: [...oneUnmetOf, when.criteria], outcome })
        for (const id of when.criteria) notUnmet.add(id)
        break
      case 'all-met':
        demands.push({
          notUnmet: new Set([...notUnmet, ...when.criteria]),
          oneUnmetOf: [...oneUnmetOf],
          outcome,
        })
        oneUnmetOf.push(when.criteria)
        break
      case 'otherwise':
        demands.push({ notUnmet: new Set(notUnmet), oneUnmetOf: [...oneUnmetOf], outcome })
    }
  }
  return demands
}

const canBeUnmet = (set: VerdictSet | undefined) => set?.unmet ?? false
const mustBeUnmet = (set: VerdictSet | undefined) => set?.unmet && !set.met && !set.notApplicable

function canBeMet(
  { notUnmet, oneUnmetOf }: Omit<Demand, 'outcome'>,
  verdicts: ReadonlyMap<string, VerdictSet>,
): boolean {
  for (const id of notUnmet) if (mustBeUnmet(verdicts.get(id))) return false
  return oneUnmetOf.every((list) => list.some((id) => canBeUnmet(verdicts.get(id)) && !notUnmet.has(id)))
}

/** The rest of a demand once a criterion is known to be unmet or not; `null` if that contradicts it. */
function given(demand: Demand, id: string, isUnmet: boolean): Demand | null {
  if (isUnmet && demand.notUnmet.has(id)) return null
  return {
    ...demand,
    notUnmet: new Set([...demand.notUnmet].filter((each) => each !== id)),
    oneUnmetOf: demand.oneUnmetOf
      .filter((list) => !(isUnmet && list.includes(id)))
      .map((list) => list.filter((each) => each !== id)),
  }
}

const both = (a: Demand, b: Demand) => ({
  notUnmet: new Set([...a.notUnmet, ...b.notUnmet]),
  oneUnmetOf: [...a.oneUnmetOf, ...b.oneUnmetOf],
})

/** True if the outcome depends on this criterion, for some combination of all others. */
function turns(id: string, demands: readonly Demand[], verdicts: ReadonlyMap<string, VerdictSet>): boolean {
  return demands.some((first) => {
    const notUnmet = given(first, id, false)
    if (notUnmet === null) return false
    return demands.some((second) => {
      if (second.outcome === first.outcome) return false
      const unmet = given(second, id, true)
      return unmet !== null && canBeMet(both(notUnmet, unmet), verdicts)
    })
  })
}

/** True if two tables give different outcomes, for some combination of criteria. */
const differ = (
  a: readonly Demand[],
  b: readonly Demand[],
  verdicts: ReadonlyMap<string, VerdictSet>,
): boolean =>
  a.some((first) =>
    b.some((second) => first.outcome !== second.outcome && canBeMet(both(first, second), verdicts)),
  )

import type { Decisions, TableRow } from '../lang/pack.js'
import type { VerdictSet } from './assessment.js'

/** The outcomes still possible for a record, and what can still change between them. */
export interface Outcome {
  /** In pack order. A single one is the decision. */
  readonly possible: readonly string[]
  /** Unknown criteria that matter: for some combination of all else, two of their verdicts lead to different outcomes. */
  readonly turning: readonly string[]
  /** True if two codes of the selector do so. */
  readonly selectorTurns: boolean
  /**
   * Criteria that are certainly unmet and named by a row that can fire; where such a row says "all met" or `otherwise`, by a row above it. In
   * pack order.
   */
  readonly reasons: readonly string[]
}

/**
 * A table as a chain of rows. A row fires on "some of these are unmet" or "none is", and is skipped on the opposite. So a row is the first that
 * fires exactly if no criterion of an "any unmet" row above it is unmet, one of each "all met" row above it is, and its own list says so.
 * That can be asked without trying combinations, and without writing the demands of each row out, which would take their square.
 */
interface Chain {
  readonly rows: readonly ChainRow[]
  /** For each criterion the first "any unmet" row that names it: below it, the criterion is not unmet. */
  readonly firstAny: ReadonlyMap<string, number>
  /** For each criterion the first row that names it. */
  readonly firstNamed: ReadonlyMap<string, number>
  /** The "all met" rows. */
  readonly allMet: readonly number[]
}

interface ChainRow {
  readonly kind: TableRow['when']['kind']
  readonly outcome: string
  readonly list: readonly string[]
  readonly names: ReadonlySet<string>
}

/** A row that can fire; or the same in another table. */
interface Place {
  readonly chain: Chain
  readonly row: number
}

type Verdicts = ReadonlyMap<string, VerdictSet>

/**
 * Decides over all that the selector and the criteria can still be. `codes` are the codes still possible; one empty text if there is no
 * selector.
 */
export function decide(decisions: Decisions, codes: readonly string[], verdicts: Verdicts): Outcome {
  const chains = [...new Set(codes.map((code) => chainOf(decisions.tables.get(code) ?? [])))]
  const firing = chains.map((chain) => rowsThatCanFire(chain, verdicts))
  const outcomes = new Set(firing.flatMap((places) => places.map(outcomeOf)))
  const possible = [...decisions.outcomes.keys()].filter((outcome) => outcomes.has(outcome))
  const reasons = reasonsOf(firing.flat(), verdicts)
  if (possible.length < 2) return { possible, turning: [], selectorTurns: false, reasons }
  const turning = new Set(firing.flatMap((places) => [...turningIn(places, verdicts)]))
  const [first = [], ...others] = firing
  return {
    possible,
    turning: [...verdicts.keys()].filter((id) => turning.has(id)),
    // Tables that all give the outcomes of the first one give the same outcomes.
    selectorTurns: others.some((other) => differ(first, other, verdicts)),
    reasons,
  }
}

function reasonsOf(places: readonly Place[], verdicts: Verdicts): string[] {
  const unmet = [...verdicts].filter(([, set]) => mustBeUnmet(set)).map(([id]) => id)
  return unmet.filter((id) => places.some((place) => givesAsReason(place, id)))
}

/** Whether a criterion that is unmet is a reason where this row fires. */
function givesAsReason({ chain, row }: Place, id: string): boolean {
  const own = chain.rows[row]
  return own?.kind === 'any-unmet' ? own.names.has(id) : (chain.firstNamed.get(id) ?? row) < row
}

/** Whether two tables give the same outcome for the same reasons whatever verdict of its set each criterion takes. False may be too careful. */
export function tablesAgree(a: readonly TableRow[], b: readonly TableRow[], verdicts: Verdicts): boolean {
  const [firsts = [], seconds = []] = [a, b].map((table) => rowsThatCanFire(chainOf(table), verdicts))
  return firsts.every((first) =>
    seconds.every(
      (second) =>
        !canFireWith(first, second, null, verdicts) ||
        (outcomeOf(first) === outcomeOf(second) && giveSameReasons(first, second, verdicts)),
    ),
  )
}

/** Whether two rows give the same reasons where both fire. */
const giveSameReasons = (first: Place, second: Place, verdicts: Verdicts): boolean =>
  [...verdicts].every(
    ([id, set]) =>
      !set.unmet ||
      bars(first, id) ||
      bars(second, id) ||
      givesAsReason(first, id) === givesAsReason(second, id),
  )

/** The rows of a table, counted from 0, that can fire while each criterion may take any verdict of its set, whatever the others take. */
export const reachableRows = (table: readonly TableRow[], verdicts: Verdicts): number[] =>
  rowsThatCanFire(chainOf(table), verdicts).map(({ row }) => row)

const outcomeOf = ({ chain, row }: Place): string => chain.rows[row]?.outcome ?? ''

const chainsKept = new WeakMap<readonly TableRow[], Chain>()

function chainOf(table: readonly TableRow[]): Chain {
  const kept = chainsKept.get(table)
  if (kept !== undefined) return kept
  const rows = table.map(({ when, then }): ChainRow => {
    const list = when.kind === 'otherwise' ? [] : when.criteria
    return { kind: when.kind, outcome: then, list, names: new Set(list) }
  })
  const firstNamed = new Map<string, number>()
  const firstAny = new Map<string, number>()
  for (const [row, { kind, list }] of rows.entries()) {
    for (const id of list) {
      if (!firstNamed.has(id)) firstNamed.set(id, row)
      if (kind === 'any-unmet' && !firstAny.has(id)) firstAny.set(id, row)
    }
  }
  const allMet = [...rows.keys()].filter((row) => rows[row]?.kind === 'all-met')
  const chain = { rows, firstAny, firstNamed, allMet }
  chainsKept.set(table, chain)
  return chain
}

const canBeUnmet = (set: VerdictSet | undefined) => set?.unmet ?? false
const isUnknown = (set: VerdictSet | undefined) => set?.unmet && (set.met || set.notApplicable)
const mustBeUnmet = (set: VerdictSet | undefined) => set?.unmet && !set.met && !set.notApplicable

/** Whether a criterion may not be unmet for this row to fire. */
function bars({ chain, row }: Place, id: string): boolean {
  const own = chain.rows[row]
  return (chain.firstAny.get(id) ?? row) < row || (own?.kind === 'all-met' && own.names.has(id))
}

/** Lists of criteria: for a row to fire, each list must have an unmet one. */
function* listsBefore({ chain, row }: Place): Generator<ChainRow> {
  for (const above of chain.allMet) {
    if (above >= row) break
    yield chain.rows[above] as ChainRow
  }
  const own = chain.rows[row]
  if (own?.kind === 'any-unmet') yield own
}

function rowsThatCanFire(chain: Chain, verdicts: Verdicts): Place[] {
  let last = chain.rows.length - 1
  for (const [id, set] of verdicts)
    if (mustBeUnmet(set)) last = Math.min(last, chain.firstAny.get(id) ?? last)
  return chain.rows.slice(0, last + 1).flatMap((own, row) => {
    const place = { chain, row }
    const isOpen = own.kind !== 'all-met' || !own.list.some((id) => mustBeUnmet(verdicts.get(id)))
    return isOpen && canFireWith(place, place, null, verdicts) ? [place] : []
  })
}

/**
 * True if two rows that can fire can both fire for one combination of all criteria but `id`: the first if `id` is not unmet, and the second
 * if it is. If `id` is `null`, for one combination of all criteria.
 */
function canFireWith(first: Place, second: Place, id: string | null, verdicts: Verdicts): boolean {
  if (id !== null && bars(second, id)) return false
  const isFree = (each: string) =>
    each !== id && canBeUnmet(verdicts.get(each)) && !bars(first, each) && !bars(second, each)
  for (const { list } of listsBefore(first)) if (!list.some(isFree)) return false
  for (const { list, names } of listsBefore(second))
    if (!(id !== null && names.has(id)) && !list.some(isFree)) return false
  return true
}

/**
 * The unknown criteria on which the outcome of a table depends, for some combination of all others. Where a criterion becomes unmet, the row
 * that fires gives way only to the first "any unmet" row with its name, if that is above, or if the row says "all met" of it, to a row below.
 */
function turningIn(places: readonly Place[], verdicts: Verdicts): Set<string> {
  const turning = new Set<string>()
  const [chain] = places.map((place) => place.chain)
  if (chain === undefined) return turning
  for (const [id, row] of chain.firstAny) {
    if (!isUnknown(verdicts.get(id))) continue
    const outcome = chain.rows[row]?.outcome
    const below = lastOfOther(places, outcome)
    if (below > row) turning.add(id)
  }
  for (const [at, first] of places.entries()) {
    const own = chain.rows[first.row]
    if (own?.kind !== 'all-met') continue
    const below = places.slice(at + 1).filter((second) => outcomeOf(second) !== own.outcome)
    for (const id of own.list)
      if (isUnknown(verdicts.get(id)) && !turning.has(id))
        if (below.some((second) => canFireWith(first, second, id, verdicts))) turning.add(id)
  }
  return turning
}

/** The last row that can fire and gives another outcome; -1 if there is none. */
const lastOfOther = (places: readonly Place[], outcome: string | undefined): number =>
  places.findLast((place) => outcomeOf(place) !== outcome)?.row ?? -1

/** True if two tables give different outcomes, for some combination of criteria. */
const differ = (a: readonly Place[], b: readonly Place[], verdicts: Verdicts): boolean =>
  a.some((first) =>
    b.some((second) => outcomeOf(first) !== outcomeOf(second) && canFireWith(first, second, null, verdicts)),
  )

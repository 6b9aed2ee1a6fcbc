import type { Diagnostic } from '../../base/diagnostic.js'
import type { Assessment, EngineCounts, Verdict } from '../../engine/assessment.js'
import { type Pack, VERIFY } from '../../lang/pack.js'
import type { Ledger, RosterLedger } from '../../survey/records/ledger.js'
import { countDecisions, type DecisionCounts, type SizedRecords } from './decision-count.js'
import { createGroups, type Group } from './groups.js'
import { gatherRepeatedIds, type RepeatedId, type RepeatedRow } from './repeated-ids.js'

/** A file of so many records is shown whole; of a larger one, so many that need a person. */
export const SMALL = 40
export const SHOWN = 10

export interface CriterionCount extends Readonly<Record<Verdict, number>> {
  /** The gap that most often keeps the criterion unknown, member rows dropped; ties by code unit. */
  readonly commonestGap: string | null
}

/** Where the as-of dates came from, and between which days they lie. */
export interface AsOfCount {
  readonly option: number
  readonly record: number
  readonly pack: number
  readonly first: string | null
  readonly last: string | null
}

/** Everything that reports say about a run as a whole, counted once. */
export interface Summary extends DecisionCounts, RunEnd {
  readonly criteria: ReadonlyMap<string, CriterionCount>
  readonly asOf: AsOfCount
  /** One group for each value of the fact of `--by`. */
  readonly by: { readonly fact: string; readonly groups: readonly Group[] } | null
  readonly held: readonly RepeatedId[]
  /** Checks of severity error that fired. */
  readonly failedChecks: number
  /** Every record that `--only` lets through, where the file is small; otherwise null. */
  readonly rows: readonly Assessment[] | null
  /** The decisions of `--only`. */
  readonly only: ReadonlySet<string> | null
  /** The first records whose decision is `verify`, or one of `only`. */
  readonly listed: readonly Assessment[]
}

/** What the run adds to the counts when all is read. */
export interface RunEnd {
  readonly ledger: Ledger
  /** Of the files with rows of members. */
  readonly rosters: readonly RosterLedger[]
  /** `risk=no`: what was taken for columns that a file lacks. */
  readonly assumed: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  /** Which engine judged how many; `null` where nobody asked for one. */
  readonly engine: EngineCounts | null
}

/** What a fold would have counted of some records. */
export interface CountedRecords {
  readonly decisions: ReadonlyMap<string, SizedRecords>
  /** By criterion. */
  readonly verdicts: ReadonlyMap<string, Readonly<Record<Verdict, number>>>
  /** For each criterion how often which gap keeps it unknown, member rows dropped. */
  readonly gaps: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly asOf: AsOfCount
  readonly failedChecks: number
  /** All that `only` lets through, where all of the run are few. */
  readonly rows: readonly Assessment[]
  /** The first that are to be listed, no more than are listed. */
  readonly listed: readonly Assessment[]
}

export interface FoldOptions {
  /** The fact of `--by`. */
  readonly by: string | null
  readonly only: ReadonlySet<string> | null
  /** Whether every held row is remembered, or only the first ids. */
  readonly allHeld: boolean
}

/** Counts assessments one by one; memory grows with the pack and with the groups of `by`, not with the records. */
export interface Fold {
  add(assessment: Assessment): void
  /** Adds what others have counted of records that stand behind those added before. */
  addCounted(counted: Partial<CountedRecords>): void
  hold(row: RepeatedRow): void
  finish(end: RunEnd): Summary
}

export function createFold(pack: Pack, options: FoldOptions): Fold {
  const decisions = countDecisions(pack)
  const criteria = new Map(pack.criteria.map(({ id }) => [id, countCriterion()]))
  const groups = options.by === null ? null : createGroups(pack, options.by)
  const holds = gatherRepeatedIds(options.allHeld ? null : SHOWN)
  const asOf = countAsOf()
  const rows: Assessment[] = []
  const listed: Assessment[] = []
  let failedChecks = 0

  return {
    add(assessment) {
      const { decision, size } = assessment
      decisions.add(decision, size)
      groups?.add(assessment)
      asOf.add(assessment)
      for (const [id, count] of criteria)
        count.add(assessment.verdicts.get(id), assessment.gaps.get(id) ?? NO_GAPS)
      for (const { severity } of assessment.diagnostics) if (severity === 'error') failedChecks += 1
      if (decisions.assessed() <= SMALL && (options.only?.has(decision) ?? true)) rows.push(assessment)
      const isAsked = options.only === null ? decision === VERIFY : options.only.has(decision)
      if (isAsked && listed.length < SHOWN) listed.push(assessment)
    },
    addCounted(counted) {
      const { decisions: decided = new Map(), verdicts = new Map(), gaps = new Map(), ...others } = counted
      for (const [decision, count] of decided) decisions.addMany(decision, count)
      for (const [id, counts] of verdicts) criteria.get(id)?.addVerdicts(counts)
      for (const [id, counts] of gaps) for (const [gap, times] of counts) criteria.get(id)?.addGap(gap, times)
      if (others.asOf !== undefined) asOf.addMany(others.asOf)
      failedChecks += others.failedChecks ?? 0
      rows.push(...(others.rows ?? []))
      listed.push(...(others.listed ?? []))
    },
    hold: (row) => holds.add(row),
    finish: (end) => ({
      ...decisions.finish(),
      criteria: new Map([...criteria].map(([id, count]) => [id, count.finish()])),
      asOf: asOf.finish(),
      by: groups && options.by !== null ? { fact: options.by, groups: groups.finish() } : null,
      held: holds.finish(),
      failedChecks,
      rows: decisions.assessed() <= SMALL ? rows : null,
      only: options.only,
      listed,
      ...end,
    }),
  }
}

const NO_GAPS: readonly string[] = []
const VERDICTS: readonly Verdict[] = ['met', 'unmet', 'unknown', 'not_applicable']

function countCriterion() {
  const verdicts: Record<Verdict, number> = { met: 0, unmet: 0, unknown: 0, not_applicable: 0 }
  const gaps = new Map<string, number>()
  const addGap = (gap: string, times: number) => gaps.set(gap, (gaps.get(gap) ?? 0) + times)
  return {
    add(verdict: Verdict | undefined, open: readonly string[]) {
      if (verdict === undefined) return
      verdicts[verdict] += 1
      if (open.length === 0) return
      for (const gap of new Set(open.map((path) => path.replace(/\[\d+\]/, '')))) addGap(gap, 1)
    },
    addVerdicts(counts: Readonly<Record<Verdict, number>>) {
      for (const verdict of VERDICTS) verdicts[verdict] += counts[verdict]
    },
    addGap,
    finish(): CriterionCount {
      const ranked = [...gaps].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      return { ...verdicts, commonestGap: ranked[0]?.[0] ?? null }
    },
  }
}

function countAsOf() {
  const count = { option: 0, record: 0, pack: 0 }
  let first: string | null = null
  let last: string | null = null
  const reach = (from: string | null, to: string | null) => {
    if (from !== null && (first === null || from < first)) first = from
    if (to !== null && (last === null || to > last)) last = to
  }
  return {
    add({ asOf, asOfFrom }: Assessment) {
      count[asOfFrom] += 1
      reach(asOf, asOf)
    },
    addMany(other: AsOfCount) {
      for (const from of ['option', 'record', 'pack'] as const) count[from] += other[from]
      reach(other.first, other.last)
    },
    finish: (): AsOfCount => ({ ...count, first, last }),
  }
}

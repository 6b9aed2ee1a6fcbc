import type { Assessment, Verdict } from '../../engine/assessment.js'
import { type Pack, VERIFY } from '../../lang/pack.js'
import { type AsOfCount, countAsOf } from './count/as-of-count.js'
import { countCharts } from './count/charts.js'
import { countCriterion } from './count/criterion-count.js'
import { countDecisions, type SizedRecords } from './count/decision-count.js'
import { createGroups } from './groups.js'
import { gatherRepeatedIds, type RepeatedRow } from './repeated-ids.js'
import { type RunEnd, SHOWN, SMALL, type Summary } from './summary.js'

export interface FoldOptions {
  /** The fact of `--by`. */
  readonly by: string | null
  readonly only: ReadonlySet<string> | null
  /** True if every held row is kept, not only the first ids. */
  readonly allHeld: boolean
  /** True if counts that only drawings show are needed. */
  readonly charts?: boolean
}

/** Counts assessments one by one; memory grows with the pack and with the groups of `by`, not with the records. */
export interface Fold {
  add(assessment: Assessment): void
  /** Adds what was counted elsewhere of records that come after those added before. */
  addCounted(counted: Partial<CountedRecords>): void
  /** Adds a row that is not decided, because its id stands more than once. */
  hold(row: RepeatedRow): void
  finish(end: RunEnd): Summary
}

/** What a fold would have counted of some records. */
export interface CountedRecords {
  readonly decisions: ReadonlyMap<string, SizedRecords>
  /** By criterion. */
  readonly verdicts: ReadonlyMap<string, Readonly<Record<Verdict, number>>>
  /** For each criterion how often each gap keeps it unknown; gaps of members are counted without their row. */
  readonly gaps: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly asOf: AsOfCount
  readonly failedChecks: number
  /** Every record that `only` lets through, where the run has few records. */
  readonly rows: readonly Assessment[]
  /** The first records to list. */
  readonly listed: readonly Assessment[]
}

/** What has been counted so far. */
interface Counts {
  readonly options: FoldOptions
  readonly decisions: ReturnType<typeof countDecisions>
  readonly criteria: ReadonlyMap<string, ReturnType<typeof countCriterion>>
  /** `null` without `--by`. */
  readonly groups: ReturnType<typeof createGroups> | null
  readonly charts: ReturnType<typeof countCharts> | null
  readonly repeatedIds: ReturnType<typeof gatherRepeatedIds>
  readonly asOf: ReturnType<typeof countAsOf>
  readonly rows: Assessment[]
  readonly listed: Assessment[]
  failedChecks: number
}

export function createFold(pack: Pack, options: FoldOptions): Fold {
  const counts: Counts = {
    options,
    decisions: countDecisions(pack),
    criteria: new Map(pack.criteria.map(({ id }) => [id, countCriterion()])),
    groups: options.by === null ? null : createGroups(pack, options.by, options.charts),
    charts: options.charts ? countCharts(pack) : null,
    repeatedIds: gatherRepeatedIds(options.allHeld ? null : SHOWN),
    asOf: countAsOf(),
    rows: [],
    listed: [],
    failedChecks: 0,
  }
  return {
    add: (assessment) => addAssessment(counts, assessment),
    addCounted: (counted) => addCounted(counts, counted),
    hold: (row) => counts.repeatedIds.add(row),
    finish: (end) => summarised(counts, end),
  }
}

const NO_GAPS: readonly string[] = []

function addAssessment(counts: Counts, assessment: Assessment): void {
  const { decision, size, verdicts, gaps, diagnostics } = assessment
  const { decisions, criteria, groups, charts, asOf, rows, listed } = counts
  const { only } = counts.options
  decisions.add(decision, size)
  groups?.add(assessment)
  charts?.add(assessment)
  asOf.add(assessment)
  for (const [id, count] of criteria) count.add(verdicts.get(id), gaps.get(id) ?? NO_GAPS)
  for (const { severity } of diagnostics) if (severity === 'error') counts.failedChecks += 1
  if (decisions.assessed() <= SMALL && (only?.has(decision) ?? true)) rows.push(assessment)
  const isAsked = only === null ? decision === VERIFY : only.has(decision)
  if (isAsked && listed.length < SHOWN) listed.push(assessment)
}

function addCounted(counts: Counts, counted: Partial<CountedRecords>): void {
  const { decisions, criteria, asOf, rows, listed } = counts
  for (const [decision, count] of counted.decisions ?? []) decisions.addMany(decision, count)
  for (const [id, verdicts] of counted.verdicts ?? []) criteria.get(id)?.addVerdicts(verdicts)
  for (const [id, gaps] of counted.gaps ?? [])
    for (const [gap, times] of gaps) criteria.get(id)?.addGap(gap, times)
  if (counted.asOf !== undefined) asOf.addMany(counted.asOf)
  counts.failedChecks += counted.failedChecks ?? 0
  rows.push(...(counted.rows ?? []))
  listed.push(...(counted.listed ?? []))
}

function summarised(counts: Counts, end: RunEnd): Summary {
  const { options, decisions, criteria, groups, charts, repeatedIds, asOf, rows, listed, failedChecks } =
    counts
  return {
    ...decisions.finish(),
    criteria: new Map([...criteria].map(([id, count]) => [id, count.finish()])),
    asOf: asOf.finish(),
    by: groups && options.by !== null ? { fact: options.by, groups: groups.finish() } : null,
    charts: charts?.finish() ?? null,
    held: repeatedIds.finish(),
    failedChecks,
    rows: decisions.assessed() <= SMALL ? rows : null,
    only: options.only,
    listed,
    ...end,
  }
}

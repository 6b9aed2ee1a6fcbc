import type { Verdict } from '../../../engine/assessment.js'

export interface CriterionCount extends Readonly<Record<Verdict, number>> {
  /** The gap that most often keeps the criterion unknown, of members without their row; of equals the first by code unit. */
  readonly commonestGap: string | null
}

const VERDICTS: readonly Verdict[] = ['met', 'unmet', 'unknown', 'not_applicable']

/** Counts the verdicts of one criterion and the gaps that keep it unknown. */
export function countCriterion() {
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

import type { Diagnostic } from '../../base/diagnostic.js'
import { type Pack, VERIFY } from '../../lang/pack.js'
import { groupingFacts } from '../../report/assess/groups.js'
import { DIFF_FORMATS, type DiffFormat } from '../../report/diff/formats.js'
import type { DiffSummary } from '../../report/diff/summary.js'
import { transitionKey } from '../../report/diff/summary.js'
import { type Gate, readGates } from '../request/gate.js'
import { type PlannedReport, pathOf, planReports } from '../request/report-targets.js'
import { asOfFaults, RECORD_LEDGER } from '../request/survey-plan.js'
import type { Inputs } from '../terminal/inputs.js'
import { type Target, targetFaults } from '../terminal/target.js'
import { unknownName } from '../terminal/usage.js'
import type { DiffRequest } from './request.js'

/** What to do, checked against both packs before anything is read. */
export interface DiffPlan {
  readonly reports: readonly PlannedReport<DiffFormat>[]
  readonly accept: Target | null
  readonly gates: readonly Gate[]
}

/** Checks all that can be wrong about a request; every fault in one go. */
export function planDiff(
  old: Pack,
  changed: Pack,
  request: DiffRequest,
  inputs: Inputs,
): { plan: DiffPlan } | { faults: Diagnostic[] } {
  const faults: Diagnostic[] = []
  const facts = [...new Set([...groupingFacts(changed), ...groupingFacts(old)])]
  if (request.by !== null && !facts.includes(request.by)) faults.push(unknownName('by', request.by, facts))
  faults.push(...asOfFaults(request.asOf))
  const gates = readGates(request.failOn, gateNames(old, changed), faults, 'moves')
  const reports = planReports(request, DIFF_FORMATS, faults)
  const accept = request.accept === null ? null : acceptTarget(request.accept)
  const targets = [...reports.map(({ target }) => target), ...(accept === null ? [] : [accept])]
  faults.push(...targetFaults(targets, inputs))
  return faults.length > 0 ? { faults } : { plan: { reports, accept, gates } }
}

/** What is accepted may replace what was accepted before. */
const acceptTarget = (file: string): Target => ({
  path: pathOf(file),
  asked: `--accept ${file}`,
  replaces: 'baseline',
})

/** `moved`, every `FROM->TO`, and the ledger. */
function gateNames(old: Pack, changed: Pack): string[] {
  const from = [...old.decisions.outcomes.keys(), VERIFY]
  const to = [...changed.decisions.outcomes.keys(), VERIFY]
  return ['moved', ...RECORD_LEDGER, ...from.flatMap((a) => to.map((b) => transitionKey(a, b)))]
}

/** What stands under each name of a gate. */
export function gateCounts({ moved, transitions, ledger }: DiffSummary): ReadonlyMap<string, number> {
  const between = transitions.map(({ from, to, records }) => [transitionKey(from, to), records] as const)
  const counts = RECORD_LEDGER.map((name) => [name, ledger[name]] as const)
  return new Map([['moved', moved.records], ...counts, ...between])
}

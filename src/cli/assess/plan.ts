import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { type Pack, VERIFY } from '../../lang/pack.js'
import { csvColumns } from '../../report/assess/csv.js'
import { ASSESS_FORMATS, type AssessFormat } from '../../report/assess/formats.js'
import { groupingFacts } from '../../report/assess/groups.js'
import { longColumns } from '../../report/assess/long-csv.js'
import { PUBLIC_FORMATS } from '../../report/assess/public/formats.js'
import { RECORD_MEMBERS } from '../../report/assess/record-json.js'
import { type Gate, readGates } from '../request/gate.js'
import { type PlannedReport, planReports } from '../request/report-targets.js'
import { asOfFaults, LEDGER_NAMES, noCsv, stdinFaults, surveyTargets } from '../request/survey-plan.js'
import type { Inputs } from '../terminal/inputs.js'
import type { Target } from '../terminal/target.js'
import { unknownName, usageFault } from '../terminal/usage.js'
import type { AssessRequest } from './request.js'

/** What to do, checked against the pack before anything is read. */
export interface AssessPlan {
  readonly reports: readonly PlannedReport<AssessFormat>[]
  readonly rejects: Target | null
  readonly gates: readonly Gate[]
  /** `null` lets every decision through. */
  readonly only: ReadonlySet<string> | null
  /** The smallest count of households that the result shows; `null` for one that stays in the office. */
  readonly leastCell: number | null
}

/** Checks all that can be wrong about a request; every fault in one go. */
export function planAssess(
  pack: Pack,
  request: AssessRequest,
  inputs: Inputs,
  leastCell: number | null,
): { plan: AssessPlan } | { faults: Diagnostic[] } {
  const faults: Diagnostic[] = []
  const decisions = [...pack.decisions.outcomes.keys(), VERIFY]
  for (const name of request.only)
    if (!decisions.includes(name)) faults.push(unknownName('only', name, decisions))
  if (request.by !== null && !groupingFacts(pack).includes(request.by)) {
    faults.push(unknownName('by', request.by, groupingFacts(pack)))
  }
  faults.push(...asOfFaults(request.asOf), ...keepFaults(pack, request.keep))
  const gates = readGates(request.failOn, [...decisions, 'invalid', ...LEDGER_NAMES], faults)
  const reports = planReports(request, ASSESS_FORMATS, faults)
  const rejects = surveyTargets(request, inputs, reports, faults)
  faults.push(
    ...stdinFaults(request.files),
    ...formFaults(request, reports),
    ...publicFaults(request, reports, leastCell),
  )
  if (faults.length > 0) return { faults }
  const only = request.only.length === 0 ? null : new Set(request.only)
  return { plan: { reports, rejects, gates, only, leastCell } }
}

/** Flags that change a format which is not written. */
function formFaults(
  { long, findings }: AssessRequest,
  reports: readonly PlannedReport<AssessFormat>[],
): Diagnostic[] {
  const writes = (...formats: AssessFormat[]) => reports.some(({ format }) => formats.includes(format))
  return [
    ...(long && !writes('csv') ? [noCsv('--long')] : []),
    ...(findings !== 'all' && !writes('ndjson', 'json')
      ? [usageFault(say('usage.no-json', { option: '--findings' }), say('usage.no-json.help'))]
      : []),
  ]
}

/** What anybody may read lists no household. */
function publicFaults(
  { isPublic, rejects, keep, only }: AssessRequest,
  reports: readonly PlannedReport<AssessFormat>[],
  leastCell: number | null,
): Diagnostic[] {
  if (!isPublic) return []
  const others = [
    ...(rejects === null ? [] : ['--rejects']),
    ...(keep.length === 0 ? [] : ['--keep']),
    ...(only.length === 0 ? [] : ['--only']),
  ]
  const lists = reports.filter(({ format }) => !Object.hasOwn(PUBLIC_FORMATS, format))
  return [
    ...(leastCell === null ? [usageFault(say('usage.public-none'), say('usage.public-none.help'))] : []),
    ...lists.map(({ format }) =>
      usageFault(say('usage.public-format', { format }), say('usage.public-format.help')),
    ),
    ...others.map((option) =>
      usageFault(say('usage.exclude', { one: '--public', other: option }), say('usage.public.help')),
    ),
  ]
}

/** A kept column may not have the name of one that every row has already. */
function keepFaults(pack: Pack, keep: readonly string[]): Diagnostic[] {
  const taken = new Set([...csvColumns(pack, []), ...longColumns(pack), ...RECORD_MEMBERS])
  return keep
    .filter((header, index) => taken.has(header) || keep.indexOf(header) < index)
    .map((header) =>
      usageFault(
        say('usage.keep-twice', { column: header }),
        say(taken.has(header) ? 'usage.keep-twice.help.taken' : 'usage.keep-twice.help'),
      ),
    )
}

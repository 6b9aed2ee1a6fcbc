import type { DiagnosticCode } from '../../base/codes.js'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import type { Pack } from '../../lang/pack.js'
import { groupFinder, groupingFacts } from '../../report/assess/groups.js'
import { VALIDATE_FORMATS, type ValidateFormat } from '../../report/validate/formats.js'
import type { GroupField } from '../../report/validate/groups.js'
import { type Gate, readGates } from '../request/gate.js'
import { type PlannedReport, planReports } from '../request/report-targets.js'
import { asOfFaults, LEDGER_NAMES, stdinFaults, surveyTargets } from '../request/survey-plan.js'
import type { Inputs } from '../terminal/inputs.js'
import type { Target } from '../terminal/target.js'
import { usageFault } from '../terminal/usage.js'
import type { ValidateRequest } from './request.js'

/** What to do, checked against the pack before anything is read. */
export interface ValidatePlan {
  readonly reports: readonly PlannedReport<ValidateFormat>[]
  readonly rejects: Target | null
  readonly gates: readonly Gate[]
  readonly by: GroupField | null
}

/** Checks all that can be wrong about a request; every fault in one go. */
export function planValidate(
  pack: Pack,
  request: ValidateRequest,
  inputs: Inputs,
): { plan: ValidatePlan } | { faults: Diagnostic[] } {
  const faults: Diagnostic[] = [...asOfFaults(request.asOf)]
  const checks = pack.checks.map(({ id }) => id)
  const gates = readGates(
    request.failOn,
    ['errors', 'warnings', 'invalid', ...FINDING_CODES, ...checks, ...LEDGER_NAMES],
    faults,
  )
  const by = request.by === null ? null : groupField(pack, request.by, faults)
  const reports = planReports(request, VALIDATE_FORMATS, faults)
  const rejects = surveyTargets(request, inputs, reports, faults)
  faults.push(...stdinFaults(request.files))
  return faults.length > 0 ? { faults } : { plan: { reports, rejects, gates, by } }
}

/** A place or a code of the pack; any other name is a header. */
function groupField(pack: Pack, name: string, faults: Diagnostic[]): GroupField {
  if (groupingFacts(pack).includes(name)) return { kind: 'fact', name, groupOf: groupFinder(pack, name) }
  if (pack.facts.get(name)?.personal)
    faults.push(usageFault(say('usage.personal', { name }), say('usage.personal.help')))
  return { kind: 'column', name }
}

/** Codes of what can be found in data that can be read; docs/diagnostics.md has them under five headings. */
export const FINDING_CODES = [
  ...[
    'read-as',
    'misread-mark',
    'api-list',
    'trailing-separator',
    'row-ids',
    'merged-cells',
    'merged-answer',
    'float-id',
    'format-words',
    'repeated-by-event',
    'key-by-name',
    'other-key',
    'ignored-files',
    'stray-rows',
    'orphan-member',
    'no-members',
  ],
  ...[
    'hidden-sheet',
    'hidden-rows',
    'other-unit',
    'total-row',
    'repeated-header',
    'inner-title',
    'sign-off',
    'looks-like-total',
    'repeated-person',
    'gone-members',
    'unit-column',
    'same-own-id',
    'several-rosters',
    'split-header',
    'interview-column',
    'not-interviews',
    'last-part',
    'unused-columns',
    'near-column',
    'blank-header',
    'duplicate-header',
  ],
  ...['suspect-column', 'missing-code', 'duplicate-member', 'blank-member'],
  ...['invalid-cell', 'invalid-number', 'ambiguous-number', 'invalid-yes-no', 'invalid-code', 'invalid-date'],
  ...['ambiguous-date', 'destroyed-id', 'out-of-range', 'invalid-members', 'too-many-members'],
  ...[
    'bad-bytes',
    'ragged-row',
    'stray-quote',
    'missing-id',
    'malformed-line',
    'malformed-record',
    'duplicate-id',
  ],
  ...['conflict', 'check'],
] as const satisfies readonly DiagnosticCode[]

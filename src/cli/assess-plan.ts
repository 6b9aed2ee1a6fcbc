import { isDate } from '../base/date.js'
import type { Diagnostic } from '../base/diagnostic.js'
import { VERIFY } from '../engine/assessment.js'
import type { Pack } from '../lang/pack.js'
import { csvColumns } from '../report/csv.js'
import { groupingFacts } from '../report/groups.js'
import { RECORD_MEMBERS } from '../report/record-json.js'
import type { FormatName } from '../report/report.js'
import { type AssessRequest, FORMAT_NAMES } from './assess-request.js'
import { type Gate, readGate, unknownGates } from './gate.js'
import { type Target, targetFaults } from './output.js'
import { type PlannedReport, pathOf, planReports } from './report-targets.js'
import { unknownName, usageFault } from './usage.js'

/** What is to be done, checked against the pack before anything is read. */
export interface AssessPlan {
  readonly reports: readonly PlannedReport<FormatName>[]
  readonly rejects: Target | null
  readonly gates: readonly Gate[]
  /** `null` lets every decision through. */
  readonly only: ReadonlySet<string> | null
}

const LEDGER_NAMES = [
  ...['read', 'assessed', 'rejected', 'duplicates', 'not_interviews', 'blank_rows', 'skipped_rows'],
  'orphaned',
]

/** Checks all that can be wrong about a request; every fault in one go. */
export function planAssess(
  pack: Pack,
  request: AssessRequest,
): { plan: AssessPlan } | { faults: Diagnostic[] } {
  const faults: Diagnostic[] = []
  const decisions = [...pack.decisions.outcomes.keys(), VERIFY]
  for (const name of request.only)
    if (!decisions.includes(name)) faults.push(unknownName('decision in --only', name, decisions))
  if (request.by !== null && !groupingFacts(pack).includes(request.by)) {
    faults.push(unknownName('fact in --by', request.by, groupingFacts(pack)))
  }
  if (request.asOf !== null && !isDate(request.asOf)) {
    faults.push(
      usageFault(
        `--as-of \`${request.asOf}\` is no date`,
        'write a day that exists as YYYY-MM-DD, such as `2020-12-31`',
      ),
    )
  }
  faults.push(...keepFaults(pack, request.keep))
  const gates = readGates(request.failOn, [...decisions, 'invalid', ...LEDGER_NAMES], faults)
  const reports = planReports(request, FORMAT_NAMES, faults)
  const rejects =
    request.rejects === null ? null : { path: pathOf(request.rejects), asked: `--rejects ${request.rejects}` }
  if (request.excel && rejects === null && reports.every(({ format }) => format !== 'csv'))
    faults.push(usageFault('--excel is about CSV, and none is written', 'add `-f csv` or `-o FILE.csv`'))
  const targets = [...reports.map(({ target }) => target), ...(rejects === null ? [] : [rejects])]
  faults.push(...targetFaults(targets, request.files))
  if (request.files.filter((file) => file === '-').length > 1)
    faults.push(usageFault('stdin can be read only once', 'name `-` once'))
  if (faults.length > 0) return { faults }
  return { plan: { reports, rejects, gates, only: request.only.length === 0 ? null : new Set(request.only) } }
}

/** A kept column may not have the name of one that every row has already. */
function keepFaults(pack: Pack, keep: readonly string[]): Diagnostic[] {
  const taken = new Set([...csvColumns(pack), ...RECORD_MEMBERS])
  return keep
    .filter((header, index) => taken.has(header) || keep.indexOf(header) < index)
    .map((header) =>
      usageFault(
        `\`--keep ${header}\` would stand twice`,
        taken.has(header) ? 'every row has a column of this name already' : 'name it once',
      ),
    )
}

function readGates(texts: readonly string[], names: readonly string[], faults: Diagnostic[]): Gate[] {
  const gates: Gate[] = []
  for (const text of texts) {
    const reading = readGate(text)
    if ('fault' in reading) faults.push(reading.fault)
    else gates.push(reading.gate)
  }
  faults.push(...unknownGates(gates, names))
  return gates
}

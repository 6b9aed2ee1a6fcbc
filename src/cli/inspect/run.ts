import { existsSync } from 'node:fs'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { TPA_VERSION } from '../../base/shipped.js'
import { inspectFiles } from '../../inspect/inspect.js'
import type { Inspection } from '../../inspect/proposal/inspection.js'
import { INSPECT_FORMATS, type InspectFormat, type InspectReport } from '../../report/inspect/formats.js'
import {
  type LoadedReport,
  loadReport,
  type PlannedReport,
  pathOf,
  planReports,
  readerOf,
} from '../request/report-targets.js'
import { DEFAULT_RULES, loadRules } from '../request/rules.js'
import { stdinFaults } from '../request/survey-plan.js'
import { ExitCode } from '../terminal/exit-code.js'
import { type Inputs, lookUpInputs } from '../terminal/inputs.js'
import { refuse, tellDiagnostics } from '../terminal/messages.js'
import { createOutputs } from '../terminal/outputs.js'
import { createProgress } from '../terminal/progress.js'
import type { Reader } from '../terminal/reader.js'
import { stdinOf } from '../terminal/standard.js'
import { type Target, targetFaults, unwritable } from '../terminal/target.js'
import { consoleFor, type Terminal } from '../terminal/terminal.js'
import type { InspectRequest } from './request.js'

/** `tpa inspect`: says what files are and which facts they may bring, and proposes a mapping for them. */
export async function inspect(request: InspectRequest, terminal: Terminal): Promise<ExitCode> {
  const { files, reading, quiet } = request
  const rules = await loadRules(request.rules ?? DEFAULT_RULES)
  if ('faults' in rules) return refuse(rules.faults, terminal, 'tpa inspect')
  const inputs = await lookUpInputs({ surveys: files, packs: rules.files, ...NO_OTHER })
  const planning = planInspect(request, inputs)
  if ('faults' in planning) return refuse(planning.faults, terminal, 'tpa inspect')
  const { mapping } = planning.plan
  const report = await loadReport(planning.plan.report, INSPECT_FORMATS)
  const progress = createProgress(terminal.stderr, say('progress.rows'), quiet)
  try {
    const inspection = await inspectFiles({
      pack: rules.pack,
      files,
      reading,
      stdin: stdinOf(files),
      onProgress: (state) => progress.update(state),
    })
    progress.clear()
    if (inspection.tables.length === 0)
      return await refuse(
        inspection.unreadable.flatMap(({ faults }) => faults),
        terminal,
        'tpa inspect',
      )
    await write(inspection, { report, mapping }, request, terminal, inputs)
    await tellDiagnostics(remarksOf(inspection), terminal.stderr, quiet)
    if (request.write === null || inspection.mapping !== null) return ExitCode.Ran
    return await refuse([noMapping(inspection)], terminal, 'tpa inspect')
  } finally {
    progress.clear()
  }
}

const NO_OTHER = { mapping: null, suites: [], baseline: null, record: null, repositories: [] }

interface InspectPlan {
  readonly report: PlannedReport<InspectFormat>
  readonly mapping: Target | null
}

interface LoadedPlan extends InspectPlan {
  readonly report: LoadedReport<InspectFormat, InspectReport>
}

/** Checks all that can be wrong about a request before anything is read. */
function planInspect(
  request: InspectRequest,
  inputs: Inputs,
): { plan: InspectPlan } | { faults: Diagnostic[] } {
  const faults: Diagnostic[] = []
  const [report] = planReports({ ...request, reports: [] }, INSPECT_FORMATS, faults)
  const path = request.write === null ? null : pathOf(request.write)
  const mapping = request.write === null ? null : { path, asked: `--write ${request.write}` }
  const targets = [...(report === undefined ? [] : [report.target]), ...(mapping === null ? [] : [mapping])]
  faults.push(...targetFaults(targets, inputs))
  if (path !== null && !request.force && faults.length === 0 && existsSync(path))
    faults.push(mappingThere(path))
  faults.push(...stdinFaults(request.files))
  if (report === undefined || faults.length > 0) return { faults }
  return { plan: { report, mapping } }
}

/** Somebody may have reviewed it. */
const mappingThere = (path: string): Diagnostic => ({
  ...unwritable(`--write ${path}`, say('unwritable-output.there'), say('unwritable-output.help.force')),
  why: say('unwritable-output.why.there'),
})

const noMapping = ({ pack }: Inspection): Diagnostic => ({
  code: 'no-records',
  severity: 'error',
  message: say('no-records.mapping'),
  help: say('no-records.help.mapping', { pack: pack.id }),
  at: null,
})

async function write(
  inspection: Inspection,
  { report: { report, format, target }, mapping }: LoadedPlan,
  { columns, typed, write: asked }: InspectRequest,
  terminal: Terminal,
  inputs: Inputs,
): Promise<void> {
  const outputs = createOutputs(inputs)
  const send = async (target: Target, text: string, reader: Reader) =>
    (await outputs.open(target, reader)).write(text)
  try {
    const isWritten = mapping !== null && inspection.mapping !== null
    if (isWritten) await send(mapping, inspection.mapping, consoleFor(mapping.path, terminal))
    const { paint, width } = consoleFor(target.path, terminal)
    const written = isWritten ? asked : null
    const context = { tpa: TPA_VERSION, paint, width, typed, allColumns: columns, written }
    await send(target, report(inspection, context), readerOf(format, target.path, terminal))
    await outputs.finish()
  } finally {
    await outputs.drop()
  }
}

/** What is said of the bytes of files beside the result; what was found out of their first rows is in it. */
const remarksOf = ({ tables }: Inspection): Diagnostic[] =>
  tables.flatMap(({ file, tally }) => [
    ...file.remarks.filter(({ code }) => code !== 'split-header'),
    ...(tally.fault === null ? [] : [tally.fault]),
  ])

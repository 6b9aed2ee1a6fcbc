import type { Diagnostic } from '../../base/diagnostic.js'
import { TPA_VERSION } from '../../base/shipped.js'
import { openAssessors } from '../../engine/assessors.js'
import { judgeRecords } from '../../fast/judge-records.js'
import { freeId } from '../../lang/free-id.js'
import { recordNames } from '../../lang/labels.js'
import type { DiffContext, DiffSide } from '../../report/diff/context.js'
import { createDiffFold } from '../../report/diff/fold.js'
import { DIFF_FORMATS, type DiffFormat, type DiffReport } from '../../report/diff/formats.js'
import { acceptedJson } from '../../report/diff/json.js'
import type { DiffSummary } from '../../report/diff/summary.js'
import { changesBetween } from '../../testing/changes/changes.js'
import { createCauses } from '../../testing/impact/impact.js'
import { trippedGates } from '../request/gate.js'
import { mappingFor } from '../request/reading.js'
import { nothingJudged } from '../request/rejected-rows.js'
import { type LoadedReport, loadReport, readerOf } from '../request/report-targets.js'
import { ExitCode } from '../terminal/exit-code.js'
import { type Inputs, lookUpInputs } from '../terminal/inputs.js'
import { refuse, tellDiagnostics } from '../terminal/messages.js'
import { createOutputs } from '../terminal/outputs.js'
import { createProgress } from '../terminal/progress.js'
import type { Reader } from '../terminal/reader.js'
import { stdinOf } from '../terminal/standard.js'
import type { Target } from '../terminal/target.js'
import { consoleFor, type Terminal } from '../terminal/terminal.js'
import { baselineDifferences, readBaseline } from './baseline.js'
import { loadSide } from './operand.js'
import { type DiffPlan, gateCounts, planDiff } from './plan.js'
import { createMovedByAbsence, sameVersion } from './remarks.js'
import type { DiffRequest } from './request.js'
import { openSurveyPair, type SurveyPair } from './rows.js'

/** Both packs, what to do with them, and what was accepted before. */
interface Prepared {
  readonly old: DiffSide
  readonly changed: DiffSide
  readonly plan: DiffPlan
  readonly reports: readonly LoadedReport<DiffFormat, DiffReport>[]
  readonly baseline: string | null
  readonly inputs: Inputs
}

/** `tpa diff`: who gets another decision from the new pack, and which change causes it. */
export async function diff(request: DiffRequest, terminal: Terminal): Promise<ExitCode> {
  const preparing = await prepare(request)
  if ('faults' in preparing) return refuse(preparing.faults, terminal, 'tpa diff')
  const { prepared } = preparing
  const progress = createProgress(terminal.stderr, recordNames(prepared.changed.pack), request.quiet)
  try {
    const opening = await openSurveyPair({
      old: prepared.old.pack,
      changed: prepared.changed.pack,
      files: request.files,
      mapping: (pack) => mappingFor(pack, request),
      reading: request.reading,
      assume: request.assume,
      stdin: stdinOf(request.files),
      onProgress: (state) => progress.update(state),
    })
    if ('faults' in opening) {
      progress.clear()
      return await refuse(opening.faults, terminal, 'tpa diff')
    }
    try {
      const { summary, remarks } = await judgeAll(request, prepared, opening.pair)
      progress.clear()
      await tellDiagnostics(remarks, terminal.stderr, request.quiet)
      await writeAll(prepared, contextOf(prepared, opening.pair), summary, terminal)
      return await conclude(request, prepared, summary, terminal)
    } finally {
      await opening.pair.close()
    }
  } finally {
    progress.clear()
  }
}

async function prepare(
  request: DiffRequest,
): Promise<{ prepared: Prepared } | { faults: readonly Diagnostic[] }> {
  const old = await loadSide(request.old, 0)
  const changed = await loadSide(request.new, 'side' in old ? freeId(old.side.pack) : 0)
  if ('faults' in old || 'faults' in changed)
    return { faults: [old, changed].flatMap((each) => ('faults' in each ? each.faults : [])) }
  const { files: surveys, mapping, baseline: accepted } = request
  const packs = [...old.files, ...changed.files]
  const repositories = [...old.repositories, ...changed.repositories]
  const inputs = await lookUpInputs({
    surveys,
    mapping,
    packs,
    repositories,
    baseline: accepted,
    suites: [],
    record: null,
  })
  const planning = planDiff(old.side.pack, changed.side.pack, request, inputs)
  if ('faults' in planning) return planning
  const baseline = request.baseline === null ? { text: null } : await readBaseline(request.baseline)
  if ('fault' in baseline) return { faults: [baseline.fault] }
  const { plan } = planning
  const reports = await Promise.all(plan.reports.map((each) => loadReport(each, DIFF_FORMATS)))
  return {
    prepared: { old: old.side, changed: changed.side, plan, reports, baseline: baseline.text, inputs },
  }
}

/** Judges every record under both packs, and finds the cause where the decisions differ. */
async function judgeAll(
  { asOf, by, engine }: DiffRequest,
  { old, changed }: Prepared,
  pair: SurveyPair,
): Promise<{ summary: DiffSummary; remarks: Diagnostic[] }> {
  const changes = changesBetween(old.pack, changed.pack)
  const causeOf = createCauses(old.pack, changed.pack, changes, asOf)
  const absence = createMovedByAbsence(old.pack, changed.pack)
  const fold = createDiffFold(old.pack, changed.pack, changes, by)
  const assessors = await openAssessors(engine, judgeRecords)
  for await (const records of pair.pairs()) {
    const loading = assessors.ready()
    if (loading !== undefined) await loading
    const before = assessors.assess(old.pack, records.before, { asOf })
    const after = assessors.assess(changed.pack, records.after, { asOf })
    absence.add(before, after)
    fold.add(before, after, before.decision === after.decision ? null : causeOf({ before, after }))
  }
  const counts = engine === null ? null : assessors.engine
  return {
    summary: fold.finish(pair.survey.ledger(), pair.survey.rosters(), counts),
    remarks: [...sameVersion(old.pack, changed.pack), ...pair.diagnostics(), ...absence.diagnostics()],
  }
}

const contextOf = ({ old, changed }: Prepared, { survey }: SurveyPair) => ({
  old,
  new: changed,
  tpa: TPA_VERSION,
  inputs: survey.inputs,
  mapping: survey.mapping,
})

async function writeAll(
  { plan, reports, inputs }: Prepared,
  context: Omit<DiffContext, 'width' | 'paint'>,
  summary: DiffSummary,
  terminal: Terminal,
): Promise<void> {
  const outputs = createOutputs(inputs)
  const write = async (target: Target, text: string, reader: Reader) =>
    (await outputs.open(target, reader)).write(text)
  try {
    for (const { report, format, target } of reports) {
      const { paint, width } = consoleFor(target.path, terminal)
      await write(
        target,
        report({ ...context, paint, width }, summary),
        readerOf(format, target.path, terminal),
      )
    }
    if (plan.accept !== null) await write(plan.accept, acceptedJson(summary), 'program')
    await outputs.finish()
  } finally {
    await outputs.drop()
  }
}

/** What trips: gates, and a result that is not the accepted one. */
async function conclude(
  { baseline }: DiffRequest,
  prepared: Prepared,
  summary: DiffSummary,
  { stderr }: Terminal,
): Promise<ExitCode> {
  const tripped = [
    ...nothingJudged(summary, prepared.changed.pack),
    ...trippedGates(prepared.plan.gates, gateCounts(summary), summary.assessed, 'assessed'),
  ]
  if (baseline !== null && prepared.baseline !== null)
    tripped.push(
      ...(await baselineDifferences(baseline, prepared.baseline, () => acceptedAnew(prepared, summary))),
    )
  await tellDiagnostics(tripped, stderr)
  return tripped.length > 0 ? ExitCode.Tripped : ExitCode.Ran
}

/** The result with its changes in the language that is spoken now. */
function acceptedAnew({ old, changed }: Prepared, summary: DiffSummary): string {
  const said = new Map(changesBetween(old.pack, changed.pack).map((each) => [each.id, each]))
  return acceptedJson({
    ...summary,
    changes: summary.changes.map((each) => ({ ...each, ...said.get(each.id) })),
  })
}

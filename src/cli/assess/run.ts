import { csvStyle } from '../../base/csv-text.js'
import { createLog, type Diagnostic, type DiagnosticLog } from '../../base/diagnostic.js'
import { TPA_VERSION } from '../../base/shipped.js'
import { type Assessor, openAssessor } from '../../engine/assessors.js'
import { judgeFiles } from '../../fast/judge-files.js'
import { judgeRecords } from '../../fast/judge-records.js'
import { createAbsentColumns } from '../../report/assess/absent-columns.js'
import type { FilesJudged, FilesTask } from '../../report/assess/files-task.js'
import { createFold, type FoldOptions } from '../../report/assess/fold.js'
import { ASSESS_FORMATS } from '../../report/assess/formats.js'
import type { Gathered, SurveyEnd } from '../../report/assess/gathered.js'
import { headline } from '../../report/assess/headline.js'
import { heldIds } from '../../report/assess/held-ids.js'
import { lazyCase } from '../../report/assess/lazy-case.js'
import type { Report } from '../../report/assess/report.js'
import type { Summary } from '../../report/assess/summary.js'
import type { Targets } from '../../report/output.js'
import { ledgerLines } from '../../report/text/ledger.js'
import { INVALID_CODES } from '../../survey/cells/cell.js'
import { heldHelp } from '../../survey/records/held-help.js'
import { rejectedRow, rejectsLine } from '../../survey/records/rejects.js'
import type { AssessableRow, Row } from '../../survey/records/rows.js'
import type { Survey } from '../../survey/survey.js'
import { createKeptCells } from '../request/copied-cells.js'
import { trippedGates } from '../request/gate.js'
import { openTargets } from '../request/open-targets.js'
import { lostRows, orphanedRows } from '../request/rejected-rows.js'
import { onSurvey, type SurveyRun, type SurveyStart } from '../request/run-on-survey.js'
import { tellBriefly } from '../terminal/brief.js'
import { ExitCode } from '../terminal/exit-code.js'
import { refuse, tellDiagnostics } from '../terminal/messages.js'
import { createOutputs, type Outputs } from '../terminal/outputs.js'
import { stdinOf } from '../terminal/standard.js'
import { consoleFor, type Terminal } from '../terminal/terminal.js'
import { type AssessPlan, planAssess } from './plan.js'
import type { AssessRequest } from './request.js'

type AssessRun = SurveyRun<AssessRequest, AssessPlan>

interface Gathering extends Gathered {
  readonly assessor: Assessor
  readonly keptCells: ReturnType<typeof createKeptCells>
}

/** A run that has not opened its files, or not in the usual way. */
export type AssessStart = SurveyStart<AssessRequest, AssessPlan>

/** `tpa assess`: judges every record of the files and writes the reports asked for. */
export async function assess(request: AssessRequest, terminal: Terminal): Promise<ExitCode> {
  const least = request.isPublic ? (await import('../request/public.js')).leastCellOf() : null
  return onSurvey(request, terminal, {
    name: 'tpa assess',
    ...(least === null ? {} : { extend: least.read }),
    plan: (pack, asked, inputs) => planAssess(pack, asked, inputs, least?.found() ?? null),
    keep: () => request.keep,
    direct: (start) => assessFiles(start, judgeFiles),
    run: assessAll,
  })
}

/** Judges every row, writes every report, and says what tripped. */
export async function assessAll(run: AssessRun): Promise<ExitCode> {
  const { pack, survey, request, progress, inputs } = run
  const outputs = createOutputs(inputs)
  try {
    const assessor = await openAssessor(pack, request.engine, judgeRecords)
    const gathering: Gathering = {
      log: createLog(),
      fold: createFold(pack, foldOptions(run)),
      assessor,
      engine: assessor.engine,
      absent: createAbsentColumns(pack),
      ...(await openReports(run, survey, outputs)),
      keptCells: createKeptCells(pack, request.keep, request.raw),
    }
    for await (const row of survey.rows(gathering.log)) {
      await takeRow(run, row, gathering)
      if (!outputs.isWanted()) return ExitCode.Ran
    }
    progress.clear()
    return await conclude(run, survey, gathering, outputs)
  } finally {
    await outputs.drop()
  }
}

/** Judges files as bytes where that can be done; `null` where the rows must be read as texts. */
export async function assessFiles(
  run: AssessStart,
  judge: (task: FilesTask) => Promise<FilesJudged | null>,
): Promise<ExitCode | null> {
  const { pack, plan, request, progress, inputs } = run
  const { files, reading, asOf, assume, keep, raw, excel, long, engine, threads } = request
  const outputs = createOutputs(inputs)
  try {
    const judged = await judge({
      pack,
      files,
      reading,
      asOf,
      assume,
      keep,
      raw,
      excel,
      long,
      engine,
      threads,
      stdin: stdinOf(files),
      fold: foldOptions(run),
      formats: plan.reports.map(({ format }) => format),
      open: (about) => openReports(run, about, outputs),
      drop: outputs.drop,
      onProgress: (state) => progress.update(state),
    })
    if (judged === 'unwanted') return ExitCode.Ran
    progress.clear()
    return judged === null ? null : await conclude(run, judged.end, judged.gathered, outputs)
  } finally {
    await outputs.drop()
  }
}

function foldOptions({ plan, request }: AssessStart): FoldOptions {
  const allHeld = plan.reports.some(({ format }) => format === 'json')
  const charts = plan.reports.some(({ format }) => format === 'html')
  return { by: request.by, only: plan.only, allHeld, charts }
}

/** Opens all outputs, and writes what comes before the first record. */
function openReports(
  { plan, pack, request, terminal }: AssessStart,
  { inputs, mapping }: Pick<Survey, 'inputs' | 'mapping'>,
  outputs: Outputs,
): Promise<Targets<Report>> {
  const { keep, raw, excel, long, findings } = request
  return openTargets(plan, csvStyle({ excel, raw }), outputs, terminal, async ({ format, target }) => {
    const { paint, width } = consoleFor(target.path, terminal)
    const about = { pack, tpa: TPA_VERSION, inputs, mapping, width, paint }
    const context = { ...about, rulesPage: request.rulesPage, keep, raw, excel, long, findings }
    if (plan.leastCell !== null) {
      const { publicReport } = await import('./public.js')
      return await publicReport(format, { ...context, leastCell: plan.leastCell })
    }
    return (await ASSESS_FORMATS[format]())(context)
  })
}

async function takeRow(run: AssessRun, row: Row, gathering: Gathering): Promise<void> {
  if (row.kind === 'record') {
    await judgeRow(run, row, gathering)
    return
  }
  if (row.kind === 'no-interview') return
  if (row.kind === 'held') gathering.fold.hold(row)
  else gathering.log.add(rejectedRow(row, 'warning'))
  await gathering.rejects?.write(rejectsLine(row, csvStyle(run.request)))
}

/** Judges one record and hands it to every report that shows it; waits only where a reader is slow. */
async function judgeRow(
  run: AssessRun,
  row: AssessableRow,
  { log, fold, assessor, absent, writers, keptCells }: Gathering,
): Promise<void> {
  const { pack, request, plan } = run
  const loading = assessor.ready()
  if (loading !== undefined) await loading
  const assessment = assessor.assess(row.record, { asOf: request.asOf })
  for (const diagnostic of assessment.diagnostics) log.add(diagnostic)
  fold.add(assessment)
  absent.add(assessment)
  if (plan.only !== null && !plan.only.has(assessment.decision)) return
  const each = lazyCase(pack, assessment, keptCells(row.record, row.kept))
  for (const { report, output } of writers) {
    if (report.record === undefined) continue
    const slow = output.write(report.record(each))
    if (slow !== undefined) await slow
  }
}

/** Diagnostics first, then the results, then what tripped: the most important stands last. */
async function conclude(
  run: AssessStart,
  survey: SurveyEnd,
  gathered: Gathered,
  outputs: Outputs,
): Promise<ExitCode> {
  const { request, terminal, plan } = run
  const { log, fold, absent, writers } = gathered
  for (const diagnostic of absent.diagnostics()) log.add(diagnostic)
  const { assumed } = survey
  const [ledger, rosters] = [survey.ledger(), survey.rosters()]
  const engine = request.engine === null ? null : gathered.engine
  const summary = fold.finish({ ledger, rosters, assumed, diagnostics: log.list(), engine })
  if (plan.leastCell !== null && summary.assessed < plan.leastCell) {
    const { tooFewToPublish } = await import('../request/public.js')
    return refuse([tooFewToPublish(plan.leastCell)], terminal)
  }
  const held = plan.reports.some(isForReading) ? [] : heldIds(run.pack, summary, heldHelp())
  await tellDiagnostics([...summary.diagnostics, ...held], terminal.stderr, request.quiet)
  for (const { report, output } of writers) await output.write(report.end?.(summary) ?? '')
  await outputs.finish()
  if (plan.leastCell !== null) {
    const { publicRemarks } = await import('./public.js')
    await tellDiagnostics(publicRemarks(summary, plan.leastCell), terminal.stderr, request.quiet)
  }
  if (!request.quiet && !plan.reports.some(isForReading)) sayBrief(run, summary)
  const tripped = tripwires(run, summary, log)
  await tellDiagnostics(tripped, terminal.stderr)
  return tripped.length > 0 || summary.failedChecks > 0 ? ExitCode.Tripped : ExitCode.Ran
}

const isForReading = ({ format, target }: AssessPlan['reports'][number]) =>
  target.path === null && (format === 'table' || format === 'markdown')

/** The summary on stderr, where stdout carries a stream or nothing. */
function sayBrief({ pack, terminal: { stderr } }: AssessStart, summary: Summary): void {
  tellBriefly([...headline(pack, summary), ...ledgerLines(summary)], stderr)
}

function tripwires({ pack, request, plan }: AssessStart, summary: Summary, log: DiagnosticLog): Diagnostic[] {
  const { ledger } = summary
  const invalid = INVALID_CODES.reduce((sum, code) => sum + log.count(code), 0)
  const decisions = [...summary.decisions].map(([name, { records }]): [string, number] => [name, records])
  const counts = new Map<string, number>([
    ...Object.entries(ledger),
    ['invalid', invalid],
    ['orphaned', orphanedRows(summary)],
    ...decisions,
  ])
  const tripped = trippedGates(plan.gates, counts, summary.assessed, 'assessed')
  return [...lostRows(summary, pack, request), ...tripped]
}

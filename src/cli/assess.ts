import { createLog, type Diagnostic, type DiagnosticLog } from '../base/diagnostic.js'
import { INVALID_CODES } from '../data/cell.js'
import { REJECTS_HEADER, rejectsLine } from '../data/rejects.js'
import { openSurvey, type Survey } from '../data/survey.js'
import type { AssessableRow } from '../data/survey-rows.js'
import { assessRecord } from '../engine/assess.js'
import type { Pack } from '../lang/pack.js'
import { createAbsentColumns } from '../report/absent-columns.js'
import { FORMATS } from '../report/formats.js'
import { headline, ledgerLine } from '../report/headline.js'
import { keptCells } from '../report/kept.js'
import type { Report } from '../report/report.js'
import { createFold, type Fold, type Summary } from '../report/summary.js'
import { type AssessPlan, type AssessRequest, planAssess } from './assess-plan.js'
import { lazyCase } from './case.js'
import { ExitCode } from './exit-code.js'
import { trippedGates } from './gate.js'
import { onInterrupt } from './interrupt.js'
import { say } from './messages.js'
import { type Output, openOutput } from './output.js'
import { createProgress } from './progress.js'
import { DEFAULT_RULES, loadRules } from './rules.js'
import { PLAIN, type Terminal } from './terminal.js'
import { tpaVersion } from './version.js'

/** `tpa assess`: judges every record of the files and writes the reports asked for. */
export async function assess(request: AssessRequest, terminal: Terminal): Promise<ExitCode> {
  const refuse = async (faults: readonly Diagnostic[]) => {
    await say(faults, terminal.stderr)
    return ExitCode.CouldNotRun
  }
  const rules = await loadRules(request.rules ?? DEFAULT_RULES)
  if ('faults' in rules) return refuse(rules.faults)
  const planning = planAssess(rules.pack, request)
  if ('faults' in planning) return refuse(planning.faults)
  const progress = createProgress(terminal.stderr, rules.pack.record.plural, request.quiet)
  const opening = await openSurvey({
    pack: rules.pack,
    files: request.files,
    from: request.from,
    assume: request.assume,
    keep: request.keep,
    stdin: process.stdin,
    onProgress: (state) => progress.update(state),
  })
  if ('faults' in opening) return refuse(opening.faults)
  const run: Run = { request, terminal, plan: planning.plan, pack: rules.pack, survey: opening.survey }
  try {
    return await judgeAll(run, () => progress.clear())
  } finally {
    progress.clear()
    await opening.survey.close()
  }
}

interface Run {
  readonly request: AssessRequest
  readonly terminal: Terminal
  readonly plan: AssessPlan
  readonly pack: Pack
  readonly survey: Survey
}

interface Writer {
  readonly report: Report
  readonly output: Output
}

async function judgeAll(run: Run, clearProgress: () => void): Promise<ExitCode> {
  const { request, plan, pack, survey } = run
  const writers = await openWriters(run)
  const rejects =
    request.rejects === null
      ? null
      : await openOutput({ path: request.rejects, asked: `--rejects ${request.rejects}` })
  const outputs = [...writers.map(({ output }) => output), ...(rejects === null ? [] : [rejects])]
  const fold = createFold(pack, {
    by: request.by,
    only: plan.only,
    allHeld: plan.reports.some(({ format }) => format === 'json'),
  })
  const discard = () => {
    for (const output of outputs) output.discard()
  }
  const absent = createAbsentColumns(pack)
  let judged = 0
  const stopListening = onInterrupt({
    clean: discard,
    said: () =>
      `interrupted after ${judged} ${judged === 1 ? pack.record.name : pack.record.plural}; no file was written`,
  })
  try {
    const log = createLog()
    const wanted = () => outputs.some((output) => output.wanted)
    await rejects?.write(`${REJECTS_HEADER}\n`)
    for (const { report, output } of writers) await output.write(report.start?.() ?? '')
    for await (const row of survey.rows(log)) {
      if (row.kind === 'record') {
        judged += 1
        absent.add(await judgeRow(run, row, fold, log, writers))
        if (!wanted()) return ExitCode.Ran
      } else {
        if (row.kind === 'held') fold.hold(row)
        await rejects?.write(`${rejectsLine(row)}\n`)
      }
    }
    clearProgress()
    for (const diagnostic of absent.diagnostics()) log.add(diagnostic)
    const summary = fold.finish({ ledger: survey.ledger(), assumed: survey.assumed, diagnostics: log.list() })
    return await conclude(run, summary, log, writers, rejects)
  } finally {
    stopListening()
    discard()
  }
}

async function openWriters({ plan, pack, request, terminal, survey }: Run): Promise<Writer[]> {
  const writers: Writer[] = []
  for (const { format, target } of plan.reports) {
    const { paint, width } = target.path === null ? terminal.stdout : PLAIN
    const { inputs } = survey
    const context = { pack, tpa: tpaVersion(), inputs, keep: request.keep, raw: request.raw, width, paint }
    writers.push({ report: FORMATS[format](context), output: await openOutput(target) })
  }
  return writers
}

/** Judges one record and hands it to every report that shows it; waits only where a reader is slow. */
async function judgeRow(
  run: Run,
  row: AssessableRow,
  fold: Fold,
  log: DiagnosticLog,
  writers: readonly Writer[],
): Promise<Assessment> {
  const { pack, request, plan } = run
  const assessment = assessRecord(pack, row.record, { asOf: request.asOf })
  for (const diagnostic of assessment.diagnostics) log.add(diagnostic)
  fold.add(assessment)
  if (plan.only !== null && !plan.only.has(assessment.decision)) return assessment
  const each = lazyCase(pack, assessment, keptCells(pack, row.record, request.keep, row.kept))
  for (const { report, output } of writers) {
    if (report.record === undefined) continue
    const slow = output.write(report.record(each))
    if (slow !== undefined) await slow
  }
  return assessment
}

/** Diagnostics first, then the results, then what tripped: the most important stands last. */
async function conclude(
  run: Run,
  summary: Summary,
  log: DiagnosticLog,
  writers: readonly Writer[],
  rejects: Output | null,
): Promise<ExitCode> {
  const { request, terminal, plan } = run
  await say(summary.diagnostics, terminal.stderr, request.quiet)
  for (const { report, output } of writers) await output.write(report.end?.(summary) ?? '')
  await rejects?.finish()
  for (const { output } of writers) await output.finish()
  if (!request.quiet && !plan.reports.some(isForReading)) sayBrief(run, summary)
  const tripped = tripwires(run, summary, log)
  await say(tripped, terminal.stderr)
  return tripped.length > 0 || summary.failedChecks > 0 ? ExitCode.Tripped : ExitCode.Ran
}

const isForReading = ({ format, target }: AssessPlan['reports'][number]) =>
  target.path === null && (format === 'table' || format === 'markdown')

function sayBrief({ pack }: Run, summary: Summary): void {
  const lines = [...headline(pack, summary), ledgerLine(summary.ledger, summary.assumed)]
  process.stderr.write(`${lines.join('\n')}\n`)
}

function tripwires({ request, plan }: Run, summary: Summary, log: DiagnosticLog): Diagnostic[] {
  const { ledger } = summary
  const invalid = INVALID_CODES.reduce((sum, code) => sum + log.count(code), 0)
  const decisions = [...summary.decisions].map(([name, { records }]): [string, number] => [name, records])
  const counts = new Map<string, number>([...Object.entries(ledger), ['invalid', invalid], ...decisions])
  const tripped = trippedGates(plan.gates, counts, summary.assessed)
  if (ledger.rejected === 0 || request.allowRejects) return tripped
  return [rejected(ledger.rejected, request.rejects), ...tripped]
}

const rejected = (count: number, file: string | null): Diagnostic => ({
  code: 'rejected-rows',
  severity: 'error',
  message: `${count} ${count === 1 ? 'row was' : 'rows were'} rejected`,
  help: `${file === null ? '`--rejects FILE` writes them out' : `they stand in \`${file}\``}; \`--allow-rejects\` lets the run pass without them`,
  at: null,
})

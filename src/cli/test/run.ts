import type { Diagnostic } from '../../base/diagnostic.js'
import { TPA_VERSION } from '../../base/shipped.js'
import { type Assessors, openAssessors } from '../../engine/assessors.js'
import { judgeRecords } from '../../fast/judge-records.js'
import type { Output } from '../../report/output.js'
import type { TestContext } from '../../report/test/context.js'
import { TEST_FORMATS, type TestFormat, type TestReport } from '../../report/test/formats.js'
import { rewrittenSentence } from '../../report/test/rewriting.js'
import {
  isFailure,
  isGreen,
  NOTHING_LEFT_OUT,
  type Rewriting,
  summariseTests,
  type TestedPack,
  type TestSummary,
  totalSentence,
} from '../../report/test/summary.js'
import { type CaseResult, runCase } from '../../testing/cases/run-case.js'
import type { TestCase } from '../../testing/cases/test-case.js'
import {
  type LoadedReport,
  loadReport,
  type PlannedReport,
  planReports,
  readerOf,
} from '../request/report-targets.js'
import { noPack, packsHere } from '../request/rules.js'
import { tellBriefly } from '../terminal/brief.js'
import { ExitCode } from '../terminal/exit-code.js'
import { type Inputs, lookUpInputs } from '../terminal/inputs.js'
import { refuse, tellDiagnostics } from '../terminal/messages.js'
import { createOutputs } from '../terminal/outputs.js'
import { targetFaults } from '../terminal/target.js'
import { consoleFor, type Terminal } from '../terminal/terminal.js'
import { type Loaded, loadCases } from './load.js'
import { askedOf, measuresOf, missedMinimums, notMeasured } from './measures.js'
import { casesNamed, nothingNamed } from './near-names.js'
import type { TestRequest } from './request.js'
import { type RewrittenFile, type Updated, updateCases, updateFaults } from './update.js'

/** Cases differ more from each other than households do, so compiled code is fast only after this many; mutants seldom see as many. */
const MANY = 500

/** `tpa test`: runs the cases of packs. A case that fails, or cases that cannot be read, trip; a pack that does not load stops. */
export async function test(request: TestRequest, terminal: Terminal): Promise<ExitCode> {
  const prepared = await prepare(request)
  if ('faults' in prepared) return refuse(prepared.faults, terminal, 'tpa test')
  const { loaded, wanted, inputs, planned } = prepared
  const reports = await Promise.all(planned.map((each) => loadReport(each, TEST_FORMATS)))
  const assessors = await openAssessors(request.engine, judgeRecords, MANY)
  await assessors.ready(wanted.size)
  const ran = run(loaded, wanted, request, assessors)
  const updated = request.update
    ? await updateCases(ran, loaded, inputs)
    : { packs: ran, rewriting: null, files: [] }
  if ('faults' in updated) return refuse(updated.faults, terminal, 'tpa test')
  const summary = summarised(updated, prepared, request, assessors)
  await write(summary, { reports, files: updated.files }, request, terminal, inputs)
  await tellDiagnostics(
    summary.packs.flatMap(({ place, measures }) => missedMinimums(place, measures)),
    terminal.stderr,
  )
  if (summary.unloaded > 0) return ExitCode.CouldNotRun
  return isGreen(summary) ? ExitCode.Ran : ExitCode.Tripped
}

const NO_OTHER = { surveys: [], mapping: null, baseline: null, record: null, repositories: [] }

/** What to run, and where its reports go. */
interface Prepared {
  readonly loaded: readonly Loaded[]
  /** The cases to run. */
  readonly wanted: ReadonlySet<TestCase>
  /** How many cases `--filter` leaves out. */
  readonly filtered: number
  readonly inputs: Inputs
  readonly planned: readonly PlannedReport<TestFormat>[]
}

async function prepare(request: TestRequest): Promise<Prepared | { readonly faults: Diagnostic[] }> {
  const faults = updateFaults(request)
  const planned = planReports(request, TEST_FORMATS, faults)
  const places = request.packs.length > 0 ? [...new Set(request.packs)] : packsHere()
  if (places.length === 0) faults.push(noPack('test'))
  if (faults.length > 0) return { faults }
  const loaded: Loaded[] = []
  for (const place of places) loaded.push(await loadCases(place))
  const packs = loaded.flatMap(({ packFiles }) => packFiles)
  const suites = loaded.flatMap(({ suiteFiles }) => suiteFiles)
  const inputs = await lookUpInputs({ packs, suites, ...NO_OTHER })
  const targets = targetFaults(
    planned.map(({ target }) => target),
    inputs,
  )
  if (targets.length > 0) return { faults: targets }
  const cases = loaded.flatMap((each) => each.cases)
  const wanted = casesNamed(cases, request.filter)
  if (request.filter !== null && cases.length > 0 && wanted.size === 0)
    return { faults: [nothingNamed(request.filter, cases)] }
  return { loaded, wanted, filtered: cases.length - wanted.size, inputs, planned }
}

/** Coverage and mutation are of all cases of a pack, and worth something only where all pass. */
function summarised(
  { packs, rewriting }: Pick<Updated, 'packs'> & { readonly rewriting: Rewriting | null },
  { loaded, filtered }: Prepared,
  request: TestRequest,
  assessors: Assessors,
): TestSummary {
  const engine = request.engine === null ? null : assessors.engine
  const ran = summariseTests(packs, { ...NOTHING_LEFT_OUT, filtered }, engine, rewriting)
  if (!isGreen(ran))
    return summariseTests(packs, { filtered, unmeasured: askedOf(request) }, engine, rewriting)
  const measured = packs.map((each, index) => {
    const { pack, cases = [] } = loaded[index] ?? {}
    return pack == null ? each : { ...each, measures: measuresOf(pack, cases, request, assessors) }
  })
  return summariseTests(measured, { ...NOTHING_LEFT_OUT, filtered }, engine, rewriting)
}

function run(
  loaded: readonly Loaded[],
  wanted: ReadonlySet<TestCase>,
  request: TestRequest,
  { assess }: Assessors,
): TestedPack[] {
  let stopped = false
  return loaded.map(({ cases, ...pack }): TestedPack => {
    const results: CaseResult[] = []
    const notRun: TestCase[] = []
    for (const each of cases) {
      if (!wanted.has(each)) continue
      if (stopped) notRun.push(each)
      else {
        const result = runCase(each, assess)
        results.push(result)
        stopped = request.failFast && isFailure(result)
      }
    }
    return { ...pack, results, notRun, measures: notMeasured(request) }
  })
}

/** What a run writes. */
interface Written {
  readonly reports: readonly LoadedReport<TestFormat, TestReport>[]
  /** Files of cases, seen before the reports that tell of them. */
  readonly files: readonly RewrittenFile[]
}

/** Writes every report; faults of packs go to stderr where no report on stdout tells them. */
async function write(
  summary: TestSummary,
  { reports, files }: Written,
  { quiet }: TestRequest,
  terminal: Terminal,
  inputs: Inputs,
): Promise<void> {
  const outputs = createOutputs(inputs)
  try {
    for (const { target, text } of files) await (await outputs.open(target, 'program')).write(text)
    const opened: Output[] = []
    for (const { format, target } of reports)
      opened.push(await outputs.open(target, readerOf(format, target.path, terminal)))
    for (const [index, { report, target }] of reports.entries()) {
      const { paint, width } = consoleFor(target.path, terminal)
      const context: TestContext = { tpa: TPA_VERSION, width, paint, quiet }
      await opened[index]?.write(report(summary, context))
    }
    await outputs.finish()
  } finally {
    await outputs.drop()
  }
  const onStdout = reports.find(({ target }) => target.path === null)?.format
  if (onStdout === undefined || onStdout === 'table')
    await tellDiagnostics(
      summary.packs.flatMap(({ pack, faults }) => (pack === null ? faults : [])),
      terminal.stderr,
    )
  if (quiet || onStdout === 'table' || onStdout === 'markdown') return
  const changes = summary.rewriting?.rewritten.map(rewrittenSentence) ?? []
  tellBriefly([...changes, ...(onStdout === 'github' ? [] : [totalSentence(summary)])], terminal.stderr)
}

import type { Diagnostic } from '../../base/diagnostic.js'
import { TPA_VERSION } from '../../base/shipped.js'
import { type Assessors, openAssessors } from '../../engine/assessors.js'
import { judgeRecords } from '../../fast/judge-records.js'
import type { Output } from '../../report/output.js'
import type { TestContext } from '../../report/test/context.js'
import { TEST_FORMATS, type TestFormat, type TestReport } from '../../report/test/formats.js'
import {
  isFailure,
  isGreen,
  NOTHING_LEFT_OUT,
  summariseTests,
  type TestedPack,
  type TestSummary,
  totalSentence,
} from '../../report/test/summary.js'
import { type CaseResult, runCase } from '../../testing/cases/run-case.js'
import { loadSuites } from '../../testing/cases/suite.js'
import type { TestCase } from '../../testing/cases/test-case.js'
import { type LoadedReport, loadReport, planReports, readerOf } from '../request/report-targets.js'
import { folderOf, loadRules, noPack, packsHere } from '../request/rules.js'
import { tellBriefly } from '../terminal/brief.js'
import { ExitCode } from '../terminal/exit-code.js'
import { type Inputs, lookUpInputs } from '../terminal/inputs.js'
import { refuse, tellDiagnostics } from '../terminal/messages.js'
import { createOutputs } from '../terminal/outputs.js'
import { targetFaults } from '../terminal/target.js'
import { consoleFor, type Terminal } from '../terminal/terminal.js'
import { usageFault } from '../terminal/usage.js'
import { askedOf, measuresOf, missedMinimums, notMeasured } from './measures.js'
import { nearestNames } from './near-names.js'
import type { TestRequest } from './request.js'

/** Cases differ more from each other than households do, so compiled code is fast only after this many; mutants seldom see as many. */
const MANY = 500

/** `tpa test`: runs the cases of packs. A case that fails, or cases that cannot be read, trip; a pack that does not load stops. */
export async function test(request: TestRequest, terminal: Terminal): Promise<ExitCode> {
  const faults: Diagnostic[] = []
  const planned = planReports(request, TEST_FORMATS, faults)
  const places = request.packs.length > 0 ? [...new Set(request.packs)] : packsHere()
  if (places.length === 0) faults.push(noPack('test'))
  if (faults.length > 0) return refuse(faults, terminal, 'tpa test')
  const loaded: Loaded[] = []
  for (const place of places) loaded.push(await load(place))
  const packs = loaded.flatMap(({ packFiles }) => packFiles)
  const suites = loaded.flatMap(({ suiteFiles }) => suiteFiles)
  const inputs = await lookUpInputs({ packs, suites, ...NO_OTHER })
  const targets = targetFaults(
    planned.map(({ target }) => target),
    inputs,
  )
  if (targets.length > 0) return refuse(targets, terminal, 'tpa test')
  const cases = loaded.flatMap((each) => each.cases)
  const wanted = named(cases, request.filter)
  if (request.filter !== null && cases.length > 0 && wanted.size === 0)
    return refuse([nothingNamed(request.filter, cases)], terminal, 'tpa test')
  const reports = await Promise.all(planned.map((each) => loadReport(each, TEST_FORMATS)))
  const assessors = await openAssessors(request.engine, judgeRecords, MANY)
  await assessors.ready(wanted.size)
  const ran = run(loaded, wanted, request, assessors)
  const summary = summarised(ran, loaded, cases.length - wanted.size, request, assessors)
  await write(summary, reports, request, terminal, inputs)
  await tellDiagnostics(
    summary.packs.flatMap(({ place, measures }) => missedMinimums(place, measures)),
    terminal.stderr,
  )
  if (summary.unloaded > 0) return ExitCode.CouldNotRun
  return isGreen(summary) ? ExitCode.Ran : ExitCode.Tripped
}

/** A pack with its cases, before any is run. */
interface Loaded extends Omit<TestedPack, 'results' | 'notRun' | 'measures'> {
  readonly cases: readonly TestCase[]
  /** What was read, so that no report overwrites it. */
  readonly packFiles: readonly string[]
  readonly suiteFiles: readonly string[]
}

const NO_OTHER = { surveys: [], mapping: null, baseline: null, record: null, repositories: [] }

async function load(place: string): Promise<Loaded> {
  const { folder, shown } = folderOf(place)
  const rules = await loadRules(place)
  const packFiles = rules.files
  if ('faults' in rules)
    return { place: shown, pack: null, faults: rules.faults, cases: [], packFiles, suiteFiles: [] }
  const suites = await loadSuites(rules.pack, folder, shown)
  const suiteFiles = suites.files
  const { faults, cases } = { faults: [], cases: [], ...suites }
  return { place: shown, pack: rules.pack, faults, cases, packFiles, suiteFiles }
}

/** The cases whose names hold the text, in whatever case. */
function named(cases: readonly TestCase[], filter: string | null): ReadonlySet<TestCase> {
  const text = filter?.toLowerCase() ?? ''
  return new Set(cases.filter(({ name }) => name.toLowerCase().includes(text)))
}

function nothingNamed(filter: string, cases: readonly TestCase[]): Diagnostic {
  const near = nearestNames(
    filter,
    cases.map(({ name }) => name),
  )
  return usageFault(
    `no case has \`${filter}\` in its name`,
    `the nearest are ${near.map((name) => `\`${name}\``).join(', ')}`,
  )
}

/** Coverage and mutation are of all cases of a pack, and worth something only where all pass. */
function summarised(
  packs: readonly TestedPack[],
  loaded: readonly Loaded[],
  filtered: number,
  request: TestRequest,
  assessors: Assessors,
): TestSummary {
  const engine = request.engine === null ? null : assessors.engine
  const ran = summariseTests(packs, { ...NOTHING_LEFT_OUT, filtered }, engine)
  if (!isGreen(ran)) return summariseTests(packs, { filtered, unmeasured: askedOf(request) }, engine)
  const measured = packs.map((each, index) => {
    const { pack, cases = [] } = loaded[index] ?? {}
    return pack == null ? each : { ...each, measures: measuresOf(pack, cases, request, assessors) }
  })
  return summariseTests(measured, { ...NOTHING_LEFT_OUT, filtered }, engine)
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

/** Writes every report; faults of packs go to stderr where no report on stdout tells them. */
async function write(
  summary: TestSummary,
  reports: readonly LoadedReport<TestFormat, TestReport>[],
  { quiet }: TestRequest,
  terminal: Terminal,
  inputs: Inputs,
): Promise<void> {
  const outputs = createOutputs(inputs)
  try {
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
  if (!quiet && onStdout !== 'table' && onStdout !== 'github' && onStdout !== 'markdown')
    tellBriefly([totalSentence(summary)], terminal.stderr)
}

import { csvStyle } from '../../base/csv-text.js'
import { createLog, type Diagnostic, type DiagnosticLog } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { TPA_VERSION } from '../../base/shipped.js'
import { type Assessor, openAssessor } from '../../engine/assessors.js'
import { judgeRecords } from '../../fast/judge-records.js'
import type { Pack } from '../../lang/pack.js'
import { askedForMeasures } from '../../programme/measure/asked.js'
import type { FigureContext } from '../../programme/measure/figures.js'
import { createMeasureFold, type Drawn, type MeasureFold, MOST_GROUPS } from '../../programme/measure/fold.js'
import { createIdentities } from '../../programme/measure/identities.js'
import type { Programme } from '../../programme/policy/programme.js'
import { MEASURE_FORMATS } from '../../report/measure/formats.js'
import type { MeasureReport } from '../../report/measure/report.js'
import type { Targets } from '../../report/output.js'
import { rejectedRow, rejectsLine } from '../../survey/records/rejects.js'
import type { AssessableRow } from '../../survey/records/rows.js'
import { trippedGates } from '../request/gate.js'
import { openTargets } from '../request/open-targets.js'
import { findProgramme, noProgramme } from '../request/programme.js'
import { lostRows, orphanedRows } from '../request/rejected-rows.js'
import { DEFAULT_RULES } from '../request/rules.js'
import { onSurvey, type SurveyRun } from '../request/run-on-survey.js'
import { ExitCode } from '../terminal/exit-code.js'
import { refuse, tellDiagnostics } from '../terminal/messages.js'
import { createOutputs, type Outputs } from '../terminal/outputs.js'
import { consoleFor, type Terminal } from '../terminal/terminal.js'
import { createDrawnChecks, type DrawnChecks } from './drawn-checks.js'
import { createGates } from './gates.js'
import { type OverPopulation, openPopulation } from './over-population.js'
import { type MeasurePlan, planMeasure } from './plan.js'
import type { MeasureRequest } from './request.js'
import { figuresIn, type GroupFigures, shownFigures } from './shown-figures.js'

type MeasureRun = SurveyRun<MeasureRequest, MeasurePlan>

/** `tpa measure`: judges every record, and gives figures with bounds for all of them and for groups. */
export function measure(request: MeasureRequest, terminal: Terminal): Promise<ExitCode> {
  let found: Programme | null = null
  return onSurvey(request, terminal, {
    name: 'tpa measure',
    async extend(pack, rules) {
      const loaded = await findProgramme(rules, pack, request.programme)
      if (loaded === null) return { faults: [noProgramme(pack, request.programme)], files: [] }
      if ('faults' in loaded) return loaded
      found = loaded.programme
      const { population } = request
      const files = [...loaded.files, ...(population === null ? [] : [population])]
      return { pack: askedForMeasures(pack, loaded.programme), files }
    },
    plan: (pack, asked, inputs) => planMeasure(pack, programmeOf(found), asked, inputs),
    keep: ({ sample }) => sample?.headers ?? [],
    run: measureAll,
  })
}

function programmeOf(found: Programme | null): Programme {
  if (found === null) throw new Error('a pack is planned for once its programme is read')
  return found
}

/** Judges every row, writes every report, and says what tripped. */
async function measureAll(run: MeasureRun): Promise<ExitCode> {
  const { pack, plan, inputs, terminal, progress } = run
  const outputs = createOutputs(inputs)
  try {
    const { programme, by, sample } = plan
    const over = await populationOf(run)
    if (over !== null && 'faults' in over) return refuse(over.faults, terminal)
    const fold = createMeasureFold(pack, programme, { by, isSample: sample !== null })
    const log = createLog()
    const targets = await openReports(run, outputs, over)
    const fault = await foldRows(run, fold, log, targets)
    progress.clear()
    if (fault !== null) return refuse([fault], terminal)
    return await conclude({ run, fold, log, outputs, ...targets, over })
  } finally {
    await outputs.drop()
  }
}

/** The population of `--population`; `null` where none is named. */
async function populationOf({ request, plan, pack }: MeasureRun) {
  const { population: path, rules, asOf } = request
  const { programme, areas } = plan
  return path === null
    ? null
    : await openPopulation({ path, rules: rules ?? DEFAULT_RULES, pack, programme, areas, asOf })
}

/** Adds every record; gives what stops the run. */
async function foldRows(
  run: MeasureRun,
  fold: MeasureFold,
  log: DiagnosticLog,
  { rejects }: Targets<MeasureReport>,
): Promise<Diagnostic | null> {
  const { pack, survey, request } = run
  const assessor = await openAssessor(pack, request.engine, judgeRecords)
  const checks = run.plan.sample === null ? null : createDrawnChecks(run.plan.sample)
  for await (const row of survey.rows(log)) {
    if (row.kind === 'record') {
      const fault = await foldRow(run, row, { assessor, fold, log, checks })
      if (fault !== null) return fault
      continue
    }
    if (row.kind === 'no-interview') continue
    if (row.kind === 'rejected') log.add(rejectedRow(row, 'warning'))
    await rejects?.write(rejectsLine(row, csvStyle(request)))
  }
  return checks?.last() ?? null
}

interface Folding {
  readonly assessor: Assessor
  readonly fold: MeasureFold
  readonly log: DiagnosticLog
  readonly checks: DrawnChecks | null
}

async function foldRow(
  { plan, request }: MeasureRun,
  { record, kept }: AssessableRow,
  { assessor, fold, log, checks }: Folding,
): Promise<Diagnostic | null> {
  const loading = assessor.ready()
  if (loading !== undefined) await loading
  let drawn: Drawn | null = null
  if (plan.sample !== null) {
    const reading = plan.sample.read(record, kept)
    if ('fault' in reading) return reading.fault
    drawn = reading.drawn
    const fault = checks?.add(record, drawn) ?? null
    if (fault !== null) return fault
  }
  const assessment = assessor.assess(record, { asOf: request.asOf })
  for (const diagnostic of assessment.diagnostics) log.add(diagnostic)
  return fold.add(assessment, drawn) ? null : tooManyGroups
}

const tooManyGroups: Diagnostic = {
  code: 'usage',
  severity: 'error',
  get message() {
    return say('measure.too-many-groups', { most: MOST_GROUPS })
  },
  get help() {
    return say('measure.too-many-groups.help')
  },
  at: null,
}

function openReports(
  { plan, pack, request, terminal, survey }: MeasureRun,
  outputs: Outputs,
  over: OverPopulation | null,
): Promise<Targets<MeasureReport>> {
  const { mapping } = survey
  const inputs = [...survey.inputs, ...(over === null ? [] : [over.population.input])]
  const { excel, by } = request
  const { programme, sample } = plan
  return openTargets(plan, csvStyle({ excel }), outputs, terminal, async ({ format, target }) => {
    const { paint, width } = consoleFor(target.path, terminal)
    const report = await MEASURE_FORMATS[format]()
    const about = { pack, programme, tpa: TPA_VERSION, inputs, mapping, width, paint }
    return report({
      ...about,
      by: by.map((set) => set.replace(/\s/g, '')),
      isSample: sample !== null,
      excel,
      areas: plan.areas,
      areaFacts: over?.areaFacts ?? [],
      leastCell: plan.leastCell,
      rulesPage: request.rulesPage,
    })
  })
}

/** What a run is concluded from. */
interface Concluding extends Targets<MeasureReport> {
  readonly run: MeasureRun
  readonly fold: MeasureFold
  readonly log: DiagnosticLog
  readonly outputs: Outputs
  readonly over: OverPopulation | null
}

/** Diagnostics first, then the figures group by group, then what tripped. */
async function conclude({ run, fold, log, writers, outputs, over }: Concluding): Promise<ExitCode> {
  const { request, terminal, plan, survey, pack } = run
  const groups = fold.groups()
  for (const diagnostic of over?.unused(groups) ?? []) log.add(diagnostic)
  await tellDiagnostics(log.list(), terminal.stderr, request.quiet)
  const context = await contextOf(pack, plan.programme, fold)
  const gates = createGates(plan.gates, plan.programme)
  const identities = createIdentities()
  const ledger = survey.ledger()
  const shown = shownFigures(
    plan,
    ledger.assessed,
    figuresIn({ context, groups, over, tally: [identities, gates] }),
  )
  if ('fault' in shown) return refuse([shown.fault], terminal)
  for (const each of shown.groups) await writeGroup(writers, each)
  identities.check()
  const end = {
    ledger,
    rosters: survey.rosters(),
    assumed: survey.assumed,
    diagnostics: plan.leastCell === null ? log.list() : [],
  }
  for (const { report, output } of writers) await output.write(report.end?.(end) ?? '')
  await outputs.finish()
  const counts = new Map<string, number>([...Object.entries(end.ledger), ['orphaned', orphanedRows(end)]])
  const ofRows = plan.gates.filter(({ name }) => counts.has(name))
  const tripped = [
    ...lostRows(end, pack, request),
    ...trippedGates(ofRows, counts, end.ledger.read, 'read'),
    ...gates.tripped(),
  ]
  await tellDiagnostics(shown.remarks(), terminal.stderr, request.quiet)
  await tellDiagnostics(tripped, terminal.stderr)
  return tripped.length > 0 ? ExitCode.Tripped : ExitCode.Ran
}

async function writeGroup(writers: Concluding['writers'], { figures, area }: GroupFigures): Promise<void> {
  for (const { report, output } of writers) {
    await output.write(report.group?.(figures) ?? '')
    if (area !== null) await output.write(report.area?.(area) ?? '')
  }
}

/** What figures are worked out with; intervals are loaded only for a sample. */
async function contextOf(pack: Pack, programme: Programme, fold: MeasureFold): Promise<FigureContext> {
  const design = fold.design()
  if (design === null) return { pack, programme, sample: null }
  const intervals = await import('../../programme/measure/interval.js')
  await intervals.loadIntervals()
  return { pack, programme, sample: { design, intervals } }
}

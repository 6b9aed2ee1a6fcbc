import { csvStyle } from '../../base/csv-text.js'
import type { Diagnostic } from '../../base/diagnostic.js'
import { TPA_VERSION } from '../../base/shipped.js'
import { columnsOf } from '../../lang/pack.js'
import type { Targets } from '../../report/output.js'
import { ledgerLines } from '../../report/text/ledger.js'
import type { Examined } from '../../report/validate/examined.js'
import { VALIDATE_FORMATS } from '../../report/validate/formats.js'
import type { ValidateReport } from '../../report/validate/report.js'
import { createValidateFold, type ValidateFold, type ValidateSummary } from '../../report/validate/summary.js'
import { validateHeadline } from '../../report/validate/words.js'
import { INVALID_CODES } from '../../survey/cells/cell.js'
import { rejectsLine } from '../../survey/records/rejects.js'
import { createKeptCells } from '../request/copied-cells.js'
import { trippedGates } from '../request/gate.js'
import { openTargets } from '../request/open-targets.js'
import { lostRows, orphanedRows } from '../request/rejected-rows.js'
import { onSurvey, type SurveyRun } from '../request/run-on-survey.js'
import { tellBriefly } from '../terminal/brief.js'
import { ExitCode } from '../terminal/exit-code.js'
import { tellDiagnostics } from '../terminal/messages.js'
import { createOutputs, type Outputs } from '../terminal/outputs.js'
import { consoleFor, type Terminal } from '../terminal/terminal.js'
import { planValidate, type ValidatePlan } from './plan.js'
import type { ValidateRequest } from './request.js'
import { examineRows } from './rows.js'

type ValidateRun = SurveyRun<ValidateRequest, ValidatePlan>

/** What gathers while rows go by. */
interface Gathering extends Targets<ValidateReport> {
  readonly fold: ValidateFold
}

/** `tpa validate`: reads, joins and checks the records of the files, decides nothing, and says what to fix. */
export const validate = (request: ValidateRequest, terminal: Terminal): Promise<ExitCode> =>
  onSurvey(request, terminal, {
    name: 'tpa validate',
    plan: planValidate,
    keep: ({ by }) => (by?.kind === 'column' ? [by.name] : []),
    run: validateAll,
  })

/** Examines every row, writes every report, and says what tripped. */
async function validateAll(run: ValidateRun): Promise<ExitCode> {
  const { plan, pack, survey, request, inputs, progress } = run
  const outputs = createOutputs(inputs)
  try {
    const gathering: Gathering = {
      fold: createValidateFold(plan.by, !hasPersonal(run)),
      ...(await openReports(run, outputs)),
    }
    const shown = keptWriter(run)
    const { asOf, allowRejects } = request
    for await (const examined of examineRows({ pack, survey, asOf, allowRejects })) {
      await take(run, shown(examined), gathering)
      if (!outputs.isWanted()) return ExitCode.Ran
    }
    progress.clear()
    return await conclude(run, gathering, outputs)
  } finally {
    await outputs.drop()
  }
}

function openReports(
  { plan, pack, request, terminal, survey }: ValidateRun,
  outputs: Outputs,
): Promise<Targets<ValidateReport>> {
  const { inputs, mapping } = survey
  const { excel } = request
  return openTargets(plan, csvStyle({ excel }), outputs, terminal, async ({ format, target }) => {
    const { paint, width } = consoleFor(target.path, terminal)
    const report = await VALIDATE_FORMATS[format]()
    return report({ pack, tpa: TPA_VERSION, inputs, mapping, excel, width, paint })
  })
}

/** Whether the pack says of anything that it is personal; nothing then says it of the cells of a rejected row. */
const hasPersonal = ({ pack }: ValidateRun): boolean =>
  [...columnsOf(pack).values(), ...(pack.memberFacts?.values() ?? [])].some(({ personal }) => personal)

/** Hides cells of the column of `--by` that are personal. */
function keptWriter({ pack, plan }: ValidateRun): (examined: Examined) => Examined {
  if (plan.by?.kind !== 'column') return (examined) => examined
  const keptCells = createKeptCells(pack, [plan.by.name], true)
  return (examined) => {
    const { row } = examined
    if (row === null || (row.kind !== 'record' && row.kind !== 'held')) return examined
    return { ...examined, row: { ...row, kept: keptCells(row.record, row.kept) } }
  }
}

/** Counts a row and hands its findings to every report that shows them; waits only where a reader is slow. */
async function take(run: ValidateRun, examined: Examined, gathering: Gathering): Promise<void> {
  const { row, findings } = examined
  gathering.fold.add(examined)
  for (const { report, output } of gathering.writers) {
    if (report.finding === undefined) continue
    for (const finding of findings) {
      const slow = output.write(report.finding(finding))
      if (slow !== undefined) await slow
    }
  }
  if (row?.kind === 'held' || row?.kind === 'rejected')
    await gathering.rejects?.write(rejectsLine(row, csvStyle(run.request)))
}

/** The results, then what tripped: the most important stands last. */
async function conclude(run: ValidateRun, { fold, writers }: Gathering, outputs: Outputs): Promise<ExitCode> {
  const { pack, request, terminal, plan, survey } = run
  const { assumed, inputs } = survey
  const summary = fold.finish({ ledger: survey.ledger(), rosters: survey.rosters(), assumed })
  for (const { report, output } of writers) await output.write(report.end?.(summary) ?? '')
  await outputs.finish()
  if (!request.quiet && !plan.reports.some(isForReading)) {
    const files = inputs.map(({ file }) => file)
    tellBriefly([...validateHeadline(pack, summary, files), ...ledgerLines(summary)], terminal.stderr)
  }
  const tripped = tripwires(run, summary)
  await tellDiagnostics(tripped, terminal.stderr)
  return tripped.length > 0 || summary.severities.error > 0 ? ExitCode.Tripped : ExitCode.Ran
}

const isForReading = ({ format, target }: ValidatePlan['reports'][number]) =>
  target.path === null && (format === 'table' || format === 'markdown' || format === 'github')

function tripwires({ pack, request, plan }: ValidateRun, summary: ValidateSummary): Diagnostic[] {
  const { ledger, severities, codes, checks } = summary
  const invalid = INVALID_CODES.reduce((sum, code) => sum + (codes.get(code) ?? 0), 0)
  const counts = new Map<string, number>([
    ...checks,
    ...codes,
    ...Object.entries(ledger),
    ['orphaned', orphanedRows(summary)],
    ['invalid', invalid],
    ['errors', severities.error],
    ['warnings', severities.warning],
  ])
  const tripped = trippedGates(plan.gates, counts, ledger.read, 'read')
  return [...lostRows(summary, pack, request), ...tripped]
}

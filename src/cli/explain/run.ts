import { isDate } from '../../base/date.js'
import { createLog, type Diagnostic, type FindingSink } from '../../base/diagnostic.js'
import { printable } from '../../base/inert-text.js'
import { say } from '../../base/say/say.js'
import { TPA_VERSION } from '../../base/shipped.js'
import { nearestWords } from '../../base/suggest.js'
import { inBackticks } from '../../base/wording.js'
import { assessRecord } from '../../engine/assess.js'
import type { Assessment } from '../../engine/assessment.js'
import { explainCriterion } from '../../engine/explain/explain.js'
import { settlingFactsOf } from '../../engine/explain/settling-facts.js'
import { recordName, recordNames } from '../../lang/labels.js'
import type { Pack } from '../../lang/pack.js'
import type { CaseRecord } from '../../lang/record.js'
import { lazyCase } from '../../report/assess/lazy-case.js'
import { gatherRepeatedIds, repeatedIdWords } from '../../report/assess/repeated-ids.js'
import type { Explanation } from '../../report/explain/explanation.js'
import { EXPLAIN_FORMATS, type ExplainReport } from '../../report/explain/formats.js'
import type { HeldRow } from '../../survey/records/rows.js'
import type { Survey } from '../../survey/survey.js'
import { readerOf } from '../request/report-targets.js'
import { onSurvey, type SurveyRun } from '../request/run-on-survey.js'
import { noDate } from '../request/survey-plan.js'
import { ExitCode } from '../terminal/exit-code.js'
import { refuse, tellDiagnostics } from '../terminal/messages.js'
import { writeToStdout } from '../terminal/outputs.js'
import { TO_STDOUT, targetFaults } from '../terminal/target.js'
import type { Terminal } from '../terminal/terminal.js'
import { usageFault } from '../terminal/usage.js'
import { recompute } from './recompute.js'
import type { ExplainRequest } from './request.js'

/** `tpa explain`: one record of survey files in full, or a stored one recomputed. */
export async function explain(request: ExplainRequest, terminal: Terminal): Promise<ExitCode> {
  const misused = misuse(request)
  if (misused !== null) return refuse([misused], terminal, 'tpa explain')
  if (request.record !== null) return recompute({ ...request, record: request.record }, terminal)
  return onSurvey(request, terminal, {
    name: 'tpa explain',
    plan(_, { id }, inputs) {
      const faults = targetFaults([TO_STDOUT], inputs)
      return faults.length > 0 ? { faults } : { plan: { id: id ?? '' } }
    },
    keep: () => [],
    run: explainFrom,
  })
}

type ExplainRun = SurveyRun<ExplainRequest, { readonly id: string }>

async function explainFrom(run: ExplainRun): Promise<ExitCode> {
  const { request, plan, pack, survey, terminal, progress } = run
  const report = await EXPLAIN_FORMATS[request.format]()
  const found = await findRecord(survey, plan.id)
  progress.clear()
  if ('near' in found) return refuse([unknownRecord(pack, plan.id, found)], terminal)
  const reader = 'held' in found ? terminal.stdout : readerOf(request.format, null, terminal)
  await writeToStdout(await textOf(run, found, report), reader, run.inputs)
  return ExitCode.Ran
}

async function textOf(
  { request, pack, terminal }: ExplainRun,
  found: Found | Duplicates,
  report: ExplainReport,
): Promise<string> {
  if ('held' in found) return heldText(pack, found.held)
  const assessment = assessRecord(pack, found.record, { asOf: request.asOf })
  await tellDiagnostics([...found.diagnostics, ...assessment.diagnostics], terminal.stderr, request.quiet)
  const { width, paint } = terminal.stdout
  return report(explanationOf(pack, assessment), {
    tpa: TPA_VERSION,
    width,
    paint,
    rulesPage: request.rulesPage,
  })
}

function misuse({
  files,
  id,
  record,
  asOf,
  assume,
  reading,
  mapping,
  preset,
}: ExplainRequest): Diagnostic | null {
  if (asOf !== null && !isDate(asOf)) return noDate('--as-of', asOf)
  if (record !== null) {
    if (files.length > 0) return usageFault(say('usage.record-files'), say('usage.record-files.help'))
    const ignored = [
      ...(asOf === null ? [] : ['--as-of']),
      ...(assume.size === 0 ? [] : ['--assume']),
      ...(mapping === null ? [] : ['--mapping']),
      ...(preset === null ? [] : ['--preset']),
      ...(reading.format === null ? [] : ['--from']),
    ][0]
    return ignored === undefined
      ? null
      : usageFault(
          say('usage.exclude', { one: '--record', other: ignored }),
          say('usage.exclude.help.record'),
        )
  }
  if (files.length === 0) return usageFault(say('usage.no-file'), say('usage.no-file.help'))
  return id === null ? usageFault(say('usage.no-id'), say('usage.no-id.help')) : null
}

function explanationOf(pack: Pack, assessment: Assessment): Explanation {
  return {
    pack,
    each: lazyCase(pack, assessment),
    trees: pack.criteria.map(({ id }) => explainCriterion(pack, assessment, id)),
    settlers: settlingFactsOf(pack, assessment),
  }
}

interface Found {
  readonly record: CaseRecord
  /** Cells of this record that do not read. */
  readonly diagnostics: readonly Diagnostic[]
}

interface Duplicates {
  readonly held: readonly HeldRow[]
}

/** Ids near the one asked for, and the first ones. */
interface Unfound {
  readonly near: readonly string[]
  readonly first: readonly string[]
}

const BATCH = 1000
const EXAMPLES = 3

/** Reads until the record comes; all the way where it is held or unknown. */
async function findRecord(survey: Survey, id: string): Promise<Found | Duplicates | Unfound> {
  const held: HeldRow[] = []
  const ids = createNearIds(id)
  let log = createLog()
  const current: FindingSink = { add: (each) => log.add(each) }
  for await (const row of survey.rows(current)) {
    if (row.kind === 'record' && row.record.id === id) return { record: row.record, diagnostics: log.list() }
    if (row.kind === 'held' && row.id === id) held.push(row)
    if (row.kind === 'record') ids.see(row.record.id)
    log = createLog()
  }
  return held.length > 0 ? { held } : ids.finish()
}

/** Keeps the ids nearest to one, and the first, however many there are. */
function createNearIds(id: string) {
  const first: string[] = []
  let near: string[] = []
  let batch: string[] = []
  return {
    see(other: string) {
      if (first.length < EXAMPLES) first.push(other)
      batch.push(other)
      if (batch.length < BATCH) return
      near = nearestWords(id, [...near, ...batch])
      batch = []
    },
    finish: (): Unfound => ({ near: nearestWords(id, [...near, ...batch]), first }),
  }
}

function unknownRecord(pack: Pack, id: string, { near, first }: Unfound): Diagnostic {
  const examples =
    first.length === 0
      ? say('unknown-record.help.none', { records: recordNames(pack) })
      : say('unknown-record.help.first', { ids: inBackticks(first) })
  const help = near.length > 0 ? say('unknown-record.help.near', { ids: inBackticks(near) }) : examples
  return {
    code: 'unknown-record',
    severity: 'error',
    message: say('unknown-record', { record: recordName(pack), id }),
    help,
    at: null,
  }
}

function heldText(pack: Pack, rows: readonly HeldRow[]): string {
  const holds = gatherRepeatedIds(null)
  for (const row of rows) holds.add(row)
  return holds
    .finish()
    .map((held) => {
      const told = { id: printable(held.id), record: recordName(pack), words: repeatedIdWords(held) }
      return `${say('explain.is-held', told)}\n`
    })
    .join('')
}

import { isDate } from '../base/date.js'
import { createLog, type Diagnostic } from '../base/diagnostic.js'
import { nearest } from '../base/suggest.js'
import type { Format as SurveyFormat } from '../data/format.js'
import { openSurvey, type Survey } from '../data/survey.js'
import type { HeldRow } from '../data/survey-rows.js'
import { assessRecord } from '../engine/assess.js'
import { explainCriterion } from '../engine/explain.js'
import { settlersOf } from '../engine/settle.js'
import type { Pack } from '../lang/pack.js'
import type { CaseRecord } from '../lang/record.js'
import { explainJson } from '../report/explain-json.js'
import { explainMarkdown } from '../report/explain-markdown.js'
import { explainTable } from '../report/explain-table.js'
import type { Explanation } from '../report/explanation.js'
import { createHolds } from '../report/holds.js'
import { heldWords } from '../report/words.js'
import { lazyCase } from './case.js'
import { ExitCode } from './exit-code.js'
import { onInterrupt } from './interrupt.js'
import { say } from './messages.js'
import { openOutput } from './output.js'
import { recompute } from './recompute.js'
import { DEFAULT_RULES, loadRules } from './rules.js'
import type { Terminal } from './terminal.js'
import { seeHelp, usageFault } from './usage.js'
import { tpaVersion } from './version.js'

export interface ExplainRequest {
  readonly files: readonly string[]
  readonly id: string | null
  /** A file with stored results. */
  readonly record: string | null
  readonly format: 'table' | 'json' | 'markdown'
  readonly rules: string | null
  readonly from: SurveyFormat | null
  readonly asOf: string | null
  readonly assume: ReadonlyMap<string, string>
  readonly quiet: boolean
}

/** `tpa explain`: one record of survey files in full, or a stored one recomputed. */
export async function explain(request: ExplainRequest, terminal: Terminal): Promise<ExitCode> {
  const refuse = async (faults: readonly Diagnostic[]) => {
    await say(faults, terminal.stderr)
    return ExitCode.CouldNotRun
  }
  const misused = misuse(request)
  if (misused !== null) return refuse([seeHelp(misused, 'tpa explain')])
  if (request.record !== null) return recompute({ ...request, record: request.record }, terminal)
  const rules = await loadRules(request.rules ?? DEFAULT_RULES)
  if ('faults' in rules) return refuse(rules.faults)
  const { pack } = rules
  const opening = await openSurvey({ ...request, pack, keep: [], stdin: process.stdin })
  if ('faults' in opening) return refuse(opening.faults)
  const stopListening = onInterrupt({ said: () => 'interrupted', clean: () => {} })
  try {
    const found = await findRecord(opening.survey, request.id ?? '')
    if ('ids' in found) return refuse([unknownRecord(pack, request.id ?? '', found.ids)])
    await say(found.diagnostics, terminal.stderr, request.quiet)
    const output = await openOutput({ path: null, asked: 'stdout' })
    await output.write(
      'record' in found ? explained(request, pack, found.record, terminal) : heldText(pack, found.held),
    )
    await output.finish()
    return ExitCode.Ran
  } finally {
    stopListening()
    await opening.survey.close()
  }
}

function misuse({ files, id, record, asOf }: ExplainRequest): Diagnostic | null {
  if (asOf !== null && !isDate(asOf))
    return usageFault(`--as-of \`${asOf}\` is no date`, 'write a day that exists as YYYY-MM-DD')
  if (record !== null) {
    return files.length === 0
      ? null
      : usageFault('--record and survey files exclude each other', 'leave out one of the two')
  }
  if (files.length === 0) return usageFault('no file to read', 'name a survey file, or `-` for stdin')
  return id === null ? usageFault('no `--id`', 'say which record to explain, such as `--id DY-0007`') : null
}

function explained(request: ExplainRequest, pack: Pack, record: CaseRecord, terminal: Terminal): string {
  const assessment = assessRecord(pack, record, { asOf: request.asOf })
  const explanation: Explanation = {
    pack,
    tpa: tpaVersion(),
    each: lazyCase(pack, assessment),
    trees: pack.criteria.map(({ id }) => explainCriterion(pack, assessment, id)),
    settlers: settlersOf(pack, assessment),
  }
  switch (request.format) {
    case 'json':
      return explainJson(explanation)
    case 'markdown':
      return explainMarkdown(explanation)
    case 'table':
      return explainTable(explanation, terminal.stdout.width, terminal.stdout.paint)
  }
}

type Found =
  | { readonly record: CaseRecord; readonly diagnostics: readonly Diagnostic[] }
  | { readonly held: readonly HeldRow[]; readonly diagnostics: readonly Diagnostic[] }
  /** The ids nearest to the one asked for, else the first ones. */
  | { readonly ids: readonly string[] }

const BATCH = 1000
const EXAMPLES = 3

/** Reads until the record comes; all the way where it is held or unknown. Cells that do not read are told of that record only. */
async function findRecord(survey: Survey, id: string): Promise<Found> {
  const held: HeldRow[] = []
  const first: string[] = []
  let near: string[] = []
  let batch: string[] = []
  let log = createLog()
  for await (const row of survey.rows({
    add: (each) => log.add(each),
    list: () => log.list(),
    count: (code) => log.count(code),
  })) {
    if (row.kind === 'record' && row.record.id === id) return { record: row.record, diagnostics: log.list() }
    if (row.kind === 'held' && row.id === id) held.push(row)
    log = createLog()
    if (row.kind !== 'record') continue
    if (first.length < EXAMPLES) first.push(row.record.id)
    batch.push(row.record.id)
    if (batch.length < BATCH) continue
    near = nearest(id, [...near, ...batch])
    batch = []
  }
  if (held.length > 0) return { held, diagnostics: [] }
  near = nearest(id, [...near, ...batch])
  return { ids: near.length > 0 ? near : first }
}

function unknownRecord(pack: Pack, id: string, ids: readonly string[]): Diagnostic {
  const quoted = ids.map((each) => `\`${each}\``).join(', ')
  const message = `no ${pack.record.name} has the id \`${id}\``
  const help =
    ids.length === 0
      ? `the files have no ${pack.record.plural} to explain`
      : `ids near it, or the first ones: ${quoted}`
  return { code: 'unknown-record', severity: 'error', message, help, at: null }
}

function heldText(pack: Pack, rows: readonly HeldRow[]): string {
  const holds = createHolds(null)
  for (const row of rows) holds.add(row)
  return holds
    .finish()
    .map(
      (held) =>
        `${held.id} is held and not decided: the ${pack.record.name} ${heldWords(held)}. Keep one row of it.\n`,
    )
    .join('')
}

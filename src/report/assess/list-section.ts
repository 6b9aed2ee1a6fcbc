import { say } from '../../base/say/say.js'
import type { Assessment } from '../../engine/assessment.js'
import { decisionName, factName, recordNames } from '../../lang/labels.js'
import { type Pack, VERIFY } from '../../lang/pack.js'
import { grouped } from '../text/numbers.js'
import {
  type Column,
  cell,
  decisionTone,
  flexible,
  HELD,
  left,
  type Row,
  type Section,
} from '../text/section.js'
import { capitalised, countedRecords, listed, whyWords } from '../text/words.js'
import { type RepeatedId, repeatedIdWords } from './repeated-ids.js'
import { smallestPlaceOf } from './smallest-place.js'
import { SHOWN, type Summary } from './summary.js'

/** All records of a small file, or the first of a large one that need a person; `null` where there are none. */
export function listSection(pack: Pack, summary: Summary, files: readonly string[]): Section | null {
  const whole = summary.rows !== null
  const entries = [
    ...(summary.rows ?? summary.listed).map((each) => judgedEntry(pack, each)),
    ...(summary.only === null ? summary.held.map(heldEntry) : []),
  ]
  if (entries.length === 0) return null
  entries.sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line)
  const shown = whole ? entries : entries.slice(0, SHOWN)
  const columns = entryColumns(pack, shown)
  return {
    title: titleOf(pack, summary),
    columns: columns.map(({ column }) => column),
    rows: shown.map((entry): Row => ({ cells: columns.map(({ cellOf }) => cellOf(entry)) })),
    notes: whole ? [] : remainder(pack, summary, shown),
  }
}

function titleOf(pack: Pack, { rows, only }: Summary): string {
  const records = capitalised(recordNames(pack))
  if (rows !== null) return say('assess.list', { records })
  if (only === null) return say('assess.list.verify', { records })
  const decisions = listed(
    [...only].map((name) => decisionName(pack, name)),
    'or',
  )
  return say('assess.list.only', { records, decisions })
}

/** The columns of the list; place and decision are left out where every row would say the same. */
function entryColumns(pack: Pack, shown: readonly Entry[]) {
  const columns: { column: Column; cellOf: (entry: Entry) => ReturnType<typeof cell> }[] = [
    { column: left(factName(pack, pack.record.id)), cellOf: ({ name }) => cell(name) },
  ]
  if (shown.some(({ place }) => place !== '')) {
    columns.push({ column: left(say('assess.place')), cellOf: ({ place }) => cell(place) })
  }
  if (shown.some(({ decision }) => decision !== VERIFY)) {
    columns.push({
      column: left(say('assess.decision')),
      cellOf: ({ decision }) => cell(entryDecision(pack, decision), decisionTone(decision)),
    })
  }
  columns.push({ column: flexible(say('assess.why')), cellOf: ({ why }) => cell(why) })
  return columns
}

/** What the list leaves out; no note where it is complete. */
function remainder(pack: Pack, { decisions, ledger, only }: Summary, shown: readonly Entry[]): string[] {
  if (only !== null) {
    const all = [...only].reduce((sum, name) => sum + (decisions.get(name)?.records ?? 0), 0)
    const options = `\`--only ${[...only].join(',')} -f csv\``
    return all === shown.length
      ? []
      : [say('assess.first.only', { shown: shown.length, all: grouped(all), options })]
  }
  const verify = decisions.get(VERIFY)?.records ?? 0
  const heldShown = shown.reduce((sum, { heldRows }) => sum + heldRows, 0)
  if (shown.filter(({ heldRows }) => heldRows === 0).length === verify && heldShown === ledger.duplicates)
    return []
  const said = {
    shown: shown.length,
    records: countedRecords(pack, verify),
    options: '`--only verify -f csv --rejects FILE`',
  }
  return ledger.duplicates === 0
    ? [say('assess.first', said)]
    : [say('assess.first.held', { ...said, held: say('count.held', { count: grouped(ledger.duplicates) }) })]
}

const entryDecision = (pack: Pack, decision: string): string =>
  decision === HELD ? say('assess.held-row') : decisionName(pack, decision)

interface Entry {
  readonly file: string
  readonly line: number
  readonly name: string
  readonly place: string
  readonly decision: string
  readonly why: string
  /** How many held rows it stands for. */
  readonly heldRows: number
}

function judgedEntry(pack: Pack, assessment: Assessment): Entry {
  const { file, line, id } = assessment.record
  const why = whyWords(pack, assessment)
  return {
    file,
    line,
    name: id,
    place: smallestPlaceOf(pack, assessment),
    decision: assessment.decision,
    why,
    heldRows: 0,
  }
}

function heldEntry(held: RepeatedId): Entry {
  const { file = '', lines: [line = 0] = [] } = held.places[0] ?? {}
  return {
    file,
    line,
    name: held.id,
    place: '',
    decision: HELD,
    why: repeatedIdWords(held),
    heldRows: held.count,
  }
}

import type { Assessment } from '../../engine/assessment.js'
import { type Pack, VERIFY } from '../../lang/pack.js'
import { counted, grouped } from '../text/numbers.js'
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
import { capitalised, listed, whyWords } from '../text/words.js'
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
  const { plural } = pack.record
  return {
    title: whole
      ? capitalised(plural)
      : `${capitalised(plural)} ${summary.only === null ? 'that need a person' : `with ${listed([...summary.only], 'or')}`}`,
    columns: columns.map(({ column }) => column),
    rows: shown.map((entry): Row => ({ cells: columns.map(({ cellOf }) => cellOf(entry)) })),
    notes: whole ? [] : remainder(pack, summary, shown),
  }
}

/** The columns of the list; place and decision are left out where every row would say the same. */
function entryColumns(pack: Pack, shown: readonly Entry[]) {
  const columns: { column: Column; cellOf: (entry: Entry) => ReturnType<typeof cell> }[] = [
    { column: left(pack.record.id), cellOf: ({ name }) => cell(name) },
  ]
  if (shown.some(({ place }) => place !== '')) {
    columns.push({ column: left('place'), cellOf: ({ place }) => cell(place) })
  }
  if (shown.some(({ decision }) => decision !== VERIFY)) {
    columns.push({
      column: left('decision'),
      cellOf: ({ decision }) => cell(decision, decisionTone(decision)),
    })
  }
  columns.push({ column: flexible('why'), cellOf: ({ why }) => cell(why) })
  return columns
}

/** What the list leaves out; no note where it is complete. */
function remainder(pack: Pack, { decisions, ledger, only }: Summary, shown: readonly Entry[]): string[] {
  if (only !== null) {
    const all = [...only].reduce((sum, name) => sum + (decisions.get(name)?.records ?? 0), 0)
    const named = `\`--only ${[...only].join(',')} -f csv\``
    return all === shown.length ? [] : [`The first ${shown.length} of ${grouped(all)}; ${named} gives all.`]
  }
  const verify = decisions.get(VERIFY)?.records ?? 0
  const heldShown = shown.reduce((sum, { heldRows }) => sum + heldRows, 0)
  if (shown.filter(({ heldRows }) => heldRows === 0).length === verify && heldShown === ledger.duplicates)
    return []
  const held = ledger.duplicates === 0 ? '' : ` and ${counted(ledger.duplicates, 'held row', 'held rows')}`
  const all = `${counted(verify, pack.record.name, pack.record.plural)} to verify${held}`
  return [`The first ${shown.length} of ${all}; \`--only verify -f csv --rejects FILE\` gives all.`]
}

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

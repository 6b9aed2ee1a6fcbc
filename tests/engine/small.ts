import { decimal } from '../../src/base/decimal.js'
import type { Value } from '../../src/base/value.js'
import { assessRecord } from '../../src/engine/assess.js'
import type { Assessment } from '../../src/engine/assessment.js'
import { deriveValue } from '../../src/engine/interpret.js'
import { loadPackText } from '../../src/engine/load-pack.js'
import { valueInWords } from '../../src/engine/sentences.js'
import { createEvaluation } from '../../src/engine/taken-away.js'
import { columnsOf, type Pack } from '../../src/lang/pack.js'
import {
  type CaseRecord,
  type Fact,
  factOfRange,
  type GapReason,
  type Member,
  type Roster,
  rosterOfRows,
} from '../../src/lang/record.js'

type Data = { readonly [key: string]: unknown }

/** What a small pack says; everything that a pack must have beside it is filled in. */
export interface SmallPack {
  readonly as_of?: string
  readonly date?: boolean
  readonly size?: string
  readonly parameters?: { readonly [name: string]: Data }
  readonly facts?: { readonly [name: string]: Data }
  readonly member?: { readonly [name: string]: Data }
  readonly derived?: { readonly [name: string]: Data }
  /** `met`, or the whole criterion, by id. */
  readonly criteria: { readonly [id: string]: string | Data }
  /** Without it: `poor` where any criterion is unmet, else `fine`. */
  readonly decisions?: Data
  readonly outcomes?: Data
  readonly checks?: readonly Data[]
  readonly outputs?: { readonly [name: string]: Data }
  readonly properties?: readonly Data[]
}

const CITED = { source: 'paper', evidence: 'verified' }

/** The text of a small pack. */
function smallText(small: SmallPack): string {
  const criteria = Object.entries(small.criteria).map(([id, each]) => ({
    id,
    pillar: 'all',
    title: `Title of ${id}`,
    reason: `no ${id}`,
    ...(typeof each === 'string' ? { met: each } : each),
    ...CITED,
  }))
  const ids = criteria.map(({ id }) => id).join(', ')
  const parameters = Object.entries(small.parameters ?? {}).map(([name, each]) => {
    const values = (each.values as readonly Data[]).map((value) => ({ ...value, ...CITED }))
    return [name, { title: name, ...each, values }]
  })
  const optional = Object.fromEntries(
    (['as_of', 'derived', 'outcomes', 'checks', 'outputs', 'properties'] as const).flatMap((key) =>
      small[key] === undefined ? [] : [[key, small[key]]],
    ),
  )
  return JSON.stringify({
    language: 1,
    pack: 'small',
    title: 'Small',
    version: '1.0.0',
    record: {
      name: 'household',
      id: 'household_id',
      ...(small.date ? { date: 'survey_date' } : {}),
      ...(small.size === undefined ? {} : { size: small.size }),
    },
    sources: { paper: { title: 'The paper' } },
    pillars: { all: 'All' },
    parameters: Object.fromEntries(parameters),
    facts: {
      household: {
        household_id: { type: 'text' },
        ...(small.date ? { survey_date: { type: 'date' } } : {}),
        ...small.facts,
      },
      ...(small.member === undefined ? {} : { member: small.member }),
    },
    criteria,
    decisions: small.decisions ?? {
      table: [
        Object.fromEntries([
          ['when', `any unmet of [${ids}]`],
          ['then', 'poor'],
        ]),
        { otherwise: 'fine' },
      ],
    },
    ...optional,
  })
}

/** A small pack as its loader reads it; throws where it is refused. */
export function smallPack(small: SmallPack): Pack {
  const loaded = loadPackText('small.yaml', smallText(small))
  if ('faults' in loaded) throw new Error(loaded.faults.map(({ message }) => message).join('\n'))
  return loaded.pack
}

/** Stands for a gap of this kind where a record's cells are listed. */
export const gap = (reason: GapReason): { readonly gap: GapReason } => ({ gap: reason })

type Cell = number | string | boolean | ReturnType<typeof gap>
export type Cells = { readonly [fact: string]: Cell }

/** A row in which nothing stands. */
export const NOTHING: Cells = {}

function factOf(cell: Cell | undefined, isNumber: boolean): Fact {
  if (cell === undefined) return { kind: 'gap', reason: 'blank' }
  if (typeof cell === 'object') return { kind: 'gap', reason: cell.gap }
  if (isNumber && typeof cell === 'string' && cell.includes('..')) {
    const [lo = null, hi = null] = cell.split('..').map((end) => (end === '' ? null : decimal(end)))
    return factOfRange({ lo, hi })
  }
  const value =
    isNumber && typeof cell !== 'boolean' ? decimal(cell) : typeof cell === 'number' ? String(cell) : cell
  return { kind: 'known', value }
}

/** A record of these cells; columns that are not listed are blank. Rows of the roster, or why there are none. */
export function smallRecord(
  pack: Pack,
  cells: Cells,
  members: readonly Cells[] | ReturnType<typeof gap> = gap('blank'),
): CaseRecord {
  const facts = new Map<string, Fact>()
  for (const [name, { unit, type }] of columnsOf(pack))
    facts.set(name, factOf(type === 'text' ? (cells[name] ?? 'h1') : cells[name], unit !== null))
  return {
    id: 'h1',
    file: 'small.csv',
    line: 2,
    facts,
    members: pack.memberFacts && rosterOf(pack, members),
    headers: new Map(),
  }
}

function rosterOf(pack: Pack, members: readonly Cells[] | ReturnType<typeof gap>): Roster {
  if ('gap' in members) return { kind: 'gap', reason: members.gap }
  const rowOf = (cells: Cells, index: number): Member => {
    const facts = new Map<string, Fact>()
    for (const [name, { unit }] of pack.memberFacts ?? []) facts.set(name, factOf(cells[name], unit !== null))
    return { facts, line: 10 + index }
  }
  const sure = members.filter((cells) => cells !== NOTHING)
  return rosterOfRows(sure.map(rowOf), members.filter((cells) => cells === NOTHING).map(rowOf))
}

export const assess = (pack: Pack, record: CaseRecord, asOf: string | null = null): Assessment =>
  assessRecord(pack, record, { asOf })

export const assessCells = (
  pack: Pack,
  cells: Cells,
  members?: readonly Cells[] | ReturnType<typeof gap>,
  asOf: string | null = null,
): Assessment => assess(pack, smallRecord(pack, cells, members), asOf)

/** Names over which expressions are tried: numbers without bounds, yes/no, codes, a line of 10, and members with the like. */
const WORDS = {
  as_of: '2020-12-31',
  size: 'size',
  parameters: {
    ten: { unit: 'ratio', values: [{ from: '2020-01-01', value: 10 }] },
    two: { unit: 'ratio', values: [{ from: '2020-01-01', value: 2 }] },
    later: { unit: 'ratio', min: 3, max: 7, values: [{ from: '2021-01-01', value: 5 }] },
    one_person: { unit: 'person', values: [{ from: '2020-01-01', value: 1 }] },
  },
  facts: {
    size: { type: 'count', unit: 'person', min: 1, max: 9 },
    a: { type: 'number', unit: 'ratio' },
    b: { type: 'number', unit: 'ratio' },
    up: { type: 'number', unit: 'ratio', min: 0 },
    part: { type: 'number', unit: 'ratio', min: 2, max: 5 },
    p: { type: 'yes_no' },
    q: { type: 'yes_no' },
    g: { type: 'code', codes: { A: 'a', B: 'b', C: 'c' } },
    h: { type: 'code', codes: { B: 'b', C: 'c', D: 'd' } },
  },
  member: {
    x: { type: 'number', unit: 'ratio', min: 0 },
    z: { type: 'number', unit: 'ratio' },
    ok: { type: 'yes_no' },
    k: { type: 'code', codes: { A: 'a', B: 'b' } },
  },
} satisfies Omit<SmallPack, 'criteria'>

const compiled = new Map<string, Pack>()

/** What an expression over the small vocabulary can still be, in words: `3`, `0 or more`, `yes`, `open`, `A or B`. */
export function valueInWordsOf(
  expression: string,
  cells: Cells,
  members?: readonly Cells[] | ReturnType<typeof gap>,
): string {
  return valueInWords(rawValueOf(expression, cells, members))
}

function rawValueOf(
  expression: string,
  cells: Cells,
  members?: readonly Cells[] | ReturnType<typeof gap>,
): Value {
  const pack = compiled.get(expression) ?? packFor(expression)
  compiled.set(expression, pack)
  const record = smallRecord(pack, cells, members)
  return deriveValue(createEvaluation(pack, record, pack.asOf), 'it').value
}

/** A pack in which `it` is the expression, whatever its type. */
function packFor(expression: string): Pack {
  const tries = [{}, { unit: 'ratio' }, { unit: 'person' }].map((unit) =>
    loadPackText(
      'small.yaml',
      smallText({ ...WORDS, derived: { it: { ...unit, sources: [expression] } }, criteria: { any: 'p' } }),
    ),
  )
  for (const each of tries) if ('pack' in each) return each.pack
  const faults = tries.flatMap((each) => ('faults' in each ? each.faults : []))
  throw new Error(faults.map(({ message }) => message).join('\n'))
}

import { digits } from '../../../src/base/decimal.js'
import { type Diagnostic, isTextPlace } from '../../../src/base/diagnostic.js'
import { rangeText } from '../../../src/base/range.js'
import { loadPackText } from '../../../src/engine/load-pack.js'
import type { FactDeclaration, Pack } from '../../../src/lang/pack.js'
import { cellReader, type Reading } from '../../../src/survey/cells/cell.js'
import type { CellOptions } from '../../../src/survey/cells/options.js'
import { clean } from '../../../src/survey/files/row.js'
import type { BoundFact } from '../../../src/survey/mapping/bound-columns.js'
import { readMapping } from '../../../src/survey/mapping/load-mapping.js'
import type { FactMapping, Mapping } from '../../../src/survey/mapping/mapping.js'
import { edited, SMALL } from '../../lang/small.js'

/** The pack of the tests of the rule language, in which households have members. */
export const SMALL_PACK: Pack = packOf(SMALL)

export function packOf(text: string): Pack {
  const reading = loadPackText('packs/small/pack.yaml', text)
  if ('pack' in reading) return reading.pack
  throw new Error(reading.faults.map(({ message }) => message).join('\n'))
}

/** A mapping with one of everything, in which each case changes a line or two. */
export const MAPPING = `mapping: 1
pack: small
households:
  file: main.csv
  key: uuid
  interview_if: consent = "yes"
  missing: { NULL: blank, "-88": dont_know }
  columns:
    consent: { column: "g1/consent", type: text }
  facts:
    household_size: hh_size
    status: { column: st, codes: { "1": none, "2": registered }, missing: { "9": dont_know } }
    dry: { column: q12, yes: ["1"], no: ["2"] }
    wage_income: { value: wage_month * 12 }
    minutes: { value: if where = "here" then 0 else mins, columns: { where: wash_yn, mins: wash_int } }
rosters:
  - file: roster.csv
    key: uuid
    person: person_id
    facts: { age: ind_age }
`

export const read = (text: string, pack = SMALL_PACK) => readMapping('mapping.yaml', Buffer.from(text), pack)

export function mappingOf(text: string, pack = SMALL_PACK): Mapping {
  const reading = read(text, pack)
  if ('mapping' in reading) return reading.mapping
  throw new Error(reading.faults.map(toldWhole).join('\n'))
}

/** Every fault of the mapping with edits, in order. */
export function faultsOf(edits: readonly string[], pack = SMALL_PACK): string[] {
  const reading = read(edited(edits, MAPPING), pack)
  return 'faults' in reading ? reading.faults.map(toldWhole) : []
}

/** A diagnostic on one line: code, what is underlined, what is said, why and help. */
export function toldWhole({ code, at, message, why, help }: Diagnostic): string {
  const underlined =
    at !== null && isTextPlace(at) ? ` «${at.text.slice(at.column - 1, at.column - 1 + at.length)}»` : ''
  return [`${code}${underlined} ${message}`, why && `why: ${why}`, help && `help: ${help}`]
    .filter(Boolean)
    .join(' | ')
}

/** What cells come to, given by header, as a reader of rows would work it out: the fault of a cell, else that of the fact. */
export function readCells(
  { columns, compute }: FactMapping | BoundFact,
  cellOf: (index: number) => string,
): Reading {
  const readings = columns.map(({ declaration, options }, index) =>
    readCell(declaration, options, cellOf(index)),
  )
  const [first] = readings
  const reading = compute === null ? first : compute(readings)
  if (reading === undefined) throw new Error('a fact reads a column')
  return { fact: reading.fact, fault: readings.find(({ fault }) => fault !== null)?.fault ?? reading.fault }
}

/** `4000`, `5..7`, `yes`, `registered`, or the reason of a gap. */
export function shown({ fact }: Reading): string {
  if (fact.kind === 'gap') return fact.range === undefined ? fact.reason : rangeText(fact.range)
  if (typeof fact.value === 'boolean') return fact.value ? 'yes' : 'no'
  return typeof fact.value === 'string' ? fact.value : digits(fact.value)
}

function readCell(declaration: FactDeclaration, { missing }: CellOptions, cell: string): Reading {
  const kind = missing.get(clean(cell))
  return kind === undefined || kind === 'value'
    ? cellReader(declaration)(cell)
    : { fact: { kind: 'gap', reason: kind }, fault: null }
}

import { say } from '../../base/say/say.js'
import { allOf, anyOf, inBackticks, short } from '../../base/wording.js'
import { unitText } from '../../lang/expression/unit.js'
import { unitName } from '../../lang/labels.js'
import type { FactDeclaration } from '../../lang/pack.js'
import { type CountedDay, countedDays } from '../../survey/cells/counted-day.js'
import type { NumberStyle } from '../../survey/cells/number-style.js'
import type { OtherUnit } from '../../survey/columns/other-unit.js'
import type { ColumnProfile, SuspectedMissing } from '../columns/column.js'
import type { FactFit } from '../columns/fact-fit.js'
import { yamlFlow, yamlList, yamlText } from './yaml-text.js'

/** What a mapping says of the cells of a column; `why` is `null` if nobody needs to decide on it. */
interface CellNote {
  readonly entries: readonly (readonly [key: string, yaml: string])[]
  readonly why: string | null
}

/** What stands after a fact in a mapping, and what a person may have to add. */
export interface ColumnYaml {
  readonly yaml: string
  readonly decide: { readonly yaml: string; readonly why: string } | null
  /** Whether the notes explain the cells that cannot be read as they stand. */
  readonly settles: boolean
}

export function columnYaml(
  column: string,
  profiles: readonly ColumnProfile[],
  declaration: FactDeclaration,
  fit: FactFit,
  other: OtherUnit | null,
): ColumnYaml {
  if (other !== null) return inOtherUnit(column, other, declaration)
  const [profile] = profiles
  const notes = profile === undefined ? [] : notesOf(profile, declaration, fit)
  const sure = notes.filter(({ why }) => why === null)
  const open = notes.filter(({ why }) => why !== null)
  const decide =
    open.length === 0 ? null : { yaml: withNotes(column, notes), why: open.map(({ why }) => why).join('; ') }
  const settles = notes.some(({ entries }) => entries.some(([key]) => SETTLING.has(key)))
  return { yaml: withNotes(column, sure), decide, settles }
}

/** Keys that change how every cell of a column reads. */
const SETTLING: ReadonlySet<string> = new Set(['numbers', 'dates', 'yes'])

const withNotes = (column: string, notes: readonly CellNote[]): string =>
  notes.length === 0
    ? yamlText(column)
    : yamlFlow([['column', yamlText(column)], ...notes.flatMap(({ entries }) => entries)])

/** A column in another unit is worked out, by a factor that a person must find where nothing says it exactly. */
function inOtherUnit(column: string, { words, factor }: OtherUnit, { unit }: FactDeclaration): ColumnYaml {
  const columns = yamlFlow([['amount', yamlText(column)]])
  const yaml = yamlFlow([
    ['value', factor === null ? '"?"' : `amount * ${factor}`],
    ['columns', columns],
  ])
  const why =
    unit === null
      ? say('proposal.unit-unknown', { words })
      : say('proposal.unit', { words, unit: unitName(unitText(unit)) })
  return { yaml, decide: { yaml, why }, settles: false }
}

function notesOf(profile: ColumnProfile, declaration: FactDeclaration, fit: FactFit): CellNote[] {
  switch (declaration.type) {
    case 'money':
    case 'number':
    case 'count':
      return [...numbersNote(profile, declaration), ...missingNote(profile)]
    case 'date':
      return datesNote(profile, declaration)
    case 'yes_no':
      return yesNoNote(profile, fit)
    case 'code':
      return codesNote(profile, declaration, fit)
    case 'text':
      return []
  }
}

function numbersNote({ numbers, personal }: ColumnProfile, { type }: FactDeclaration): CellNote[] {
  switch (numbers.kind) {
    case 'plain':
    case 'mixed':
      return []
    case 'certain':
      return [{ entries: [['numbers', numbersYaml(numbers.style)]], why: null }]
    case 'open': {
      const [first, second] = numbers.styles
      if (first === undefined) return []
      const isPlain = first.decimal === '.' && first.thousands === null
      if (isPlain && type !== 'money') return []
      const style = isPlain && second !== undefined ? second : first
      const why = say('proposal.numbers', { cell: shown(numbers.example, personal) })
      return [{ entries: [['numbers', numbersYaml(style)]], why }]
    }
  }
}

/** Codes for no answer in a column of numbers. A person must check `dont_know`. */
function missingNote({ missing }: ColumnProfile): CellNote[] {
  const codes = missing.filter(({ kind }) => kind === null)
  if (codes.length === 0) return []
  const yaml = yamlFlow(codes.map(({ cell }) => [cell, 'dont_know'] as const))
  const why = say('proposal.missing', { cells: allOf(codes.map(codeWords)) })
  return [{ entries: [['missing', yaml]], why }]
}

/** A cell in a reason. Cells of personal columns are not shown. */
const shown = (cell: string, personal: boolean): string => `\`${personal ? '…' : short(cell)}\``

const codeWords = ({ cell, count }: SuspectedMissing): string => say('proposal.code', { cell, count })

function datesNote({ dates, personal, range }: ColumnProfile, { days }: FactDeclaration): CellNote[] {
  switch (dates.kind) {
    case 'plain':
    case 'mixed':
      return []
    case 'certain':
      return [{ entries: [['dates', dates.order]], why: null }]
    case 'serial': {
      const ends = range === null ? [] : [range.low, range.high]
      return serialNote(ends.map((each) => countedDays(`${Math.floor(each)}`, days)))
    }
    case 'open': {
      const [first = 'dmy'] = dates.orders
      const why = say('proposal.dates', { cell: shown(dates.example, personal), orders: anyOf(dates.orders) })
      return [{ entries: [['dates', first]], why }]
    }
  }
}

/** @param ends what the least and the greatest number of a column may be */
function serialNote(ends: readonly (readonly CountedDay[])[]): CellNote[] {
  const by = ends[0]
    ?.map((day) => day.by)
    .filter((each) => ends.every((days) => days.some(({ by }) => by === each)))
  const isSpreadsheet = by === undefined || by.includes('spreadsheets')
  const why =
    by === undefined || (isSpreadsheet && by.length === 1)
      ? say('proposal.serial')
      : by.length === 0
        ? say('proposal.serial.none')
        : say('proposal.serial.open', { readings: anyOf(by.map((each) => say(`counted-day.${each}`))) })
  return [{ entries: isSpreadsheet ? [['dates', 'excel']] : [], why }]
}

const YES = /(?:^|[^a-z])(?:yes|oui|si|sí|sim)(?![a-z])|^(?:是|有|已)|^(?:[√✓✔☑对]|1\.0{1,9}|true|y)$/i
const NO = /(?:^|[^a-z])(?:no|non|não|nao)(?![a-z])|^(?:否|无|没|未|非|不)|^(?:[×✗✘✕错]|0\.0{1,9}|false|n)$/i

function yesNoNote({ values, personal, missing }: ColumnProfile, { unread }: FactFit): CellNote[] {
  if (personal || values === null) return []
  const without = new Set(missing.map(({ cell }) => cell))
  const cells = values.map(({ value }) => value).filter((cell) => !without.has(cell))
  const isNumber = (wanted: string) => (cell: string) => cell.replace(/\.0{1,9}$/, '') === wanted
  const [ones, twos] = [cells.filter(isNumber('1')), cells.filter(isNumber('2'))]
  if (ones.length > 0 && twos.length > 0) {
    const why = say('proposal.ones-and-twos')
    return cells.some(isNumber('0')) ? [] : [{ entries: yesNo(ones, twos), why }]
  }
  const no = cells.filter((cell) => NO.test(cell) && !YES.test(cell))
  const sure = cells.filter((cell) => YES.test(cell))
  const yes = sure.length > 0 ? sure : cells.filter((cell) => !no.includes(cell))
  if (unread.size === 0 || yes.length === 0 || no.length === 0) return []
  const rest = cells.filter((cell) => !yes.includes(cell) && !no.includes(cell))
  const why =
    rest.length === 0
      ? say('proposal.yes-no')
      : say('proposal.yes-no.rest', { cells: inBackticks(rest.map(short)) })
  return [{ entries: yesNo(yes, no), why }]
}

const yesNo = (yes: readonly string[], no: readonly string[]): CellNote['entries'] => [
  ['yes', yamlList(yes)],
  ['no', yamlList(no)],
]

/** Values that are not codes, with `?` for the code that a person must give each. The mapping does not load as long as a `?` is in it. */
function codesNote(
  { personal, values }: ColumnProfile,
  { codes }: FactDeclaration,
  { unread }: FactFit,
): CellNote[] {
  if (personal || values === null || unread.size === 0) return []
  const yaml = yamlFlow([...unread.keys()].map((cell) => [cell, '"?"'] as const))
  const names = allOf(codes.map(({ code }) => code))
  return [{ entries: [['codes', yaml]], why: say('proposal.codes', { codes: names }) }]
}

/** How numbers are written, as a mapping declares it. */
const numbersYaml = ({ decimal, thousands }: NumberStyle): string =>
  `{ decimal: "${decimal}"${thousands === null ? '' : `, thousands: "${thousands}"`} }`

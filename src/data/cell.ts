import type { DiagnosticCode } from '../base/codes.js'
import { isDate } from '../base/date.js'
import { decimal, digits, readDecimal } from '../base/decimal.js'
import { contains, describeRange } from '../base/range.js'
import { didYouMean } from '../base/suggest.js'
import type { FactDeclaration } from '../lang/pack.js'
import type { Fact, GapReason, Known } from '../lang/record.js'
import { adviseDate, adviseNumber } from './advice.js'
import { clean } from './row.js'
import { short } from './wording.js'

/** What a cell says, and what is wrong with it where it does not read: then the fact is a gap `invalid`. */
export interface Reading {
  readonly fact: Fact
  readonly fault: CellFault | null
}

export interface CellFault {
  readonly code: DiagnosticCode
  readonly message: string
  readonly help: string
}

/** Codes of cells that do not read; a gate on `invalid` counts these. */
export const INVALID_CODES = [
  'invalid-cell',
  'invalid-number',
  'invalid-yes-no',
  'invalid-code',
  'invalid-date',
  'out-of-range',
  'invalid-members',
] as const satisfies readonly DiagnosticCode[]

const gap = (reason: GapReason): Fact => ({ kind: 'gap', reason })
const INVALID = gap('invalid')
const BLANK: Reading = { fact: gap('blank'), fault: null }
const SUSPECT: Reading = { fact: gap('suspect'), fault: null }

/** Cells repeat themselves: as many texts of a column, and no longer ones, are remembered with what they say. */
const REMEMBERED = { texts: 1000, length: 24 }

/** A function that reads the cells of one column. In a suspect column nobody knows which of `1` and `2` is yes. */
export function cellReader(declaration: FactDeclaration, suspect = false): (text: string) => Reading {
  const read = readerOf(declaration)
  const memory = new Map<string, Reading>()
  return (text) => {
    const known = memory.get(text)
    if (known !== undefined) return known
    const cell = clean(text)
    const reading = cell === '' ? BLANK : suspect && isCodedYesNo(cell) ? SUSPECT : read(cell)
    if (text.length <= REMEMBERED.length && memory.size < REMEMBERED.texts) memory.set(text, reading)
    return reading
  }
}

/** Whether a cell of a yes/no column is `1` or `2`. */
export const isCodedYesNo = (cell: string): boolean => cell === '1' || cell === '2'

/** What a list or mapping in the place of one value comes to. */
export const NESTED: Reading = {
  fact: INVALID,
  fault: {
    code: 'invalid-cell',
    message: 'a list or mapping stands where one value belongs',
    help: 'write a single value',
  },
}

/** A value as pack and results write it: `no`, `4000`, `none`. */
export function knownText(value: Known): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' ? value : digits(value)
}

type CellReader = (cell: string) => Reading

function readerOf(declaration: FactDeclaration): CellReader {
  switch (declaration.type) {
    case 'money':
    case 'number':
    case 'count':
      return numberReader(declaration)
    case 'yes_no':
      return (cell) => readYesNo(cell, declaration)
    case 'code':
      return codeReader(declaration)
    case 'date':
      return (cell) =>
        isDate(cell)
          ? known(cell)
          : invalid('invalid-date', noDate(cell, declaration), dateHelp(cell, declaration))
    case 'text':
      return known
  }
}

const known = (value: Known): Reading => ({ fact: { kind: 'known', value }, fault: null })

const invalid = (code: DiagnosticCode, message: string, help: string): Reading => ({
  fact: INVALID,
  fault: { code, message, help },
})

/** A cell in a message: at most 40 characters, personal ones as `…`. */
const quoteCell = (cell: string, { personal }: FactDeclaration): string =>
  `\`${personal ? '…' : short(cell)}\``

function numberReader(declaration: FactDeclaration): CellReader {
  const { range, type, personal } = declaration
  const one = decimal(1)
  return (cell) => {
    const reading = readDecimal(cell)
    if ('fault' in reading) {
      const quoted = quoteCell(cell, declaration)
      return reading.fault === 'too-long'
        ? invalid('invalid-number', `${quoted} has more than 9 places or 15 digits`, 'write a shorter number')
        : invalid('invalid-number', `${quoted} is no number`, adviseNumber(personal ? '' : cell))
    }
    const { value } = reading
    if (type === 'count' && !value.mod(one).eq(0)) {
      return invalid(
        'invalid-number',
        `${quoteCell(cell, declaration)} is no whole number`,
        'write a whole number',
      )
    }
    if (contains(range, value)) return known(value)
    const bounds = describeRange(range)
    return invalid(
      'out-of-range',
      `${quoteCell(cell, declaration)} is out of range: ${bounds}`,
      'correct the cell, or leave it blank',
    )
  }
}

const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'true', '1', '是'].map((word) => [word, true] as const),
  ...['no', 'n', 'false', '0', '否'].map((word) => [word, false] as const),
])

function readYesNo(cell: string, declaration: FactDeclaration): Reading {
  const value = YES_NO.get(cell.toLowerCase())
  if (value !== undefined) return known(value)
  const help = 'write `yes` or `no`; `true`/`false`, `1`/`0`, `是`/`否` and `Y`/`N` read too'
  return invalid('invalid-yes-no', `${quoteCell(cell, declaration)} is neither yes nor no`, help)
}

const CODES_LISTED = 12

function codeReader(declaration: FactDeclaration): CellReader {
  const exact = new Map<string, string>()
  const loose = new Map<string, string | null>()
  for (const { code, aliases } of declaration.codes) {
    for (const spelling of [code, ...aliases].map(clean)) {
      if (!exact.has(spelling) || spelling === code) exact.set(spelling, code)
      const folded = spelling.toLowerCase()
      loose.set(folded, (loose.get(folded) ?? code) === code ? code : null)
    }
  }
  const codes = declaration.codes.map(({ code }) => `\`${code}\``)
  const more = codes.length > CODES_LISTED ? [`${codes.length - CODES_LISTED} more`] : []
  const listed = [...codes.slice(0, CODES_LISTED), ...more].join(', ')
  return (cell) => {
    const code = exact.get(cell) ?? loose.get(cell.toLowerCase())
    if (code) return known(code)
    const near = declaration.personal || cell.length > 40 ? undefined : didYouMean(cell, exact.keys())
    const message = `${quoteCell(cell, declaration)} is none of the codes ${listed}`
    return invalid('invalid-code', message, near ?? 'write one of the codes, or leave the cell blank')
  }
}

const noDate = (cell: string, declaration: FactDeclaration): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(cell)
    ? `${quoteCell(cell, declaration)} is no day of the calendar`
    : `${quoteCell(cell, declaration)} is no date`

const dateHelp = (cell: string, { personal }: FactDeclaration): string => adviseDate(personal ? '' : cell)

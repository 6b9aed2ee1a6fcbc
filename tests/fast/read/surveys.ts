import { columnsOf, type FactDeclaration, type Pack } from '../../../src/lang/pack.js'
import { type Chance, oneOf, shuffled } from '../../engine/random/chance.js'
import { spellingsOf } from './spellings.js'

/** How likely something that is no clean cell, id or row stands in its place: one in so many; 0 is never. */
export interface Dirt {
  /** Of a hundred cells so many are blank. */
  readonly gaps: number
  readonly cells: number
  readonly ids: number
  readonly rows: number
  /** Of columns that hold something doubtful. */
  readonly columns: number
}

const happens = (chance: Chance, oneIn: number) => oneIn > 0 && chance(oneIn) === 0

/** How the cells of one column are written. */
interface Style {
  readonly answers: readonly [yes: string, no: string]
  /** What stands now and then in the place of its cells. */
  readonly extra: readonly string[]
  /** One of so many cells is such. */
  readonly extraIn: number
  readonly places: 0 | 1 | 2
}

const PAIRS: readonly (readonly [yes: string, no: string])[] = [
  ['yes', 'no'],
  ['yes', 'no'],
  ['是', '否'],
  ['1', '0'],
  ['Y', 'N'],
  ['√', '×'],
  ['1.0', '0.0'],
  ['y', 'n'],
  ['TRUE', 'FALSE'],
  ['true', 'false'],
]

function styleOf({ type }: FactDeclaration, chance: Chance, dirt: Dirt): Style {
  const style: Style = {
    answers: oneOf(PAIRS, chance),
    extra: [],
    extraIn: 0,
    places: oneOf([0, 2, 2] as const, chance),
  }
  if (!happens(chance, dirt.columns)) return style
  switch (type) {
    case 'yes_no':
      return oneOf<Style>(
        [
          { ...style, answers: ['1', '2'] },
          { ...style, extra: ['1', '2', '是', 'N'], extraIn: 6 },
        ],
        chance,
      )
    case 'money':
    case 'number':
    case 'count':
      return oneOf<Style>(
        [
          { ...style, extra: ['999'], extraIn: 20 },
          { ...style, extra: ['-999', '-999.0'], extraIn: 25 },
          { ...style, places: 0, extra: ['6.300', '12.500'], extraIn: 9 },
          { ...style, extra: ['6.300', '1,250'], extraIn: 12 },
          { ...style, extra: ['1,250'], extraIn: 10 },
        ],
        chance,
      )
    default:
      return style
  }
}

function plainCell(declaration: FactDeclaration, size: number, style: Style, chance: Chance): string {
  const { name, type, unit } = declaration
  switch (type) {
    case 'yes_no':
      return style.answers[chance(8) === 0 ? 1 : 0]
    case 'code': {
      const { code, aliases } = oneOf(declaration.codes, chance)
      return chance(3) === 0 && aliases.length > 0 ? oneOf(aliases, chance) : code
    }
    case 'date':
      return `20${13 + chance(9)}-${String(1 + chance(12)).padStart(2, '0')}-${String(1 + chance(28)).padStart(2, '0')}`
    case 'text':
      return oneOf(['Danyang', '石寨村', '3', 'Wan shan', 'a"b', 'a,b', '第7组', 'X\nY'], chance)
    case 'count':
      return String(countFor(name, size, chance))
    case 'number':
      return chance(2) === 0 ? String(chance(25)) : `${chance(25)}.${chance(10)}`
    case 'money': {
      const isPerHead = unit?.has('person') === true
      const line = oneOf([4000, 4000, 6000, 1500, 2800, 20_000, 110_000], chance) * (isPerHead ? 1 : size)
      const total = /wage|net|capita/.test(name)
        ? line + oneOf([0, 0, -1, 1, 500, -500], chance)
        : chance(2) * chance(500)
      const fen =
        style.places === 2 ? oneOf(['.00', '.00', '.01', '.99'], chance) : style.places === 1 ? '.5' : ''
      return `${total}${fen}`
    }
  }
}

/** A count that agrees with the others of its record, most of the time. */
function countFor(name: string, size: number, chance: Chance): number {
  if (chance(40) === 0) return chance(2 * size + 2)
  if (name.includes('size')) return size
  if (name.includes('rural')) return 1000 + chance(5000)
  if (name.includes('insured')) return size - (chance(6) === 0 ? 1 : 0)
  const children = size % 3
  return name.includes('enrolled') && chance(6) === 0 ? Math.max(0, children - 1) : children
}

/** Facts of which any one says what a household lives on; several of them seldom agree. */
const INCOMES = [
  ['net_income'],
  ['income_per_capita'],
  ['wage_income', 'business_income', 'property_income', 'transfer_income', 'business_expense'],
]

function withoutSomeIncomes(columns: readonly FactDeclaration[], chance: Chance): FactDeclaration[] {
  if (chance(5) === 0) return [...columns]
  const kept = oneOf(INCOMES, chance)
  return columns.filter(({ name }) => kept.includes(name) || !INCOMES.flat().includes(name))
}

const ODD_IDS = [
  '',
  ' ',
  '4.40981E+17',
  "'7",
  '-5',
  '-A',
  '=1',
  "'=1",
  '##[x',
  "##'[x",
  '::x',
  '="8"',
  'ｈ１',
  'h1',
  'H-1',
  'H-2',
  '0',
  '007',
  "'007",
  '7',
  'a\nb',
  'é',
  '家1',
  '#id',
  'x'.repeat(80),
]

/** Ids in the order of a file. */
export type IdOrder = 'ascending' | 'descending' | 'shuffled' | 'padded'

/** A survey file before it is written. */
export interface Table {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** How a table is written. */
export interface Form {
  readonly delimiter: ',' | ';' | '\t' | '|'
  readonly lineBreak: '\n' | '\r\n'
  readonly quotes: 'needed' | 'some' | 'all'
  readonly isClosed: boolean
  readonly mark: boolean
}

export const randomForm = (chance: Chance): Form => ({
  delimiter: oneOf([',', ',', ',', ';', '\t', '|'] as const, chance),
  lineBreak: oneOf(['\n', '\n', '\r\n'] as const, chance),
  quotes: oneOf(['needed', 'needed', 'some', 'all'] as const, chance),
  isClosed: chance(4) > 0,
  mark: chance(4) === 0,
})

export function writtenAs({ header, rows }: Table, form: Form, chance: Chance): string {
  const { delimiter, lineBreak, quotes, isClosed, mark } = form
  const cell = (text: string) => {
    const isUnsafe = /["\r\n]/.test(text) || text.includes(delimiter)
    const isQuoted = isUnsafe || quotes === 'all' || (quotes === 'some' && chance(6) === 0)
    return isQuoted ? `"${text.replaceAll('"', '""')}"` : text
  }
  const lines = [header, ...rows].map((row) => row.map(cell).join(delimiter))
  return (mark ? '\uFEFF' : '') + lines.join(lineBreak) + (isClosed ? lineBreak : '')
}

/** A random survey of so many rows: most of its columns, named in one of their ways, in any order. */
export function randomTable(pack: Pack, count: number, order: IdOrder, dirt: Dirt, chance: Chance): Table {
  const id = pack.record.id
  const all = [...columnsOf(pack).values()].filter(({ name }) => name !== id)
  const columns = shuffled(
    withoutSomeIncomes(all, chance).filter(() => chance(8) > 0),
    chance,
  )
  const styles = columns.map((column) => styleOf(column, chance, dirt))
  const idAt = chance(3) === 0 ? chance(columns.length + 1) : 0
  const named = ({ name, aliases }: FactDeclaration) =>
    chance(4) === 0 && aliases.length > 0 ? oneOf(aliases, chance) : name
  const extra = chance(3) === 0 ? ['note'] : []
  const header = [...columns.map(named), ...extra]
  header.splice(idAt, 0, id)
  const rows: (readonly string[])[] = []
  for (const own of idsOf(count, order, chance)) {
    const size = 1 + chance(6)
    const cells = [
      ...columns.map((column, at) => cellOf(column, styles[at] as Style, size, dirt, chance)),
      ...extra.map(() => oneOf(['', 'note', '"', 'a\nb', '注'], chance)),
    ]
    cells.splice(idAt, 0, happens(chance, dirt.ids) ? oneOf(ODD_IDS, chance) : own)
    rows.push(...withOddRows(cells, rows, dirt, chance))
  }
  return { header, rows }
}

function cellOf(column: FactDeclaration, style: Style, size: number, dirt: Dirt, chance: Chance): string {
  if (chance(100) < dirt.gaps) return chance(9) === 0 ? ' ' : ''
  if (happens(chance, dirt.cells)) return oneOf(spellingsOf(column), chance)
  if (happens(chance, style.extraIn)) return oneOf(style.extra, chance)
  return plainCell(column, size, style, chance)
}

function withOddRows(
  row: readonly string[],
  before: readonly (readonly string[])[],
  { rows }: Dirt,
  chance: Chance,
): (readonly string[])[] {
  if (!happens(chance, rows)) return [row]
  return oneOf(
    [
      [row, row],
      [row, row.map(() => '')],
      [row.map(() => ' '), row],
      [[''], row],
      [row.slice(0, chance(row.length)), row],
      [[...row, 'more']],
      [row, before[chance(Math.max(1, before.length))] ?? row],
    ],
    chance,
  )
}

function idsOf(count: number, order: IdOrder, chance: Chance): string[] {
  const ids = Array.from({ length: count }, (_, at) =>
    order === 'padded' ? String(at + 1).padStart(7, '0') : `H-${at + 1}`,
  )
  if (order === 'descending') return ids.reverse()
  return order === 'shuffled' ? shuffled(ids, chance) : ids
}

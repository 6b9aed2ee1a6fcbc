import { type Chance, oneOf, shuffled } from '../../tests/engine/random/chance.js'
import { type Kind, oddAnything, oddValue } from './odd.js'

/** Rows of cells, the header first. */
export type Table = readonly (readonly string[])[]

/** What a column is for, by its header. */
export type KindOf = (header: string) => Kind

type Change = (table: Table, kindOf: KindOf, chance: Chance) => Table

const replaced = <T>(list: readonly T[], at: number, value: T): T[] =>
  list.map((each, index) => (index === at ? value : each))

const withCell = (table: Table, row: number, column: number, value: string): Table =>
  replaced(table, row, replaced(table[row] ?? [], column, value))

const mapColumns = (table: Table, change: (row: readonly string[]) => readonly string[]): Table =>
  table.map(change)

const headerOf = (table: Table): readonly string[] => table[0] ?? []

/** The number of a row that is not the header; 0 where there is none. */
const someRow = (table: Table, chance: Chance) => (table.length < 2 ? 0 : 1 + chance(table.length - 1))

const RENAMINGS: readonly ((name: string) => string)[] = [
  (name) => name.toUpperCase(),
  (name) => name.replaceAll('_', ' '),
  (name) => ` ${name} `,
  (name) => `${name}s`,
  (name) => `g1/${name}`,
  (name) => `${name}\n`,
  (name) => `q5. ${name}`,
  (name) => `${name} (yes/no)`,
  () => '',
  () => '工资性收入',
  () => '\u001b[31mnote',
  () => '##[note',
  () => '::note',
]

function oddCell(table: Table, kindOf: KindOf, chance: Chance): Table {
  const column = chance(headerOf(table).length)
  const row = someRow(table, chance)
  return row === 0
    ? table
    : withCell(table, row, column, oddValue(kindOf(headerOf(table)[column] ?? ''), chance))
}

function swappedCells(table: Table, _: KindOf, chance: Chance): Table {
  const column = chance(headerOf(table).length)
  const [one, other] = [someRow(table, chance), someRow(table, chance)]
  if (one === 0) return table
  const [a = '', b = ''] = [table[one]?.[column], table[other]?.[column]]
  return withCell(withCell(table, one, column, b), other, column, a)
}

/** Changes after which the table is still one: most cells read, the id is where it was. */
const GENTLE: readonly Change[] = [
  oddCell,
  oddCell,
  oddCell,
  swappedCells,
  (table, _, chance) => withCell(table, someRow(table, chance), chance(headerOf(table).length || 1), ''),
  (table, _, chance) => [...table, table[someRow(table, chance)] ?? []],
  (table, _, chance) => table.filter((_, at) => at === 0 || at !== someRow(table, chance)),
  (table, _, chance) => [headerOf(table), ...shuffled(table.slice(1), chance)],
  (table, _, chance) => {
    const order = shuffled(
      headerOf(table).map((_, at) => at),
      chance,
    )
    return mapColumns(table, (row) => order.map((at) => row[at] ?? ''))
  },
  (table, _, chance) => {
    const gone = 1 + chance(headerOf(table).length || 1)
    return mapColumns(table, (row) => row.filter((_, at) => at !== gone))
  },
  (table, _, chance) => {
    const name = oneOf(['note', '', 'phone', '备注', '\u001b[31mx', '::x'], chance)
    return table.map((row, at) => [...row, at === 0 ? name : oddAnything(chance)])
  },
  (table) => [...table, headerOf(table).map(() => '')],
]

/** Changes that put the whole table in doubt. */
const ROUGH: readonly Change[] = [
  (table, _, chance) => {
    const at = chance(headerOf(table).length || 1)
    return replaced(
      table,
      0,
      replaced(headerOf(table), at, oneOf(RENAMINGS, chance)(headerOf(table)[at] ?? '')),
    )
  },
  (table, _, chance) => {
    const at = chance(headerOf(table).length || 1)
    return mapColumns(table, (row) => [...row, row[at] ?? ''])
  },
  (table, _, chance) => {
    const at = someRow(table, chance)
    return replaced(table, at, (table[at] ?? []).slice(0, 1 + chance(5)))
  },
  (table, _, chance) => {
    const at = someRow(table, chance)
    return replaced(table, at, [...(table[at] ?? []), oddAnything(chance)])
  },
  (table, _, chance) => withCell(table, someRow(table, chance), 0, oddValue('id', chance)),
  (table, _, chance) =>
    [
      [
        'A list',
        ...headerOf(table)
          .slice(1)
          .map(() => ''),
      ],
      ...table,
    ].slice(chance(2)),
]

/** A table with some changes; one in four times with a rough one. */
export function changedTable(table: Table, kindOf: KindOf, chance: Chance, most = 6): Table {
  let now = table
  for (let times = 1 + chance(most); times > 0; times--) now = oneOf(GENTLE, chance)(now, kindOf, chance)
  return chance(4) === 0 ? oneOf(ROUGH, chance)(now, kindOf, chance) : now
}

import { type Chance, oneOf } from '../../tests/engine/random/chance.js'
import { damaged } from '../../tests/survey/fuzz/damage.js'
import { type Case, type MakeCase, oneIn, REJECTS, type Run } from '../case.js'
import { csvText, someForm } from '../mutate/csv.js'
import { changedTable, type Table } from '../mutate/table.js'
import { type Base, kindOf, someBase, someRows, tableIn } from './bases.js'

/** Ways to judge that must give the same bytes. */
export const ENGINES = [
  ['--engine', 'interpret'],
  ['--engine', 'compiled', '--threads', '1'],
] as const
export const THREADS = [...ENGINES, ['--engine', 'compiled', '--threads', '2']] as const

/** Arguments beside files and rules that most people give now and then. */
const someFlags = (chance: Chance): string[] => [
  ...oneOf([[], [], ['--as-of', '2016-06-30'], ['--allow-rejects'], ['-q']], chance),
  ...oneOf([[], [], [], ['--fail-on', 'verify>50%'], ['--only', 'verify']], chance),
]

/** A few households in a CSV file, read by names. */
export const smallCsv: MakeCase = (chance) => {
  const base = someBase(chance, 6)
  const table = changedTable(someRows(tableIn(base.survey), 1 + chance(20), chance), kindOf, chance)
  const text = csvText(table, someForm(chance))
  const isDamaged = oneIn(7, chance)
  const files = { 'in.csv': isDamaged ? damaged(Buffer.from(text), chance) : text }
  const format = oneOf(['csv', 'csv', 'json', 'json', 'ndjson', 'table', 'markdown'], chance)
  const assess: Run = {
    args: ['assess', 'in.csv', '-r', base.pack, '-f', format, '--rejects', REJECTS, ...someFlags(chance)],
    ...(oneIn(base.pack === 'cn-2020' ? 12 : 3, chance) ? { ways: ENGINES } : {}),
  }
  const other = oneOf(['csv', 'json', 'table', 'github', 'markdown'], chance)
  return {
    files,
    runs: [
      assess,
      ...(oneIn(3, chance) ? [{ args: ['validate', 'in.csv', '-r', base.pack, '-f', other] }] : []),
    ],
    ...(isDamaged || hasTitle(table, base) ? {} : { rows: table.length - 1 }),
  }
}

/** A header that is not where the ids are: what of the file is a row is not ours to say. */
const hasTitle = (table: Table, { id }: Base) => !(table[0] ?? []).includes(id)

/** From here on the wing for speed reads the bytes itself. */
const LARGE = 128 * 1024

/** So many households in a CSV file that its bytes are judged without the plain way. */
export const largeCsv: MakeCase = (chance) => {
  const base = someBase(chance, 10)
  const [header = [], ...rows] = someRows(tableIn(base.survey), 130 + chance(90), chance)
  const wide = [[...header, 'note'], ...rows.map((row) => [...row, 'remark '.repeat(160)])]
  const table = changedTable(wide, kindOf, chance, 25)
  const text = csvText(table, { ...someForm(chance), delimiter: ',' })
  const isDamaged = oneIn(7, chance)
  const bytes = isDamaged ? damaged(Buffer.from(text), chance) : Buffer.from(text)
  const files = {
    'in.csv': bytes.length >= LARGE ? bytes : Buffer.concat([bytes, filler(header, bytes.length)]),
  }
  const isWhole = !isDamaged && bytes.length >= LARGE && !hasTitle(table, base)
  const format = oneOf(['csv', 'csv', 'table', 'markdown'], chance)
  return {
    files,
    runs: [
      {
        args: ['assess', 'in.csv', '-r', base.pack, '-f', format, '--rejects', REJECTS, ...someFlags(chance)],
        ways: [ENGINES[0], oneIn(3, chance) ? THREADS[2] : ENGINES[1]],
      },
    ],
    ...(isWhole ? { rows: table.length - 1 } : {}),
  } satisfies Case
}

/** Rows with nothing but an id, until the file is large. */
function filler(header: readonly string[], length: number): Buffer {
  const row = (at: number) => `F-${at}${','.repeat(header.length)}${'.'.repeat(500)}\n`
  const count = Math.ceil((LARGE - length) / 500)
  return Buffer.from(Array.from({ length: count }, (_, at) => row(at)).join(''))
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { parse as parseYaml } from 'yaml'
import type { Chance } from '../../tests/engine/random/chance.js'
import type { Kind } from '../mutate/odd.js'
import type { Table } from '../mutate/table.js'
import { type Tree, treeOf } from '../mutate/tree.js'

/** The repository, seen from the bundle in `fuzz/dist`. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const kept = new Map<string, unknown>()

/** What is made once of a file of the repository. */
function once<T>(key: string, make: () => T): T {
  if (!kept.has(key)) kept.set(key, make())
  return kept.get(key) as T
}

export const textOf = (file: string): string =>
  once(`text ${file}`, () => readFileSync(join(ROOT, file), 'utf8'))

export const treeIn = (file: string): Tree => once(`tree ${file}`, () => treeOf(parseYaml(textOf(file))))

export const tableIn = (file: string): Table =>
  once(`table ${file}`, () => parse(textOf(file), { relax_column_count: true }) as Table)

export const namesIn = (folder: string): string[] =>
  once(`names ${folder}`, () => readdirSync(join(ROOT, folder)))

/** A shipped pack with a survey that suits it, and how likely it is drawn. */
export interface Base {
  readonly pack: string
  readonly survey: string
  readonly id: string
}

const DANYANG = 'fixtures/danyang.csv'

/** The small packs first: they load and compile quickly, so most inputs are of them. */
const BASES: readonly Base[] = [
  { pack: 'cn-guizhou-2011', survey: 'fixtures/guizhou-2011.csv', id: 'household_id' },
  { pack: 'cn-village-exit', survey: 'fixtures/villages.csv', id: 'village_id' },
  { pack: 'cn-2020', survey: DANYANG, id: 'household_id' },
]

/** A base: the large pack once in so many times. */
export const someBase = (chance: Chance, largeOneIn = 4): Base => {
  const base = chance(largeOneIn) === 0 ? BASES[2] : BASES[chance(2)]
  if (base === undefined) throw new Error('no base')
  return base
}

/** Rows of a table drawn by chance, each with an id of its own. */
export function someRows(table: Table, count: number, chance: Chance): Table {
  const [header = [], ...rows] = table
  const drawn = Array.from({ length: count }, (_, at) => {
    const row = rows[chance(rows.length)] ?? []
    return [`H-${String(at + 1).padStart(5, '0')}`, ...row.slice(1)]
  })
  return [header, ...drawn]
}

const WORDS: ReadonlyArray<readonly [Kind, RegExp]> = [
  ['id', /(?:^|_)id$|uuid|KEY|编号|_index/],
  ['date', /date|start/],
  [
    'yes-no',
    /secure|shortage|safe|electricity|risk|dibao|able|supporter|school|insured$|consent|exempt|completed|head$/,
  ],
  ['number', /size|income|expense|grants|members|minutes|persons|age|_n$|line/],
  ['code', /status|grade|remedy|region|cause/],
]

/** What a column is for, by the words in its header. */
export const kindOf = (header: string): Kind =>
  WORDS.find(([, pattern]) => pattern.test(header))?.[0] ?? 'text'

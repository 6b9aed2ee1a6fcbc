import { describe, expect, it } from 'vitest'
import { columnsOf, type Pack } from '../../../src/lang/pack.js'
import { PLAIN_READING } from '../../../src/survey/files/data-file.js'
import { type Chance, oneOf } from '../../engine/random/chance.js'
import { folderOf } from '../../survey/files/open.js'
import { holds } from '../../survey/fuzz/runs.js'
import { shippedPack } from '../read/packs.js'
import { type Dirt, type IdOrder, randomForm, randomTable, writtenAs } from '../read/surveys.js'
import { type Asked, assessHere, sameRun } from './assess-here.js'

const CLEAN: Dirt = { gaps: 0, cells: 0, ids: 0, rows: 0, columns: 0 }

const ORDERS: readonly IdOrder[] = ['ascending', 'ascending', 'descending', 'shuffled', 'padded']

/** From surveys as they should be to such as nobody would send. */
const DIRTS: readonly Dirt[] = [
  { ...CLEAN, gaps: 30 },
  { ...CLEAN, gaps: 30, cells: 200, rows: 100 },
  { ...CLEAN, gaps: 10, columns: 4 },
  { gaps: 30, cells: 40, ids: 40, rows: 40, columns: 5 },
  { gaps: 5, cells: 6, ids: 8, rows: 10, columns: 3 },
]

/** The texts of the files of a random survey. */
function randomFiles(pack: Pack, chance: Chance): Record<string, string> {
  const dirt = oneOf(DIRTS, chance)
  const count = oneOf([1, 1, 1, 2, 3], chance)
  const names = ['a.csv', 'b.csv', 'sub/c.tsv'].slice(0, count)
  return Object.fromEntries(
    names.map((name) => {
      const rows = oneOf([1, 5, 41, 60, 120], chance)
      const table = randomTable(pack, rows, oneOf(ORDERS, chance), dirt, chance)
      const text = writtenAs(table, randomForm(chance), chance)
      return [name, aroundHeader(text, chance)]
    }),
  )
}

/** Rows that stand around the header of some exports. */
function aroundHeader(text: string, chance: Chance): string {
  const [header = ''] = text.split(/\r?\n/, 1)
  switch (chance(30)) {
    case 0:
      return text.replace(header, `${header}\n#meta+id${',#x'.repeat(header.split(',').length - 1)}`)
    case 1:
      return text.replace(header, `\n\n${header}\n`)
    case 2:
      return `A survey of households\n${text}`
    case 3:
      return `${text}"`
    case 4:
      return `${text}\n\n\n`
    default:
      return text
  }
}

function randomAsked(pack: Pack, files: readonly string[], chance: Chance): Asked {
  const decisions = [...pack.decisions.outcomes.keys(), 'verify']
  const some = <T>(value: T, other: T, oneIn: number) => (chance(oneIn) === 0 ? value : other)
  const parameter = [...pack.parameters.keys()][0] ?? ''
  return {
    files,
    ...oneOf<Partial<Asked>>(
      [
        { output: 'out.csv' },
        { output: 'out.csv' },
        { format: 'csv' },
        {},
        { format: 'markdown' },
        { output: 'out.csv', reports: ['markdown=out.md', 'table=out.txt'] },
        { format: 'csv', reports: ['csv=out.csv'] },
      ],
      chance,
    ),
    rejects: some<string | null>('rejects.csv', null, 2),
    asOf: some<string | null>('2019-06-30', null, 5),
    only: some([oneOf(decisions, chance), oneOf(decisions, chance)], [], 4),
    assume: some<ReadonlyMap<string, string>>(new Map([oneOf(assumable(pack), chance)]), new Map(), 10),
    set: some<ReadonlyMap<string, string>>(new Map([[parameter, '3']]), new Map(), 8),
    failOn: some(
      [oneOf(['verify>20%', 'rejected>0', 'invalid>3', 'duplicates>0', 'read>10'], chance)],
      [],
      4,
    ),
    allowRejects: chance(3) === 0,
    quiet: chance(8) === 0,
    reading: { ...PLAIN_READING, ...(chance(10) === 0 ? oneOf(READINGS, chance) : {}) },
  }
}

const READINGS = [{ titleRows: 1 }, { labelRows: 1 }, { headerRows: 2 }]

const ASSUMED: readonly (readonly [string, string])[] = [
  ['risk', 'no'],
  ['risk', 'yes'],
  ['survey_date', '2018-03-01'],
  ['household_size', '3'],
  ['housing_grade', 'A'],
  ['region', 'west'],
  ['dibao', 'no'],
  ['net_income', '123456789012.5'],
]

const assumable = (pack: Pack) => ASSUMED.filter(([name]) => columnsOf(pack).has(name))

/** Packs with how many surveys each judges; of those that share their facts, the first judges most. */
const PACKS = [
  ['cn-2020', 5],
  ['cn-2020-income-first', 2],
  ['cn-guizhou-2011', 4],
  ['cn-guizhou-monitoring', 2],
  ['cn-village-exit', 4],
  ['global-mpi', 3],
  ['world-bank-lines', 3],
] as const

describe('surveys read as bytes', () => {
  it.each(PACKS)(
    'come to what the interpreter says of what the normal reader reads, in chunks of any size and in threads: %s',
    async (id, cases) => {
      const pack = await shippedPack(id)
      const count = { runs: 0, byBytes: 0, inThreads: 0, compiled: 0, interpreted: 0 }
      await holds(async (chance) => {
        // Each pack has surveys of its own.
        for (const _ of id) chance(2)
        const files = randomFiles(pack, chance)
        const folder = folderOf(files)
        const asked = randomAsked(pack, Object.keys(files), chance)
        const expected = await assessHere(folder, pack, asked, null)
        const size = oneOf([1, 64, 200, 500, 1000, 3000], chance)
        const ways = [{ threads: chance(6) === 0 ? 3 : 1, size }]
        if (chance(3) === 0) ways.push({ threads: 1, size: 1 << 18 })
        for (const way of ways) {
          const found = await assessHere(folder, pack, asked, way)
          sameRun(expected, found, `${folder} ${JSON.stringify({ ...asked, ...way })}`)
          count.runs += 1
          if (!found.byBytes) continue
          count.byBytes += 1
          if (way.threads > 1) count.inThreads += 1
          count.compiled += found.compiled
          count.interpreted += found.interpreted
        }
      }, cases)
      for (const [what, times] of Object.entries(count)) seen[what as keyof typeof seen] += times
    },
  )

  it('were judged by the compiled packs, in threads too', () => {
    // A survey without ids, with a title, or with options that fit none of its files is for the normal reader.
    expect(seen.byBytes).toBeGreaterThan(seen.runs / 3)
    expect(seen.inThreads).toBeGreaterThan(0)
    expect(seen.compiled).toBeGreaterThan(500)
    expect(seen.compiled).toBeGreaterThan(seen.interpreted)
  })
})

const seen = { runs: 0, byBytes: 0, inThreads: 0, compiled: 0, interpreted: 0 }

import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench } from '../bench.js'
import { generateFile } from '../generate/file.js'
import type { FileOptions } from '../generate/rows.js'
import { agreement, lookThrough, type ResultFile } from '../measure/agreement.js'
import { runMeasured, type Usage } from '../measure/child.js'
import { takeTurns } from '../measure/rounds.js'
import { spreadOf } from '../measure/statistics.js'
import { rateTable, withSpread } from '../measure/table.js'
import type { Way } from '../ways.js'

const SAMPLE = 1000
const INPUT = 'households.csv'

/** From a CSV of households to one of decisions, by several ways; says whether their results agree. */
export async function measureFiles(
  { folder, options, say }: Bench,
  file: FileOptions,
  ways: readonly Way[],
): Promise<string> {
  say(`writing ${file.rows} households`)
  const bytes = generateFile(join(folder, INPUT), file)
  const results = new Map<string, ResultFile>()
  let written = 0
  const turns = ways.map((way) => ({
    name: way.name,
    async run(round: number): Promise<Usage> {
      const output = `${way.name}.csv`
      const usage = await runMeasured(folder, way.command(INPUT, output))
      const path = join(folder, output)
      written = statSync(path).size
      if (round === 0) results.set(way.name, await lookThrough(path, Math.ceil(file.rows / SAMPLE)))
      rmSync(path)
      return usage
    },
  }))
  const figures = await takeTurns(turns, options.rounds, say)
  rmSync(join(folder, INPUT))
  const against = ways.some(({ name }) => name === 'duckdb') ? 'duckdb' : (ways[0]?.name ?? '')
  const table = rateTable(
    figures,
    ({ wall }) => file.rows / wall,
    {
      'wall s': (all) => withSpread(spreadOf(all.map(({ wall }) => wall)), seconds),
      'CPU s': (all) => withSpread(spreadOf(all.map(({ cpu }) => cpu)), seconds),
      'peak MiB': (all) => withSpread(spreadOf(all.map(({ peak }) => peak)), (value) => value.toFixed(0)),
    },
    against,
  )
  const about = `${file.rows.toLocaleString('en')} households, ${megabytes(bytes)} read, ${megabytes(written)} written; ${options.rounds} rounds.`
  return [about, table, ...agreement(inOrder(results, ways))].join('\n\n')
}

const inOrder = (results: ReadonlyMap<string, ResultFile>, ways: readonly Way[]): Map<string, ResultFile> =>
  new Map(
    ways.flatMap(({ name }) => {
      const result = results.get(name)
      return result === undefined ? [] : [[name, result]]
    }),
  )

const seconds = (value: number) => value.toFixed(value < 10 ? 2 : 1)
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`

import type { Bench } from '../bench.js'
import type { FileOptions } from '../generate/rows.js'
import { agreement, lookThrough, type ResultFile } from '../measure/agreement.js'
import { spreadOf } from '../measure/statistics.js'
import { rateTable, withSpread } from '../measure/table.js'
import type { Way } from '../ways.js'
import { runFiles } from './file-runs.js'

const SAMPLE = 1000

/** From a CSV of households to one of decisions, by several ways; says whether their results agree. */
export async function measureFiles(bench: Bench, file: FileOptions, ways: readonly Way[]): Promise<string> {
  const results = new Map<string, ResultFile>()
  const { read, written, usage } = await runFiles(bench, file, ways, async ({ name }, path) => {
    results.set(name, await lookThrough(path, Math.ceil(file.rows / SAMPLE)))
  })
  const against = ways.some(({ name }) => name === 'duckdb') ? 'duckdb' : (ways[0]?.name ?? '')
  const table = rateTable(
    usage,
    ({ wall }) => file.rows / wall,
    {
      'wall s': (all) => withSpread(spreadOf(all.map(({ wall }) => wall)), seconds),
      'CPU s': (all) => withSpread(spreadOf(all.map(({ cpu }) => cpu)), seconds),
      'of it system': (all) => withSpread(spreadOf(all.map(({ system }) => system)), seconds),
      'peak MiB': (all) => withSpread(spreadOf(all.map(({ peak }) => peak)), (value) => value.toFixed(0)),
    },
    against,
  )
  const about = `${file.rows.toLocaleString('en')} households, ${megabytes(read)} read, ${megabytes(written)} written; ${bench.options.rounds} rounds.`
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

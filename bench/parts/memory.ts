import type { Bench } from '../bench.js'
import type { FileOptions } from '../generate/rows.js'
import type { Usage } from '../measure/child.js'
import { ratiosOf, spreadOf } from '../measure/statistics.js'
import { markdownTable, ratio, withSpread } from '../measure/table.js'
import type { Way } from '../ways.js'
import { runFiles } from './file-runs.js'

/** How many times as many rows the second file has. */
export const MANY = 5

/** Peak memory of the same file with few and with many rows, and what a row more takes. */
export async function measureMemory(bench: Bench, file: FileOptions, ways: readonly Way[]): Promise<string> {
  const few = await runFiles(bench, file, ways)
  const many = await runFiles(bench, { ...file, rows: file.rows * MANY }, ways)
  const rows = ways.map(({ name }) => {
    const [less, more] = [few, many].map(({ usage }) => peaksOf(usage.get(name) ?? []))
    return less === undefined || more === undefined ? [name] : [name, ...cells(less, more, file.rows)]
  })
  const header = ['way', file.rows, file.rows * MANY].map((cell) =>
    typeof cell === 'number' ? `peak MiB, ${cell.toLocaleString('en')}` : cell,
  )
  const about = `The whole process with its threads; ${bench.options.rounds} rounds.`
  return [about, markdownTable([...header, 'growth', 'bytes a row more'], rows)].join('\n\n')
}

const peaksOf = (usage: readonly Usage[]): number[] => usage.map(({ peak }) => peak)

function cells(less: readonly number[], more: readonly number[], rows: number): string[] {
  const whole = (value: number) => value.toFixed(0)
  const bytes = more.flatMap((peak, round) => {
    const other = less[round]
    return other === undefined ? [] : [((peak - other) * 2 ** 20) / (rows * (MANY - 1))]
  })
  return [
    withSpread(spreadOf(less), whole),
    withSpread(spreadOf(more), whole),
    `× ${withSpread(spreadOf(ratiosOf(more, less)), ratio)}`,
    withSpread(spreadOf(bytes), whole),
  ]
}

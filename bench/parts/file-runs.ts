import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench } from '../bench.js'
import { generateFile } from '../generate/file.js'
import type { FileOptions } from '../generate/rows.js'
import { runMeasured, type Usage } from '../measure/child.js'
import { takeTurns } from '../measure/rounds.js'
import type { Way } from '../ways.js'

const INPUT = 'households.csv'

/** Bytes of a generated file and of a result, and what each way took, round by round. */
export interface FileRuns {
  readonly read: number
  readonly written: number
  readonly usage: ReadonlyMap<string, readonly Usage[]>
}

/** Generates a file and takes it through several ways in turn; `look` sees each result of the first round before it is removed. */
export async function runFiles(
  { folder, options, say }: Bench,
  file: FileOptions,
  ways: readonly Way[],
  look: (way: Way, result: string) => Promise<void> = async () => {},
): Promise<FileRuns> {
  say(`writing ${file.rows.toLocaleString('en')} households`)
  const read = generateFile(join(folder, INPUT), file)
  let written = 0
  const turns = ways.map((way) => ({
    name: way.name,
    async run(round: number): Promise<Usage> {
      const output = `${way.name}.csv`
      const usage = await runMeasured(folder, way.command(INPUT, output))
      const path = join(folder, output)
      written = statSync(path).size
      if (round === 0) await look(way, path)
      rmSync(path)
      return usage
    },
  }))
  const usage = await takeTurns(turns, options.rounds, say)
  rmSync(join(folder, INPUT))
  return { read, written, usage }
}

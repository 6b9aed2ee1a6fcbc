import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench } from '../bench.js'
import { generateFile } from '../generate/file.js'
import type { FileOptions } from '../generate/rows.js'
import { ROOT, runMeasured } from '../measure/child.js'
import { takeTurns } from '../measure/rounds.js'
import { rateTable } from '../measure/table.js'

const SCRIPT = join(ROOT, 'bench', 'dist', 'evaluation.js')
const SECONDS = '2'
const AGAINST = 'plain-javascript'

interface Figure {
  readonly rate: number
  readonly digest: string
  readonly handedOver: number
}

/** Judging alone, of households that are in memory. */
export async function measureEvaluation(
  { folder, options, say }: Bench,
  file: FileOptions,
  ways: readonly string[],
): Promise<string> {
  const input = 'evaluation.csv'
  generateFile(join(folder, input), file)
  const turns = ways.map((name) => ({
    name,
    async run(): Promise<Figure> {
      const { stdout } = await runMeasured(folder, [SCRIPT, name, input, SECONDS])
      return JSON.parse(stdout) as Figure
    },
  }))
  const figures = await takeTurns(turns, options.rounds, say)
  rmSync(join(folder, input))
  const digests = new Set([...figures.values()].flatMap((all) => all.map(({ digest }) => digest)))
  const agreed = digests.size === 1 ? 'All decisions are the same.' : 'The decisions DIFFER.'
  const about = `${file.rows.toLocaleString('en')} households in memory, judged again and again for ${SECONDS} s of the processor, which are the seconds below; ${options.rounds} rounds. ${agreed}`
  const handedOver = {
    'left to the interpreter': (all: readonly Figure[]) => String(all[0]?.handedOver ?? 0),
  }
  return [about, rateTable(figures, ({ rate }) => rate, handedOver, AGAINST)].join('\n\n')
}

import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench } from '../bench.js'
import { generateFile } from '../generate/file.js'
import { PLAIN_FILE } from '../generate/rows.js'
import { ROOT } from '../measure/child.js'
import { takeTurns } from '../measure/rounds.js'
import { ratiosOf, spreadOf } from '../measure/statistics.js'
import { markdownTable, ratio, withSpread } from '../measure/table.js'

const RUNS_A_ROUND = 10
const BARE = 'node -e 0'

/** What a run on ten households takes, against a Node that does nothing. */
export async function measureStartup({ folder, options, say }: Bench): Promise<string> {
  const input = 'ten.csv'
  generateFile(join(folder, input), { ...PLAIN_FILE, rows: 10 })
  const commands: readonly (readonly [string, readonly string[]])[] = [
    [BARE, ['-e', '0']],
    ['tpa assess ten.csv', [join(ROOT, 'bin', 'tpa.js'), 'assess', input]],
    ['tpa assess ten.csv -o out.csv', [join(ROOT, 'bin', 'tpa.js'), 'assess', input, '-o', 'out.csv']],
  ]
  const turns = commands.map(([name, args]) => ({
    name,
    run: () => Promise.resolve(millisecondsOf(args, folder)),
  }))
  const runs = options.rounds * RUNS_A_ROUND
  say(`startup: ${runs} runs each`)
  const figures = await takeTurns(turns, runs, () => {})
  rmSync(join(folder, input))
  const bare = figures.get(BARE) ?? []
  const rows = [...figures].map(([name, own]) => [
    name,
    withSpread(spreadOf(own), (value) => value.toFixed(0)),
    name === BARE ? '1' : `× ${withSpread(spreadOf(ratiosOf(own, bare)), ratio)}`,
  ])
  return [`${runs} runs each, in turn.`, markdownTable(['command', 'ms', `against ${BARE}`], rows)].join(
    '\n\n',
  )
}

function millisecondsOf(args: readonly string[], cwd: string): number {
  const began = performance.now()
  const { status } = spawnSync(process.execPath, args, { cwd, stdio: 'ignore' })
  const took = performance.now() - began
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`)
  return took
}

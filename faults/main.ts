import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { chanceFrom } from '../tests/engine/random/chance.js'
import { type Fault, type Plan, type Ready, ready, scratch } from './bench.js'
import { atEachCall } from './kinds/calls.js'
import { changedInputs } from './kinds/inputs.js'
import { killsAtRandom, signalsAtRandom, TALKERS } from './kinds/moments.js'
import { fullDevice, readersGone, smallDisks } from './kinds/streams.js'
import { twoWriters } from './kinds/writers.js'
import { readOptions, USAGE } from './options.js'
import { SCENES, type Scene } from './run/scene.js'
import { households } from './run/survey.js'

const say = (text: string) => void process.stdout.write(`${text}\n`)

/** Tries what is asked for, prints counts, and gives 1 where a promise was broken. */
export async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(USAGE)
    return 0
  }
  const options = readOptions(args)
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n\n${USAGE}`)
    return 2
  }
  const folder = scratch()
  const clean = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      clean()
      process.exit(130)
    })
  try {
    const { seed, times, patience, only } = options
    const scenes = await readied(folder, SCENES)
    const all = await faultsOf(folder, { chance: chanceFrom(seed), times, scenes, patience })
    const faults = all.filter(({ kind, what }) => `${kind}: ${what}`.includes(only))
    const counts = await tryAll(folder, faults, options.workers)
    say(`\nseed ${seed}\n\n${tableOf(counts)}`)
    return [...counts.values()].some(({ broken }) => broken > 0) ? 1 : 0
  } finally {
    clean()
  }
}

async function readied(folder: string, scenes: readonly Scene[]): Promise<Ready[]> {
  const list: Ready[] = []
  for (const scene of scenes) list.push(await ready(join(folder, 'ready'), scene))
  return list
}

async function faultsOf(folder: string, plan: Plan): Promise<Fault[]> {
  const talkers = TALKERS.map((scene) => ({ ...scene, files: { 'in.csv': households(1300) } }))
  const place = join(folder, 'ready')
  return [
    ...(await atEachCall(place, plan)),
    ...killsAtRandom(plan),
    ...signalsAtRandom(plan, await readied(folder, talkers)),
    ...(await changedInputs(place, plan)),
    ...twoWriters(plan),
    ...readersGone(plan),
    ...fullDevice(),
    ...smallDisks(plan),
  ]
}

interface Count {
  tried: number
  broken: number
}

/** Several faults at a time, each in a folder of its own. */
async function tryAll(
  folder: string,
  faults: readonly Fault[],
  workers: number,
): Promise<Map<string, Count>> {
  const counts = new Map<string, Count>()
  let next = 0
  const work = async (worker: number) => {
    for (let fault = faults[next++]; fault !== undefined; fault = faults[next++]) {
      const count = counts.get(fault.kind) ?? { tried: 0, broken: 0 }
      counts.set(fault.kind, count)
      const said = await fault.attempt(join(folder, `worker-${worker}`))
      count.tried += 1
      if (next % 100 === 0) process.stderr.write(`${next} of ${faults.length}\n`)
      if (said.length === 0) continue
      count.broken += 1
      say(`${fault.kind}: ${fault.what}: ${said.join('; ')}`)
    }
  }
  await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)))
  return counts
}

function tableOf(counts: ReadonlyMap<string, Count>): string {
  const sum = [...counts.values()].reduce(
    (all, { tried, broken }) => ({ tried: all.tried + tried, broken: all.broken + broken }),
    { tried: 0, broken: 0 },
  )
  const rows = [...counts, ['together', sum] as const].map(
    ([kind, { tried, broken }]) => `| ${kind} | ${tried} | ${broken} |`,
  )
  return ['| fault | tried | promises broken |', '| --- | --- | --- |', ...rows].join('\n')
}

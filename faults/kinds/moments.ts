import type { Chance } from '../../tests/engine/random/chance.js'
import { oneOf } from '../../tests/engine/random/chance.js'
import { afterwards, type Fault, type Plan, type Ready } from '../bench.js'
import { faultsIn } from '../run/judge.js'
import { run, type Start } from '../run/program.js'
import { layOut, type Scene } from '../run/scene.js'

/** A signal some time after the start; gives when it was sent. */
function signalAfter(
  delay: number,
  signal: NodeJS.Signals,
): { start: Pick<Start, 'onStart'>; sent: () => number | null } {
  let sent: number | null = null
  return {
    sent: () => sent,
    start: {
      onStart(child) {
        const timer = setTimeout(() => {
          if (child.exitCode === null && child.kill(signal)) sent = performance.now()
        }, delay)
        child.on('exit', () => clearTimeout(timer))
      },
    },
  }
}

/** The end of the process at any moment, from its start to a little after its end. */
export function killsAtRandom({ scenes, chance, times }: Plan): Fault[] {
  return Array.from({ length: times }, () => {
    const ready = oneOf(scenes, chance)
    const delay = chance(Math.ceil(ready.milliseconds * 1.1))
    return {
      kind: 'killed at a moment',
      what: `${ready.scene.name}: killed after ${delay} ms`,
      async attempt(folder) {
        layOut(folder, ready.scene)
        const { start } = signalAfter(delay, 'SIGKILL')
        const ended = await run({ folder, args: ready.scene.args, ...start })
        const allowed = { ends: ['SIGKILL', ready.code] as const, parts: true, wholes: [ready.wholes] }
        return [...faultsIn(folder, ready.scene, ended, allowed), ...(await afterwards(folder, ready))]
      },
    }
  })
}

const SIGNALS: readonly (readonly [NodeJS.Signals, number])[] = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]

/** Commands that write no file, beside those that do. */
export const TALKERS: readonly Scene[] = [
  ['explain', 'in.csv', '-r', 'cn-guizhou-2011', '--id', 'H-00003'],
  ['check', 'cn-2020'],
  ['check', 'cn-guizhou-2011'],
  ['test', 'cn-2020', '--mutate'],
  ['test', 'cn-2020', '--coverage'],
  ['validate', 'in.csv', '-r', 'cn-guizhou-2011'],
  ['inspect', 'in.csv'],
].map((args) => ({
  name: args.slice(0, 2).join(' '),
  args,
  files: { 'in.csv': 'household_id\n' },
  targets: [],
}))

/** What other programs and people send to end a run; it must be gone within a second. */
export function signalsAtRandom(
  { scenes, chance, times, patience }: Plan,
  talkers: readonly Ready[],
): Fault[] {
  return Array.from({ length: times }, () =>
    signalAtRandom(oneOf([...scenes, ...talkers], chance), chance, patience),
  )
}

function signalAtRandom(ready: Ready, chance: Chance, patience: number): Fault {
  const { scene, wholes, code } = ready
  const [signal, number] = oneOf(SIGNALS, chance)
  const delay = chance(Math.ceil(ready.milliseconds))
  return {
    kind: 'a signal',
    what: `${scene.name}: ${signal} after ${delay} ms`,
    async attempt(folder) {
      layOut(folder, scene)
      const { start, sent } = signalAfter(delay, signal)
      const ended = await run({ folder, args: scene.args, ...start })
      const waited = performance.now() - (sent() ?? performance.now())
      const said = faultsIn(folder, scene, ended, {
        ends: [signal, number, code],
        parts: true,
        wholes: [wholes],
      })
      if (waited > patience) said.push(`ended ${waited.toFixed(0)} ms after the signal`)
      return scene.targets.length === 0 ? said : [...said, ...(await afterwards(folder, ready))]
    },
  }
}

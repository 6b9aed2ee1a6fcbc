import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { oneOf } from '../../tests/engine/random/chance.js'
import { afterwards, type Fault, type Plan, type Ready } from '../bench.js'
import { faultsIn } from '../run/judge.js'
import { ERRNOS, type How } from '../run/plan.js'
import { run } from '../run/program.js'
import { layOut } from '../run/scene.js'

const UNDER = 'out/'

/** Calls that write, whose number one after the other is what faults are planted at. */
async function callsOf(folder: string, { scene }: Ready): Promise<string[]> {
  layOut(folder, scene)
  const report = join(folder, 'calls.json')
  await run({ folder, args: scene.args, plan: { under: UNDER, how: 'count', report } })
  return JSON.parse(readFileSync(report, 'utf8')) as string[]
}

/** At each call by which results are written, one after the other: an error, half a write, an end of the process before it and after it. */
export async function atEachCall(folder: string, { scenes, chance }: Plan): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const ready of scenes) {
    const calls = await callsOf(folder, ready)
    calls.forEach((call, at) => {
      const hows: How[] = ['kill-before', 'ENOSPC', oneOf(ERRNOS.slice(1), chance)]
      if (call.startsWith('rename')) hows.push('kill-after')
      if (call.startsWith('write')) hows.push('short')
      for (const how of hows) faults.push(atCall(ready, call, at, how))
    })
  }
  return faults
}

function atCall(ready: Ready, call: string, at: number, how: How): Fault {
  const { scene, wholes, code } = ready
  const isKill = how.startsWith('kill')
  return {
    kind: isKill ? 'killed at a call' : how === 'short' ? 'half a write' : 'an error of the system',
    what: `${scene.name}: ${how} at call ${at}, ${call}`,
    async attempt(folder) {
      layOut(folder, scene)
      const ended = await run({ folder, args: scene.args, plan: { under: UNDER, at, how } })
      const ends = isKill ? (['SIGKILL'] as const) : [code, 2]
      // What cannot be removed now is removed by the next run.
      const parts = isKill || call.startsWith('unlink')
      const said = faultsIn(folder, scene, ended, { ends, parts, wholes: [wholes] })
      return parts ? [...said, ...(await afterwards(folder, ready))] : said
    },
  }
}

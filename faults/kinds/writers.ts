import { oneOf } from '../../tests/engine/random/chance.js'
import type { Fault, Plan, Ready } from '../bench.js'
import { faultsIn } from '../run/judge.js'
import { run } from '../run/program.js'
import { layOut } from '../run/scene.js'

/** Two runs that write one target at the same time: both end well, and one of their results stands there whole. */
export function twoWriters({ scenes, chance, times }: Plan): Fault[] {
  return Array.from({ length: times }, () => {
    const ready = oneOf(scenes, chance)
    const delay = chance(Math.ceil(ready.milliseconds / 2))
    return {
      kind: 'two writers',
      what: `${ready.scene.name}: ${delay} ms apart`,
      attempt: (folder) => together(folder, ready, delay),
    }
  })
}

async function together(folder: string, { scene, wholes, code }: Ready, delay: number): Promise<string[]> {
  layOut(folder, scene)
  const first = run({ folder, args: scene.args })
  await new Promise((done) => setTimeout(done, delay))
  const both = await Promise.all([first, run({ folder, args: scene.args })])
  return both.flatMap((ended) =>
    faultsIn(folder, scene, ended, { ends: [code], parts: false, wholes: [wholes] }),
  )
}

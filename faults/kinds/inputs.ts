import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { oneOf } from '../../tests/engine/random/chance.js'
import type { Fault, Plan, Ready } from '../bench.js'
import { faultsIn } from '../run/judge.js'
import { run } from '../run/program.js'
import { contents, layOut, type Scene } from '../run/scene.js'
import { households } from '../run/survey.js'

/** What becomes of an input while it is read. */
const CHANGES: Readonly<Record<string, (text: string) => string | null>> = {
  'cut short': (text) => text.slice(0, text.length / 2),
  emptied: () => '',
  'more rows': (text) => `${text}H-99999,Wanshan,Laojing,3,100,no,yes,no,x\n`,
  'another cell': (text) => text.replace(/,Laojing,/, ',Shizhai,'),
  'other rows': () => households(1200),
  removed: () => null,
}

/** At each call by which the input is read: the file changes, is cut short, or goes. */
export async function changedInputs(folder: string, { scenes, chance, times }: Plan): Promise<Fault[]> {
  const readers = scenes.filter(({ scene }) => 'in.csv' in scene.files)
  const counts = new Map<Ready, number>()
  for (const ready of readers) counts.set(ready, await readsOf(folder, ready))
  return Array.from({ length: times }, () => {
    const ready = oneOf(readers, chance)
    const [what, change] = oneOf(Object.entries(CHANGES), chance)
    const at = chance(Math.max(1, counts.get(ready) ?? 1))
    return {
      kind: 'an input that changes',
      what: `${ready.scene.name}: ${what} at call ${at}`,
      attempt: (place) => changedAt(place, ready, change(ready.scene.files['in.csv'] ?? ''), at),
    }
  })
}

const UNDER = 'in.csv'

async function readsOf(folder: string, { scene }: Ready): Promise<number> {
  layOut(folder, scene)
  const report = join(folder, 'calls.json')
  await run({ folder, args: scene.args, plan: { under: UNDER, how: 'count', report } })
  return (JSON.parse(readFileSync(report, 'utf8')) as string[]).length
}

/** The result is that of the file before the change or of the one after it, or the run says that it changed. */
async function changedAt(
  folder: string,
  { scene, wholes, code }: Ready,
  text: string | null,
  at: number,
): Promise<string[]> {
  const changed = text === null ? [] : await resultsOf(folder, scene, text)
  layOut(folder, scene)
  const change = [{ file: join(folder, 'in.csv'), text }]
  const ended = await run({ folder, args: scene.args, plan: { under: UNDER, at, how: 'change', change } })
  return faultsIn(folder, scene, ended, { ends: [code, 0, 1, 2], parts: false, wholes: [wholes, ...changed] })
}

/** What the changed file comes to by itself; nothing where it is refused. */
async function resultsOf(folder: string, scene: Scene, text: string): Promise<(string | null)[][]> {
  layOut(folder, { ...scene, files: { ...scene.files, 'in.csv': text } })
  const { code } = await run({ folder, args: scene.args })
  return code === 0 || code === 1 ? [contents(folder, scene)] : []
}

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Chance } from '../tests/engine/random/chance.js'
import { faultsIn } from './run/judge.js'
import { run } from './run/program.js'
import { contents, layOut, litter, type Scene } from './run/scene.js'

/** One fault to try; says what it is, and what of the promises was broken. */
export interface Fault {
  readonly kind: string
  readonly what: string
  readonly attempt: (folder: string) => Promise<string[]>
}

/** What faults are made of. */
export interface Plan {
  readonly chance: Chance
  /** How many of each kind that is left to chance. */
  readonly times: number
  readonly scenes: readonly Ready[]
  /** Milliseconds in which a run must have ended after a signal. */
  readonly patience: number
}

/** A scene with what a run of it gives where nothing happens. */
export interface Ready {
  readonly scene: Scene
  readonly wholes: readonly (string | null)[]
  readonly code: number
  readonly milliseconds: number
}

export const scratch = (): string => mkdtempSync(join(tmpdir(), 'tpa-faults-'))

/** Runs a scene undisturbed; throws where that does not do. */
export async function ready(folder: string, scene: Scene): Promise<Ready> {
  layOut(folder, scene)
  const ended = await run({ folder, args: scene.args })
  const wholes = contents(folder, scene)
  const said = faultsIn(folder, scene, ended, { ends: [0, 1], parts: false, wholes: [wholes] })
  if (said.length > 0) throw new Error(`${scene.name} without any fault: ${said.join('; ')}`)
  return { scene, wholes, code: ended.code ?? -1, milliseconds: ended.milliseconds }
}

/** Runs a scene once more where it is, and says what still stands beside its targets or is not the new file. */
export async function afterwards(folder: string, { scene, wholes, code }: Ready): Promise<string[]> {
  const ended = await run({ folder, args: scene.args })
  return [
    ...faultsIn(folder, scene, ended, { ends: [code], parts: false, wholes: [wholes] }),
    ...litter(folder, scene).map((file) => `the next run left ${file}`),
  ]
}

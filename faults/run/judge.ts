import type { Ended } from './program.js'
import { contents, litter, modesLost, OLD, type Scene } from './scene.js'

/** What a fault may leave behind. */
export interface Allowed {
  /** Exit codes and signals with which the run may end. */
  readonly ends: readonly (number | NodeJS.Signals)[]
  /** Whether unfinished files may stand beside the targets until the next run. */
  readonly parts: boolean
  /** Whole results that may stand in the targets besides the old ones. */
  readonly wholes: readonly (readonly (string | null)[])[]
}

const STACK = /\n\s+at \S.*:\d+:\d+|this is a bug|node:internal|UnhandledPromise/

/** What is wrong after a fault; nothing where all promises are kept. */
export function faultsIn(folder: string, scene: Scene, ended: Ended, allowed: Allowed): string[] {
  const said: string[] = []
  const now = contents(folder, scene)
  const isNew = (at: number) => allowed.wholes.some((whole) => whole[at] === now[at])
  scene.targets.forEach((name, at) => {
    if (now[at] !== OLD && !isNew(at))
      said.push(`${name} is neither the old nor the new file: ${String(now[at]).length} bytes`)
  })
  const end = ended.signal ?? ended.code ?? -1
  if (!allowed.ends.includes(end)) said.push(`ended with ${end}: ${ended.err.slice(-300)}`)
  if ((end === 0 || end === 1) && !scene.targets.every((_, at) => isNew(at)))
    said.push(`exit ${end} without all results`)
  if (end === 2 && scene.targets.length > 0 && scene.targets.every((_, at) => isNew(at)))
    said.push('exit 2 with all results')
  if (STACK.test(ended.err)) said.push(`a stack: ${ended.err.slice(0, 300)}`)
  if (end === 2 && !/error\[[a-z0-9-]+\]/.test(ended.err))
    said.push(`exit 2 without a reason: ${ended.err.slice(0, 300)}`)
  const left = litter(folder, scene)
  if (!allowed.parts && left.length > 0) said.push(`left behind: ${left.join(', ')}`)
  const modes = modesLost(folder, scene)
  if (modes.length > 0) said.push(`another mode: ${modes.join(', ')}`)
  return said
}

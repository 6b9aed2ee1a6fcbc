import type { Output } from '../../report/output.js'
import type { Interruption } from './interrupt.js'
import { openOutput, type Target } from './output.js'

/** The outputs of a run. A run that stops leaves none of them unfinished. */
export interface Outputs {
  open(target: Target): Promise<Output>
  /** Whether anybody still reads one of them. */
  isWanted(): boolean
  /** Finishes all, in the order in which they were opened. */
  finish(): Promise<void>
  /** Throws away those that are not finished. */
  drop(): void
}

/** Outputs that are also thrown away where a signal ends the run; `null` where the command listens to none. */
export function createOutputs(interruption: Interruption | null): Outputs {
  const outputs: Output[] = []
  return {
    async open(target) {
      const output = await openOutput(target)
      outputs.push(output)
      interruption?.watch(output)
      return output
    },
    isWanted: () => outputs.some((output) => output.wanted),
    async finish() {
      for (const output of outputs) await output.finish()
    },
    drop() {
      for (const output of outputs.splice(0)) output.discard()
    },
  }
}

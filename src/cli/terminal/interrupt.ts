import { writeSync } from 'node:fs'
import type { RecordDeclaration } from '../../lang/pack.js'
import type { Output } from '../../report/output.js'
import { ExitCode } from './exit-code.js'
import type { ProgressLine } from './progress.js'

/** What SIGINT has to know of a run. */
export interface Interruption {
  /** Counts records that are done; fewer than none where they are to be done again. */
  count(records?: number): void
  /** Registers an output whose unfinished file must go. */
  watch(output: Output): void
  /** Stops listening. */
  end(): void
}

/** Ctrl-C, a stop by another program, a window that is closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Ends the run on a signal: removes unfinished files and says how far it came. A second one is immediate. */
export function onInterrupt({ name, plural }: RecordDeclaration, progress: ProgressLine): Interruption {
  const outputs: Output[] = []
  let done = 0
  const stop = () => {
    for (const signal of SIGNALS) process.once(signal, () => process.exit(ExitCode.Interrupted))
    progress.clear()
    const unfinished = outputs.filter((output) => output.discard()).length
    const files =
      unfinished === 0
        ? ''
        : `; ${unfinished === 1 ? 'the unfinished file was' : 'unfinished files were'} removed`
    // At once: what stdout still holds is half a result, so the process may end without draining it.
    writeSync(2, `interrupted after ${done} ${done === 1 ? name : plural}${files}\n`)
    process.exit(ExitCode.Interrupted)
  }
  for (const signal of SIGNALS) process.once(signal, stop)
  return {
    count(records = 1) {
      done += records
    },
    watch: (output) => outputs.push(output),
    end: () => {
      for (const signal of SIGNALS) process.off(signal, stop)
    },
  }
}

import { writeSync } from 'node:fs'
import { ExitCode } from './exit-code.js'

/** What to do when the user presses Ctrl-C. */
export interface Interruption {
  /** One line: how far the run came. */
  said(): string
  /** Takes back half-written files; must not wait for anything. */
  clean(): void
}

/** Ends the run on SIGINT, after cleaning and saying what was done; returns how to stop listening. A second SIGINT is immediate. */
export function onInterrupt(interruption: Interruption): () => void {
  const stop = () => {
    process.once('SIGINT', () => process.exit(ExitCode.Interrupted))
    interruption.clean()
    // Written at once: what stdout still holds is half a result, so the process may end without draining it.
    writeSync(2, `${interruption.said()}\n`)
    process.exit(ExitCode.Interrupted)
  }
  process.once('SIGINT', stop)
  return () => process.off('SIGINT', stop)
}

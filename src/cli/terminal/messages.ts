import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { ExitCode } from './exit-code.js'
import { tell } from './reader.js'
import type { Console, Terminal } from './terminal.js'
import { seeHelp } from './usage.js'

/** Kinds of warnings and notes printed at most; JSON has all of them. */
const MOST = 30

/** Writes diagnostics to stderr, the most important last; with `quiet` errors only. */
export async function tellDiagnostics(
  diagnostics: readonly Diagnostic[],
  console: Console,
  quiet = false,
): Promise<void> {
  const wanted = quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics
  if (wanted.length === 0) return
  const { byImportance, diagnosticLines } = await import('../../report/diagnostics/text.js')
  const ranked = byImportance(wanted)
  const errors = ranked.filter(({ severity }) => severity === 'error').length
  const shown = ranked.slice(-Math.max(MOST, errors))
  const { width, paint, interactive } = console
  const left = ranked.length - shown.length
  if (left > 0) tell([say('diagnostics.more', { count: left })], console)
  for (const each of shown)
    tell(diagnosticLines(each, width, paint, interactive ? width : undefined), console)
}

/** Tells why a command could not run, and gives the exit code of it; usage errors say where to read more where the command is named. */
export async function refuse(
  faults: readonly Diagnostic[],
  { stderr }: Terminal,
  command: string | null = null,
): Promise<ExitCode> {
  await tellDiagnostics(command === null ? faults : faults.map((fault) => seeHelp(fault, command)), stderr)
  return ExitCode.CouldNotRun
}

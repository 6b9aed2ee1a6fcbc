import type { CommanderError } from 'commander'
import type { Diagnostic } from '../base/diagnostic.js'
import { runProgram, type Stop } from './program.js'
import { ExitCode } from './terminal/exit-code.js'
import { isReaderGone, watchStdout } from './terminal/output.js'
import { sentences, usageFault } from './terminal/usage.js'

/** Runs tpa with the arguments of the process and sets its exit code. */
export async function main(args: readonly string[]): Promise<void> {
  watchStdout()
  try {
    const result = await runProgram(args)
    process.exitCode = typeof result === 'object' ? await endOf(result) : result
  } catch (error) {
    process.exitCode = await failure(error)
  }
  if (isReaderGone()) process.exitCode = ExitCode.Ran
}

/** Help and version are results; everything else that commander stops at is a usage error. */
async function endOf({ error, command }: Stop): Promise<ExitCode> {
  if (error.exitCode === 0) return ExitCode.Ran
  if (error.code === 'commander.help') return ExitCode.CouldNotRun
  await tell(usageOf(error, command))
  return ExitCode.CouldNotRun
}

/** `error: unknown option '--fromat'\n(Did you mean --format?)` as a diagnostic. */
export function usageOf({ message }: Pick<CommanderError, 'message'>, command: string): Diagnostic {
  const [first = '', second = ''] = message.replace(/^error: /, '').split('\n')
  const [what = '', hint = ''] = first.split(/(?<= is invalid)\. /)
  const meant = /^\(Did you mean (?:one of )?(.+)\?\)$/.exec(second)?.[1]?.split(', ')
  const unknown = /^unknown command '(.*)'$/.exec(what)?.[1]
  const file = unknown !== undefined && /[./]/.test(unknown) ? unknown : undefined
  const suggestions = [
    meant && `did you mean ${meant.map((name) => `\`${name}\``).join(' or ')}?`,
    file && `did you mean \`tpa assess ${file}\`?`,
    hint,
    `see \`${command} --help\``,
  ]
  return usageFault(inBackticks(what), sentences(suggestions))
}

/** What a person typed stands in backticks; an option goes by its long name. */
const inBackticks = (text: string) =>
  text
    .replace(
      /^option '(?:-\w, )?(--[a-z-]+)(?![a-z-])[^']*' argument ('[^']*') is invalid$/,
      "$2 is no value for '$1'",
    )
    .replace(/^option '(?:-\w, )?(--[a-z-]+)(?![a-z-])[^']*' argument missing$/, "'$1' needs a value")
    .replace(/^missing required argument '([^']*)'$/, "missing argument '<$1>'")
    .replace(/'([^']*)'/g, '`$1`')

/** Input that broke underway could not be run; anything else is a bug. */
async function failure(error: unknown): Promise<ExitCode> {
  const { diagnosticOf } = await import('../survey/files/input.js')
  const diagnostic = diagnosticOf(error)
  if (diagnostic !== null) {
    await tell(diagnostic)
    return ExitCode.CouldNotRun
  }
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`this is a bug in tpa: ${message.split('\n')[0]}\n`)
  if (process.env.TPA_DEBUG === '1' && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  return ExitCode.Bug
}

async function tell(diagnostic: Diagnostic): Promise<void> {
  const { openTerminal } = await import('./terminal/terminal.js')
  const { say } = await import('./terminal/messages.js')
  await say([diagnostic], openTerminal('auto').stderr)
}

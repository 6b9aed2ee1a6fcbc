import type { CommanderError } from 'commander'
import type { Diagnostic } from '../base/diagnostic.js'
import { inertLines, printable } from '../base/inert-text.js'
import { say } from '../base/say/say.js'
import { inBackticks } from '../base/wording.js'
import { runProgram, type Stop } from './program.js'
import { ExitCode } from './terminal/exit-code.js'
import { isReaderGone, systemCode, tellPerson, writeStdout } from './terminal/standard.js'
import { sentences, usageFault } from './terminal/usage.js'

/** Runs tpa with the arguments of the process and sets its exit code. */
export async function main(args: readonly string[]): Promise<void> {
  try {
    const result = await runProgram(args)
    const code = typeof result === 'object' ? await endOf(result) : result
    process.exitCode = code === ExitCode.Tripped && isReaderGone() ? ExitCode.Ran : code
  } catch (error) {
    process.exitCode = await failure(error)
  }
}

/** Help and version are results; everything else that commander stops at is a usage error. */
async function endOf({ error, command, result, remark }: Stop): Promise<ExitCode> {
  tellPerson(inertLines(remark, false))
  if (error.exitCode === 0) {
    await writeStdout(Buffer.from(result)).catch(async (failed: unknown) => {
      const { writingError } = await import('./terminal/target.js')
      throw writingError('stdout', failed)
    })
    return ExitCode.Ran
  }
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
    meant && say('names.meant', { names: inBackticks(meant, 'names.or') }),
    file && say('names.meant', { names: inBackticks([`tpa assess ${file}`]) }),
    hint,
    say('usage.see', { command }),
  ]
  return usageFault(inOurWords(what), sentences(suggestions))
}

/** What commander says of the command line: an option goes by its long name, what a person typed is in backticks. */
function inOurWords(text: string): string {
  for (const [pattern, words] of SENTENCES) {
    const found = pattern.exec(text)?.groups
    if (found !== undefined) return words(found)
  }
  return text.replace(/'([^']*)'/g, '`$1`')
}

type Groups = Readonly<Record<string, string>>

const SENTENCES: readonly (readonly [pattern: RegExp, words: (found: Groups) => string])[] = [
  [
    /^option '(?:-\w, )?(?<option>--[a-z-]+)(?![a-z-])[^']*' argument '(?<value>.*)' is invalid$/,
    ({ option = '', value = '' }) => say('usage.no-value', { option, value }),
  ],
  [
    /^option '(?:-\w, )?(?<option>--[a-z-]+)(?![a-z-])[^']*' argument missing$/,
    ({ option = '' }) => say('usage.value-missing', { option }),
  ],
  [
    /^missing required argument '(?<name>[^']*)'$/,
    ({ name = '' }) => say('usage.argument-missing', { name }),
  ],
  [/^unknown option '(?<option>.*)'$/, ({ option = '' }) => say('usage.unknown.option', { option })],
  [/^unknown command '(?<command>.*)'$/, ({ command = '' }) => say('usage.unknown.command', { command })],
  [
    /^too many arguments for '(?<command>[^']*)'\. Expected (?<most>\d+) arguments? but got (?<count>\d+)\.$/,
    ({ command = '', most = '', count = '' }) => say('usage.too-many', { command, most, count }),
  ],
]

/** Input that broke underway could not be run, nor what the system refused; anything else is a bug. */
async function failure(error: unknown): Promise<ExitCode> {
  try {
    const { diagnosticOf } = await import('../survey/files/input.js')
    const diagnostic = diagnosticOf(error) ?? refusalOf(error)
    if (diagnostic === null) return bug(error)
    await tell(diagnostic)
  } catch (failed) {
    // What says it well cannot even be loaded.
    tellPerson(`error[system-refused]  ${firstLine(failed)}\n`)
  }
  return ExitCode.CouldNotRun
}

function refusalOf(error: unknown): Diagnostic | null {
  if (systemCode(error) === null) return null
  const isHere = error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd'
  const help = say(isHere ? 'system-refused.help.folder' : 'system-refused.help')
  const message = say('system-refused', { error: firstLine(error) })
  return { code: 'system-refused', severity: 'error', message, help, at: null }
}

function bug(error: unknown): ExitCode {
  tellPerson(`${say('bug', { error: firstLine(error) })}\n`)
  if (process.env.TPA_DEBUG === '1' && error instanceof Error)
    tellPerson(`${inertLines(error.stack ?? '', false)}\n`)
  return ExitCode.Bug
}

/** Without the path that the system names, which says where tpa is installed. */
const firstLine = (error: unknown) =>
  printable(
    (error instanceof Error ? error.message : String(error))
      .replace(systemCode(error) === null ? /\n.*/s : /[\n'].*/s, '')
      .trim(),
  )

async function tell(diagnostic: Diagnostic): Promise<void> {
  const { openTerminal } = await import('./terminal/terminal.js')
  const { tellDiagnostics } = await import('./terminal/messages.js')
  await tellDiagnostics([diagnostic], openTerminal('auto').stderr)
}

import { Command, CommanderError, type OutputConfiguration } from 'commander'
import { TPA_VERSION } from '../base/shipped.js'
import { addAssess } from './assess/command.js'
import { addCheck } from './check/command.js'
import { addDiff } from './diff/command.js'
import { addExplain } from './explain/command.js'
import { addInspect } from './inspect/command.js'
import { decorate, EXIT_CODES_AND_ENVIRONMENT, HELP_WIDTH, type Help } from './request/help.js'
import type { ExitCode } from './terminal/exit-code.js'
import { addTest } from './test/command.js'
import { addValidate } from './validate/command.js'

/** A usage error or a request for help, as commander throws it, with the command it is about. */
export interface Stop {
  readonly error: CommanderError
  readonly command: string
  /** What commander has written meanwhile for stdout, and for stderr. */
  readonly result: string
  readonly remark: string
}

/** In the order in which the help lists them. */
const COMMANDS = [addAssess, addValidate, addExplain, addInspect, addCheck, addTest, addDiff]

/** Runs the command that the arguments name; every module that takes time to load is loaded by its action. */
export async function runProgram(args: readonly string[]): Promise<ExitCode | Stop> {
  let code: ExitCode | undefined
  const done = (result: ExitCode) => {
    code = result
  }
  const program = new Command('tpa')
  program.version(TPA_VERSION, '-V, --version', 'print the version').usage('<command> [options]')
  for (const add of COMMANDS) add(program, done)
  decorate(program, HELP)
  program.helpCommand('help [command]', 'the help of a command')
  let stopped: Pick<Stop, 'error' | 'command'> | undefined
  const written = { result: '', remark: '' }
  for (const command of [program, ...program.commands]) {
    const name = command === program ? 'tpa' : `tpa ${command.name()}`
    command.exitOverride((error) => {
      stopped ??= { error, command: name }
      throw error
    })
    command.configureOutput(outputTo(written))
  }
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError && stopped !== undefined) return { ...stopped, ...written }
    throw error
  }
  if (code === undefined) throw new Error('no command ran')
  return code
}

/** Commander's own output, which asks nothing of the streams and leaves the writing to others. */
const outputTo = (written: { result: string; remark: string }): OutputConfiguration => ({
  writeOut(text) {
    written.result += text
  },
  writeErr(text) {
    written.remark += text
  },
  outputError: () => {},
  getOutHasColors: () => false,
  getErrHasColors: () => false,
  getOutHelpWidth: () => HELP_WIDTH,
  getErrHelpWidth: () => HELP_WIDTH,
})

const HELP: Help = {
  before: `tpa assesses household survey records against a poverty standard written as a rule pack.

Examples:
  tpa assess households.csv                      decisions, reasons and what is missing
  tpa inspect export.zip                         what files are, and a mapping for them
  tpa validate households.csv                    what of the data is to be mended, and where
  tpa explain households.csv --id DY-0007        why one household was decided so
  tpa check rules/my-pack                        whether a rule pack holds together
  tpa test rules/my-pack                         whether its own test cases pass
  tpa diff cn-2020 rules/my-pack households.csv  who moves from one pack to another, and why
`,
  after: `\nRun \`tpa <command> --help\` for the options of a command.\n${EXIT_CODES_AND_ENVIRONMENT}`,
}

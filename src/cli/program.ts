import { Command, CommanderError } from 'commander'
import { TPA_VERSION } from '../base/shipped.js'
import type { Engine } from '../engine/assessment.js'
import type { FormatName } from '../report/assess/report.js'
import { FORMAT_NAMES } from './assess/request.js'
import { addDiff } from './diff/command.js'
import {
  ASSESS_HELP,
  CHECK_HELP,
  DIFF_HELP,
  EXPLAIN_HELP,
  type Help,
  INSPECT_HELP,
  PROGRAM_HELP,
  TEST_HELP,
  VALIDATE_HELP,
} from './help.js'
import { addInspect } from './inspect/command.js'
import {
  collect,
  collectNames,
  displayOptions,
  engineOption,
  formatOption,
  surveyOptions,
  threadsOption,
} from './request/options.js'
import { type ReadingFlags, readingRequest } from './request/reading.js'
import type { ExitCode } from './terminal/exit-code.js'
import type { ColourChoice } from './terminal/terminal.js'
import { addTest } from './test/command.js'
import { addValidate } from './validate/command.js'

/** A usage error or a request for help, as commander throws it, with the command it is about. */
export interface Stop {
  readonly error: CommanderError
  readonly command: string
}

interface CommonOptions {
  readonly quiet: boolean
  readonly color: ColourChoice
}

interface SurveyFlags extends ReadingFlags {
  readonly rules?: string
  readonly asOf?: string
  readonly assume: ReadonlyMap<string, string>
  readonly set: ReadonlyMap<string, string>
}

interface AssessFlags extends CommonOptions, SurveyFlags {
  readonly format?: FormatName
  readonly output?: string
  readonly report: readonly string[]
  readonly rejects?: string
  readonly by?: string
  readonly only: readonly string[]
  readonly keep: readonly string[]
  readonly raw: boolean
  readonly excel: boolean
  readonly failOn: readonly string[]
  readonly allowRejects: boolean
  readonly engine?: Engine
  readonly threads?: number
}

interface ExplainFlags extends CommonOptions, SurveyFlags {
  readonly id?: string
  readonly record?: string
  readonly format?: 'table' | 'json' | 'markdown'
}

interface CheckFlags extends CommonOptions {
  readonly format?: 'table' | 'json'
  readonly staleAfter?: string
  readonly notes: boolean
}

/** Runs the command that the arguments name; every module that takes time to load is loaded by its action. */
export async function runProgram(args: readonly string[]): Promise<ExitCode | Stop> {
  let code: ExitCode | undefined
  const done = (result: ExitCode) => {
    code = result
  }
  const program = new Command('tpa')
  program.version(TPA_VERSION, '-V, --version', 'print the version').usage('<command> [options]')
  addAssess(program, done)
  decorate(displayOptions(addValidate(program, done)), VALIDATE_HELP)
  addExplain(program, done)
  decorate(displayOptions(addInspect(program, done)), INSPECT_HELP)
  addCheck(program, done)
  decorate(displayOptions(addTest(program, done)), TEST_HELP)
  decorate(displayOptions(addDiff(program, done)), DIFF_HELP)
  decorate(program, PROGRAM_HELP)
  program.helpCommand('help [command]', 'the help of a command')
  let stopped: Stop | undefined
  for (const command of [program, ...program.commands]) {
    const name = command === program ? 'tpa' : `tpa ${command.name()}`
    command.exitOverride((error) => {
      stopped ??= { error, command: name }
      throw error
    })
    command.configureOutput({ outputError: () => {} })
  }
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError && stopped !== undefined) return stopped
    throw error
  }
  if (code === undefined) throw new Error('no command ran')
  return code
}

function addAssess(program: Command, done: (code: ExitCode) => void): void {
  const command = program
    .command('assess')
    .summary('judge households: decisions, reasons, what is missing')
    .argument('<files...>', 'survey files: csv, xlsx, yaml, json, ndjson, zip, folder; `-` is stdin')
  assessOptions(surveyOptions(command)).action(async (files: string[], flags: AssessFlags) => {
    const { assess } = await import('./assess/run.js')
    const { openTerminal } = await import('./terminal/terminal.js')
    const { format = null, output = null, rejects = null, by = null } = flags
    const { asOf = null, rules = null, engine = null, threads = null, report: reports } = flags
    const read = { ...flags, ...readingRequest(flags), files, asOf, rules, engine, threads }
    const request = { ...read, format, output, reports, rejects, by }
    done(await assess(request, openTerminal(flags.color)))
  })
  decorate(displayOptions(command), ASSESS_HELP)
}

const assessOptions = (command: Command): Command =>
  command
    .addOption(formatOption(FORMAT_NAMES, 'default: by the extension of -o, else table'))
    .option('-o, --output <file>', 'write the result to a file instead of stdout')
    .option('--report <format=file>', 'write a further report; may be repeated', collect, [])
    .option('--rejects <file>', 'write rejected and held rows as CSV')
    .option('--by <fact>', 'add a table for each value of a place or code')
    .option('--only <decisions>', 'show these decisions only; everything is still counted', collectNames, [])
    .option('--keep <columns>', 'copy input columns into csv and ndjson', collectNames, [])
    .option('--raw', 'do not guard kept cells that a spreadsheet would run as formulas', false)
    .option('--excel', 'write CSV that Excel opens well: with a byte order mark, ids as text', false)
    .option('--fail-on <gate>', 'exit 1 when a count passes a limit; may be repeated', collect, [])
    .option('--allow-rejects', 'rejected rows do not trip exit 1', false)
    .addOption(engineOption())
    .addOption(threadsOption())

function addExplain(program: Command, done: (code: ExitCode) => void): void {
  const command = program
    .command('explain')
    .summary('explain one household, or recompute a stored one')
    .argument('[files...]', 'survey files; `-` is stdin')
    .option('--id <id>', 'the household to explain')
    .option('--record <file>', 'a stored household of `assess -f json` to recompute')
  surveyOptions(command)
    .addOption(formatOption(['table', 'json', 'markdown'], 'default: table'))
    .action(async (files: string[], flags: ExplainFlags) => {
      const { explain } = await import('./explain/run.js')
      const { openTerminal } = await import('./terminal/terminal.js')
      const { id = null, record = null, format = 'table', asOf = null, rules = null } = flags
      const read = { ...flags, ...readingRequest(flags), files, asOf, rules }
      done(await explain({ ...read, id, record, format }, openTerminal(flags.color)))
    })
  decorate(displayOptions(command), EXPLAIN_HELP)
}

function addCheck(program: Command, done: (code: ExitCode) => void): void {
  const command = program
    .command('check')
    .summary('load rule packs and prove what can be proved')
    .argument('[packs...]', 'folders, pack files or ids of shipped packs')
    .addOption(formatOption(['table', 'json'], 'default: table'))
    .option('--stale-after <date>', 'ask that sources were checked on this day or later')
    .option('--notes', 'show notes, not only their number', false)
    .action(async (packs: string[], { format = 'table', staleAfter, notes, color, quiet }: CheckFlags) => {
      const { check } = await import('./check/run.js')
      const { openTerminal } = await import('./terminal/terminal.js')
      const request = { packs, format, staleAfter: staleAfter ?? null, notes, quiet }
      done(await check(request, openTerminal(color)))
    })
  decorate(displayOptions(command), CHECK_HELP)
}

/** Examples first, exit codes and environment last. */
function decorate(command: Command, { before, after }: Help): void {
  command
    .addHelpText('before', before)
    .addHelpText('after', after)
    .helpOption('-h, --help', 'show this help')
    .configureHelp({ helpWidth: 96, optionDescription: ({ description }) => description })
}

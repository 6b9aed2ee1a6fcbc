import { isatty } from 'node:tty'
import { Command, CommanderError, type OutputConfiguration } from 'commander'
import { choosePageLanguages, say, speak } from '../base/say/say.js'
import { TPA_VERSION } from '../base/shipped.js'
import { nearestWords } from '../base/suggest.js'
import { addAssess } from './assess/command.js'
import { addCheck } from './check/command.js'
import { addDiff } from './diff/command.js'
import { addExplain } from './explain/command.js'
import { addInspect } from './inspect/command.js'
import { addMeasure } from './measure/command.js'
import { addPages } from './pages/command.js'
import { exampleLines, type Help, type HelpStyle, layOut, layOutHelp } from './request/help.js'
import { displayOptions } from './request/options.js'
import type { ExitCode } from './terminal/exit-code.js'
import { languageOf, pageLanguagesOf, writesPage } from './terminal/language.js'
import { STDERR, STDOUT } from './terminal/standard.js'
import { addTest } from './test/command.js'
import { addValidate } from './validate/command.js'

/** A usage error or a request for help, as commander throws it, with the command it is about. */
export interface Stop {
  readonly error: CommanderError
  readonly command: string
  /** What is for stdout, and what for stderr. */
  readonly result: string
  readonly remark: string
}

/** In the order in which the help lists them. */
const COMMANDS = {
  assess: addAssess,
  validate: addValidate,
  explain: addExplain,
  measure: addMeasure,
  inspect: addInspect,
  check: addCheck,
  test: addTest,
  diff: addDiff,
  pages: addPages,
}

/** What to add for these arguments: a command that is named first runs without the options of the others. */
const addedFor = ([first = '']: readonly string[]) =>
  Object.entries(COMMANDS).flatMap(([name, add]) =>
    Object.hasOwn(COMMANDS, first) && first !== name ? [] : [add],
  )

/** What `tpa help` explains beside the commands. */
const TOPICS = ['exit-codes', 'environment', 'gates'] as const

/** Runs the command that the arguments name; every module that takes time to load is loaded by its action. */
export async function runProgram(args: readonly string[]): Promise<ExitCode | Stop> {
  choosePageLanguages(pageLanguagesOf(args))
  await speak(languageOf(args, process.env, (stream) => isatty(stream === 'stdout' ? STDOUT : STDERR)))
  let code: ExitCode | undefined
  const done = (result: ExitCode) => {
    code = result
  }
  const written = { result: '', remark: '' }
  if (args.length === 0) return { ...ended('tpa'), ...written, result: `${say('help.start')}\n` }
  const style = asksForHelp(args) ? await helpStyle(args) : null
  const program = new Command('tpa')
  program
    .optionsGroup(say('help.screen'))
    .version(TPA_VERSION, '-V, --version', say('option.version'))
    .usage(`<${say('help.command')}> [${say('help.options')}]`)
  for (const add of style === null ? addedFor(args) : Object.values(COMMANDS)) {
    const help = add(program, done)
    const command = displayOptions(program.commands.at(-1) ?? program, writesPage(args))
    if (style !== null) layOutHelp(command, help, style)
  }
  if (style !== null) layOutProgram(program, style)
  addHelp(program, written)
  let stopped: Pick<Stop, 'error' | 'command'> | undefined
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
  if (code === undefined) return { ...ended('tpa'), ...written }
  return code
}

/** What was asked for has been written. */
const ended = (command: string): Pick<Stop, 'error' | 'command'> => ({
  error: new CommanderError(0, 'tpa.help', ''),
  command,
})

const asksForHelp = ([first, ...rest]: readonly string[]): boolean =>
  first === 'help' || [first ?? '', ...rest].some((arg) => arg === '--help' || /^-[a-z]*h$/i.test(arg))

/** Help as wide as the terminal, or as `COLUMNS` says. */
async function helpStyle(args: readonly string[]): Promise<HelpStyle> {
  const { openTerminal, columnsOf } = await import('./terminal/terminal.js')
  const { widthOf, wrap } = await import('../base/text-width.js')
  const { stdout } = openTerminal('auto')
  const width = Math.min(WIDEST, columnsOf(process.env) ?? stdout.width)
  const isWhole = args[0] === 'help' || args.includes('--help')
  return { isWhole, width, bold: (text) => stdout.paint.bold(text), widthOf, wrap }
}

/** Longer lines are hard to read. */
const WIDEST = 110

function layOutProgram(program: Command, style: HelpStyle): void {
  const { width, bold, wrap } = style
  layOut(program, style, () => true)
  const topics = TOPICS.map((topic) => `  ${topic.padEnd(13)}${say(`help.topic.${topic}`)}`)
  const before = [...wrap(say('help.tpa'), width), '', ...exampleLines({ examples: EXAMPLES }, style), '']
  const after = ['', bold(say('help.topics')), ...topics, '', ...wrap(say('help.each'), width)]
  program.addHelpText('before', before.join('\n')).addHelpText('after', after.join('\n'))
}

const EXAMPLES: Help['examples'] = [
  ['tpa assess households.csv', 'assess.summary'],
  ['tpa inspect export.zip', 'inspect.summary'],
  ['tpa validate households.csv', 'validate.summary'],
  ['tpa explain households.csv --id DY-0007', 'explain.summary'],
  ['tpa measure households.csv --by village', 'measure.summary'],
  ['tpa check rules/my-pack', 'check.summary'],
  ['tpa test rules/my-pack', 'test.summary'],
  ['tpa diff cn-2020 rules/my-pack households.csv', 'diff.summary'],
  ['tpa pages cn-2020 -o cn-2020.html', 'pages.summary'],
]

/** `tpa help`: the help of a command, or a topic. */
function addHelp(program: Command, written: { result: string }): void {
  program.helpCommand(false)
  const help = program.command('help [topic]', { hidden: true })
  help.action((topic: string | undefined) => {
    if (topic === undefined) return program.help()
    const known = TOPICS.find((each) => each === topic)
    if (known !== undefined) {
      written.result += `${say(`topic.${known}`)}\n`
      return
    }
    const commands = program.commands.filter((each) => each !== help)
    const command = commands.find((each) => each.name() === topic)
    if (command !== undefined) return command.help()
    const near = nearestWords(topic, [...commands.map((each) => each.name()), ...TOPICS])
    const meant = near.length === 0 ? '' : `\n(Did you mean ${near.join(', ')}?)`
    program.error(`error: unknown command '${topic}'${meant}`)
  })
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
  getOutHasColors: () => true,
  getErrHasColors: () => true,
})

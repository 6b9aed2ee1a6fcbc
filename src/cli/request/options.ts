import { type Command, InvalidArgumentError, Option } from 'commander'
import { LANGUAGES, type PlainSentence, say } from '../../base/say/say.js'
import { inBackticks } from '../../base/wording.js'
import type { Engine } from '../../engine/assessment.js'
import { formatNames } from '../../report/format.js'
import type { ColourChoice } from '../terminal/terminal.js'
import { fileOptions, noneOf, type ReadingFlags } from './reading.js'

/** The options of every command. */
export interface DisplayFlags {
  readonly quiet: boolean
  readonly color: ColourChoice
}

/** The options of every command that judges survey files by one pack. */
export interface SurveyFlags extends DisplayFlags, ReadingFlags {
  readonly rules?: string
  readonly asOf?: string
  readonly assume: ReadonlyMap<string, string>
  readonly set: ReadonlyMap<string, string>
}

/** The option of every command that works by one pack. */
export const rulesOption = (command: Command): Command =>
  command.optionsGroup(say('help.rules')).option('-r, --rules <pack>', say('option.rules'))

/** Options of every command that judges survey files by one pack. */
export const surveyOptions = (command: Command): Command =>
  judgingOptions(rulesOption(fileOptions(command))).option(
    '--set <parameter=value>',
    say('option.set'),
    collectPair('usage.pair.set'),
    new Map(),
  )

/** Options of every command that judges survey files, whatever packs judge them. */
export const judgingOptions = (command: Command): Command =>
  command
    .optionsGroup(say('help.rules'))
    .option('--as-of <date>', say('option.as-of'))
    .option('--assume <fact=value>', say('option.assume'), collectPair('usage.pair.assume'), new Map())

/** Options of every command. */
export const displayOptions = (command: Command, isPage: boolean): Command =>
  command
    .optionsGroup(say('help.screen'))
    .option('-q, --quiet', say('option.quiet'), false)
    .addOption(
      choiceOption('--color <when>', say('option.color'), ['auto', 'always', 'never']).default('auto'),
    )
    .addOption(langOption(command, isPage))

/** Only a page can be in both languages. */
function langOption(command: Command, isPage: boolean): Option {
  const hasPages = command.options.some((each) => each.long === '--format' && /html/.test(each.description))
  const choose = choiceOf(hasPages ? [...LANGUAGES, 'both'] : LANGUAGES)
  return new Option('--lang <language>', say(hasPages ? 'option.lang' : 'option.lang.no-page')).argParser(
    (value) => {
      if (value !== 'both' || isPage) return choose(value)
      throw new InvalidArgumentError(say(hasPages ? 'usage.both' : 'usage.both.no-page'))
    },
  )
}

export function formatOption(
  formats: Readonly<Record<string, unknown>>,
  otherwise: 'option.format.table' | 'option.format.output',
): Option {
  const names = formatNames(formats)
  const description = say('option.format', { names: names.join(', '), default: say(otherwise) })
  return choiceOption('-f, --format <format>', description, names)
}

/** Where the result goes, and what is written beside it. */
export const resultOptions = (command: Command, formats: Readonly<Record<string, unknown>>): Command =>
  command
    .optionsGroup(say('help.results'))
    .addOption(formatOption(formats, 'option.format.output'))
    .option('-o, --output <file>', say('option.output'))
    .option('--report <format=file>', say('option.report'), collect, [])

/** Where criteria on pages lead to. */
export const rulesPageOption = (): Option =>
  new Option('--rules-page <address>', say('option.rules-page')).argParser((value) => {
    if (/^https?:\/\/[^\s]+$/i.test(value) || /^(?![\s/\\])[^:?#\s\\]+$/.test(value)) return value
    throw new InvalidArgumentError(say('usage.rules-page'))
  })

/** Limits that make a run exit with 1. */
export const gateOption = (command: Command): Command =>
  command.optionsGroup(say('help.gates')).option('--fail-on <gate>', say('option.fail-on'), collect, [])

/** An option with a fixed set of values; the message for a wrong one names the nearest. */
export const choiceOption = (flags: string, description: string, names: readonly string[]): Option =>
  new Option(flags, description).argParser(choiceOf(names))

const choiceOf = (names: readonly string[]) => (value: string) => {
  if (names.includes(value)) return value
  const meant = OTHER_NAMES.get(value.toLowerCase()) ?? ''
  if (names.includes(meant))
    throw new InvalidArgumentError(say('names.meant', { names: inBackticks([meant]) }))
  throw noneOf(names, value)
}

/** What people call formats that go by other names here. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    jsonl: 'ndjson',
    jsonlines: 'ndjson',
    md: 'markdown',
    text: 'table',
    txt: 'table',
    excel: 'csv',
    xls: 'csv',
    xlsx: 'csv',
    xml: 'junit',
    cn: 'zh',
    'zh-cn': 'zh',
    chinese: 'zh',
    english: 'en',
  }),
)

const ENGINES = ['interpret', 'compiled'] as const satisfies readonly Engine[]

/** The option of every command that judges many records. */
export const engineOption = () =>
  choiceOption('--engine <name>', say('option.engine', { names: ENGINES.join(', ') }), ENGINES)

const MOST_THREADS = 256

export const threadsOption = () =>
  new Option('--threads <n>', say('option.threads')).argParser((value) => {
    const threads = /^[1-9]\d{0,2}$/.test(value) ? Number(value) : 0
    if (threads === 0 || threads > MOST_THREADS)
      throw new InvalidArgumentError(say('usage.threads', { most: MOST_THREADS }))
    return threads
  })

export const collect = (value: string, before: readonly string[]): string[] => [...before, value]

export const collectNames = (value: string, before: readonly string[]): string[] => [
  ...before,
  ...value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== ''),
]

/** Collects `name=value` pairs; the message for a wrong one shows the form. */
const collectPair =
  (form: PlainSentence) =>
  (value: string, before: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
    const at = value.indexOf('=')
    if (at <= 0) throw new InvalidArgumentError(say(form))
    const name = value.slice(0, at).trim()
    if (before.has(name)) throw new InvalidArgumentError(say('usage.twice', { name }))
    return new Map([...before, [name, value.slice(at + 1).trim()]])
  }

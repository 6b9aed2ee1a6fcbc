import { type Command, InvalidArgumentError, Option } from 'commander'
import { didYouMean } from '../../base/suggest.js'
import type { Engine } from '../../engine/assessment.js'
import { formatNames } from '../../report/format.js'
import type { ColourChoice } from '../terminal/terminal.js'
import { fileOptions, type ReadingFlags } from './reading.js'

/** What every command is told. */
export interface DisplayFlags {
  readonly quiet: boolean
  readonly color: ColourChoice
}

/** What every command that judges survey files by one pack is told. */
export interface SurveyFlags extends DisplayFlags, ReadingFlags {
  readonly rules?: string
  readonly asOf?: string
  readonly assume: ReadonlyMap<string, string>
  readonly set: ReadonlyMap<string, string>
}

/** Options of every command that judges survey files by one pack. */
export const surveyOptions = (command: Command): Command =>
  readingOptions(
    command.option(
      '-r, --rules <pack>',
      'a pack folder, a pack.yaml, or the id of a shipped pack (default: cn-2020)',
    ),
  ).option(
    '--set <parameter=value>',
    'what if a parameter had this value on every date; may be repeated',
    collectPair('parameter=value, such as `poverty_line=4200`'),
    new Map(),
  )

/** Options of every command that reads survey files, whatever packs judge them. */
export const readingOptions = (command: Command): Command =>
  fileOptions(command)
    .option('--as-of <date>', 'judge as of this day, not as of the survey dates')
    .option(
      '--assume <fact=value>',
      'take a value where the column is missing; may be repeated',
      collectPair('fact=value, such as `risk=no`'),
      new Map(),
    )

/** Options of every command. */
export const displayOptions = (command: Command): Command =>
  command
    .option('-q, --quiet', 'errors only on stderr', false)
    .addOption(
      choiceOption('--color <when>', 'auto (default), always or never', ['auto', 'always', 'never']).default(
        'auto',
      ),
    )

export function formatOption(formats: Readonly<Record<string, unknown>>, otherwise: string): Option {
  const names = formatNames(formats)
  return choiceOption('-f, --format <format>', `${names.join(', ')} (${otherwise})`, names)
}

/** An option with a fixed set of values; a wrong one is told the nearest. */
function choiceOption(flags: string, description: string, names: readonly string[]): Option {
  return new Option(flags, description).argParser((value) => {
    if (names.includes(value)) return value
    throw new InvalidArgumentError(didYouMean(value, names) ?? `it is one of ${names.join(', ')}`)
  })
}

const ENGINES = ['interpret', 'compiled'] as const satisfies readonly Engine[]

/** The option of every command that judges many records. */
export const engineOption = () =>
  choiceOption('--engine <name>', `${ENGINES.join(' or ')} (default: whichever is quicker)`, ENGINES)

const MOST_THREADS = 256

export const threadsOption = () =>
  new Option('--threads <n>', 'threads for large CSV files (default: as many as there are cores)').argParser(
    (value) => {
      const threads = /^[1-9]\d{0,2}$/.test(value) ? Number(value) : 0
      if (threads === 0 || threads > MOST_THREADS)
        throw new InvalidArgumentError(`write a whole number from 1 to ${MOST_THREADS}`)
      return threads
    },
  )

export const collect = (value: string, before: readonly string[]): string[] => [...before, value]

export const collectNames = (value: string, before: readonly string[]): string[] => [
  ...before,
  ...value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== ''),
]

/** Collects `name=value` pairs; the form is what a wrong one is told. */
const collectPair =
  (form: string) =>
  (value: string, before: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
    const at = value.indexOf('=')
    if (at <= 0) throw new InvalidArgumentError(`write ${form}`)
    const name = value.slice(0, at).trim()
    if (before.has(name)) throw new InvalidArgumentError(`\`${name}\` is given twice; give it one value`)
    return new Map([...before, [name, value.slice(at + 1).trim()]])
  }

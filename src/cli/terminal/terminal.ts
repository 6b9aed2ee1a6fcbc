import { isatty } from 'node:tty'
import { Chalk, type ChalkInstance } from 'chalk'
import { STDERR, STDOUT } from './standard.js'

export type ColourChoice = 'auto' | 'always' | 'never'

/** How to write to one of the two streams. */
export interface Console {
  readonly paint: ChalkInstance
  /** Columns: of a terminal what `COLUMNS` says or it has, else 80. */
  readonly width: number
  readonly interactive: boolean
}

export interface Terminal {
  readonly stdout: Console
  readonly stderr: Console
}

type Environment = Readonly<Record<string, string | undefined>>

/** What is known of a stream. */
interface StreamTraits {
  readonly isTTY?: boolean
  readonly columns?: number
}

export function openTerminal(choice: ColourChoice, environment: Environment = process.env): Terminal {
  return {
    stdout: describe(traitsOf(STDOUT), choice, environment),
    stderr: describe(traitsOf(STDERR), choice, environment),
  }
}

/** Only of a terminal the stream of node is asked, because it sets a pipe to refuse what it cannot take at once. */
function traitsOf(descriptor: typeof STDOUT | typeof STDERR): StreamTraits {
  if (!isatty(descriptor)) return {}
  const { columns } = descriptor === STDOUT ? process.stdout : process.stderr
  return { isTTY: true, columns }
}

/** For text that goes to a file. */
const PLAIN: Console = { paint: new Chalk({ level: 0 }), width: 80, interactive: false }

/** How to write a report that goes to a file, or to stdout if there is no path. */
export const consoleFor = (path: string | null, { stdout }: Terminal): Console =>
  path === null ? stdout : PLAIN

function describe(stream: StreamTraits, choice: ColourChoice, environment: Environment): Console {
  const interactive = stream.isTTY === true
  return {
    paint: new Chalk({ level: isColoured(interactive, choice, environment) ? 1 : 0 }),
    width: (interactive ? columnsOf(environment) : null) ?? (stream.columns || PLAIN.width),
    interactive,
  }
}

/** What `COLUMNS` says, if a person can read text of that width. */
export function columnsOf({ COLUMNS = '' }: Environment): number | null {
  const columns = /^\d{1,4}$/.test(COLUMNS) ? Number(COLUMNS) : 0
  return columns >= 20 ? columns : null
}

/** `--color`, else NO_COLOR, else FORCE_COLOR, else whether it is a terminal. */
function isColoured(interactive: boolean, choice: ColourChoice, environment: Environment): boolean {
  if (choice !== 'auto') return choice === 'always'
  if (environment.NO_COLOR) return false
  if (environment.FORCE_COLOR) return environment.FORCE_COLOR !== '0' && environment.FORCE_COLOR !== 'false'
  return interactive && environment.TERM !== 'dumb'
}

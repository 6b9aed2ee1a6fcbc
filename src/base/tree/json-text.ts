import Big from 'big.js'
import { digits } from '../decimal.js'
import { printable } from '../inert-text.js'

/** What can be written as JSON; decimals become numerals with all their digits. */
export type Json =
  | null
  | boolean
  | string
  | number
  | Big
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

/**
 * JSON on one line, members in the given order. Members that are `undefined` are left out. Characters that nobody sees, and what a CI system
 * would take for a command, are written as `\u001b`: the same value to whatever reads JSON.
 */
export const jsonText = (value: Json): string => write(value, Object.keys, inertQuoted)

/** JSON on one line, members sorted by code unit, so that the same value gives the same text. */
export const canonicalJson = (value: Json): string =>
  write(value, (object) => Object.keys(object).sort(), quoted)

type Quote = (text: string) => string

function write(value: Json, keysOf: (object: object) => string[], quote: Quote): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'number') return numeral(value)
  if (value instanceof Big) return digits(value)
  let text = ''
  if (isList(value)) {
    for (const item of value) text += `${text === '' ? '' : ','}${write(item, keysOf, quote)}`
    return `[${text}]`
  }
  for (const key of keysOf(value)) {
    const member = value[key]
    if (member !== undefined) text += `${text === '' ? '' : ','}${quote(key)}:${write(member, keysOf, quote)}`
  }
  return `{${text}}`
}

/** Characters that need no escape, whatever reads the JSON. Characters of other scripts are left to the engine. */
const PLAIN = /^[ !#-[\]-~]*$/

const quoted: Quote = (text) => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text))

/** Characters of ASCII, and of the scripts that are commonest here, all of which can be seen. */
const SEEN =
  /^[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u3001-\u3163\u4e00-\u9fff\uff01-\uff9f]*$/

const inertQuoted: Quote = (text) =>
  SEEN.test(text) && !text.includes('##') && !text.includes('::')
    ? quoted(text)
    : printable(JSON.stringify(text)).replace(COMMAND_LINE, '$1\\u003a')

/** A line of a text that GitHub would take for a command, as JSON writes it. */
const COMMAND_LINE = /((?:^"|\\[nr])(?:\s|\\[tfv])*):(?=:)/g

function numeral(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is no JSON number`)
  return String(value)
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

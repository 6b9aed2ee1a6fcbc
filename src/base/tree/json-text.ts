import Big from 'big.js'
import { digits } from '../decimal.js'

/** What can be written as JSON; decimals become numerals with all their digits. */
export type Json =
  | null
  | boolean
  | string
  | number
  | Big
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

/** JSON on one line, members in the given order. Members that are `undefined` are left out. */
export const jsonText = (value: Json): string => write(value, Object.keys)

/** JSON on one line, members sorted by code unit, so that the same value gives the same text. */
export const canonicalJson = (value: Json): string => write(value, (object) => Object.keys(object).sort())

function write(value: Json, keysOf: (object: object) => string[]): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number') return numeral(value)
  if (value instanceof Big) return digits(value)
  let text = ''
  if (isList(value)) {
    for (const item of value) text += `${text === '' ? '' : ','}${write(item, keysOf)}`
    return `[${text}]`
  }
  for (const key of keysOf(value)) {
    const member = value[key]
    if (member !== undefined) text += `${text === '' ? '' : ','}${quoted(key)}:${write(member, keysOf)}`
  }
  return `{${text}}`
}

/** Characters that need no escape, whatever reads the JSON. Characters of other scripts are left to the engine. */
const PLAIN = /^[ !#-[\]-~]*$/

const quoted = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text))

function numeral(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is no JSON number`)
  return String(value)
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

import Big from 'big.js'
import { digits } from './decimal.js'

/** What can be written as JSON; decimals become numerals with all their digits. */
export type Json =
  | null
  | boolean
  | string
  | number
  | Big
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

/** JSON on one line, members in the order given; members that are `undefined` are left out. */
export const jsonText = (value: Json): string => write(value, Object.keys)

/** JSON on one line, members sorted by code unit: the same value gives the same text. */
export const canonicalJson = (value: Json): string => write(value, (object) => Object.keys(object).sort())

function write(value: Json, keysOf: (object: object) => string[]): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return numeral(value)
  if (value instanceof Big) return digits(value)
  if (isList(value)) return `[${value.map((item) => write(item, keysOf)).join(',')}]`
  const members: string[] = []
  for (const key of keysOf(value)) {
    const member = value[key]
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${write(member, keysOf)}`)
  }
  return `{${members.join(',')}}`
}

function numeral(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is no JSON number`)
  return String(value)
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

import type Big from 'big.js'
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
export function jsonText(value: Json): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value)
  if (typeof value === 'string') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(jsonText).join(',')}]`
  if (isDecimal(value)) return digits(value)
  const members: string[] = []
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${jsonText(member)}`)
  }
  return `{${members.join(',')}}`
}

/** JSON with members sorted by code unit: the same value gives the same text. */
export function canonicalJson(value: Json): string {
  return jsonText(sorted(value))
}

function sorted(value: Json): Json {
  if (value === null || typeof value !== 'object' || isDecimal(value)) return value
  if (isList(value)) return value.map(sorted)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return Object.fromEntries(entries.map(([key, member]) => [key, member === undefined ? member : sorted(member)]))
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
const isDecimal = (value: object): value is Big => 'toFixed' in value && 'times' in value

import { createHash } from 'node:crypto'
import { isDecimal } from '../../base/decimal.js'
import { canonicalJson, type Json } from '../../base/tree/json-text.js'
import type { Expression } from '../../lang/expression/expression.js'
import { canonicalFact } from '../../lang/hash.js'
import type { FactDeclaration } from '../../lang/pack.js'
import { printExpression } from '../../lang/parse/print.js'
import type { Programme } from './programme.js'

/** What changes no result: words for people, and where things stand. */
const WORDS: ReadonlySet<string> = new Set(['title', 'labels', 'note', 'tables', 'sources', 'facts'])

/** SHA-256 in hex over the canonical JSON of all that can change a result; titles, notes, comments and layout do not count. */
export function programmeHash(programme: Omit<Programme, 'hash'>): string {
  const facts = [...programme.facts.values()].map((fact: FactDeclaration) => canonicalFact(fact))
  const sources = [...programme.sources.keys()].sort()
  const content: Json = { programme: 1, ...asObject(canonical(programme)), facts, sources }
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex')
}

const asObject = (json: Json): { readonly [key: string]: Json } => json as { readonly [key: string]: Json }

function canonical(value: unknown): Json {
  if (value === null || typeof value !== 'object') return (value ?? null) as Json
  if (isDecimal(value)) return value
  if (Array.isArray(value)) return value.map(canonical)
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, each]) => [key, canonical(each)]))
  if (isExpression(value)) return printExpression(value)
  const kept = Object.entries(value).filter(([key]) => !WORDS.has(key))
  return Object.fromEntries(kept.map(([key, each]) => [key, canonical(each)]))
}

const isExpression = (value: object): value is Expression =>
  'kind' in value && 'id' in value && typeof value.id === 'number'

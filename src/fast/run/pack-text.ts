import { decimal, digits, isDecimal } from '../../base/decimal.js'
import { joinSources, makeSource, type Source } from '../../base/source.js'
import type { Pack } from '../../lang/pack.js'

/** A file that a pack was read from. */
interface SourceText {
  readonly file: string
  readonly text: string
}

/** A value of a pack as JSON; what JSON has no form for stands under `$`. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** A loaded pack as text, from which `restorePack` makes the same pack. */
export function preparePack(pack: Pack): string {
  const { source, ...tables } = pack.tables
  const texts = textsOf(source).map(({ file, text }): SourceText => ({ file, text }))
  return JSON.stringify({ texts, pack: toJson({ ...pack, tables }) })
}

/** The pack that `preparePack` wrote. */
export const restorePack = (written: string): Pack => packOf(JSON.parse(written) as PreparedPack)

/** What is in that text. */
export interface PreparedPack {
  readonly texts: readonly SourceText[]
  readonly pack: Json
}

/** The same pack again. */
export function packOf({ texts, pack }: PreparedPack): Pack {
  const found = fromJson(pack) as Omit<Pack, 'tables'> & { tables: Omit<Pack['tables'], 'source'> }
  return { ...found, tables: { ...found.tables, source: sourceOf(texts) } }
}

const textsOf = (source: Source): readonly Source[] =>
  source.parts.length === 0 ? [source] : source.parts.map((part) => part.source)

function sourceOf(texts: readonly SourceText[]): Source {
  const [first, ...rest] = texts.map(({ file, text }) => makeSource(file, text))
  if (first === undefined) throw new Error('a prepared pack has no source')
  return rest.length === 0 ? first : joinSources([first, ...rest])
}

function toJson(value: unknown): Json {
  if (value === undefined) return { $: 'none' }
  if (value === null || typeof value !== 'object') return value as Json
  if (Array.isArray(value)) return Array.from(value, toJson)
  if (value instanceof Map) return { $: 'map', of: Array.from(value, ([key, of]) => [key, toJson(of)]) }
  if (isDecimal(value)) return { $: 'decimal', of: digits(value) }
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, toJson(of)]))
}

function fromJson(json: Json): unknown {
  if (json === null || typeof json !== 'object') return json
  if (isList(json)) return json.map(fromJson)
  if (json.$ === 'none') return undefined
  if (json.$ === 'decimal') return decimal(String(json.of))
  if (json.$ === 'map') {
    const entries = json.of as readonly (readonly [string | number, Json])[]
    return new Map(entries.map(([key, of]) => [key, fromJson(of)]))
  }
  return Object.fromEntries(Object.entries(json).map(([key, of]) => [key, fromJson(of)]))
}

const isList = (json: Json): json is readonly Json[] => Array.isArray(json)

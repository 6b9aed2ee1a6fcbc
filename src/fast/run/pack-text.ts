import { decimal, digits, isDecimal } from '../../base/decimal.js'
import { joinSources, makeSource, type Source } from '../../base/source.js'
import type { Pack } from '../../lang/pack.js'

/** A text file as a pack was read from it. */
interface KeptText {
  readonly file: string
  readonly text: string
}

/** What a value of a pack is written as; what JSON has no form for stands under `$`. */
type Kept = string | number | boolean | null | readonly Kept[] | { readonly [key: string]: Kept }

/** A pack that was loaded, as text that `packOf` makes the same pack of. */
export function keepPack(pack: Pack): string {
  const { source, ...tables } = pack.tables
  const texts = textsOf(source).map(({ file, text }): KeptText => ({ file, text }))
  return JSON.stringify({ texts, pack: keep({ ...pack, tables }) })
}

/** The pack that `keepPack` has written. */
export const restorePack = (written: string): Pack => packOf(JSON.parse(written) as KeptPack)

/** The JSON of such a text. */
export interface KeptPack {
  readonly texts: readonly KeptText[]
  readonly pack: Kept
}

/** The pack that was written so. */
export function packOf({ texts, pack }: KeptPack): Pack {
  const found = restored(pack) as Omit<Pack, 'tables'> & { tables: Omit<Pack['tables'], 'source'> }
  return { ...found, tables: { ...found.tables, source: sourceOf(texts) } }
}

const textsOf = (source: Source): readonly Source[] =>
  source.parts.length === 0 ? [source] : source.parts.map((part) => part.source)

function sourceOf(texts: readonly KeptText[]): Source {
  const [first, ...rest] = texts.map(({ file, text }) => makeSource(file, text))
  if (first === undefined) throw new Error('a kept pack has no source')
  return rest.length === 0 ? first : joinSources([first, ...rest])
}

function keep(value: unknown): Kept {
  if (value === undefined) return { $: 'none' }
  if (value === null || typeof value !== 'object') return value as Kept
  if (Array.isArray(value)) return Array.from(value, keep)
  if (value instanceof Map) return { $: 'map', of: Array.from(value, ([key, of]) => [key, keep(of)]) }
  if (isDecimal(value)) return { $: 'decimal', of: digits(value) }
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, keep(of)]))
}

function restored(kept: Kept): unknown {
  if (kept === null || typeof kept !== 'object') return kept
  if (isList(kept)) return kept.map(restored)
  if (kept.$ === 'none') return undefined
  if (kept.$ === 'decimal') return decimal(String(kept.of))
  if (kept.$ === 'map') {
    const entries = kept.of as readonly (readonly [string | number, Kept])[]
    return new Map(entries.map(([key, of]) => [key, restored(of)]))
  }
  return Object.fromEntries(Object.entries(kept).map(([key, of]) => [key, restored(of)]))
}

const isList = (kept: Kept): kept is readonly Kept[] => Array.isArray(kept)

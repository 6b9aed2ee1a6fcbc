import { quoted } from '../fault-list.js'
import type { Citation } from '../pack.js'
import type { LoadContext } from '../shape/context.js'
import type { RawCitation, RawPack } from '../shape/pack-schema.js'
import type { Path } from '../shape/places.js'

/** Turns raw citation keys into a citation; unknown sources and evidence that the pack does not allow are reported. */
export type Cite = (path: Path, raw: RawCitation) => Citation

export function createCite(context: LoadContext, raw: RawPack): Cite {
  const sources = new Set(Object.keys(raw.sources))
  return (path, { source = '', evidence = 'unverified', quote, note }) => {
    if (!sources.has(source) && !context.refused.has('sources', source)) {
      const help = context.suggest(source, sources) ?? 'declare it under `sources`'
      const at = context.places.value([...path, 'source'])
      context.fault('unknown-source', at, `${quoted(source)} is none of the pack's sources`, { help })
    }
    if (evidence === 'unverified' && raw.allow_unverified !== true) {
      const at = context.places.value([...path, 'evidence'])
      context.fault('unverified', at, 'this stands in no source at hand', {
        why: 'a decision should rest on what somebody can look up',
        help: 'find a source, or say `allow_unverified: true` at the top of the pack',
      })
    }
    return { source, evidence, quote: quote ?? null, note: note ?? null }
  }
}

import { quoted } from '../fault-list.js'
import type { Citation } from '../pack.js'
import type { LoadContext } from '../shape/context.js'
import type { RawCitation } from '../shape/pack-schema.js'
import type { Path } from '../shape/places.js'

/** Turns raw citation keys into a citation; unknown sources and evidence that the pack does not allow are reported. */
export type Cite = (path: Path, raw: RawCitation) => Citation

/** What may be cited, and whether something may stand that is in no source at hand. */
export interface Citable {
  readonly sources: ReadonlySet<string>
  readonly allowsUnverified: boolean
}

export function createCite(context: LoadContext, { sources, allowsUnverified }: Citable): Cite {
  return (path, { source = '', evidence = 'unverified', quote, note }) => {
    if (!sources.has(source) && !context.refused.has('sources', source)) {
      const help = context.suggest(source, sources) ?? 'declare it under `sources`'
      const at = context.places.value([...path, 'source'])
      context.fault('unknown-source', at, `${quoted(source)} is none of the pack's sources`, { help })
    }
    if (evidence === 'unverified' && !allowsUnverified) {
      const at = context.places.value([...path, 'evidence'])
      context.fault('unverified', at, 'this stands in no source at hand', {
        why: 'a decision should rest on what somebody can look up',
        help: 'find a source, or say `allow_unverified: true` at the top of the pack',
      })
    }
    return { source, evidence, quote: quote ?? null, note: note ?? null }
  }
}

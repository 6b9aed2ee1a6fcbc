import { say } from '../../base/say/say.js'
import type { Span } from '../../base/source.js'
import { quoted } from '../../lang/fault-list.js'
import type { Pack } from '../../lang/pack.js'
import type { Path } from '../../lang/shape/places.js'
import { type Layer, readLayer } from './layer.js'
import { type SuiteFile, suiteLine } from './suite-file.js'

/** The bases of all files of a folder. */
export interface Bases {
  /** The layers of a record of this base; none if the base, or one that it builds on, is faulty. An unknown name is reported. */
  layersOf(file: SuiteFile, path: Path, name: string | undefined): readonly Layer[]
}

interface Base extends Layer {
  readonly file: SuiteFile
  readonly like: string | undefined
}

/** The bases of a folder as they were read, and the layers that were built from them so far. */
interface BasesReading {
  readonly bases: ReadonlyMap<string, Base>
  readonly built: Map<string, readonly Layer[]>
  readonly complete: boolean
}

/** Reads the bases of all files. `complete` says that every file could be read, so that a name that is not found is wrong. */
export function readBases(pack: Pack, files: readonly SuiteFile[], complete: boolean): Bases {
  const reading = { bases: basesIn(pack, files), built: new Map<string, readonly Layer[]>(), complete }
  for (const [name, base] of reading.bases) layersOfBase(reading, name, base, [])
  return {
    layersOf: (file, path, name) =>
      name === undefined ? [] : layersNamed(reading, file, file.places.value([...path, 'like']), name, []),
  }
}

function basesIn(pack: Pack, files: readonly SuiteFile[]): Map<string, Base> {
  const bases = new Map<string, Base>()
  for (const file of files) {
    for (const [name, { like, without }] of file.bases) {
      const path = ['bases', name]
      const first = bases.get(name)
      if (first === undefined) bases.set(name, { file, like, ...readLayer(pack, file, path, without) })
      else reportTwice(file, path, name, first)
    }
  }
  return bases
}

/** The layers of a base, first those that it builds on; `above` are the bases that build on it. A base that builds on itself is reported. */
function layersOfBase(
  reading: BasesReading,
  name: string,
  base: Base,
  above: readonly string[],
): readonly Layer[] {
  const known = reading.built.get(name)
  if (known !== undefined) return known
  const at = base.file.places.value(['bases', name, 'like'])
  if (above.includes(name)) {
    const circle = [...above.slice(above.indexOf(name)), name].map(quoted).join(say('suite.base-circle.step'))
    base.file.list.fault('cycle', at, say('suite.base-circle', { circle }))
    return []
  }
  const inherited =
    base.like === undefined ? [] : layersNamed(reading, base.file, at, base.like, [...above, name])
  const layers = [...inherited, base]
  reading.built.set(name, layers)
  return layers
}

/** The layers of the base with a name that stands at a place of a file. An unknown name is reported. */
function layersNamed(
  reading: BasesReading,
  file: SuiteFile,
  at: Span,
  name: string,
  above: readonly string[],
): readonly Layer[] {
  const base = reading.bases.get(name)
  if (base !== undefined) return layersOfBase(reading, name, base, above)
  if (reading.complete) {
    file.list.fault('unknown-name', at, say('suite.unknown.base', { name: quoted(name) }), {
      why: say('suite.unknown.base.why'),
      help: file.list.suggest(name, reading.bases.keys()),
    })
  }
  return []
}

function reportTwice(file: SuiteFile, path: Path, name: string, first: Base): void {
  const place = `${first.file.source.file}:${suiteLine(first.file, path)}`
  file.list.fault('duplicate-name', file.places.key(path), say('suite.base-twice', { name: quoted(name) }), {
    why: say('suite.base-twice.why', { place }),
    help: say('suite.twice.help'),
  })
}

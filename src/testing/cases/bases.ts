import { quoted } from '../../lang/fault-list.js'
import type { Pack } from '../../lang/pack.js'
import type { Path } from '../../lang/shape/places.js'
import { type Layer, readLayer } from './layer.js'
import { type SuiteFile, suiteLine } from './suite-file.js'

/** The bases of all files of a folder. */
export interface Bases {
  /** What a record of this base is made of; nothing where the base, or one it builds on, is faulty. A name that is none is reported. */
  layersOf(file: SuiteFile, path: Path, name: string | undefined): readonly Layer[]
}

interface Base extends Layer {
  readonly file: SuiteFile
  readonly like: string | undefined
}

/** Reads the bases of all files; `complete` says that no file was unreadable, so that a name that is not found is none. */
export function readBases(pack: Pack, files: readonly SuiteFile[], complete: boolean): Bases {
  const bases = new Map<string, Base>()
  for (const file of files) {
    for (const [name, { like, without }] of file.bases) {
      const path = ['bases', name]
      const first = bases.get(name)
      if (first === undefined) bases.set(name, { file, like, ...readLayer(pack, file, path, without) })
      else reportTwice(file, path, name, first)
    }
  }
  const built = new Map<string, readonly Layer[]>()

  function build(name: string, base: Base, above: readonly string[]): readonly Layer[] {
    const known = built.get(name)
    if (known !== undefined) return known
    const at = base.file.places.value(['bases', name, 'like'])
    if (above.includes(name)) {
      const circle = [...above.slice(above.indexOf(name)), name].map(quoted).join(' is like ')
      base.file.list.fault('cycle', at, `this base is built on itself: ${circle}`)
      return []
    }
    const inherited = base.like === undefined ? [] : find(base.file, at, base.like, [...above, name])
    const layers = [...inherited, base]
    built.set(name, layers)
    return layers
  }

  function find(
    file: SuiteFile,
    at: { readonly start: number; readonly end: number },
    name: string,
    above: readonly string[],
  ): readonly Layer[] {
    const base = bases.get(name)
    if (base !== undefined) return build(name, base, above)
    if (complete) {
      file.list.fault('unknown-name', at, `unknown base ${quoted(name)}`, {
        why: 'a base is named under `bases` in one of the files of this folder',
        help: file.list.suggest(name, bases.keys()),
      })
    }
    return []
  }

  for (const [name, base] of bases) build(name, base, [])
  return {
    layersOf: (file, path, name) =>
      name === undefined ? [] : find(file, file.places.value([...path, 'like']), name, []),
  }
}

function reportTwice(file: SuiteFile, path: Path, name: string, first: Base): void {
  const place = `${first.file.source.file}:${suiteLine(first.file, path)}`
  file.list.fault('duplicate-name', file.places.key(path), `base ${quoted(name)} stands twice`, {
    why: `it stands at ${place} too, and the files of a folder share their bases`,
    help: 'give one of the two another name',
  })
}

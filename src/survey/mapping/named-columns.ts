import type { TextPlace } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { quoted } from '../../lang/fault-list.js'
import { RESERVED } from '../../lang/parse/keywords.js'
import type { Path } from '../../lang/shape/places.js'
import type { CellOptions } from '../cells/options.js'
import { cellOptions } from './cells.js'
import type { Use } from './column-types.js'
import type { MappingFile } from './mapping-file.js'

/** Columns to which a mapping gives names for its expressions. */
export type NamedColumns = ReadonlyMap<string, NamedForUse>

interface NamedForUse {
  readonly header: string
  readonly at: TextPlace
  /** `null`: found from how the name is used. */
  readonly use: Use | null
  readonly options: CellOptions
}

const USES: readonly Use[] = ['text', 'number', 'yes_no']

/** The names under `columns` at a path; names that an expression cannot hold are reported. */
export function namedColumns(file: MappingFile, path: Path, above: CellOptions): NamedColumns {
  const columns = new Map<string, NamedForUse>()
  for (const name of file.keys(path)) {
    const at = [...path, name]
    const isWhole = file.has([...at, 'column'])
    const header = file.text(isWhole ? [...at, 'column'] : at)
    if (!NAME.test(name) || RESERVED.has(name)) {
      const why = RESERVED.has(name) ? say('mapping.name.why.reserved') : say('mapping.name.why')
      file.fault('shape', file.places.key(at), say('mapping.name', { name: quoted(name) }), { why })
    } else if (header !== null) {
      const type = file.text([...at, 'type'])
      columns.set(name, {
        header,
        at: file.place(isWhole ? [...at, 'column'] : at),
        use: USES.find((use) => use === type) ?? null,
        options: isWhole ? cellOptions(file, at, above) : above,
      })
    }
  }
  return columns
}

const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u

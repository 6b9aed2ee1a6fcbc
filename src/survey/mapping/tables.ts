import { say } from '../../base/say/say.js'
import { type FaultList, namesInMessage, quoted } from '../../lang/fault-list.js'
import { recordName } from '../../lang/labels.js'
import { columnsOf, type FactDeclaration, type Pack } from '../../lang/pack.js'
import type { Path } from '../../lang/shape/places.js'
import { PLAIN_CELLS } from '../cells/options.js'
import type { ReadingOptions } from '../files/data-file.js'
import { ENCODINGS } from '../files/encodings.js'
import { cellOptions } from './cells.js'
import { factMapping, type TableScope } from './fact-mapping.js'
import type { FactMapping, NamedColumn, NamedPart, RowCondition, TableMapping } from './mapping.js'
import type { MappingFile } from './mapping-file.js'
import { namedColumns } from './named-columns.js'
import { readFormula } from './row-expression.js'

/** What the table at a path says of all its facts. */
export function tableScope(file: MappingFile, path: Path): TableScope {
  const cells = cellOptions(file, path, PLAIN_CELLS)
  return { file, cells, names: namedColumns(file, [...path, 'columns'], cells) }
}

/** What tables of records and rosters have in common, without their facts. */
export function tableMapping(scope: TableScope, path: Path): Omit<TableMapping, 'facts'> {
  const { file, cells } = scope
  return {
    file: file.text([...path, 'file']),
    at: file.place(file.has([...path, 'file']) ? [...path, 'file'] : path),
    reading: readingOptions(file, path),
    rowsIf: rowCondition(scope, [...path, 'rows_if'], true),
    byName: file.has([...path, 'match']),
    cells,
  }
}

const DELIMITERS = [',', ';', '|'] as const

function readingOptions(file: MappingFile, path: Path): ReadingOptions {
  const text = (key: string) => file.text([...path, key])
  const rows = (key: string) => (file.has([...path, key]) ? Number(text(key)) : null)
  return {
    format: null,
    encoding: ENCODINGS.find((encoding) => encoding === text('encoding')) ?? null,
    delimiter:
      text('delimiter') === 'tab' ? '\t' : (DELIMITERS.find((each) => each === text('delimiter')) ?? null),
    headerRows: rows('header_rows'),
    titleRows: rows('title_rows'),
    labelRows: rows('label_rows'),
  }
}

/** A condition that counts in a preset only where the table has its columns. */
export function presetCondition(scope: TableScope, path: Path): RowCondition | null {
  const condition = rowCondition(scope, path)
  if (condition === null || !scope.file.preset) return condition
  return { ...condition, columns: condition.columns.map((column) => ({ ...column, optional: true })) }
}

/** The columns that tell persons apart. */
export const personColumns = (file: MappingFile, path: Path): NamedColumn[] =>
  namedIn(file, [...path, 'person']).map((column) => (file.preset ? { ...column, optional: true } : column))

/** The yes/no about a row at a path; `null` if there is none, or if it has a fault, which is reported. */
function rowCondition(
  { file, names, cells }: TableScope,
  path: Path,
  blanksAreTexts = false,
): RowCondition | null {
  if (!file.has(path)) return null
  const formula = readFormula({ file, path, names, cells, fact: null, blanksAreTexts }, 'yes_no')
  if (formula === null) return null
  return {
    columns: formula.columns,
    test(readings) {
      const { value } = formula.evaluate(readings)
      return value.kind === 'truth' ? value.truth : 'open'
    },
  }
}

/** The columns at a path, a single one or a list. */
export const namedIn = (file: MappingFile, path: Path): NamedColumn[] =>
  file.items(path).flatMap((item) => {
    const header = file.text(item)
    return header === null ? [] : [{ header, at: file.place(item) }]
  })

/** The parts of a key at a path; `null` where nothing stands under `all`. */
export function partsIn(file: MappingFile, path: Path): readonly NamedPart[] | null {
  const all = [...path, 'all']
  if (!file.has(all)) return null
  const parts = file.items(all).flatMap((item): NamedPart[] => {
    if (file.has([...item, 'sheet'])) return [{ sheet: true }]
    return namedIn(file, item)
  })
  if (parts.length > 0 && parts.every((part) => 'sheet' in part))
    file.fault('shape', file.places.value(all), say('mapping.same-key'), {
      help: say('mapping.same-key.help'),
    })
  return parts
}

/** Which facts may stand at a path, and what is said of others. */
interface FactsAllowed {
  readonly facts: ReadonlyMap<string, FactDeclaration>
  /** Why a name of the pack cannot be here, and what to do; `null` if it is not a name of the pack. */
  refuse(name: string): { readonly why?: string; readonly help: string } | null
}

/** The facts that stand at a path. */
export function factMappings(scope: TableScope, path: Path, allowed: FactsAllowed): FactMapping[] {
  return scope.file.keys(path).flatMap((name) => {
    const declaration = allowed.facts.get(name)
    if (declaration === undefined) {
      tellUnknownFact(scope.file, scope.file.places.key([...path, name]), name, allowed)
      return []
    }
    const mapping = factMapping(scope, [...path, name], declaration)
    return mapping === null ? [] : [mapping]
  })
}

function tellUnknownFact(
  list: FaultList,
  at: { start: number; end: number },
  name: string,
  { facts, refuse }: FactsAllowed,
): void {
  const refused = refuse(name)
  if (refused !== null)
    list.fault('unknown-name', at, say('mapping.refused', { name: quoted(name) }), refused)
  else
    list.fault('unknown-name', at, say('mapping.no-fact', { name: quoted(name) }), {
      help:
        list.suggest(name, facts.keys()) ??
        say('mapping.no-fact.help', { names: namesInMessage([...facts.keys()]) }),
    })
}

/** Facts of the record, without its id. */
export function recordFacts(pack: Pack): FactsAllowed {
  const { id } = pack.record
  const facts = new Map([...columnsOf(pack)].filter(([name]) => name !== id))
  return {
    facts,
    refuse(name) {
      if (name === id)
        return {
          why: say('mapping.refused.id', { name: recordName(pack) }),
          help: say('mapping.refused.id.help'),
        }
      if (pack.memberFacts?.has(name))
        return {
          why: say('mapping.refused.member'),
          help: say('mapping.refused.member.help'),
        }
      if (pack.derived.has(name))
        return {
          why: say('mapping.refused.derived'),
          help: say('mapping.refused.derived.help'),
        }
      return pack.parameters.has(name)
        ? { why: say('mapping.refused.parameter'), help: say('mapping.refused.parameter.help') }
        : null
    },
  }
}

/** Facts of a member. */
export function memberFacts(pack: Pack): FactsAllowed {
  return {
    facts: pack.memberFacts ?? new Map(),
    refuse: (name) =>
      pack.memberFacts?.has(name) || !columnsOf(pack).has(name)
        ? null
        : {
            why: say('mapping.refused.record', { name: recordName(pack) }),
            help: say('mapping.refused.record.help', { records: pack.record.plural }),
          },
  }
}

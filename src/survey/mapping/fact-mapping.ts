import { ANYTHING, equalRanges, pointOf, rangeText } from '../../base/range.js'
import { say } from '../../base/say/say.js'
import type { Value } from '../../base/value.js'
import type { Expression } from '../../lang/expression/expression.js'
import { quoted } from '../../lang/fault-list.js'
import type { FactDeclaration } from '../../lang/pack.js'
import { type Known, knownText } from '../../lang/record.js'
import type { Path } from '../../lang/shape/places.js'
import { cellReader } from '../cells/cell.js'
import type { CellOptions } from '../cells/options.js'
import { cellOptions, codeCells, tellUnknownCode } from './cells.js'
import type { Use } from './column-types.js'
import type { Compute, FactMapping } from './mapping.js'
import type { MappingFile } from './mapping-file.js'
import { type NamedColumns, namedColumns } from './named-columns.js'
import { type Formula, readFormula } from './row-expression.js'

/** What a fact inherits from its table. */
export interface TableScope {
  readonly file: MappingFile
  readonly names: NamedColumns
  readonly cells: CellOptions
}

/** How a fact is read, as a path of the mapping says it; faults are reported and give `null`. */
export function factMapping(scope: TableScope, path: Path, fact: FactDeclaration): FactMapping | null {
  const { file, cells } = scope
  const header = file.text(path)
  if (header !== null) return plainColumn(fact, header, file.place(path), cells)
  const ways = WAYS.filter((key) => file.has([...path, key]))
  if (ways.length !== 1) {
    const at = file.places.key(path)
    const message =
      ways.length === 0 ? say('mapping.no-column', { fact: fact.name }) : say('mapping.column-and-value')
    file.fault('shape', at, message, {
      help: say('mapping.no-column.help'),
    })
    return null
  }
  refuseKeys(file, path, fact, ways[0] ?? 'column')
  return ways[0] === 'value' ? valueOfColumns(scope, path, fact) : columnWithOptions(scope, path, fact)
}

const WAYS = ['column', 'value'] as const

const plainColumn = (
  fact: FactDeclaration,
  header: string,
  at: FactMapping['columns'][number]['at'],
  options: CellOptions,
): FactMapping => ({
  fact: fact.name,
  columns: [{ header, at, declaration: fact, options }],
  compute: null,
})

/** Keys that only facts of some types may have. */
const FOR_TYPES: Readonly<Record<string, readonly FactDeclaration['type'][]>> = {
  codes: ['code'],
  yes: ['yes_no'],
  no: ['yes_no'],
  has: ['yes_no'],
  numbers: ['money', 'number', 'count'],
  dates: ['date'],
}

function refuseKeys(file: MappingFile, path: Path, fact: FactDeclaration, way: 'column' | 'value'): void {
  const refuse = (key: string, message: string, help?: string) =>
    file.fault('shape', file.places.key([...path, key]), message, { help })
  for (const key of [...Object.keys(FOR_TYPES), 'missing', 'columns']) {
    if (!file.has([...path, key])) continue
    const types = FOR_TYPES[key]
    if (key === 'columns' ? way === 'column' : way === 'value' && key !== 'columns') {
      const help =
        way === 'value' ? say('mapping.beside.help.columns', { key }) : say('mapping.beside.help.value')
      refuse(key, say('mapping.beside', { key, way }), help)
    } else if (types !== undefined && !types.includes(fact.type))
      refuse(key, say('mapping.unfit', { key, fact: fact.name, type: say(`mapping.type.${fact.type}`) }))
  }
  if (file.has([...path, 'has']) && (file.has([...path, 'yes']) || file.has([...path, 'no'])))
    refuse('has', say('mapping.has'), say('mapping.has.help'))
}

function columnWithOptions({ file, cells }: TableScope, path: Path, fact: FactDeclaration): FactMapping {
  const own = cellOptions(file, path, cells)
  const choices = file.items([...path, 'has']).map((item) => file.text(item) ?? '')
  return plainColumn(fact, file.text([...path, 'column']) ?? '', file.place([...path, 'column']), {
    ...own,
    codes: fact.type === 'code' ? codeCells(file, [...path, 'codes'], fact) : null,
    choices: choices.length > 0 ? choices : null,
  })
}

function valueOfColumns(scope: TableScope, path: Path, fact: FactDeclaration): FactMapping | null {
  const { file, cells } = scope
  const wanted = WANTED[fact.type]
  const at = [...path, 'value']
  if (wanted === null) {
    const message = say('mapping.no-expression', { fact: fact.name, type: say(`mapping.type.${fact.type}`) })
    file.fault('type', file.places.value(at), message, { help: say('mapping.no-expression.help') })
    return null
  }
  const own = namedColumns(file, [...path, 'columns'], cells)
  const names: NamedColumns = new Map([...scope.names, ...own])
  const formula = readFormula({ file, path: at, names, cells, fact }, wanted)
  if (formula === null) return null
  tellUnused(file, [...path, 'columns'], own, formula)
  if (fact.type === 'code' && !areCodes(file, formula, formula.expression, fact)) return null
  return { fact: fact.name, columns: formula.columns, compute: computeFact(fact, formula) }
}

const WANTED: Record<FactDeclaration['type'], Use | null> = {
  money: 'number',
  number: 'number',
  count: 'number',
  yes_no: 'yes_no',
  code: 'text',
  date: null,
  text: null,
}

/** If the expression does not use a declared name, another name in it most likely means that one. */
function tellUnused(file: MappingFile, path: Path, own: NamedColumns, { columns }: Formula): void {
  const used = columns.map(({ declaration }) => declaration.name)
  for (const name of own.keys()) {
    if (used.includes(name)) continue
    const help = file.suggest(name, used) ?? say('mapping.unused.help')
    file.fault(
      'unused-name',
      file.places.key([...path, name]),
      say('mapping.unused', { name: quoted(name) }),
      {
        help,
      },
    )
  }
}

/** Whether all texts that an expression can give are codes of the fact; others are reported. */
function areCodes(file: MappingFile, formula: Formula, e: Expression, fact: FactDeclaration): boolean {
  if (e.kind === 'if')
    return [e.yes, e.no].map((branch) => areCodes(file, formula, branch, fact)).every(Boolean)
  if (e.kind !== 'text' || cellReader(fact)(e.text).fault === null) return true
  tellUnknownCode(file, formula.spans.get(e.id) ?? { start: 0, end: 1 }, e.text, fact)
  return false
}

/** The value of an expression is read like a cell of the fact, so that range, whole numbers and codes are checked in the same way. */
function computeFact(fact: FactDeclaration, formula: Formula): Compute {
  const read = cellReader(fact)
  return (cells) => {
    const { value, open } = formula.evaluate(cells)
    const known = open === null ? knownOf(value) : null
    if (known !== null) return read(knownText(known))
    if (open === 'range' && value.kind === 'number' && !equalRanges(value.range, ANYTHING))
      return read(rangeText(value.range))
    return { fact: { kind: 'gap', reason: open ?? 'blank' }, fault: null }
  }
}

function knownOf(value: Value): Known | null {
  switch (value.kind) {
    case 'number':
      return pointOf(value.range)
    case 'truth':
      return value.truth === 'open' ? null : value.truth
    case 'code':
      return value.codes[0] ?? null
  }
}

import { say } from '../../base/say/say.js'
import type { Span } from '../../base/source.js'
import { textSlice } from '../../base/source.js'
import type { Expression } from '../../lang/expression/expression.js'
import type { FaultList } from '../../lang/fault-list.js'
import type { FactDeclaration, FactType } from '../../lang/pack.js'
import type { Named } from '../../lang/resolve/names.js'
import { resolve } from '../../lang/resolve/resolve.js'
import type { Resolving } from '../../lang/resolve/resolving.js'
import { BROKEN, TRUTH, type Type } from '../../lang/resolve/type.js'
import { type LoadContext, parseAt } from '../../lang/shape/context.js'
import type { Path } from '../../lang/shape/places.js'
import type { Reading } from '../cells/cell.js'
import type { CellOptions } from '../cells/options.js'
import { type Use, usesOf } from './column-types.js'
import { plainFact } from './columns-as-pack.js'
import { type FormulaValue, formulaOver, partsOf } from './formula.js'
import type { ColumnMapping } from './mapping.js'
import type { MappingFile } from './mapping-file.js'
import type { NamedColumns } from './named-columns.js'

/** An expression over the columns of a row, checked. */
export interface Formula {
  readonly expression: Expression
  /** By `Expression.id` of its parts. */
  readonly spans: ReadonlyMap<number, Span>
  /** In the order in which cells are handed over. */
  readonly columns: readonly ColumnMapping[]
  evaluate(cells: readonly Reading[]): FormulaValue
}

/** Where an expression stands, and what it may read. */
export interface ExpressionPlace {
  readonly file: MappingFile
  readonly path: Path
  /** Columns that have a name; every other name is a header of exactly that text. */
  readonly names: NamedColumns
  /** What is said of the cells of other columns. */
  readonly cells: CellOptions
  /** The fact that a number goes into. */
  readonly fact: FactDeclaration | null
  /** Whether an empty cell is the empty text, as in a column that says to which table a row belongs. */
  readonly blanksAreTexts?: boolean
}

/** Reads and checks the expression at a path; faults are reported and give `null`. */
export function readFormula(place: ExpressionPlace, wanted: Use): Formula | null {
  const context = contextOf(place.file)
  const expression = parseAt(context, place.path)
  if (expression === null || !isAboutOneRow(context, expression)) return null
  const read = namesIn(expression)
  if (read.length === 0) {
    context.fault('reads-no-fact', spanOf(context, expression), say('mapping.reads-nothing'), {
      help: place.fact === null ? undefined : say('mapping.reads-nothing.help', { fact: place.fact.name }),
    })
    return null
  }
  const declared = new Map([...place.names].flatMap(([name, { use }]) => (use === null ? [] : [[name, use]])))
  const uses = usesOf(expression, wanted, declared)
  const references = resolved(context, expression, read, uses, wanted)
  if (references === null) return null
  const columns = new Map(read.map(({ name }): [string, Use] => [name, uses.get(name) ?? 'text']))
  return {
    expression,
    spans: context.spans,
    columns: [...columns].map(([name, use]) => columnOf(place, context, expression, name, use)),
    evaluate: formulaOver(expression, columns, references, place.blanksAreTexts ?? false),
  }
}

/** The context of one expression: ids from 0, and messages for people who do not write rules. */
const contextOf = (file: MappingFile): LoadContext => ({
  ...file,
  spans: new Map(),
  fault: (code, at, message, remarks) => {
    const isDivision =
      code === 'expression-syntax' && 'start' in at && /^[/÷]/.test(textSlice(file.source, at))
    file.fault(code, at, message, isDivision ? { ...remarks, help: say('mapping.help.division') } : remarks)
  },
})

type NameExpression = Expression & { kind: 'name' }

const namesIn = (e: Expression): NameExpression[] =>
  partsOf(e).filter((part): part is NameExpression => part.kind === 'name')

const spanOf = ({ spans }: Pick<LoadContext, 'spans'>, e: Expression): Span =>
  spans.get(e.id) ?? { start: 0, end: 1 }

function isAboutOneRow(context: LoadContext, e: Expression): boolean {
  const odd = partsOf(e).find(({ kind }) => ROSTER_FORMS.has(kind))
  if (odd === undefined) return true
  const at = spanOf(context, odd)
  if (odd.kind === 'member')
    context.fault('type', at, say('mapping.member', { variable: odd.variable, name: odd.name }), {
      help: say('mapping.help.name'),
    })
  else
    context.fault('type', at, say('mapping.over-members', { word: odd.kind }), {
      help: say('mapping.over-members.help'),
    })
  return false
}

const ROSTER_FORMS: ReadonlySet<string> = new Set(['member', 'count', 'sum', 'every', 'some'])

/** Checks types. Gives what each name stands for, by `Expression.id`, or `null` after a fault. */
function resolved(
  context: LoadContext,
  expression: Expression,
  read: readonly NameExpression[],
  uses: ReadonlyMap<string, Use>,
  wanted: Use,
): Resolving['references'] | null {
  const record = new Map<string, Named>()
  for (const e of read) {
    const use = uses.get(e.name)
    if (use === undefined && !record.has(e.name)) tellUnclear(context, spanOf(context, e), e.name)
    const type = use === undefined ? BROKEN : TYPES[use]
    record.set(e.name, { reference: { kind: 'fact', name: e.name }, type, path: [] })
  }
  const resolving: Resolving = {
    context,
    names: { record, members: null },
    references: [],
    units: new Map(),
    broken: false,
    bareNumbers: true,
  }
  const type = resolve(resolving, expression)
  if (resolving.broken || type.kind === 'broken') return null
  if (FITTING[wanted].includes(type.kind)) return resolving.references
  const message = say('mapping.expected', { wanted: say(`mapping.type.${wanted}`), type: typeWords(type) })
  context.fault('type', spanOf(context, expression), message)
  return null
}

const tellUnclear = (list: FaultList, at: Span, name: string): void =>
  list.fault('type', at, say('mapping.unclear', { name }), {
    help: say('mapping.unclear.help', { line: `${name}: { column: …, type: … }` }),
  })

const TYPES: Record<Use, Type> = {
  number: { kind: 'number', unit: null },
  yes_no: TRUTH,
  text: { kind: 'code', codes: [] },
}

const FITTING: Record<Use, readonly Type['kind'][]> = {
  number: ['number'],
  yes_no: ['truth'],
  text: ['code', 'text'],
}

function typeWords(type: Type): string {
  if (type.kind === 'number') return say('mapping.type.number')
  if (type.kind === 'truth') return say('mapping.type.yes_no')
  return say(type.kind === 'code' && type.codes.length > 0 ? 'mapping.type.code' : 'mapping.type.text')
}

function columnOf(
  { names, cells, file, fact }: ExpressionPlace,
  context: LoadContext,
  expression: Expression,
  name: string,
  use: Use,
): ColumnMapping {
  const { header, at, options } = names.get(name) ?? {
    header: name,
    at: file.placeOf(spanOf(context, namesIn(expression).find((e) => e.name === name) ?? expression)),
    options: cells,
  }
  const unit = use === 'number' ? (fact?.unit ?? null) : null
  return { header, at, options, declaration: { ...plainFact(name, typeOf(use, fact)), unit } }
}

/** Money stays money, so that the same codes are suspected in its cells. A count may be worked out from any numbers. */
const typeOf = (use: Use, fact: FactDeclaration | null): FactType =>
  use === 'number' && fact?.type === 'money' ? 'money' : use

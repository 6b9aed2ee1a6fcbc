import type { Truth } from '../../base/truth.js'
import type { FactDeclaration } from '../../lang/pack.js'
import type { Fact } from '../../lang/record.js'
import { cellReader } from '../cells/cell.js'
import type { CellFault, Reading } from '../cells/reading.js'
import { type ColumnDoubts, withDoubts } from '../doubts/column-doubts.js'
import type { Column } from '../files/row.js'
import type { BoundColumn, BoundCondition, BoundFact } from '../mapping/bound-columns.js'
import type { Compute } from '../mapping/mapping.js'
import { doubtPath } from './column-doubts.js'

/** A column whose cells are read; `index` counts in the cells that are handed over. */
interface ReadColumn {
  readonly index: number
  readonly header: string
  read(cell: string): Reading
}

/** How one fact is read from the cells of a row. If no column gives it, every row has `missing`. */
export interface MappedFact {
  readonly name: string
  readonly source: { readonly columns: readonly ReadColumn[]; readonly compute: Compute | null } | null
  readonly missing: Fact
}

/** What is wrong with a cell, and under which header it stands. */
export type CellReport = (fault: CellFault, header: string) => void

/**
 * Readers of all facts in the order of their declarations.
 * @param placeOf where a column of the table is in the cells that are handed over
 * @param doubtsOf what is doubtful about a column of a fact, by `doubtPath`
 */
export function mapFacts(
  declarations: Iterable<FactDeclaration>,
  bound: readonly BoundFact[],
  missingOf: (name: string) => Fact,
  placeOf: (index: number) => number,
  doubtsOf: (path: string) => ColumnDoubts | undefined,
): MappedFact[] {
  const byName = new Map(bound.map((each) => [each.fact, each]))
  return Array.from(declarations, ({ name }) => {
    const found = byName.get(name)
    const source = found && {
      columns: found.columns.map((each, at) => readColumn(each, placeOf, doubtsOf(doubtPath(name, at)))),
      compute: found.compute,
    }
    return { name, source: source ?? null, missing: missingOf(name) }
  })
}

function readColumn(
  { column, declaration, options }: BoundColumn,
  placeOf: (index: number) => number,
  doubts: ColumnDoubts | undefined,
): ReadColumn {
  const read = cellReader(declaration, withDoubts(options, doubts))
  return { index: placeOf(column.index), header: column.header, read }
}

/** The positions of all columns that facts and the person's id are read from, each once. */
export function positionsOf(facts: readonly BoundFact[], person: Column | null): number[] {
  const used = facts.flatMap(({ columns }) => columns.map(({ column }) => column.index))
  return [...new Set(person === null ? used : [...used, person.index])]
}

/** The facts of one row. */
export function readFacts(
  facts: readonly MappedFact[],
  cells: readonly string[],
  report: CellReport,
): Map<string, Fact> {
  return new Map(facts.map((fact) => [fact.name, readFact(fact, cells, report)]))
}

function readFact({ source, missing }: MappedFact, cells: readonly string[], report: CellReport): Fact {
  if (source === null) return missing
  const readings = source.columns.map(({ index, header, read }) => {
    const reading = read(cells[index] ?? '')
    if (reading.fault !== null) report(reading.fault, header)
    return reading
  })
  const [only] = readings
  if (source.compute === null) return only?.fact ?? missing
  const { fact, fault } = source.compute(readings)
  if (fault !== null) report(fault, source.columns.map(({ header }) => header).join('|'))
  return fact.kind === 'gap' && fact.reason === 'suspect' ? withDoubt(fact, readings) : fact
}

/** A fact worked out from several cells is in doubt as the first of them that is. */
function withDoubt(fact: Fact, readings: readonly Reading[]): Fact {
  const doubted = readings.find((each) => each.fact.kind === 'gap' && each.fact.doubt !== undefined)?.fact
  return doubted ?? fact
}

/** A yes/no about the cells of a row; always true without a condition. */
export function rowTest(condition: BoundCondition | null): (cells: readonly string[]) => Truth {
  if (condition === null) return () => true
  const columns = condition.columns.map((each) => readColumn(each, (index) => index, undefined))
  return (cells) => condition.test(columns.map(({ index, read }) => read(cells[index] ?? '')))
}

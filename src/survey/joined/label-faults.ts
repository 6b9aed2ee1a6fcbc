import type { Diagnostic, Fix } from '../../base/diagnostic.js'
import type { BoundFact } from '../mapping/bound-columns.js'
import { type DoesRead, doesRead, labelRows } from '../signs/record/label-rows.js'
import type { BoundTables } from './bind-tables.js'

/** Faults of tables whose first rows are labels. A flag says it of all tables, so with several it is in the mapping. */
export function labelFaults({ records, rosters }: BoundTables): Diagnostic[] {
  const fixOf = (count: number): Fix =>
    records.length + rosters.length === 1
      ? { flag: `--label-rows ${count}` }
      : { mapping: `label_rows: ${count}` }
  const whole = [
    ...records.map(({ table, bound }) => ({
      table,
      rowsIf: bound.rowsIf,
      facts: [...bound.facts, ...bound.members, ...bound.repeats.flatMap(({ facts }) => facts)],
    })),
    ...rosters.map(({ table, bound: { rowsIf, facts } }) => ({ table, rowsIf, facts })),
  ].filter(({ rowsIf }) => rowsIf === null)
  return whole
    .map(({ table, facts }) => labelRows(table.file, table.data.first ?? [], readersOf(facts), fixOf))
    .filter((each) => each !== null)
}

const readersOf = (facts: readonly BoundFact[]): ReadonlyMap<number, DoesRead> =>
  new Map(
    facts.flatMap(({ columns }) =>
      columns.flatMap(({ column, declaration, options }) => {
        const reads = doesRead(declaration, options)
        return reads === null ? [] : [[column.index, reads] as const]
      }),
    ),
  )

import type { Diagnostic } from '../base/diagnostic.js'
import type { Scalar, Tree } from '../base/tree/tree.js'
import type { Pack } from '../lang/pack.js'
import type { CaseRecord } from '../lang/record.js'
import { doubtfulColumns } from './checks/doubtful-columns.js'
import { readAssumptions } from './records/assume.js'
import { layoutOf } from './records/column-layout.js'
import { readRecord } from './records/facts.js'
import { idOf, scanRecord } from './records/first-pass.js'

/** The place of a record that is in no survey file, and what to call it if it has no id. */
export interface RecordPlace {
  readonly file: string
  readonly line: number
  readonly id: string
}

/**
 * Reads a record from values by key as a YAML file with this one record would be read: keys that it lacks are columns that the file
 * lacks. Each key must mean one fact, and each fact have one key. Cells that cannot be read are gaps and reported beside the record.
 */
export function readOneRecord(
  pack: Pack,
  values: ReadonlyMap<string, Tree>,
  { file, line, id }: RecordPlace,
): { record: CaseRecord; diagnostics: Diagnostic[] } {
  const scan = scanRecord(pack, file, values, line)
  const own = scan.columns.used.get(pack.record.id)?.[0]
  if (own === undefined) {
    const name: Scalar = { kind: 'scalar', text: id, plain: false, start: 0, end: 0 }
    return readOneRecord(pack, new Map([...values, [pack.record.id, name]]), { file, line, id })
  }
  const reading = readAssumptions(pack, new Map())
  if ('faults' in reading) throw new Error('where nothing is stated, no statement is wrong')
  const row = {
    kind: 'record',
    line,
    content: { kind: 'tree', values, source: null },
    raw: () => '',
  } as const
  const diagnostics = doubtfulColumns(scan)
  const layout = layoutOf(pack, scan, reading.assumptions)
  const record = readRecord(layout, row, idOf(row, own) || id, (fault, at) => {
    diagnostics.push({ ...fault, severity: 'warning', at })
  })
  return { record, diagnostics }
}

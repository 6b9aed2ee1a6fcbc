import type { DataFile } from '../files/data-file.js'
import type { BoundTable } from '../mapping/bound.js'
import { rowTest } from './mapped-facts.js'

/** How many rows of a file belong to no table that the mapping names. */
export interface Strays {
  readonly file: string
  readonly rows: number
}

interface Table {
  readonly file: DataFile
  readonly bound: Pick<BoundTable, 'rowsIf'>
}

/** Reads each file again of which every table takes only some of the rows, and counts those that none takes. */
export async function countStrays(tables: readonly Table[]): Promise<Strays[]> {
  const byFile = new Map<string, Table[]>()
  for (const table of tables) byFile.set(table.file.file, [...(byFile.get(table.file.file) ?? []), table])
  const found: Strays[] = []
  for (const [file, own] of byFile) {
    const rows = own.some(({ bound }) => bound.rowsIf === null) ? 0 : await strayRows(own)
    if (rows > 0) found.push({ file, rows })
  }
  return found
}

async function strayRows(tables: readonly Table[]): Promise<number> {
  const tests = tables.map(({ bound }) => rowTest(bound.rowsIf))
  let strays = 0
  for await (const batch of tables[0]?.file.rows() ?? []) {
    for (const row of batch) {
      if (row.kind !== 'record' || row.content.kind !== 'cells') continue
      const { cells } = row.content
      if (tests.every((test) => test(cells) === false)) strays += 1
    }
  }
  return strays
}

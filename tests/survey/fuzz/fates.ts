import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import { unwrapText } from '../../../src/survey/cells/text.js'
import { PLAIN_READING, type ReadingOptions } from '../../../src/survey/files/data-file.js'
import { dialectOf } from '../../../src/survey/files/text/dialect.js'
import { fileOf, withOperand } from '../files/open.js'
import type { Outcome } from './run.js'
import type { Survey, Table } from './survey.js'
import type { Form } from './write.js'

type Judged = Exclude<Outcome, { stopped: unknown }>

/** Whether each row that came out is counted, and counted once. */
export function rowsAddUp({ rows, ledger, rosters }: Judged): void {
  const count = (is: (row: Judged['rows'][number]) => boolean) => rows.filter(is).length
  const lost = rosters.reduce((sum, each) => sum + each.rejected + each.orphaned, 0)
  expect({
    read: ledger.read,
    assessed: count(({ kind }) => kind === 'record'),
    duplicates: count(({ kind }) => kind === 'held'),
    not_interviews: count(({ kind }) => kind === 'no-interview'),
    rejected: count((row) => row.kind === 'rejected' && row.isMember === undefined),
    members: count((row) => row.kind === 'rejected' && row.isMember === true),
  }).toEqual({
    read: ledger.assessed + ledger.rejected + ledger.duplicates + ledger.not_interviews,
    assessed: ledger.assessed,
    duplicates: ledger.duplicates,
    not_interviews: ledger.not_interviews,
    rejected: ledger.rejected,
    members: lost,
  })
  for (const { read, joined, orphaned, rejected, blank } of rosters)
    expect(joined + orphaned + rejected + blank).toBe(read)
}

/** How many rows a CSV file has, header and blank ones included, as csv-parse alone counts them. */
async function rowsOf(bytes: Buffer, reading: Partial<ReadingOptions>): Promise<number> {
  const path = fileOf('a.csv', bytes)
  return withOperand(path, async ({ entries }) => {
    const opening = await entries[0]?.open({ ...PLAIN_READING, ...reading })
    if (opening === undefined || 'faults' in opening) throw new Error('a file that was read does not open')
    const { encoding, delimiter } = opening.file
    const text = new TextDecoder(encoding)
      .decode(readFileSync(path))
      .replace(/^(?:\uFEFF|ï»¿)/, '')
      .replace(/^ï»¿/, '')
    const { lineEnd } = dialectOf(text.slice(0, 30_000), text.length < 30_000, delimiter as ',', 0)
    const ends = lineEnd === '\r' ? ['\r'] : ['\r\n', '\n']
    return parse(text, { delimiter: delimiter ?? ',', record_delimiter: ends, relax_column_count: true })
      .length
  })
}

/** Whether every row of the CSV files is in the ledger. */
export async function filesAddUp(
  { ledger, rosters, diagnostics }: Judged,
  files: Readonly<Record<string, Buffer>>,
  reading: Partial<ReadingOptions>,
): Promise<void> {
  const strays = diagnostics
    .filter(({ code }) => code === 'stray-rows')
    .reduce((sum, { message }) => sum + Number(/^\d+/.exec(message)?.[0]), 0)
  const ignored = diagnostics.filter(({ code }) => code === 'ignored-files').map(({ message }) => message)
  const ofRecords = ledger.read + ledger.blank_rows + ledger.skipped_rows
  let recordRows = 0
  for (const [name, bytes] of Object.entries(files)) {
    if (ignored.some((message) => message.includes(name))) continue
    const total = (await rowsOf(bytes, reading)) - 1
    const own = rosters.filter(({ file }) => file === name)
    const sum = own.reduce((sum, { read }) => sum + read, 0)
    const message = `rows of ${name}`
    // A row that cannot be read, or that is blank, is of both tables of such a file.
    if (name === 'main.csv' && own.length > 0)
      expect(ofRecords + sum + strays, message).toBeGreaterThanOrEqual(total)
    else if (name === 'persons.csv') expect(sum + ledger.skipped_rows, message).toBe(total)
    else if (own.length === 0) recordRows += total
    // A row of hashtags below the header of a roster is counted nowhere.
    else if (bytes.includes('#')) expect([0, 1], message).toContain(total - sum)
    else expect(sum, message).toBe(total)
  }
  if (recordRows > 0) expect(ofRecords, 'rows of records').toBe(recordRows)
}

/** The line of each row as a file shows it. */
function linesOf(table: Table, { container, lineEnd }: Form): number[] {
  if (container === 'workbook') return table.map((_, at) => at + 1)
  const lines: number[] = []
  let line = 1
  for (const row of table) {
    lines.push(line)
    line += 1 + row.join('').split(lineEnd === '\r' ? '\r' : '\n').length - 1
  }
  return lines
}

/** Whether the members of each household are exactly the rows that point at it. */
export function membersAreJoined({ rows }: Judged, { tables, join }: Survey, form: Form): void {
  if (join === null) return
  const [main = [], roster = []] = [tables.get('main'), tables.get(join.roster)]
  const mainLines = linesOf(main, form)
  const rosterLines = linesOf(roster, form)
  const parentAt = main[0]?.indexOf(join.parent) ?? -1
  const childAt = roster[0]?.indexOf(join.child) ?? -1
  const width = roster[0]?.length ?? 0
  const isSystem = (roster[0] ?? []).map(
    (header) => header === join.child || /^(?:pid$|_|PARENT_KEY$)/.test(header),
  )
  const isFilled = (row: readonly string[]) => row.some((cell, at) => !isSystem[at] && cell.trim() !== '')
  const isWhole = (row: readonly string[]) =>
    form.container === 'workbook'
      ? row.slice(width).every((cell) => cell.trim() === '')
      : row.length === width
  for (const row of rows) {
    if (row.kind !== 'record' || row.record.members?.kind !== 'rows') continue
    const key = unwrapText(main[mainLines.indexOf(row.record.line)]?.[parentAt] ?? '')
    const expected = roster.flatMap((cells, at) =>
      at > 0 && isWhole(cells) && isFilled(cells) && unwrapText(cells[childAt] ?? '') === key
        ? [rosterLines[at]]
        : [],
    )
    expect(
      row.record.members.rows.map(({ line }) => line),
      `members of ${row.record.id}`,
    ).toEqual(expected)
  }
}

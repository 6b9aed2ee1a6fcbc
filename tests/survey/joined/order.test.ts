import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { PLAIN_READING } from '../../../src/survey/files/data-file.js'
import { scanTables } from '../../../src/survey/joined/scan-tables.js'
import { openOperands } from '../../../src/survey/operands.js'
import { createIdTable } from '../../../src/survey/records/repeated-ids.js'
import { scratch } from '../../cli/run.js'
import { mappingOf } from '../mapping/small.js'
import { samplePack } from '../sample-pack.js'

const MAPPING = `mapping: 1
households: { file: main.csv, key: id, facts: { water_minutes: water } }
rosters: [{ file: roster.csv, key: parent, facts: { member_id: nr, age: age } }]
`

const HOUSEHOLDS = Array.from({ length: 300 }, (_, at) => `H${at}`)
const MAIN = ['id,water', ...HOUSEHOLDS.map((id, at) => `${id},${at % 30}`), ''].join('\n')
const membersOf = (nr: number) => HOUSEHOLDS.map((id, at) => `${id},${nr},${(at * nr) % 100}`)
const roster = (rows: readonly string[]) => ['parent,nr,age', ...rows, ''].join('\n')

const SORTED = HOUSEHOLDS.flatMap((_, at) => [1, 2, 3].map((nr) => membersOf(nr)[at] ?? ''))

/** The same members, those of a household always in the same order. */
const ORDERS = {
  sorted: SORTED,
  'all first members before all second ones': [1, 2, 3].flatMap(membersOf),
  'one member of the first household at the end': [...SORTED.filter((_, at) => at !== 2), SORTED[2] ?? ''],
}

/** Whether the rows of the roster are held in memory. */
async function isHeld(folder: string): Promise<boolean | undefined> {
  const files = ['main.csv', 'roster.csv'].map((name) => join(folder, name))
  const operands = await openOperands({ files, stdin: Readable.from([]), pack: samplePack })
  const mapping = mappingOf(MAPPING, samplePack)
  const scanning = await scanTables(samplePack, mapping, operands.entries, PLAIN_READING, createIdTable())
  await operands.close()
  return 'scanned' in scanning ? scanning.scanned.rosters[0]?.roster.isHeld : undefined
}

test('a roster comes to the same bytes in any order, and holds nothing in memory where it is sorted', async () => {
  const results = new Map<string, string>()
  for (const [name, rows] of Object.entries(ORDERS)) {
    const here = scratch({ 'main.csv': MAIN, 'roster.csv': roster(rows), 'mapping.yaml': MAPPING })
    const { code, out } = here.tpa(['assess', 'main.csv', 'roster.csv', '-m', 'mapping.yaml', '-f', 'csv'])
    expect(code).toBe(0)
    results.set(name, out)
    expect([name, await isHeld(here.folder)]).toEqual([name, name !== 'sorted'])
  }
  const [sorted = ''] = results.values()
  expect(sorted.split('\n')).toHaveLength(302)
  for (const out of results.values()) expect(out).toBe(sorted)
})

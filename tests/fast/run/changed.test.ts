import { appendFileSync, readdirSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ByteOptions } from '../../../src/fast/run/byte-options.js'
import { manyHouseholds } from '../../cli/run.js'
import { folderOf } from '../../survey/files/open.js'
import { shippedPack } from '../read/packs.js'
import { assessHere } from './assess-here.js'

const ROWS = manyHouseholds(500)

type Change = readonly [string, (path: string) => void]

/** Of these the normal reader says the same. */
const FOUND_BY_BOTH: readonly Change[] = [
  ['is cut off in the middle of a row', (path) => truncateSync(path, ROWS.length - 700)],
  ['is cut off behind a row', (path) => truncateSync(path, ROWS.lastIndexOf('\n', ROWS.length - 700) + 1)],
  ['is cut off where it has been read already', (path) => truncateSync(path, 300)],
  ['is emptied', (path) => truncateSync(path, 0)],
  ['grows', (path) => appendFileSync(path, 'H-9999,Danyang\n')],
  ['is written anew, as long as before', (path) => writeFileSync(path, ROWS.replaceAll('9000', '1000'))],
]

/** The normal reader tells of the quote first, and reads the file that it has open to its end. */
const FOUND_IN_BYTES: readonly Change[] = [
  [
    'is written anew with a quote in it',
    (path) => writeFileSync(path, ROWS.replaceAll('Danyang', 'Dan"ang')),
  ],
  ['is replaced by another one', (path) => renameSync(`${path}.new`, path)],
]

/** Runs with the file changing after the first step; the old output must stay, and nothing beside it. */
async function runWhile(change: Change[1], format: 'file' | 'stdout', way: ByteOptions | null) {
  const pack = await shippedPack('cn-2020')
  const folder = folderOf({ 'a.csv': ROWS, 'a.csv.new': ROWS, 'out.csv': 'old' })
  const output = format === 'file' ? 'out.csv' : null
  let steps = 0
  const asked = { files: ['a.csv'], output, format: 'csv', rejects: 'rejects.csv' } as const
  const { code, err, written } = await assessHere(folder, pack, asked, way, () => {
    if (steps++ === 0) change(join(folder, 'a.csv'))
  })
  const litter = readdirSync(folder).filter((name) => !['a.csv', 'a.csv.new', 'out.csv'].includes(name))
  return { code, err, litter, old: written['out.csv'] ?? 'old', rejects: 'rejects.csv' in written }
}

const HERE = { threads: 1, size: 3000 }

describe('a file that changes while it is read as bytes', () => {
  const stopped = {
    code: 2,
    err: expect.stringContaining('the file changed while it was read'),
    ...{ litter: [], old: 'old', rejects: false },
  }

  it.each(FOUND_BY_BOTH)('stops the run as where the normal reader finds it: %s', async (_, change) => {
    const expected = await runWhile(change, 'file', null)
    expect(expected).toEqual(stopped)
    expect(await runWhile(change, 'file', HERE)).toEqual(expected)
    expect(await runWhile(change, 'stdout', HERE)).toEqual(expected)
  })

  it.each(FOUND_IN_BYTES)('stops the run: %s', async (_, change) => {
    expect(await runWhile(change, 'file', HERE)).toEqual(stopped)
  })

  it.each([FOUND_BY_BOTH[0] as Change, FOUND_BY_BOTH[2] as Change])(
    'stops the run in threads: %s',
    async (_, change) => {
      expect(await runWhile(change, 'file', { threads: 3, size: 3000 })).toEqual(stopped)
    },
  )
})

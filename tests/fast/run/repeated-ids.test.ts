import { describe, expect, it } from 'vitest'
import { createAscendingIds } from '../../../src/fast/read/ascending-ids.js'
import { createRepeatedIds } from '../../../src/fast/run/repeated-ids.js'
import { households } from '../../cli/run.js'
import { type Chance, chanceFrom, oneOf, shuffled } from '../../engine/random/chance.js'
import { folderOf } from '../../survey/files/open.js'
import { holds } from '../../survey/fuzz/runs.js'
import { shippedPack } from '../read/packs.js'
import { assessHere, sameRun } from './assess-here.js'

const numbered = (count: number, from = 1) => Array.from({ length: count }, (_, at) => `H-${at + from}`)

/** Ids of one file after another. */
const FILES: readonly (readonly [string, readonly (readonly string[])[], number])[] = [
  ['ascending', [numbered(100)], 0],
  ['ascending over files', [numbered(40), numbered(40, 41), numbered(40, 81)], 0],
  ['descending', [numbered(100).reverse()], 0],
  ['shuffled', [shuffled(numbered(100), chanceFrom(1))], 0],
  ['the last one out of order', [[...numbered(100), 'H-0']], 0],
  ['the last one stands at the beginning too', [[...numbered(100), 'H-1']], 2],
  ['the last one stands before it too', [[...numbered(100), 'H-100']], 2],
  ['one of the middle at the end of another file', [numbered(80), [...numbered(20, 500), 'H-50']], 2],
  ['a file again', [numbered(50), numbered(50)], 100],
  [
    'three times',
    [
      ['A', 'B', 'A'],
      ['C', 'A'],
    ],
    3,
  ],
  ['one id in all rows', [Array.from({ length: 100 }, () => 'H')], 100],
  ['pairs far apart', [[...numbered(50), ...numbered(50)]], 100],
  ['by their length, then by their bytes', [['9', '10', '99', '100', '0', '9']], 2],
  ['with and without leading zeros', [['7', '07', '007', '0007']], 0],
  ['as a spreadsheet keeps text', [['007', "'007", '"=""007"""', '007\t', ' 007', '００７', '8']], 6],
  ['in quotes and without', [['"A"', 'A', '"B"', '"A,1"', '"A,1"', '"A""1"', '"A""1"']], 6],
  ['in other characters', [['家1', '家2', '家1', 'é', 'é', 'É', 'ｈ１', 'h1', 'H1', '😀', '😀']], 8],
  [
    'long ones that differ at their end',
    [[`${'x'.repeat(200)}1`, `${'x'.repeat(200)}2`, `${'x'.repeat(200)}1`]],
    2,
  ],
  [
    'of one length to three beyond a word',
    [['a', 'ab', 'abc', 'abcd', 'abcde', 'abcdef', 'abcdefg', 'abcd']],
    2,
  ],
  ['missing and destroyed ones', [['', ' ', '4.40981E+17', '4.40981E+17', '', 'A', '-', '-']], 2],
]

const csvOf = (ids: readonly string[]) => households(...ids.map((household_id) => ({ household_id })))

const SIZES = [150]

describe('ids that stand more than once', () => {
  it.each(FILES)('are held as the normal reader holds them: %s', async (_, ids, held) => {
    const pack = await shippedPack('cn-2020')
    const files = Object.fromEntries(ids.map((each, at) => [`${'abc'[at]}.csv`, csvOf(each)]))
    const folder = folderOf(files)
    const asked = {
      files: Object.keys(files),
      output: 'out.csv',
      rejects: 'rejects.csv',
      reports: ['table=all.txt'],
    }
    const expected = await assessHere(folder, pack, asked, null)
    expect(expected.err.replaceAll('\n', ' ')).toContain(`duplicates ${held}`)
    for (const size of SIZES) {
      const found = await assessHere(folder, pack, asked, { threads: 1, size })
      sameRun(expected, found, `in chunks of ${size}`)
      expect(found.byBytes).toBe(true)
      expect(found.interpreted).toBe(0)
    }
  })

  it('are compared in a time that grows with their rows, however often one stands', async () => {
    const pack = await shippedPack('cn-2020')
    const folder = folderOf({ 'a.csv': csvOf(Array.from({ length: 20_000 }, () => 'H')) })
    const found = await assessHere(
      folder,
      pack,
      { files: ['a.csv'], output: 'out.txt' },
      { threads: 1, size: 1 << 19 },
    )
    expect(found.byBytes).toBe(true)
    expect(found.err).toContain('20,000 rows')
  })

  it('are found where threads have passed over the first of them', async () => {
    const pack = await shippedPack('cn-2020')
    const folder = folderOf({
      'a.csv': csvOf([...numbered(200), 'H-3']),
      'b.csv': csvOf(['H-77', 'I-1', 'I-2']),
    })
    const asked = { files: ['a.csv', 'b.csv'], output: 'out.csv', rejects: 'rejects.csv' }
    const expected = await assessHere(folder, pack, asked, null)
    const found = await assessHere(folder, pack, asked, { threads: 3, size: 1500 })
    sameRun(expected, found, 'in threads')
    expect(found.byBytes).toBe(true)
    expect(found.err).toContain('duplicates 4')
  })

  it('are found in any order, over any chunks', () =>
    holds(async (chance) => {
      const ids = someIds(chance)
      const counts = new Map<string, number>()
      for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
      const repeated = [...counts.values()].filter((count) => count > 1).length
      expect(repeatedInChain(ids, chance).repeated).toBe(repeated)
    }, 300))

  it('take no memory while they ascend', () => {
    const chance = chanceFrom(3)
    const ascending = repeatedInChain(numbered(500), chance)
    expect(ascending).toMatchObject({ keys: 0, repeated: 0 })
    expect(ascending.chunks).toBeGreaterThan(50)
    expect(repeatedInChain([...numbered(500), 'H-7'], chance)).toMatchObject({ keys: 501, repeated: 1 })
  })
})

/** Ids that mostly ascend, with some out of order and some again. */
function someIds(chance: Chance): string[] {
  const ids = numbered(chance(60))
  if (chance(3) === 0) return shuffled([...ids, ...ids.slice(0, chance(5))], chance)
  for (let more = chance(4); more > 0; more--)
    ids.splice(chance(ids.length + 1), 0, oneOf(['H-5', 'H-50', 'A', 'a', '家', 'H-1000'], chance))
  return ids
}

/** What is found in ids that come in chunks of any length, and how many keys it was given. */
function repeatedInChain(ids: readonly string[], chance: Chance) {
  const file = {
    path: 'a',
    file: 'a',
    delimiter: ',',
    headers: [],
    headerLine: 1,
    start: 0,
    line: 2,
    end: ids.length,
  }
  const repeated = createRepeatedIds()
  const ascending = createAscendingIds(new WebAssembly.Memory({ initial: 1 }), 0, 4096)
  const spanOf = (from: number, to: number, withKeys: boolean) => {
    for (const id of ids.slice(from, to)) {
      const bytes = Buffer.from(id)
      ascending.add(bytes, 0, bytes.length)
    }
    return ascending.end(withKeys)
  }
  let keys = 0
  let chunks = 0
  let wantsKeys = false
  for (let from = 0; from < ids.length; chunks++) {
    const to = Math.min(ids.length, from + chance(9))
    const span = spanOf(from, to, wantsKeys)
    keys += (span.keys?.length ?? 0) / 3
    wantsKeys = !repeated.add(span, file, { from, line: from, row: from }, to)
    from = to
  }
  for (const { place, to } of repeated.missing()) {
    const { keys: missed } = spanOf(place.from, to, true)
    if (missed === null) throw new Error('keys that were asked for')
    keys += missed.length / 3
    repeated.addKeys(missed)
  }
  return { keys, chunks, repeated: (repeated.seal()?.length ?? 0) / 3 }
}

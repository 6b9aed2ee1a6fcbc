import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import { type CompiledPack, compilePack } from '../../../src/compile/compile.js'
import { openByteFile } from '../../../src/fast/read/byte-file.js'
import { keyOf } from '../../../src/fast/read/id-bytes.js'
import { judgeHere } from '../../../src/fast/run/chunk-steps.js'
import type { Pack } from '../../../src/lang/pack.js'
import { PLAIN_READING } from '../../../src/survey/files/data-file.js'
import { type Chance, chanceFrom, oneOf } from '../../engine/random/chance.js'
import { folderOf } from '../../survey/files/open.js'
import { shippedPack } from '../read/packs.js'
import { assessHere, sameRun } from '../run/assess-here.js'

const COLUMNS: readonly (readonly [string, (chance: Chance) => string])[] = [
  ['survey_date', (chance) => oneOf(['2019-10-06', '2020-02-29', '2021-12-31', ''], chance)],
  ['registration_status', (chance) => oneOf(['none', 'registered', 'exited'], chance)],
  ['household_size', (chance) => `${1 + chance(7)}`],
  [
    'net_income',
    // A few yuan a head are not believed, and go to the interpreter.
    (chance) =>
      oneOf(['', `${100 + chance(40_000)}.${10 + chance(90)}`, `"${100 + chance(40_000)}"`], chance),
  ],
  ['food_secure', (chance) => oneOf(['yes', 'no', ''], chance)],
  ['clothing_secure', (chance) => oneOf(['yes', '1', '是'], chance)],
  ['housing_grade', (chance) => oneOf(['A', 'B', 'C', 'D', ''], chance)],
  // As long as a row of the report, which has room for twice the text.
  ['village', () => 'Upper Stone Bridge'.repeat(6)],
  ['risk', (chance) => oneOf(['no', 'yes'], chance)],
]

let pack: Pack
beforeAll(async () => {
  pack = await shippedPack('cn-2020')
})

/** A file of so many rows that are plain, and a compiled pack that counts the records that are judged from JavaScript. */
async function judged(rows: readonly string[], repeated: readonly string[] | null) {
  const path = join(folderOf({}), 'a.csv')
  writeFileSync(path, `${['household_id', ...COLUMNS.map(([name]) => name)].join(',')}\n${rows.join('\n')}\n`)
  const opened = await openByteFile(path, PLAIN_READING, Readable.from([]))
  const compiled = compilePack(pack)
  if (opened === null || 'refused' in compiled) throw new Error('a file and a pack that are plain')
  const count = { one: 0, all: 0, rulings: 0, held: 0 }
  const counting: CompiledPack = {
    ...compiled,
    judgeKind(...what) {
      count.one += 1
      return compiled.judgeKind(...what)
    },
    rulingOf(words) {
      count.rulings += 1
      return compiled.rulingOf(words)
    },
  }
  const keys = new Uint32Array(3 * (repeated?.length ?? 0))
  for (const [at, id] of (repeated ?? []).entries()) {
    const bytes = Buffer.from(id)
    keyOf(bytes, 0, bytes.length, keys, 3 * at)
  }
  const told = { doubts: new Map(), repeated: repeated && keys, judges: true, writes: true, size: 1 << 14 }
  const run = { file: opened.file, assume: new Map(), asOf: null, only: null, ...told }
  let text = ''
  for await (const step of judgeHere(counting, run).steps) {
    if (step.kind === 'not-plain') throw new Error('a plain file')
    if (step.kind === 'count') continue
    count.all += step.result.ledger.assessed
    count.held += step.result.holds.length
    text += Buffer.from(step.output).toString('utf8')
    step.release()
  }
  return { ...count, text }
}

const rowsWith = (ids: readonly string[], seed: number): string[] => {
  const chance = chanceFrom(seed)
  return ids.map((id) => [id, ...COLUMNS.map(([, cell]) => cell(chance))].join(','))
}

const idsUpTo = (count: number) => Array.from({ length: count }, (_, at) => `H-${100_000 + at}`)

describe('the run over plain rows', () => {
  it('does all but what is new without leaving WebAssembly', async () => {
    const { one, all, rulings } = await judged(rowsWith(idsUpTo(20_000), 1), null)
    expect(all).toBe(20_000)
    expect(one).toBe(0)
    // A ruling is made, or looked up, for what is met for the first time.
    expect(rulings).toBeGreaterThan(50)
    expect(rulings).toBeLessThan(2000)
  })

  it('comes back for a cell that is not plain, and goes on behind it', async () => {
    const rows = rowsWith(idsUpTo(5000), 2).map((row, at) =>
      at % 500 === 7 ? row.replace(/,\d+,/, ',-9,') : row,
    )
    const { one, all } = await judged(rows, null)
    expect(all).toBe(5000)
    expect(one).toBe(10)
  })

  it('leaves to others the ids that are repeated, and hardly any more', async () => {
    const repeated = idsUpTo(20_000).filter((_, at) => at % 1000 === 3)
    const { one, all, held } = await judged(rowsWith(idsUpTo(20_000), 3), repeated)
    expect(held).toBe(repeated.length)
    expect(all).toBe(20_000 - repeated.length)
    expect(one).toBeLessThan(20)
  })

  it('writes the same rows whatever stood in the chunks before', async () => {
    const rows = rowsWith(idsUpTo(4000), 4)
    const linesOf = (text: string) => text.trimEnd().split('\n')
    const withoutLine = (line: string) => line.replace(/,\d+,$/, '')
    const together = linesOf((await judged(rows, null)).text).map(withoutLine)
    const apart: string[] = []
    for (let from = 0; from < rows.length; from += 500)
      apart.push(...linesOf((await judged(rows.slice(from, from + 500), null)).text).map(withoutLine))
    expect(apart).toEqual(together)
  })

  it('goes on where a long row has made the memory larger, which puts it elsewhere', async () => {
    const rows = rowsWith(idsUpTo(3000), 5)
    const grown = [...rows]
    for (const at of [100, 1000, 2000])
      grown[at] = (rows[at] ?? '').replace(
        /(?:UpperStoneBridge|Upper Stone Bridge)+/,
        'Bridge'.repeat(at * 400),
      )
    const [before, after] = [await judged(rows, null), await judged(grown, null)]
    expect(after.text).toBe(before.text)
    expect(after.all).toBe(3000)
  })

  it.each([1, 2])(
    'learns of columns and ids what the normal reader learns where the memory has grown, in %i threads',
    async (threads) => {
      const rows = rowsWith(idsUpTo(1200), 6).map((row, at) => {
        if (at === 300 || at === 700) return row.replace('Upper', 'Bridge'.repeat(at * 400))
        return at % 10 === 5 ? row.replace(/,\d+\.\d\d,/, ',999999,') : row
      })
      const header = ['household_id', ...COLUMNS.map(([name]) => name)].join(',')
      const last = rows.splice(700, 1)
      const folder = folderOf({ 'a.csv': `${[header, ...rows, ...last].join('\n')}\n` })
      const asked = { files: ['a.csv'], output: 'out.csv', format: 'csv' } as const
      const expected = await assessHere(folder, pack, asked, null)
      const found = await assessHere(folder, pack, asked, { threads, size: 4096 })
      sameRun(expected, found, 'a file with long rows')
      expect(found.byBytes).toBe(true)
      expect(`${expected.out}${expected.err}`).toContain('999999')
    },
  )
})

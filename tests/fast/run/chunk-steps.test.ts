import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLog } from '../../../src/base/diagnostic.js'
import { compilePack } from '../../../src/compile/compile.js'
import type { FileRun } from '../../../src/fast/outcome/file-run.js'
import type { Tally } from '../../../src/fast/outcome/tally.js'
import { openByteFile } from '../../../src/fast/read/byte-file.js'
import { type ChunkStep, judgeHere } from '../../../src/fast/run/chunk-steps.js'
import { columnsOf, type Pack } from '../../../src/lang/pack.js'
import type { CellCounts } from '../../../src/survey/doubts/cell-counts.js'
import { collectDoubts } from '../../../src/survey/doubts/column-doubts.js'
import { PLAIN_READING } from '../../../src/survey/files/data-file.js'
import { chanceFrom, oneOf } from '../../engine/random/chance.js'
import { holdsAsync } from '../../engine/random/runs.js'
import { folderOf } from '../../survey/files/open.js'
import { shippedPack } from '../read/packs.js'
import { randomForm, randomTable, writtenAs } from '../read/surveys.js'
import { assessHere } from './assess-here.js'

type Doubts = FileRun['doubts']

/** Everything that the chunks of a file came to, joined; without doubts they are found, as a first pass does. */
async function joined(pack: Pack, path: string, size: number, often: number, doubts: Doubts = null) {
  const opened = await openByteFile(path, PLAIN_READING, Readable.from([]))
  const compiled = compilePack(pack, often)
  if (opened === null || 'refused' in compiled) throw new Error('a file and a pack that are plain')
  const { file } = opened
  const run: FileRun = {
    ...{ file, assume: new Map(), asOf: null, only: null, doubts, repeated: null },
    ...{ judges: true, writes: true, size },
  }
  const log = createLog()
  const seen = collectDoubts()
  const see = (columns: ReadonlyMap<string, CellCounts> | undefined) => {
    for (const [name, counts] of columns ?? []) {
      const declaration = columnsOf(pack).get(name)
      if (declaration !== undefined) seen.add(name, declaration, counts)
    }
  }
  const all = {
    output: '',
    rejects: '',
    rows: 0,
    lines: 0,
    bytes: 0,
    failedChecks: 0,
    compiled: 0,
    chunks: 0,
  }
  const asOf: unknown[] = []
  const listed: number[] = []
  const tallies: Tally[] = []
  for (const step of judgeHere(compiled, run).steps as Iterable<ChunkStep>) {
    if (step.kind === 'not-plain') throw new Error('a file that is no plain CSV')
    if (step.kind === 'count') {
      tallies.push(step.count.tally)
      asOf.push(step.count.asOf)
      see(step.count.columns)
      continue
    }
    const { result, output } = step
    all.output += Buffer.from(output).toString('utf8')
    for (const key of ['rejects', 'rows', 'lines', 'bytes', 'failedChecks'] as const)
      Object.assign(all, { [key]: (all[key] as number) + (result[key] as number) })
    all.compiled += result.engine.compiled
    all.chunks += 1
    listed.push(...result.listed.map(({ line }) => line))
    log.merge(result.found)
    see(result.learned?.columns)
  }
  const { chunks, compiled: judged, ...same } = all
  return {
    ...{ chunks, judged, start: file.start, doubts: seen.found() },
    same: {
      ...same,
      asOf,
      listed: listed.slice(0, 10),
      found: log.list(),
      tallies,
    },
  }
}

/** Few enough gaps and odd cells that many records are of one kind. */
const DIRTS = [
  { gaps: 0, cells: 0, ids: 0, rows: 0, columns: 0 },
  { gaps: 2, cells: 300, ids: 60, rows: 60, columns: 0 },
]

describe('the rows of a file, judged in chunks', () => {
  it('come to the same in chunks of any size, with functions for each kind of record and without', async () => {
    const packs = await Promise.all(['cn-2020', 'cn-guizhou-2011', 'cn-village-exit'].map(shippedPack))
    let judged = 0
    await holdsAsync(
      fc.asyncProperty(fc.nat(1_000_000), fc.constantFrom(...packs), async (seed, pack) => {
        const chance = chanceFrom(seed)
        const table = randomTable(pack, 60 + chance(60), 'ascending', oneOf(DIRTS, chance), chance)
        const folder = folderOf({ 'a.csv': writtenAs(table, randomForm(chance), chance) })
        const path = join(folder, 'a.csv')
        const whole = await joined(pack, path, 1 << 18, Number.POSITIVE_INFINITY)
        expect(whole.chunks).toBe(1)
        expect(whole.start + whole.same.bytes).toBe(readFileSync(path).length)
        for (const often of [1, 10]) {
          const size = oneOf([1, 2, 7, 64, 1000], chance)
          const parts = await joined(pack, path, size, often)
          expect(parts.same, `${path} ${JSON.stringify({ size, often, pack: pack.id })}`).toEqual(whole.same)
          judged += parts.judged
        }
      }),
      8,
    )
    expect(judged).toBeGreaterThan(500)
  })

  it('come to what the interpreter says when one kind of record has come often', async () => {
    const pack = await shippedPack('cn-2020')
    const chance = chanceFrom(11)
    const dirt = { gaps: 1, cells: 500, ids: 0, rows: 0, columns: 0 }
    const text = writtenAs(randomTable(pack, 500, 'ascending', dirt, chance), randomForm(chance), chance)
    const folder = folderOf({ 'a.csv': text })
    const asked = { files: ['a.csv'], output: 'out.csv' }
    const { written } = await assessHere(folder, pack, asked, null)
    const { doubts } = await joined(pack, join(folder, 'a.csv'), 3000, 20)
    const { same } = await joined(pack, join(folder, 'a.csv'), 3000, 20, doubts)
    expect(written['out.csv']?.replace(/^.*\n/, '')).toBe(same.output)
  })
})

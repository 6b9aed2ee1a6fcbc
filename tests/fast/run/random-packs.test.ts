import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf, type Pack } from '../../../src/lang/pack.js'
import { type CaseRecord, knownText } from '../../../src/lang/record.js'
import { type Chance, chanceFrom, oneOf } from '../../engine/random/chance.js'
import { randomCase } from '../../engine/random/records.js'
import { holdsAsync } from '../../engine/random/runs.js'
import { folderOf } from '../../survey/files/open.js'
import { assessHere, sameRun } from './assess-here.js'

/** All of a file at once. */
const WHOLE = { threads: 1, size: 1 << 18 }

/** A fact as a cell; a gap is blank, or something that does not read. */
function cellOf(record: CaseRecord, name: string, gaps: number, chance: Chance): string {
  const fact = record.facts.get(name)
  if (fact === undefined || chance(100) < gaps) return ''
  if (fact.kind === 'known') return knownText(fact.value)
  return fact.reason === 'invalid' ? '?' : fact.reason === 'suspect' ? '1.234' : ''
}

/** Records as rows of a CSV file, each some times with more and more gaps. */
function csvOf(pack: Pack, records: readonly CaseRecord[], chance: Chance): string {
  const id = pack.record.id
  const isThere = (name: string) =>
    records.some((record) => {
      const fact = record.facts.get(name)
      return fact?.kind === 'known' || (fact?.kind === 'gap' && fact.reason !== 'absent')
    })
  const names = [...columnsOf(pack).keys()].filter((name) => name !== id && isThere(name))
  const rows = [0, 0, 15, 30, 50].flatMap((gaps, round) =>
    records.map((record) => [
      chance(12) === 0 ? 'h1' : `h${round}-${record.id}`,
      ...names.map((name) => cellOf(record, name, gaps, chance)),
    ]),
  )
  return [[id, ...names], ...rows].map((cells) => cells.join(',')).join('\n')
}

describe('random surveys under random packs', () => {
  it('come to what the interpreter says of what the normal reader reads', async () => {
    const count = { byBytes: 0, inThreads: 0, compiled: 0, interpreted: 0, open: 0 }
    await holdsAsync(
      fc.asyncProperty(randomCase, fc.nat(1_000_000), async ({ pack: drawn, records, asOf }, seed) => {
        // Checks hand over half of all records, so every other pack has none.
        const pack = seed % 2 === 0 ? drawn : { ...drawn, checks: [] }
        const chance = chanceFrom(seed)
        const text = csvOf(pack, records, chance)
        const folder = folderOf({ 'a.csv': text })
        const output = oneOf(['out.csv', 'out.csv', null], chance)
        const asked = { files: ['a.csv'], output, format: 'csv', asOf, rejects: 'rejects.csv' } as const
        const expected = await assessHere(folder, pack, asked, null)
        const size = oneOf([1, 64, 200, 1000], chance)
        const threads = chance(5) === 0 ? 2 : 1
        const ways = chance(3) === 0 ? [{ threads, size }, WHOLE] : [{ threads, size }]
        for (const way of ways) {
          const found = await assessHere(folder, pack, asked, way)
          sameRun(expected, found, `${JSON.stringify({ ...asked, ...way })}\n${text}\n`)
          count.byBytes += found.byBytes ? 1 : 0
          count.inThreads += found.byBytes && way.threads > 1 ? 1 : 0
          count.compiled += found.compiled
          count.interpreted += found.interpreted
        }
        count.open += (expected.written['out.csv'] ?? expected.out).split(',verify,').length - 1
      }),
      10,
    )
    expect(count.byBytes).toBeGreaterThan(7)
    expect(count.inThreads).toBeGreaterThan(0)
    expect(count.compiled).toBeGreaterThan(40)
    expect(count.compiled).toBeGreaterThan(count.interpreted / 2)
    expect(count.open).toBeGreaterThan(15)
  })
})

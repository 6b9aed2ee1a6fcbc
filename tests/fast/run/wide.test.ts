import { describe, expect, it } from 'vitest'
import type { Pack } from '../../../src/lang/pack.js'
import { type Chance, oneOf } from '../../engine/random/chance.js'
import { smallPack } from '../../engine/small.js'
import { folderOf } from '../../survey/files/open.js'
import { holds } from '../../survey/fuzz/runs.js'
import { randomForm, randomTable, writtenAs } from '../read/surveys.js'
import { assessHere, sameRun } from './assess-here.js'

/** Twenty codes with more spellings than are known at once, short ones, long ones, and such as begin alike. */
const CODES = Object.fromEntries(
  Array.from({ length: 20 }, (_, at) => [
    `code${at}`,
    {
      title: `Code ${at}`,
      aliases: [`${at + 1}`, `代码${at}`, `alias that is long ${at}`, `alias16bytes-${100 + at}`],
    },
  ]),
)

/** Kinds of facts, each with a condition that reads it. */
const KINDS: readonly ((name: string) => readonly [object, string])[] = [
  (name) => [{ type: 'money', unit: 'CNY', min: 0, step: 0.01 }, `${name} >= line`],
  (name) => [{ type: 'money', unit: 'CNY', min: -500, max: 99_999.5, step: 0.5 }, `${name} > line`],
  (name) => [{ type: 'count', unit: 'person', min: 1 }, `${name} > few`],
  (name) => [{ type: 'number', unit: 'minute', min: 0, step: 0.0001 }, `${name} <= minutes`],
  (name) => [{ type: 'yes_no' }, name],
  (name) => [{ type: 'code', codes: CODES }, `${name} = "code3" or ${name} = "code17"`],
  (name) => [{ type: 'yes_no' }, `not(${name})`],
]

const value = (unit: string, value: number) => ({ unit, values: [{ from: '2014-01-01', value }] })

/** A pack of so many facts, which are of all kinds in turn; some are read by no criterion. */
function widePack(count: number, chance: Chance): Pack {
  const facts = Array.from({ length: count }, (_, at) => {
    const name = `f${at}`
    const [declared, met] = oneOf(KINDS, chance)(name)
    return { name, declared, met }
  })
  const read = facts.filter((_, at) => at === 0 || chance(5) > 0)
  return smallPack({
    date: true,
    parameters: { line: value('CNY', 4000), few: value('person', 2), minutes: value('minute', 20) },
    facts: Object.fromEntries(facts.map(({ name, declared }) => [name, { ...declared }])),
    criteria: Object.fromEntries(read.map(({ name, met }) => [`c_${name}`, met])),
  })
}

/** Around the numbers of columns that are looked at in one go. */
const WIDTHS = [1, 2, 29, 30, 31, 32, 33, 61, 62, 63, 95]

describe('a pack of many facts', () => {
  it('is judged from bytes as the interpreter judges it', async () => {
    let at = 0
    let compiled = 0
    let interpreted = 0
    await holds(async (chance) => {
      const pack = widePack(WIDTHS[at++ % WIDTHS.length] ?? 1, chance)
      const dirt = {
        gaps: oneOf([0, 3], chance),
        cells: oneOf([0, 30, 100], chance),
        ids: 0,
        rows: 0,
        columns: 0,
      }
      const text = writtenAs(randomTable(pack, 15, 'ascending', dirt, chance), randomForm(chance), chance)
      const folder = folderOf({ 'a.csv': text })
      const asked = { files: ['a.csv'], output: 'out.csv' }
      const expected = await assessHere(folder, pack, asked, null)
      const found = await assessHere(folder, pack, asked, {
        threads: 1,
        size: oneOf([1, 500, 1 << 18], chance),
      })
      sameRun(expected, found, folder)
      expect(found.byBytes).toBe(true)
      compiled += found.compiled
      interpreted += found.interpreted
    }, WIDTHS.length)
    expect(compiled).toBeGreaterThan(interpreted)
  })
})

import { expect, it } from 'vitest'
import { chanceFrom } from '../../engine/random/chance.js'
import { smallPack } from '../../engine/small.js'
import { folderOf } from '../../survey/files/open.js'
import { assessHere, sameRun } from './assess-here.js'

const NAMES = Array.from({ length: 12 }, (_, at) => `f${at}`)

/** One household in so many is of a kind that comes again and again; the others hardly ever come to the same twice. */
const USUAL_IN = 8

it('more outcomes than are held at a time are counted as the interpreter counts them', async () => {
  const pack = smallPack({
    facts: Object.fromEntries([...NAMES, 'never_there'].map((name) => [name, { type: 'yes_no' }])),
    criteria: Object.fromEntries(
      NAMES.map((name, at) => [`c_${name}`, at === 3 ? `${name} and never_there` : name]),
    ),
  })
  const chance = chanceFrom(11)
  const cell = () => ['yes', 'no', ''][chance(3)]
  const rows = Array.from({ length: 20_000 }, (_, at) => {
    const cells = chance(USUAL_IN) === 0 ? NAMES.map(() => 'yes') : NAMES.map(cell)
    return [`H${at + 10_000}`, ...cells].join()
  })
  const id = pack.record.id
  const folder = folderOf({ 'a.csv': `${[[id, ...NAMES].join(), ...rows].join('\n')}\n` })
  const asked = { files: ['a.csv'], output: 'out.csv', reports: ['markdown=all.md'] }
  const expected = await assessHere(folder, pack, asked, null)
  const found = await assessHere(folder, pack, asked, { threads: 1, size: 1 << 16 })
  sameRun(expected, found, folder)
  expect(found.byBytes).toBe(true)
  const outcomes = new Set(
    (found.written['out.csv'] ?? '').split('\n').map((row) => row.split(',').slice(1, -3).join()),
  )
  expect(outcomes.size).toBeGreaterThan(12_288)
})

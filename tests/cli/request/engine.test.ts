import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { withoutEngine } from '../engine.js'
import { households, manyHouseholds, scratch } from '../run.js'
import { runHere } from '../run-here.js'

const DANYANG = readFileSync(fileURLToPath(new URL('../../../fixtures/danyang.csv', import.meta.url)), 'utf8')

/** So many that the compiled engine takes over where none is asked for. */
const SOME = `${DANYANG.split('\n').slice(0, 200).join('\n')}\n`

/** One of each that goes another way: decided, open, a check that fires, sources that conflict, a number too long for its slot. */
const EACH = households(
  { household_id: 'A' },
  { household_id: 'B', net_income: '', registration_status: '?' },
  { household_id: 'C', insured_members: '5' },
  { household_id: 'D', net_income: '0.123456789' },
)

const FORMATS = ['table', 'json', 'ndjson', 'csv', 'markdown', 'html']
const EVERY_REPORT = FORMATS.flatMap((format) => ['--report', `${format}=${format}.out`])

describe('tpa assess --engine', () => {
  test('every report of both engines has the same bytes, but for what says which engine judged', () => {
    for (const rows of [SOME, EACH]) {
      const results = [['--engine', 'interpret'], ['--engine', 'compiled'], []].map((engine) => {
        const { tpa, read } = scratch({ 'a.csv': rows })
        const { code, err } = tpa(['assess', 'a.csv', '-o', 'x.csv', ...EVERY_REPORT, ...engine])
        expect(code).toBe(0)
        return [err, ...FORMATS.map((format) => read(`${format}.out`))].map(withoutEngine)
      })
      // One by one and as a yes or no, because the difference of long lines is slow to print and tells little.
      for (const index of ['stderr', ...FORMATS].keys())
        expect(new Set(results.map((texts) => texts[index])).size, ['stderr', ...FORMATS][index]).toBe(1)
    }
  })

  test('counts who judged, last in JSON and on the ledger line', () => {
    const { tpa } = scratch({ 'a.csv': EACH })
    const run = (engine: string) => tpa(['assess', 'a.csv', '--engine', engine, '-f', 'json'])
    const compiled = run('compiled')
    expect(Object.entries(JSON.parse(compiled.out)).at(-1)).toEqual([
      'engine',
      { compiled: 2, interpreted: 2 },
    ])
    expect(compiled.err).toMatch(/not interviews 0; compiled 2, interpreted 2\n$/)
    expect(JSON.parse(run('interpret').out).engine).toEqual({ compiled: 0, interpreted: 4 })
  })

  test('says nothing of engines where none is asked for, however many records there are', () => {
    const { tpa } = scratch({ 'a.csv': manyHouseholds(100) })
    const { out, err } = tpa(['assess', 'a.csv', '-f', 'json'])
    expect(JSON.parse(out)).not.toHaveProperty('engine')
    expect(err).toMatch(/not interviews 0\n$/)
  })
})

describe.each([
  ['diff', ['cn-2020', 'cn-guizhou-monitoring', 'a.csv'], ['table', 'json', 'markdown', 'csv', 'html']],
  ['test', ['cn-village-exit', '--mutate'], ['table', 'json', 'markdown', 'junit', 'github']],
])('tpa %s --engine', (command, args, formats) => {
  const run = (engine: string, format: string) =>
    runHere(scratch({ 'a.csv': SOME }).folder, [command, ...args, '-f', format, '--engine', engine])

  test('every report of both engines has the same bytes, but for what says which engine judged', async () => {
    const said = async (engine: string, format: string) => {
      const { code, out, err } = await run(engine, format)
      return { code, out: withoutEngine(out), err: withoutEngine(err) }
    }
    for (const format of formats)
      expect(await said('compiled', format)).toEqual(await said('interpret', format))
  })

  test('counts who judged, last in JSON', async () => {
    const last = async (engine: string) => Object.entries(JSON.parse((await run(engine, 'json')).out)).at(-1)
    const [interpreted, compiled] = [await last('interpret'), await last('compiled')]
    expect(interpreted).toEqual(['engine', { compiled: 0, interpreted: expect.any(Number) }])
    expect(compiled).toEqual(['engine', { compiled: expect.any(Number), interpreted: expect.any(Number) }])
    expect(compiled?.[1]).not.toMatchObject({ compiled: 0 })
  })
})

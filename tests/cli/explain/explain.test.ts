import { describe, expect, test } from 'vitest'
import { households, scratch } from '../run.js'

const FILE = households(
  { household_id: 'A' },
  { household_id: 'B', net_income: '', registration_status: 'registered' },
  { household_id: 'C', net_income: '15k' },
  { household_id: 'D' },
  { household_id: 'D', net_income: '1' },
)

describe('tpa explain', () => {
  test('says the decision, what is missing and what would settle it', async () => {
    const { code, out } = await scratch({ 'a.csv': FILE }).here(['explain', 'a.csv', '--id', 'B'])
    expect(code).toBe(0)
    expect(out).toMatch(
      /^B comes to verify \(needs a person\): exit or retain; needs net income\.\na\.csv:3, /,
    )
    expect(out).toMatch(/\n {2}net_income ≥ 8000\.01: exit, else retain\n$/)
  })

  test('tells of the cells of that record only', async () => {
    const { here } = scratch({ 'a.csv': FILE })
    expect((await here(['explain', 'a.csv', '--id', 'A'])).err).toBe('')
    expect((await here(['explain', 'a.csv', '--id', 'C'])).err).toContain(
      'a.csv:4 net_income  warning[invalid-number]',
    )
  })

  test('says that a record is held', async () => {
    const { code, out } = await scratch({ 'a.csv': FILE }).here(['explain', 'a.csv', '--id', 'D'])
    expect(out).toBe(
      'D is held and not decided: the household stands 2 times with different answers (lines 5 and 6). Keep one row of it.\n',
    )
    expect(code).toBe(0)
  })

  test('writes JSON and Markdown', async () => {
    const { here } = scratch({ 'a.csv': FILE })
    expect(
      JSON.parse((await here(['explain', 'a.csv', '--id', 'B', '-f', 'json'])).out).settlers[0].fact,
    ).toBe('net_income')
    expect((await here(['explain', 'a.csv', '--id', 'B', '-f', 'markdown'])).out).toMatch(
      /^# B comes to verify/,
    )
  })
})

describe('tpa explain --record', () => {
  test.each(['json', 'ndjson'])('finds every record of a whole %s the same', async (format) => {
    const { here } = scratch({ 'a.csv': FILE })
    await here(['assess', 'a.csv', '-o', `a.${format}`])
    for (const id of ['A', 'B', 'C']) {
      const { code, out } = await here(['explain', '--record', `a.${format}`, '--id', id])
      expect({ code, out }).toEqual({
        code: 0,
        out: `${id}: the same, recomputed from its own facts under cn-2020@1.1.0\n`,
      })
    }
  })

  test('takes one record alone, an explanation, and stdin', () => {
    const { tpa, write } = scratch({ 'a.csv': FILE })
    const one = tpa(['assess', 'a.csv', '-f', 'ndjson']).out.split('\n')[0] ?? ''
    write('one.json', one)
    write('explained.json', tpa(['explain', 'a.csv', '--id', 'B', '-f', 'json']).out)
    expect(tpa(['explain', '--record', 'one.json']).code).toBe(0)
    expect(tpa(['explain', '--record', 'explained.json']).code).toBe(0)
    expect(tpa(['explain', '--record', '-'], { input: one }).code).toBe(0)
  })

  test('a date that was asked for stays', async () => {
    const { here } = scratch({ 'a.csv': FILE })
    await here(['assess', 'a.csv', '-o', 'a.json', '--as-of', '2014-06-01'])
    expect(await here(['explain', '--record', 'a.json', '--id', 'A'])).toMatchObject({ code: 0 })
  })

  test('lists what differs, and ends with 1', async () => {
    const { here, write } = scratch({ 'a.csv': FILE })
    const { out } = await here(['assess', 'a.csv', '-f', 'json'])
    write('a.json', out.replaceAll('"net_income":9000,', '"net_income":7999.99,'))
    const run = await here(['explain', '--record', 'a.json', '--id', 'A'])
    expect(run.code).toBe(1)
    expect(run.out).toMatch(/^A: 10 members differ, recomputed from its own facts under cn-2020@/)
    expect(run.out).toMatch(/^decision +"not_eligible" +"register"$/m)
    expect(run.out).toMatch(/^verdict of income +"met" +"unmet"$/m)
    const json = JSON.parse((await here(['explain', '--record', 'a.json', '--id', 'A', '-f', 'json'])).out)
    expect(json).toMatchObject({ schema: 'tpa/recompute@1', household_id: 'A', same: false })
  })

  test('of another version of the pack says so', async () => {
    const { here, write } = scratch({ 'a.csv': FILE })
    const { out } = await here(['assess', 'a.csv', '-f', 'json'])
    write('a.json', out.replace(/"hash":"[0-9a-f]+"/, '"hash":"00"'))
    const { out: json } = await here(['explain', '--record', 'a.json', '--id', 'A', '-f', 'json'])
    expect(JSON.parse(json).differences).toMatchObject([{ member: 'pack.hash', stored: '"00"' }])
  })

  test.each([
    ['{"a":1}', [], 'there is no stored household in it'],
    ['{"households":[', [], 'malformed JSON'],
    ['', [], 'malformed JSON'],
    ['WHOLE', [], 'it holds 3 households'],
    ['WHOLE', ['--id', 'Z'], 'no household in it has the id `Z`'],
    [
      'WHOLE',
      ['--id', 'A', '--rules', 'cn-village-exit'],
      'it was stored under the pack `cn-2020`, and this is `cn-village-exit`',
    ],
  ])('%j with %j cannot be recomputed', async (text, args, message) => {
    const { here, write } = scratch({ 'a.csv': FILE })
    write('a.json', text === 'WHOLE' ? (await here(['assess', 'a.csv', '-f', 'json'])).out : text)
    const { code, out, err } = await here(['explain', '--record', 'a.json', ...args])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
  })
})

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
      /^The decision for B is verify \(needs a person\): exit or retain; needs net income\.\na\.csv:3, /,
    )
    expect(out.slice(out.indexOf('What would settle it')).replace(/\s+/g, ' ')).toBe(
      'What would settle it net_income ≤ 0.00: retain, net_income from 0.01 to 19.99: verify, net_income from 20.00 to 8000.00: retain, net_income ≥ 8000.01: exit ',
    )
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
      'D is held and not decided: the household occurs 2 times with different answers (lines 5 and 6). Keep one row of it.\n',
    )
    expect(code).toBe(0)
  })

  test('writes JSON and Markdown', async () => {
    const { here } = scratch({ 'a.csv': FILE })
    expect(
      JSON.parse((await here(['explain', 'a.csv', '--id', 'B', '-f', 'json'])).out).settlers[0].fact,
    ).toBe('net_income')
    expect((await here(['explain', 'a.csv', '--id', 'B', '-f', 'markdown'])).out).toMatch(
      /^# The decision for B is verify/,
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

  /** Both versions, where those that made the stored result are others. */
  const VERSIONS =
    /^(.+): stored by tpa (\S+) under (cn-2020@\S+(?: \(\w+\))?), judged now by tpa 0\.1\.0 under (cn-2020@\S+(?: \(\w+\))?)$/m
  type Replaced = readonly [from: string | RegExp, to: string]
  const TPA: Replaced = ['"tpa":"0.1.0"', '"tpa":"0.0.9"']
  const VERSION: Replaced = [/"version":"1.1.0","hash":"[0-9a-f]+"/, '"version":"1.0.0","hash":"00"']
  const HASH: Replaced = [/"hash":"[0-9a-f]+"/, '"hash":"00"']
  const REASONS: Replaced = ['"reasons":[]', '"reasons":["water"]']
  const DECISION: Replaced = ['"decision":"not_eligible"', '"decision":"register"']
  test.each([
    ['another tpa, nothing differs', [TPA], null],
    ['the same tpa and pack, reasons differ', [REASONS], null],
    [
      'another tpa, reasons differ',
      [TPA, REASONS],
      ['the decision is the same, its reasons differ', '0.0.9', 'cn-2020@1.1.0', 'cn-2020@1.1.0'],
    ],
    [
      'another pack, reasons differ',
      [VERSION, REASONS],
      ['the decision is the same, its reasons differ', '0.1.0', 'cn-2020@1.0.0', 'cn-2020@1.1.0'],
    ],
    [
      'another pack, nothing else differs',
      [VERSION],
      ['decision and reasons are the same', '0.1.0', 'cn-2020@1.0.0', 'cn-2020@1.1.0'],
    ],
    [
      'another pack of one version',
      [HASH],
      [
        'decision and reasons are the same',
        '0.1.0',
        'cn-2020@1.1.0 (00)',
        expect.stringMatching(/^cn-2020@1\.1\.0 \([0-9a-f]{8}\)$/),
      ],
    ],
    [
      'both others, the decision differs',
      [TPA, VERSION, DECISION, REASONS],
      ['the decision differs', '0.0.9', 'cn-2020@1.0.0', 'cn-2020@1.1.0'],
    ],
  ] as const)('names the versions that made it: %s', async (_, replaced, said) => {
    const { here, write } = scratch({ 'a.csv': FILE })
    let { out } = await here(['assess', 'a.csv', '-f', 'json'])
    for (const [from, to] of replaced) out = out.replace(from, to)
    write('a.json', out)
    for (const format of ['table', 'markdown']) {
      const run = await here(['explain', '--record', 'a.json', '--id', 'A', '-f', format])
      expect(VERSIONS.exec(run.out)?.slice(1) ?? null).toEqual(said)
    }
    const json = JSON.parse((await here(['explain', '--record', 'a.json', '--id', 'A', '-f', 'json'])).out)
    const { tpa, pack } = JSON.parse(out)
    expect(json.stored_by).toEqual({ tpa, pack })
    expect(json.same).toBe(replaced.length === 1 && replaced[0] === TPA)
  })

  test('of another version of the pack lists the hash; one record alone does not say which version made it', async () => {
    const { here, write } = scratch({ 'a.csv': FILE })
    const { out } = await here(['assess', 'a.csv', '-f', 'json'])
    write('a.json', out.replace(...HASH))
    const { out: json } = await here(['explain', '--record', 'a.json', '--id', 'A', '-f', 'json'])
    expect(JSON.parse(json).differences).toMatchObject([{ member: 'pack.hash', stored: '"00"' }])
    write('one.json', JSON.stringify(JSON.parse(out).households[0]).replace(...REASONS))
    const alone = await here(['explain', '--record', 'one.json', '-f', 'json'])
    expect(JSON.parse(alone.out)).toMatchObject({ same: false, stored_by: null })
    expect((await here(['explain', '--record', 'one.json'])).out).not.toContain('stored by')
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

import { describe, expect, test } from 'vitest'
import { withoutEngine } from '../engine.js'
import { scratch } from '../run.js'

const HEADER = 'village_id,survey_date,贫困人口数,rural_persons,region'
const villages = (...cells: readonly string[]) =>
  `${[HEADER, ...cells.map((cell, at) => `V${at + 1},2020-08-19,${cell},2000,west`)].join('\n')}\n`

const CELLS = ['55..63', '58..60', '61..', '..60', '60', '63..55', '']
const RULES = ['-r', 'cn-village-exit']

interface VillageJson {
  readonly id: string
  readonly decision: string
  readonly needs: readonly string[]
  readonly facts: { readonly poor_persons: unknown }
  readonly outputs: { readonly incidence_rate: unknown }
}

describe('villages with ranges of poor persons', () => {
  const few = () => scratch({ 'villages.csv': villages(...CELLS) })

  test('leave the list where every number in the range passes: 3 of 100 is the limit of the west', async () => {
    const { out, err } = await few().here(['assess', 'villages.csv', ...RULES, '-f', 'json'])
    const records = JSON.parse(out).villages as VillageJson[]
    expect(
      records.map(({ decision, needs, facts, outputs }) => [
        decision,
        needs.join(),
        facts.poor_persons,
        outputs.incidence_rate,
      ]),
    ).toEqual([
      ['verify', 'poor_persons', { min: 55, max: 63 }, { min: 0.0275, max: 0.0315 }],
      ['exit', '', { min: 58, max: 60 }, { min: 0.029, max: 0.03 }],
      ['remain', '', { min: 61, max: null }, { min: 0.0305, max: null }],
      ['exit', '', { min: null, max: 60 }, { min: 0, max: 0.03 }],
      ['exit', '', 60, 0.03],
      ['verify', 'poor_persons', { gap: 'invalid' }, { min: 0, max: null }],
      ['verify', 'poor_persons', { gap: 'blank' }, { min: 0, max: null }],
    ])
    expect(err).toContain('the first end of the range `63..55` is greater than the second')
  })

  test.each(['json', 'ndjson'])('are judged again from %s as they were', async (format) => {
    const { here } = few()
    await here(['assess', 'villages.csv', ...RULES, '-o', `v.${format}`])
    for (const at of CELLS.keys()) {
      const { code, out } = await here(['explain', ...RULES, '--record', `v.${format}`, '--id', `V${at + 1}`])
      expect([code, out]).toEqual([
        0,
        `V${at + 1}: the same, recomputed from its own facts under cn-village-exit@1.0.0\n`,
      ])
    }
  })

  test.each([
    [
      'en',
      'from 55 to 63 against 60 persons',
      'line 2, 贫困人口数',
      'poor_persons: poor persons, from 55 to 63\n',
    ],
    ['zh', '55 至 63，对照 60 人', '第 2 行，贫困人口数', 'poor_persons：贫困人口数，55 至 63\n'],
  ])('are explained in %s with the range and its cell', async (lang, ...said) => {
    const { out } = await few().here([
      'explain',
      'villages.csv',
      ...RULES,
      '--lang',
      lang,
      '--id',
      'V1',
      '-f',
      'markdown',
    ])
    for (const words of said) expect(out.replaceAll('\\', '')).toContain(words)
  })

  test('are told with the ends of the range in the long CSV', async () => {
    const { out } = await few().here(['assess', 'villages.csv', ...RULES, '-f', 'csv', '--long'])
    expect(out.split('\n')[1]).toMatch(
      /^V1,,incidence,unknown,55\.\.63,60,person,,.*,range,贫困人口数,villages\.csv,2$/,
    )
  })

  test('come out alike by both engines and in any number of threads', async () => {
    const many = Array.from({ length: 300 }, (_, at) => CELLS[(at * at) % CELLS.length] ?? '')
    const { here } = scratch({ 'many.csv': villages(...many) })
    const run = async (...args: string[]) => {
      const { out, err } = await here(['assess', 'many.csv', ...RULES, ...args])
      return withoutEngine(out + err)
    }
    for (const format of ['csv', 'json']) {
      const expected = await run('-f', format, '--engine', 'interpret')
      expect(await run('-f', format, '--engine', 'compiled')).toBe(expected)
      expect(await run('-f', format)).toBe(expected)
      expect(await run('-f', format, '--threads', '2')).toBe(expected)
    }
  })
})

test('a case of a village without ranges keeps its id', async () => {
  const { here } = scratch({ 'v.csv': villages('60') })
  const { out } = await here(['assess', 'v.csv', ...RULES, '-f', 'json'])
  expect(JSON.parse(out).villages[0].id).toBe('10d52eb4b6e0a54e')
})

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { ASSESS_FORMATS } from '../../src/report/assess/formats.js'
import { CHECK_FORMATS } from '../../src/report/check/formats.js'
import { DIFF_FORMATS } from '../../src/report/diff/formats.js'
import { EXPLAIN_FORMATS } from '../../src/report/explain/formats.js'
import { INSPECT_FORMATS } from '../../src/report/inspect/formats.js'
import { TEST_FORMATS } from '../../src/report/test/formats.js'
import { VALIDATE_FORMATS } from '../../src/report/validate/formats.js'
import { withoutEngine } from './engine.js'
import { households, scratch } from './run.js'

const RULES = fileURLToPath(new URL('../../rules', import.meta.url))

/** More bytes than the fast way of files asks for, or few. */
const SIZES = { small: 7, large: 280 }
/** More cases than the interpreter judges before the compiled engine is worth its start, or few. */
const CASES = { small: 7, large: 700 }
const LEAST_BYTES = 1 << 17

/** Households with ids of one length, some poor, some that need a person, and one cell in seven that does not read. */
const rows = (count: number) =>
  [...Array(count).keys()].map((n) => ({
    household_id: idOf(n),
    net_income: ['9000', '5000', ''][n % 3] ?? '',
    water_minutes: n % 7 === 6 ? '15 min' : '5',
    village: 'Danyang by the river '.repeat(20).trim(),
  }))

const idOf = (n: number) => `HH-${String(n).padStart(6, '0')}`

const survey = (count: number) => households(...rows(count))

/** A stricter pack beside the shipped one: more households are poor. */
const pack = (id: string) => readFileSync(`${RULES}/${id}/pack.yaml`, 'utf8')
const STRICTER = pack('cn-2020').replace('value: 4000', 'value: 4600')

function folder(count: number) {
  const files = { 'survey.csv': survey(count), 'stricter/pack.yaml': STRICTER }
  return scratch({ ...files, 'stricter/tests/cases.yaml': cases(count) })
}

/** As many cases as there are households. */
const cases = (count: number) => `cases:\n${[...Array(count).keys()].map(caseText).join('')}`
const caseText = (n: number) =>
  `  - name: ${idOf(n)}\n    given: { household_size: 2, net_income: ${9000 + n} }\n    expect: { verdicts: { income: ${n < 200 ? 'unmet' : 'met'} } }\n`

const idsIn = (text: string) => new Set(text.match(/HH-\d{6}/g))

/** Every format of a command that judges, with a small and a large input. */
const judged = (formats: object, sizes = SIZES) =>
  Object.keys(formats).flatMap((format) =>
    (['small', 'large'] as const).map((size) => [format, size, sizes[size]] as const),
  )

test('the large file is one that the fast way takes', () => {
  expect(Buffer.byteLength(survey(SIZES.large))).toBeGreaterThan(LEAST_BYTES)
  expect(Buffer.byteLength(survey(SIZES.small))).toBeLessThan(LEAST_BYTES)
})

describe('assess', () => {
  test.each(judged(ASSESS_FORMATS))('%s of a %s file loses no household', async (format, _, count) => {
    const { here } = folder(count)
    const usual = await here(['assess', 'survey.csv', '-f', format])
    expect(usual.code).toBe(0)
    // A format that names each of more than forty households names all of many; the others show the first of them.
    const listsAll =
      count < 40 || idsIn((await folder(50).here(['assess', 'survey.csv', '-f', format])).out).size === 50
    if (listsAll) expect(idsIn(usual.out).size).toBe(count)
    else expect(usual.out).toContain(count.toLocaleString('en-US'))
    const plain = await here(['assess', 'survey.csv', '-f', format, '--engine', 'interpret'])
    expect(withoutEngine(plain.out)).toBe(withoutEngine(usual.out))
  })
})

describe('validate', () => {
  test.each(judged(VALIDATE_FORMATS))('%s of a %s file counts every fault', async (format, _, count) => {
    const { out, code } = await folder(count).here(['validate', 'survey.csv', '-f', format])
    expect(code).toBe(0)
    const faults = Math.floor(count / 7)
    const lines = out.split('\n').filter((line) => line.includes('15 min')).length
    expect(lines === faults || out.includes(String(faults))).toBe(true)
    expect(out).toContain('15 min')
  })
})

describe('explain', () => {
  test.each(judged(EXPLAIN_FORMATS))('%s finds the last household of a %s file', async (format, _, count) => {
    const id = idOf(count - 1)
    const { out, code } = await folder(count).here(['explain', 'survey.csv', '--id', id, '-f', format])
    expect(code).toBe(0)
    expect(out).toContain(id)
    expect(out).toContain('income')
  })
})

describe('inspect', () => {
  test.each(judged(INSPECT_FORMATS))('%s counts the rows of a %s file', async (format, _, count) => {
    const { out, code } = await folder(count).here(['inspect', 'survey.csv', '-f', format])
    expect(code).toBe(0)
    expect(out.replaceAll(',', '')).toContain(String(count))
    expect(out).toContain('household_id')
  })
})

describe('check', () => {
  test.each(Object.keys(CHECK_FORMATS))('%s of one pack, and of all', async (format) => {
    const { here } = folder(1)
    const one = await here(['check', 'cn-village-exit', '-f', format])
    const all = await here(['check', '-f', format])
    expect([one.code, all.code]).toEqual([0, 0])
    expect(one.out).toContain('cn-village-exit')
    for (const id of ['cn-2020', 'cn-2020-income-first', 'cn-guizhou-2011', 'cn-village-exit'])
      expect(all.out).toContain(id)
  })
})

describe('test', () => {
  test.each(judged(TEST_FORMATS, CASES))('%s of a %s suite counts every case', async (format, _, count) => {
    const { here } = folder(count)
    const usual = await here(['test', 'stricter', '-f', format])
    expect(usual.code).toBe(0)
    const named = idsIn(usual.out).size
    expect(named === count || usual.out.includes(String(count))).toBe(true)
    const plain = await here(['test', 'stricter', '-f', format, '--engine', 'interpret'])
    expect(withoutEngine(plain.out)).toBe(withoutEngine(usual.out))
  })
})

describe('diff', () => {
  test.each(judged(DIFF_FORMATS))('%s of a %s file counts who moves', async (format, _, count) => {
    const { here } = folder(count)
    const usual = await here(['diff', 'cn-2020', 'stricter', 'survey.csv', '-f', format])
    expect(usual.code).toBe(0)
    expect(usual.out).not.toBe('')
    const plain = await here([
      'diff',
      'cn-2020',
      'stricter',
      'survey.csv',
      '-f',
      format,
      '--engine',
      'interpret',
    ])
    expect(withoutEngine(plain.out)).toBe(withoutEngine(usual.out))
  })
})

import { describe, expect, test } from 'vitest'
import { columnsOf } from '../../src/lang/pack.js'
import { fingerprintOf } from '../../src/survey/records/facts.js'
import { factsText, faultsOfText, membersOf, readText, recordsOf } from './read.js'
import { samplePack } from './sample-pack.js'

const FACTS = {
  household_size: '3..5',
  wage_income: '1000..',
  income_per_capita: '-5.5..2',
  water_minutes: '..20',
  id_count: '7',
}

const CSV = `household_id,${Object.keys(FACTS).join(',')}
H1,3 .. 5,1000..,-5.50..2.00,..20,7..7
`

const YAML = `- household_id: H1
  household_size: { min: 3, max: 5 }
  wage_income: 1000..
  income_per_capita: { max: 2.00, min: "-5.50" }
  water_minutes: { max: 20 }
  id_count: { min: 7, max: 7.0 }
`

const RECORD =
  '{"household_id": "H1", "household_size": {"min": 3, "max": 5}, "wage_income": {"min": 1e3, "max": null}, "income_per_capita": "-5.50 .. 2", "water_minutes": {"min": null, "max": 20}, "id_count": {"min": 7, "max": 7}}'

describe('a range is read alike', () => {
  test.each([
    ['a.csv', CSV],
    ['a.tsv', CSV.replaceAll(',', '\t')],
    ['a.yaml', YAML],
    ['a.json', `[${RECORD}]`],
    ['answer.json', `{"count": 1, "results": [${RECORD}]}`],
    ['a.ndjson', `${RECORD}\n`],
  ])('in %s', async (name, text) => {
    const reading = await readText(name, text)
    const [record] = recordsOf(reading)
    expect(record && factsText(record)).toMatchObject(FACTS)
    expect(reading.diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([])
  })

  test('of members too', async () => {
    const reading = await readText(
      'a.yaml',
      'household_id: H1\nmembers: [{ age: 5..7 }, { age: { min: 16, max: } }]\n',
    )
    const [record] = recordsOf(reading)
    expect(record && membersOf(record)).toMatchObject([{ age: '5..7' }, { age: '16..' }])
  })
})

describe('a mapping that is no range does not read', () => {
  test.each([
    ['{ min: 3, max: 5, mean: 4 }', 'invalid-cell'],
    ['{ from: 3, to: 5 }', 'invalid-cell'],
    ['{ min: [3], max: 5 }', 'invalid-cell'],
    ['{}', 'invalid-cell'],
    ['{ min: , max: }', 'invalid-number'],
    ['{ min: 5, max: 3 }', 'invalid-number'],
    ['{ min: 1..2, max: 3 }', 'invalid-number'],
    ['{ min: -3, max: 3 }', 'out-of-range'],
  ])('%s', async (written, code) => {
    const reading = await readText('a.yaml', `household_id: H1\nwage_income: ${written}\n`)
    expect(
      reading.diagnostics.filter(({ severity }) => severity !== 'note').map((each) => each.code),
    ).toEqual([code])
    const [record] = recordsOf(reading)
    expect(record && factsText(record)).toMatchObject({ wage_income: 'gap invalid' })
  })

  test.each(['survey_date', 'risk', 'village', 'housing_grade'])('for %s', async (fact) => {
    expect(columnsOf(samplePack).has(fact)).toBe(true)
    const reading = await readText('a.yaml', `household_id: H1\n${fact}: { min: 1, max: 2 }\n`)
    expect(reading.diagnostics.map(({ code }) => code)).toContain('invalid-cell')
  })
})

test('nothing can be assumed as a range', async () => {
  const faults = await faultsOfText('a.csv', 'household_id\nH1\n', {
    assume: new Map([['wage_income', '5..7']]),
  })
  expect(faults.map(({ code }) => code)).toEqual(['bad-assume'])
})

test('records that share an id and say other ranges are not the same', async () => {
  const rows = ['5..7', '5 .. 7.0', '5..8', '5..', '..7', '5', ''].map(
    (cell) => `household_id,wage_income\nH1,${cell}\n`,
  )
  const prints = await Promise.all(
    rows.map(async (text) => {
      const [record] = recordsOf(await readText('a.csv', text))
      return record === undefined ? '' : fingerprintOf(record)
    }),
  )
  expect(prints[1]).toBe(prints[0])
  expect(new Set(prints).size).toBe(rows.length - 1)
})

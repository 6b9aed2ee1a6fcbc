import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { didYouMean, nearestWords } from '../../src/base/suggest.js'

const FACTS = [
  'household_size',
  'household_id',
  'wage_income',
  'net_income',
  'water_minutes',
  'risk',
  '家庭人口',
  '人均纯收入',
]

describe('a mistyped name brings the name that was meant', () => {
  test.each([
    ['household_sise', 'household_size'],
    ['houshold_size', 'household_size'],
    ['wage_incmoe', 'wage_income'],
    ['Wage Income', 'wage_income'],
    ['wage-income', 'wage_income'],
    ['ＷＡＧＥ＿ＩＮＣＯＭＥ', 'wage_income'],
    ['water_minute', 'water_minutes'],
    ['riks', 'risk'],
    ['家庭人数', '家庭人口'],
    ['人均纯収入', '人均纯收入'],
  ])('%s: %s', (word, meant) => {
    expect(nearestWords(word, FACTS)[0]).toBe(meant)
  })

  test.each(['', 'x', 'zzzz', 'remarks', 'village_leader', '备注'])('%j is like none of them', (word) => {
    expect(nearestWords(word, FACTS)).toEqual([])
    expect(didYouMean(word, FACTS)).toBeUndefined()
  })

  test('one slip in a name of five letters or more is found', () => {
    const letters = fc.stringMatching(/^[a-z]{5,20}$/)
    const slip = fc.constantFrom('drop', 'double', 'replace')
    fc.assert(
      fc.property(letters, fc.nat(), slip, (name, place, kind) => {
        const at = place % name.length
        const typed = { drop: '', double: name.charAt(at).repeat(2), replace: '_' }[kind]
        expect(nearestWords(name.slice(0, at) + typed + name.slice(at + 1), [name])).toEqual([name])
      }),
    )
  })
})

test('the list is the same whatever the order of the candidates, and has no name twice', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...FACTS, ...FACTS], { minLength: 16 }), (candidates) => {
      expect(nearestWords('household_sze', candidates)).toEqual(['household_size', 'household_id'])
    }),
  )
})

test('nearest first, equally near ones by code unit, and only as many as asked for', () => {
  const candidates = ['incomd', 'incomb', 'income', 'incoma', 'incomc']
  expect(nearestWords('incomx', candidates)).toEqual(['incoma', 'incomb', 'incomc'])
  expect(nearestWords('income', candidates, 1)).toEqual(['income'])
  expect(didYouMean('incomx', ['incomb', 'incoma'])).toBe('did you mean `incoma` or `incomb`?')
})

test('a cell of megabytes as a name costs nothing', () => {
  expect(nearestWords('x'.repeat(5_000_000), FACTS)).toEqual([])
})

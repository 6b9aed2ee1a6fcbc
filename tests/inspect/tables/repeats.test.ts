import { describe, expect, it } from 'vitest'
import { repeatsIn } from '../../../src/inspect/tables/repeats.js'

const wide = (...stems: readonly string[]) => stems.flatMap((stem) => [1, 2, 3].map((n) => `${stem}_${n}`))

describe('columns that repeat for one member after another', () => {
  it.each([
    ['plain names', wide('age', 'sex'), ['age_{n}', 'sex_{n}']],
    ['a name that ends in a number', wide('age', 'completed_grade_9'), ['age_{n}', 'completed_grade_9_{n}']],
    ['choices that run as the members do', wide('age', 'q12'), ['age_{n}']],
    ['brackets', ['m[1]/age', 'm[2]/age', 'm[1]/grade_9'], ['m[{n}]/age', 'm[{n}]/grade_9']],
    ['repeats inside repeats', [...wide('age'), ...wide('ill_1', 'ill_2')], ['age_{n}']],
    ['a repeat inside one that is cut short', [...wide('age'), ...wide('ill_1'), 'ill_2_1'], ['age_{n}']],
    ['choices of a question with a number', [...wide('age'), 'q12_1', 'q12_3'], ['age_{n}']],
    ['choices beside their question', [...wide('age'), 'q12', ...wide('q12')], ['age_{n}']],
    ['choices with other numbers than the members', [...wide('age'), 'q12_1', 'q12_2'], ['age_{n}']],
    ['choices alone', wide('q12'), []],
    ['two rounds of a question', ['income_2019', 'income_2020'], []],
  ])('%s', (_, headers, patterns) => {
    expect(repeatsIn(headers).map(({ pattern }) => pattern)).toEqual(patterns)
  })
})

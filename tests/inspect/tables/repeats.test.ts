import { describe, expect, it } from 'vitest'
import { repeatsIn } from '../../../src/inspect/tables/repeats.js'
import { inspectedText, PACK } from '../inspected.js'

/** Each pattern with 1, 2 and 3. */
const filled = (...patterns: readonly string[]) =>
  [1, 2, 3].flatMap((n) => patterns.map((pattern) => pattern.replace('{n}', `${n}`)))

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
    [
      'no sign before the number',
      filled('name{n}', 'age{n}', 'insured{n}'),
      ['name{n}', 'age{n}', 'insured{n}'],
    ],
    ['Chinese names', filled('姓名{n}', '年龄{n}', '关系{n}'), ['姓名{n}', '年龄{n}', '关系{n}']],
    ['a blank or a point before the number', filled('age {n}', 'sex.{n}'), ['age {n}', 'sex.{n}']],
    [
      'the number behind a word for persons',
      filled('member{n}_age', 'member{n}_job'),
      ['member{n}_age', 'member{n}_job'],
    ],
    ['the number inside Chinese', filled('成员{n}姓名', '成员{n}年龄'), ['成员{n}姓名', '成员{n}年龄']],
    ['questions without a sign', filled('q{n}', 'income{n}'), []],
    ['parts of a key', ['HH1', 'HH2', 'net_income'], []],
    ['rounds', filled('wave{n}_age', 'visit{n}_age'), []],
    ['one age that has a number', ['age1', 'sex'], []],
    ['numbers that miss the first', ['age2', 'age3'], []],
    ['columns that a program has told apart', ['age', 'age.1', 'age.2'], []],
    ['two rounds of a question', ['income_2019', 'income_2020'], []],
  ])('%s', (_, headers, patterns) => {
    expect(repeatsIn(headers, PACK.memberFacts).map(({ pattern }) => pattern)).toEqual(patterns)
  })
})

it.each([
  ['name{n}', 'age{n}'],
  ['姓名{n}', '年龄{n}'],
  ['member{n}_name', 'member{n}_age'],
])('%s and %s are the members of a proposed mapping', async (name, age) => {
  const { mapping } = await inspectedText(
    `household_id,household_size,${filled(name, age).join(',')}\nH1,2,a,40,b,38,,\nH2,1,c,30,,,,\nH3,3,d,30,e,9,f,2\n`,
  )
  expect(mapping).toContain(`    age: "${age}"`)
})

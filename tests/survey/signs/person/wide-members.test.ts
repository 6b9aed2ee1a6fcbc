import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { repeatsIn } from '../../../../src/survey/signs/person/wide-members.js'
import { runHere } from '../../../cli/run-here.js'
import { inspectedText, PACK } from '../../../inspect/inspected.js'
import { folderOf } from '../../files/open.js'

/** A header with the number behind a dollar sign. */
const dollar = (name: string) => [name, '{n}'].join('$')

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
    ['occurrences of CSPro', filled('AGE({n})', 'SEX({n})'), ['AGE({n})', 'SEX({n})']],
    [
      'occurrences behind a dollar sign',
      filled(dollar('AGE'), dollar('SEX')),
      [dollar('AGE'), dollar('SEX')],
    ],
    ['zeros before the number', ['AGE_01', 'AGE_02', 'SEX_01', 'SEX_02'], ['AGE_{n}', 'SEX_{n}']],
    [
      'ten with zeros before the others',
      Array.from({ length: 10 }, (_, at) => `AGE_${String(at + 1).padStart(2, '0')}`),
      ['AGE_{n}'],
    ],
    ['rows of a table of LimeSurvey', filled('m[{n}_age]', 'm[{n}_job]'), ['m[{n}_age]', 'm[{n}_job]']],
    ['rows under codes', filled('m[SQ00{n}_age]', 'm[SQ00{n}_sex]'), ['m[SQ{n}_age]', 'm[SQ{n}_sex]']],
    ['members in the columns of it', filled('m[age_{n}]', 'm[sex_SQ{n}]'), ['m[age_{n}]', 'm[sex_SQ{n}]']],
    ['subquestions of LimeSurvey', filled('age[SQ00{n}]', 'job[SQ00{n}]'), ['age[SQ{n}]', 'job[SQ{n}]']],
    ['loops of Qualtrics', filled('{n}_age', '{n}_sex', '{n}_Q5'), ['{n}_age', '{n}_sex', '{n}_Q5']],
    ['loops as R writes them', filled('X{n}_age', 'X{n}_sex'), ['X{n}_age', 'X{n}_sex']],
    [
      'members in brackets, wide or narrow',
      ['年龄（成员1）', '年龄(成员2)', '性别（成员1）', '性别（成员2）'],
      ['年龄(成员{n})', '性别(成员{n})'],
    ],
    ...[
      ['成员{n}的年龄', '成员{n}的性别'],
      ['第{n}位成员年龄', '第{n}位成员性别'],
      ['第{n}位家庭成员的年龄', '第{n}位家庭成员的性别'],
      ['第{n}个成员：年龄', '第{n}个成员：性别'],
      ['家庭成员{n}-年龄', '家庭成员{n}-性别'],
      ['成员{n}(年龄)', '成员{n}(性别)'],
      ['年龄-成员{n}', '性别-成员{n}'],
      ['年龄(第{n}位成员)', '性别(第{n}位成员)'],
      ['年龄 [成员{n}]', '性别 [成员{n}]'],
      ['Age [Member {n}]', 'Sex [Member {n}]'],
      ['age_member_{n}', 'sex_member_{n}'],
      ['Age of member {n}', 'Sex of member {n}'],
      ['Member {n}: Age', 'Member {n}: Sex'],
      ['member_{n}_age', 'member_{n}_completed_grade_9'],
    ].map((patterns): [string, string[], string[]] => [
      patterns[0] ?? '',
      filled(...patterns),
      patterns.map((each) => each.normalize('NFKC')),
    ]),
    ...[
      ['成员{n}年龄', ['成员一年龄', '成员二年龄']],
      ['第{n}位成员的年龄', ['第一位成员的年龄', '第2位成员的年龄', '第三位成员的年龄']],
    ].map(([pattern, headers]): [string, string[], string[]] => [
      `${pattern} in characters`,
      [...(headers ?? [])],
      [`${pattern}`],
    ]),
    [
      'numbers of questions',
      ['3、成员1年龄', '4、成员1性别？', '7、成员2年龄（必填）', '8、成员2性别？'],
      ['成员{n}年龄', '成员{n}性别'],
    ],
    [
      'codes and words of LimeSurvey',
      ['age[SQ001]. How old? [1]', 'age[SQ002]. How old? [2]', 'm[1_sex]. Sex? [1]', 'm[2_sex]. Sex? [2]'],
      ['age[SQ{n}]', 'm[{n}_sex]'],
    ],
    ['numbers of questions alone', ['1、年龄', '2、年龄', '1.age', '2.age', 'Q1. age', 'Q2. age'], []],
    ['one occurrence alone', ['1_income', 'AGE(1)', '年龄（成员1）', 'age[SQ001]', 'm[1_age]'], []],
    ['occurrences of anything else', filled('CROP({n})', dollar('plot'), '{n}_income', 'crops[SQ00{n}]'), []],
    ['a loop of animals that have ages', filled('{n}_animal', '{n}_age', '{n}_insured'), []],
    ['questions about ages', filled('q{n}_age'), []],
    [
      'years before and behind',
      ['2019_age', '2020_age', 'age(2019)', 'age(2020)', 'age_2019', 'age[2020]'],
      [],
    ],
    ['years beside members', ['1_age', '2_age', '2020_age', 'age_2019'], ['{n}_age']],
    ['times', filled('第{n}次年龄', '第{n}季度收入', '第{n}年年龄'), []],
    ['numbers in brackets that are questions', filled('收入（{n}）', '支出（{n}）'), []],
    ['one number written in two ways', ['age_1', 'age_01', 'age_2'], []],
  ])('%s', (_, headers, patterns) => {
    expect(repeatsIn(headers, PACK.memberFacts).map(({ pattern }) => pattern)).toEqual(patterns)
  })
})

it.each([
  [['AGE', ...filled('AGE({n})', 'SEX({n})')], 'AGE'],
  [['age', 'net_income', ...filled('{n}_age', '{n}_net_income')], 'age'],
  [['net_income', ...filled('{n}_age', '{n}_net_income')], null],
  [['姓名', '年龄', ...filled('成员{n}姓名', '成员{n}年龄', '成员{n}职业')], '姓名'],
])('%j: %s says of a person the same without a number', (headers, plain) => {
  const found = repeatsIn(headers, PACK.memberFacts)
  expect(found.length).toBeGreaterThan(1)
  for (const each of found) expect(each.plain).toBe(plain)
})

it.each([
  ['AGE', 'AGE({n})'],
  ['年龄', '成员{n}年龄'],
])('%s beside %s: nothing is read until a person says whose it is', async (plain, pattern) => {
  const { mapping } = await inspectedText(
    `household_id,household_size,${[plain, ...filled(pattern)].join(',')}\nH1,3,40,38,9,\nH2,1,30,,,\nH3,4,30,29,9,2\n`,
  )
  expect(mapping).toContain(`    # age: "${pattern}"`)
  expect(mapping).not.toContain(`    age: `)
  expect(mapping).toContain(`but \`${plain}\` stands beside them without a number`)
})

it.each([
  ['name{n}', 'age{n}'],
  ['NAME({n})', 'AGE({n})'],
  [dollar('NAME'), dollar('AGE')],
  ['m[{n}_name]', 'm[{n}_age]'],
  ['name[SQ{n}]', 'age[SQ{n}]'],
  ['{n}_name', '{n}_age'],
  ['姓名(成员{n})', '年龄(成员{n})'],
  ['成员{n}的姓名', '成员{n}的年龄'],
  ['第{n}位成员姓名', '第{n}位成员年龄'],
  ['姓名{n}', '年龄{n}'],
  ['member{n}_name', 'member{n}_age'],
])('%s and %s are the members of a proposed mapping', async (name, age) => {
  const { mapping } = await inspectedText(
    `household_id,household_size,${filled(name, age).join(',')}\nH1,2,a,40,b,38,,\nH2,1,c,30,,,,\nH3,3,d,30,e,9,f,2\n`,
  )
  expect(mapping).toContain(`    age: "${age}"`)
})

const wideFile = (header: string, cells: string) =>
  folderOf({
    'wide.csv': `household_id,household_size,net_income,${header}\nH1,2,9000,${cells}\nH2,1,8000,${cells.replace(/,[^,]*$/, ',')}\n`,
  })

describe('a file without a mapping', () => {
  it.each([
    ['age_1,age_2', '40,9', 'members: { age: "age_{n}" }'],
    ['AGE(1),AGE(2)', '40,9', 'members: { age: "AGE({n})" }'],
    ['m[SQ001_age],m[SQ002_age]', '40,9', 'members: { age: "m[SQ{n}_age]" }'],
    ['成员1的年龄,成员2的年龄', '40,9', 'members: { age: "成员{n}的年龄" }'],
  ])('%s are told as members, with the line that reads them', async (header, cells, line) => {
    const folder = wideFile(header, cells)
    const { err } = await runHere(folder, ['assess', 'wide.csv', '-f', 'json'])
    expect(err).toMatch(/warning\[near-column\] +`.*` seem to be members beside each other/)
    expect(err).toContain(line)
    writeFileSync(
      join(folder, 'm.yaml'),
      `mapping: 1\nhouseholds:\n  key: household_id\n  match: names\n  ${line}\n`,
    )
    expect(await agesIn(folder, ['-m', 'm.yaml'])).toEqual([[40, 9], [40]])
  })

  it.each([
    ['AGE,AGE(1),AGE(2)', '40,9,8'],
    ['1_animal,2_animal,1_age,2_age', 'cow,hen,4,1'],
    ['animal_1,animal_2,age_1,age_2', 'cow,hen,4,1'],
    ['2019_age,2020_age', '40,41'],
    ['1_income,q1_age', '40,41'],
  ])('%s are not', async (header, cells) => {
    const { err } = await runHere(wideFile(header, cells), ['assess', 'wide.csv', '-f', 'json'])
    expect(err).not.toContain('beside each other')
  })
})

describe('a mapping that matches names', () => {
  const byNames = (folder: string) => {
    writeFileSync(
      join(folder, 'm.yaml'),
      'mapping: 1\nhouseholds: { file: wide.csv, key: household_id, match: names }\n',
    )
    return agesIn(folder, ['-m', 'm.yaml'])
  }

  it.each([
    ['age_1,age_2', '40,9', [[40, 9], [40]]],
    ['AGE$1,AGE$2', '40,9', [[40, 9], [40]]],
    ['1_age,2_age', '40,9', [[40, 9], [40]]],
    ['年龄（成员1）,年龄（成员2）', '40,9', [[40, 9], [40]]],
    ['AGE,AGE(1),AGE(2)', '38,40,9', [null, null]],
    ['animal_1,animal_2,age_1,age_2', 'cow,hen,4,1', [null, null]],
    ['age_0,age_1,age_2', '40,38,9', [null, null]],
    ['age_1,age_2,name_1,name_2', '40,NA,Wu,-', [[40], [40]]],
    ['年龄（成员1）,年龄（成员2）,年龄（羊1）,年龄（羊2）', '40,,2,1', [[40], [40]]],
    ['age_1,age_2,sex_of_calf_1,sex_of_calf_2', '40,,m,f', [null, null]],
  ])('reads the members of %s', async (header, cells, ages) => {
    expect(await byNames(wideFile(header, cells))).toEqual(ages)
  })

  it('reads those of a roster instead, where there is one', async () => {
    const folder = wideFile('age_1,age_2', '40,9')
    writeFileSync(join(folder, 'roster.csv'), 'household_id,age\nH1,50\nH1,51\nH2,52\n')
    writeFileSync(
      join(folder, 'm.yaml'),
      'mapping: 1\nhouseholds: { file: wide.csv, key: household_id, match: names }\nrosters: [{ file: roster.csv, key: household_id, match: names }]\n',
    )
    expect(await agesIn(folder, ['roster.csv', '-m', 'm.yaml'])).toEqual([[50, 51], [52]])
  })
})

/** The ages of the members of each household; `null` where they are not known. */
async function agesIn(folder: string, args: readonly string[]): Promise<(number[] | null)[]> {
  const { out } = await runHere(folder, ['assess', 'wide.csv', ...args, '-f', 'ndjson'])
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).facts.members)
    .map((members) =>
      Array.isArray(members) ? members.map(({ age }) => age).filter((age) => typeof age === 'number') : null,
    )
}

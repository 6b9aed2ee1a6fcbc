import { afterEach, describe, expect, it } from 'vitest'
import { speak } from '../../../src/base/say/say.js'
import { shippedIds } from '../../../src/cli/request/rules.js'
import { expressionWords } from '../../../src/report/pages/expression-words.js'
import { shippedPack } from '../../fast/read/packs.js'
import { edited, met, packOf } from '../../lang/small.js'

const plain = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")

/** Numbers stand in expressions by their names alone. */
const NUMBERS = `  near: { title: Near, unit: minute, values: [{ from: 2014-01-01, value: 5, source: paper, evidence: weak }] }
  few: { title: Few, unit: person, values: [{ from: 2014-01-01, value: 1, source: paper, evidence: weak }] }
  old: { title: Old, unit: year, values: [{ from: 2014-01-01, value: 60, source: paper, evidence: weak }] }
  much: { title: Much, unit: CNY/year, values: [{ from: 2014-01-01, value: 12345, source: paper, evidence: weak }] }
  rounding:`

function wordsOf(expression: string): string {
  const pack = packOf(edited(['  rounding:', NUMBERS, ...met(expression)]))
  const criterion = pack.criteria.find(({ id }) => id === 'water')
  if (criterion === undefined) throw new Error('the small pack has this criterion')
  return plain(expressionWords(pack, criterion.met).markup)
}

afterEach(() => speak('en'))

describe('an expression in words', () => {
  it.each([
    ['minutes <= round_trip and not(dry)', 'minutes is at most Longest round trip (20 minutes) and dry: no'],
    ['dry', 'dry: yes'],
    [
      'grade = "A" or dry and minutes < near',
      'grade is safe or dry: yes and minutes is less than Near (5 minutes)',
    ],
    [
      '(grade = "A" or dry) and minutes < near',
      '(grade is safe or dry: yes) and minutes is less than Near (5 minutes)',
    ],
    ['not(grade in ("A", "B"))', 'not (grade is safe or sound)'],
    ['grade != "C"', 'grade is not cracked'],
    [
      'minutes in [near..round_trip)',
      'minutes is from Near (5 minutes) to under Longest round trip (20 minutes)',
    ],
    [
      'minutes in (near..round_trip]',
      'minutes is from over Near (5 minutes) to Longest round trip (20 minutes)',
    ],
    ['not(minutes > near and dry)', 'not (minutes is more than Near (5 minutes) and dry: yes)'],
    [
      'wage_income - (transfer_income - much) >= 0',
      'Wages − (transfer_income − Much (12,345 CNY/year)) is at least 0',
    ],
    ['-rounded_income = much', '−rounded_income is Much (12,345 CNY/year)'],
    [
      'net_income >= poverty_line * household_size',
      'net_income is at least Poverty line (4,000 CNY/person/year) × household_size',
    ],
    [
      'if dry then minutes < near else minutes < round_trip',
      'if dry: yes: minutes is less than Near (5 minutes); otherwise: minutes is less than Longest round trip (20 minutes)',
    ],
    ['min(wage_income, transfer_income) > 0', 'the least of Wages and transfer_income is more than 0'],
    [
      'max(minutes, near) > round_trip',
      'the greatest of minutes and Near (5 minutes) is more than Longest round trip (20 minutes)',
    ],
    ['count(members) > few', 'the number of the members is more than Few (1 person)'],
    [
      'count(members[age >= old]) > 0',
      'the number of the members with [age is at least Old (60 years)] is more than 0',
    ],
    ['sum(members.pension) > 0', 'the sum of pension over the members is more than 0'],
    [
      'every m in members satisfies m.in_school or m.age > old',
      'for each of the members: in_school: yes or age is more than Old (60 years)',
    ],
    [
      'some m in members[age > old] satisfies not(m.in_school)',
      'for at least one of the members with [age is more than Old (60 years)]: in_school: no',
    ],
  ])('%s', (expression, words) => {
    expect(wordsOf(expression)).toBe(words)
  })

  it.each([
    ['minutes <= round_trip and not(dry)', 'minutes不高于 Longest round trip（20 分钟），且dry：否'],
    ['wage_income >= much', '工资不低于 Much（12,345 元/年）'],
    ['grade in ("A", "B")', 'grade为 safe或sound'],
    [
      'minutes in [near..round_trip)',
      'minutes在 Near（5 分钟）（含）至 Longest round trip（20 分钟）（不含）之间',
    ],
  ])('%s in Chinese', async (expression, words) => {
    await speak('zh')
    expect(wordsOf(expression)).toBe(words)
  })

  it('takes no text of a pack for a link or mark-up', () => {
    const pack = packOf(edited(['labels: { en: Wages,', 'labels: { en: "\u{E000}0\u{E001}<b>",']))
    const income = pack.derived.get('net_income')?.sources[1]
    if (income?.kind !== 'expression') throw new Error('the small pack has this source')
    expect(expressionWords(pack, income.expression).markup).toBe(
      '<a href="#fact-wage_income">0&lt;b&gt;</a> + <a href="#fact-transfer_income">transfer_income</a>',
    )
  })

  it.each(shippedIds())('%s: each criterion names what it reads', async (id) => {
    const pack = await shippedPack(id)
    for (const { met: expression } of pack.criteria)
      expect(expressionWords(pack, expression).markup).toMatch(
        /<a href="#(?:fact|member|value|parameter)-\w+">/,
      )
  })
})

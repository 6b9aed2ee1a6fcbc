import { describe, expect, it } from 'vitest'
import { loadPackText } from '../../../src/engine/load-pack.js'
import { combinationsOf } from '../../../src/testing/prove/combinations.js'
import { packNotes } from '../../../src/testing/prove/notes.js'

const PACK = `language: 1
pack: small
title: Small
version: 1.0.0
as_of: 2020-12-31
record: { name: household, id: household_id }
sources: { paper: { title: The paper, checked: 2020-06-01 } }
pillars: { income: Income }
parameters:
  line: { title: The line, unit: CNY, values: [{ from: 2014-01-01, value: 4000, source: paper, evidence: verified }] }
facts:
  household:
    household_id: { type: text }
    income: { type: money, unit: CNY, min: 0 }
    warm: { type: yes_no }
criteria:
  - { id: income, pillar: income, title: Income, reason: low, met: income >= line, source: paper, evidence: verified }
  - { id: warm, pillar: income, title: Warm, reason: cold, met: warm, source: paper, evidence: verified }
decisions:
  table:
    - { when: "any unmet of [income, warm]", then: poor, source: paper, evidence: verified }
    - { otherwise: fine, source: paper, evidence: verified }
`

function remarksOn(text: string, staleAfter: string | null = null) {
  const loaded = loadPackText('pack.yaml', text)
  if ('faults' in loaded) throw new Error(loaded.faults.map((fault) => fault.message).join('; '))
  return packNotes(loaded.pack, combinationsOf(loaded.pack), { staleAfter })
}

/** What stands under the caret. */
const underlined = (at: ReturnType<typeof remarksOn>[number]['at']) =>
  at !== null && 'text' in at ? at.text.slice(at.column - 1, at.column - 1 + at.length) : null

describe('a reader of a pack is told', () => {
  it('nothing where all is in order', () => {
    expect(remarksOn(PACK)).toEqual([])
    expect(remarksOn(PACK, '2014-01-01')).toEqual([])
  })

  const line = 'unit: CNY, values: [{ from: 2014-01-01, value: 4000, source: paper, evidence: verified }]'
  const dated = (from: string, value: number) =>
    `{ from: ${from}, value: ${value}, source: paper, evidence: verified }`
  const cases: ReadonlyArray<readonly [string, string, string, string, string]> = [
    [
      'of a criterion that is never unmet',
      PACK.replace('min: 0 }', 'min: 0 }\n    rent: { type: money, unit: CNY, min: 0 }').replace(
        'met: warm,',
        'met: warm or rent + line >= rent,',
      ),
      'one-sided-criterion',
      'warm',
      'criterion `warm` is never unmet among 30 candidates',
    ],
    [
      'of rows whose order decides',
      PACK.replace('any unmet of [income, warm]", then: poor', 'any unmet of [income]", then: poor').replace(
        '    - { otherwise',
        '    - { when: "any unmet of [warm]", then: cold, source: paper, evidence: verified }\n    - { otherwise',
      ),
      'overlapping-rows',
      '{ when: "any unmet of [warm]"',
      'the rows for `poor` and `cold` can hold together',
    ],
    [
      'of a parameter that nothing reads',
      PACK.replace('facts:\n', `  other: { title: Other, ${line} }\nfacts:\n`),
      'unused-name',
      'other',
      'parameter `other` is read by nothing',
    ],
    [
      'of a fact that nothing judges',
      PACK.replace('    warm:', '    grants: { type: money, unit: CNY }\n    warm:'),
      'unused-name',
      'grants',
      'fact `grants` is recorded and judged by nothing',
    ],
    [
      'of a derived value that nothing reads',
      PACK.replace(
        'criteria:\n',
        'derived:\n  double: { unit: CNY, sources: [income + income] }\ncriteria:\n',
      ),
      'unused-name',
      'double',
      'derived value `double` is read by nothing',
    ],
    [
      'of a source that nothing cites',
      PACK.replace('sources: { paper:', 'sources: { web: { title: The web }, paper:'),
      'unused-name',
      'web',
      'source `web` is cited by nothing',
    ],
    [
      'of a value that is over before anything reads it',
      PACK.replace(
        line,
        `unit: CNY, values: [${dated('2014-01-01', 3000)}, ${dated('2015-01-01', 4000)}]`,
      ).replace('met: income >= line,', 'met: income >= line, since: 2016-01-01,'),
      'idle-value',
      'line',
      'the value of `line` from 2014-01-01 never takes effect',
    ],
    [
      'of a value that repeats the one before',
      PACK.replace(line, `unit: CNY, values: [${dated('2014-01-01', 4000)}, ${dated('2015-01-01', 4000)}]`),
      'idle-value',
      'line',
      'the value of `line` from 2015-01-01 is the one before it',
    ],
    [
      'of a row that cites nothing',
      PACK.replace('otherwise: fine, source: paper, evidence: verified', 'otherwise: fine'),
      'missing-citation',
      '{ otherwise: fine',
      'the row for `fine` cites no source',
    ],
  ]
  for (const [name, text, code, at, message] of cases) {
    it(name, () => {
      const [remark, ...others] = remarksOn(text)
      expect(remark).toMatchObject({ code, message })
      expect(underlined(remark?.at ?? null)).toContain(at.replace('{ ', ''))
      expect(others).toEqual([])
    })
  }

  const told = (text: string, staleAfter: string, code: string) =>
    remarksOn(text, staleAfter).filter((each) => each.code === code)

  it.each([
    [PACK, '2020-06-01', []],
    [PACK, '2020-06-02', ['source `paper` was last checked on 2020-06-01']],
    [
      PACK.replace(', checked: 2020-06-01', ''),
      '2020-06-01',
      ['nobody says when source `paper` was last checked'],
    ],
  ])('of sources that were checked too long ago, or nobody says when', (text, staleAfter, messages) => {
    expect(told(text, staleAfter, 'stale-citation').map(({ message }) => message)).toEqual(messages)
  })

  const twice = PACK.replace(
    line,
    `unit: CNY, values: [${dated('2019-01-01', 5000)}, ${dated('2014-01-01', 4000)}]`,
  )
  const until = (to: string) => PACK.replace('from: 2014-01-01,', `from: 2014-01-01, to: ${to},`)
  const asOf = (day: string, text = twice) => text.replace('as_of: 2020-12-31', `as_of: ${day}`)
  it.each([
    ['begins the day before', PACK, '2014-01-02', '2014-01-01'],
    ['begins on that day', PACK, '2014-01-01', null],
    ['begins after that day', PACK, '2013-12-31', null],
    ['is not the first of the file', twice, '2019-01-02', '2019-01-01'],
    ['has an older one before it', twice, '2019-01-01', null],
    ['has an end', until('2020-12-31'), '2015-01-01', '2014-01-01 to 2020-12-31'],
    ['is over', until('2020-12-30'), '2015-01-01', '2014-01-01 to 2020-12-30'],
    ['is not yet in force on the day of the pack', asOf('2018-12-31'), '2018-01-01', '2014-01-01'],
    ['is in force on the day of the pack', asOf('2019-01-01'), '2018-01-01', null],
    [
      'is in force on the day asked for, when the day of the pack was long ago',
      asOf('2015-01-01'),
      '2018-01-01',
      null,
    ],
    [
      'is the only one, in a pack without a day',
      asOf('', PACK).replace('as_of: \n', ''),
      '2015-01-01',
      '2014-01-01',
    ],
    ['is none on the day of the pack', asOf('2013-12-31', PACK), '2013-01-01', null],
  ])(
    'of a parameter whose newest value %s: with --stale-after, if it is older',
    (_, text, staleAfter, days) => {
      const found = told(text, staleAfter, 'stale-parameter')
      expect(found.map(({ message }) => message)).toEqual(
        days === null ? [] : [`the newest value of parameter \`line\` is from ${days}`],
      )
      expect(found.map(({ at }) => underlined(at))).toEqual(days === null ? [] : [days.slice(0, 10)])
      expect(found.every(({ severity }) => severity === 'warning')).toBe(true)
    },
  )

  it('with a record that shows it, where one can', () => {
    const text = cases.find(([, , code]) => code === 'overlapping-rows')?.[1] ?? ''
    expect(remarksOn(text)[0]?.witness).toMatch(/^- household_id: candidate\n/)
  })
})

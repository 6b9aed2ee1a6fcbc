import { describe, expect, it } from 'vitest'
import { say } from '../../src/base/say/say.js'
import { caseId } from '../../src/engine/case-id.js'
import { explainCriterion } from '../../src/engine/explain/explain.js'
import { findingsOf } from '../../src/engine/explain/findings.js'
import { settlingFactsOf } from '../../src/engine/explain/settling-facts.js'
import { reasonInWords } from '../../src/engine/sentences.js'
import { assess, assessCells, type Cells, gap, smallPack, smallRecord } from './small.js'

const pack = smallPack({
  as_of: '2020-12-31',
  size: 'size',
  parameters: {
    line: { unit: 'CNY', min: 0, values: [{ from: '2014-01-01', value: 60 }] },
    few: { unit: 'CNY', min: 0, values: [{ from: '2014-01-01', value: 10 }] },
    grown: { unit: 'year', min: 0, values: [{ from: '2014-01-01', value: 18 }] },
  },
  facts: {
    wages: { type: 'money', unit: 'CNY', min: 0, step: 1 },
    gifts: { type: 'money', unit: 'CNY', min: 0, step: 1 },
  },
  member: { age: { type: 'number', unit: 'year', min: 0 } },
  derived: {
    size: { type: 'count', unit: 'person', min: 1, sources: ['given', 'count(members)'] },
    income: { type: 'money', unit: 'CNY', min: 0, sources: ['given', 'wages + gifts'] },
  },
  criteria: {
    rich: 'income >= line',
    adults: 'every m in members satisfies m.age >= grown',
  },
  decisions: {
    table: [{ when: 'any unmet of [rich]', then: 'poor' }, { otherwise: 'fine' }],
  },
  checks: [
    {
      id: 'odd',
      when: 'gifts < few and income >= line',
      gap: ['income'],
      severity: 'warning',
      message: 'odd',
    },
  ],
})

const sides = (cells: Cells, members?: readonly Cells[]) => {
  const { decision, needs, blocked } = assessCells(pack, cells, members)
  return [decision, ...needs, ...blocked.map((name) => `!${name}`)].join(' ')
}

describe('a range', () => {
  it.each<[string, string, string]>([
    // The threshold is 60; on it the criterion is met.
    ['55..59', '0', 'poor'],
    ['55..60', '0', 'verify wages'],
    ['60..61', '0', 'fine'],
    ['60..', '0', 'fine'],
    ['..59.99', '0', 'poor'],
    ['59..', '0', 'verify wages'],
    ['..60', '0', 'verify wages'],
    ['55..59', '1..4', 'verify income'],
    ['55..59', '0..0.99', 'poor'],
    ['30..35', '30..', 'fine'],
  ])('of %s and %s decides where every value in it does', (wages, gifts, expected) => {
    expect(sides({ wages, gifts })).toBe(expected)
  })

  it('of a derived value meets what its sources give', () => {
    expect(sides({ income: '58..70', wages: 50, gifts: '9..15' })).toBe('verify gifts')
    expect(sides({ income: '60..70', wages: 50, gifts: '5..15' })).toBe('fine')
    expect(sides({ income: '70..', wages: 10, gifts: '5..15' })).toBe('verify !income')
    const { diagnostics } = assessCells(pack, { income: '70..', wages: 10, gifts: '5..15' })
    expect(diagnostics.map(({ message, at }) => [message, at && 'field' in at ? at.field : ''])).toEqual([
      [
        '`income` is in conflict: its own column says 70 or more, `wages + gifts` gives 15 to 25',
        'income|wages|gifts',
      ],
    ])
  })

  it('is taken away by a check as a value is', () => {
    expect(sides({ income: '70..80', gifts: 5 })).toBe('verify income')
    expect(sides({ income: '70..80', gifts: '5..9' })).toBe('verify income')
    expect(sides({ income: '70..80', gifts: '5..15' })).toBe('fine')
  })

  it.each<[string, string, readonly number[]]>([
    ['1..2', 'met', [20, 20, 20]],
    ['4..9', 'unknown', [20, 20, 20]],
    ['..3', 'met', [20, 20, 20]],
    ['2..5', 'met', [20, 20, 20]],
    ['4..', 'unmet', [20, 20, 9]],
    ['..2', 'unknown', [20, 20, 9]],
  ])('of the size, %s, makes a roster %s only where no size in it is its length', (size, verdict, ages) => {
    const { verdicts, diagnostics } = assessCells(
      pack,
      { size },
      ages.map((age) => ({ age })),
    )
    expect(verdicts.get('adults')).toBe(verdict)
    const isWrong = !['..3', '2..5'].includes(size)
    expect(diagnostics.map(({ code }) => code)).toEqual(isWrong ? ['conflict'] : [])
  })

  it('of a member decides like one of the record', () => {
    const verdict = (age: string) => assessCells(pack, {}, [{ age }, { age: 30 }]).verdicts.get('adults')
    expect(['17..17.5', '17..18', '18..', gap('blank')].map((age) => verdict(age as string))).toEqual([
      'unmet',
      'unknown',
      'met',
      'unknown',
    ])
  })
})

describe('the id of a case with ranges', () => {
  const id = (wages: Cells[string]) => caseId(pack, smallRecord(pack, { wages }), null)
  it('depends on the range alone, and is none of a value or another gap', () => {
    expect(id('55.0..63')).toBe(id('055..63.00'))
    const all = ['55..63', '55..64', '55..', '..63', 55, 63, gap('range'), gap('blank')].map((each) =>
      id(each),
    )
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('what is told of a range', () => {
  const assessment = assess(pack, smallRecord(pack, { wages: '55..63', gifts: 0 }))
  it('is both ends, with its cell', () => {
    const [rich] = findingsOf(pack, assessment)
    const [because] = rich?.because ?? []
    if (because === undefined) throw new Error('a comparison keeps it open')
    expect(reasonInWords(because)).toBe('income >= line: from 55 to 63 against 60 CNY')
    expect(because).toMatchObject({ gap: 'range', gapField: 'wages', at: { line: 2, field: 'wages' } })
    const notes = JSON.stringify(explainCriterion(pack, assessment, 'rich'))
    expect(notes).toContain(`"note":${JSON.stringify(say('tree.line', { line: 2 }))}`)
  })

  it('is which of the values in it lead where', () => {
    expect(settlingFactsOf(pack, assessment)).toEqual([
      {
        fact: 'wages',
        answers: [
          { when: 'wages ≥ 60', leadsTo: 'fine' },
          { when: 'else', leadsTo: 'poor' },
        ],
      },
    ])
  })
})

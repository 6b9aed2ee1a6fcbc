import { describe, expect, it } from 'vitest'
import { assessCells, type Cells, gap, type SmallPack, smallPack } from './small.js'

const money = { type: 'money', unit: 'CNY', min: 0 }
const yesNo = { type: 'yes_no' }
const ABSENT = gap('absent')

const BASE = {
  as_of: '2020-12-31',
  parameters: {
    line: { unit: 'CNY', min: 0, values: [{ from: '2020-01-01', value: 100 }] },
    late: { unit: 'ratio', min: 0, values: [{ from: '2021-01-01', value: 1 }] },
    tolerance: { unit: 'CNY', min: 0, values: [{ from: '2020-01-01', value: 1 }] },
  },
  facts: { a: money, b: money, c: money, d: money, e: money, p: yesNo, q: yesNo, r: yesNo },
} satisfies Partial<SmallPack>

/** What is asked for where income with these sources has to reach the line. */
function askedFor(
  sources: readonly unknown[],
  cells: Cells,
): [needs: readonly string[], blocked: readonly string[]] {
  const pack = smallPack({
    ...BASE,
    derived: { income: { type: 'money', unit: 'CNY', min: 0, sources } },
    criteria: { income: 'income >= line' },
  })
  const { decision, needs, blocked } = assessCells(pack, cells)
  expect(decision).toBe('verify')
  return [needs, blocked]
}

describe('a derived value asks for the source that is easiest to complete', () => {
  it.each<[string, readonly unknown[], Cells, readonly string[]]>([
    ['the one with the fewest gaps', ['a + b + c', 'd + e'], {}, ['d', 'e']],
    ['what is known is no gap', ['a + b + c', 'd + e'], { a: 1, b: 2 }, ['c']],
    ['one in columns that the file has, though it has more gaps', ['a', 'b + c'], { a: ABSENT }, ['b', 'c']],
    ['one absent column is enough to go last', ['a + b', 'c + d + e'], { a: ABSENT }, ['c', 'd', 'e']],
    ['the one with the fewest gaps where all lack a column', ['a + b', 'c'], { a: ABSENT, c: ABSENT }, ['c']],
    ['one that nothing blocks, though it has more gaps', ['a * late', 'b + c'], { a: 1 }, ['b', 'c']],
    ['one that nothing blocks, though the file lacks its columns', ['a * late', 'b'], { b: ABSENT }, ['b']],
    ['of as many gaps, the one of which more is known', ['a', 'b + c'], { c: 5 }, ['b']],
    ['of as many gaps and as much known, the one listed first', ['a', 'b'], {}, ['a']],
    ['of as many gaps and as much known, the one listed first, turned round', ['b', 'a'], {}, ['b']],
    ['the column of the value itself last', ['given', 'a'], {}, ['a']],
    ['the column of the value itself where it is the fewest', ['given', 'a + b'], {}, ['income']],
    [
      'the column of the value itself where the other column is absent',
      ['given', 'a'],
      { a: ABSENT },
      ['income'],
    ],
    ['the other column where its own is absent', ['given', 'a + b'], { income: ABSENT }, ['a', 'b']],
    ['never one that is rounded', ['given', { of: 'a', within: 'tolerance' }], { a: 100 }, ['income']],
    [
      'never one that is rounded, though the column is absent',
      ['given', { of: 'a', within: 'tolerance' }],
      { a: 100, income: ABSENT },
      ['income'],
    ],
  ])('%s', (_, sources, cells, needs) => {
    expect(askedFor(sources, cells)).toEqual([needs, []])
  })
  it('where everything is blocked, it says what blocks beside what it asks for', () => {
    expect(askedFor(['a * late'], {})).toEqual([['a'], ['late']])
    expect(askedFor(['a * late'], { a: 100 })).toEqual([[], ['late']])
  })
  it('a value that is only rounded is blocked by its own name', () => {
    expect(askedFor([{ of: 'a', within: 'tolerance' }], { a: 100 })).toEqual([[], ['income']])
    expect(askedFor([{ of: 'a', within: 'tolerance' }], {})).toEqual([[], ['income']])
  })
  it('a value in conflict is blocked by its own name', () => {
    expect(askedFor(['given', 'a'], { income: 50, a: 200 })).toEqual([[], ['income']])
  })
  it('asks through derived values down to columns', () => {
    const pack = smallPack({
      ...BASE,
      derived: {
        inner: { type: 'money', unit: 'CNY', sources: ['given', 'a + b'] },
        outer: { type: 'money', unit: 'CNY', sources: ['inner + c', 'd + e'] },
      },
      criteria: { enough: 'outer >= line' },
    })
    const asked = (cells: Cells) => assessCells(pack, cells).needs
    expect(asked({ c: 1 })).toEqual(['inner'])
    expect(asked({ c: 1, a: 1 })).toEqual(['b'])
    expect(asked({ c: 1, inner: ABSENT })).toEqual(['a', 'b'])
    expect(asked({ d: 1, e: ABSENT })).toEqual(['c', 'inner'])
  })
})

describe('an expression asks for what keeps it open', () => {
  const asked = (met: string, cells: Cells, members?: readonly Cells[] | ReturnType<typeof gap>) => {
    const pack = smallPack({
      ...BASE,
      size: 'size',
      facts: {
        ...BASE.facts,
        size: { type: 'count', unit: 'person', min: 1 },
        k: { type: 'code', codes: { A: 'a', B: 'b' } },
      },
      member: { ok: yesNo, old: yesNo, pay: money },
      criteria: { it: met },
    })
    const { needs, blocked } = assessCells(pack, cells, members)
    return [needs, blocked]
  }
  it.each<[string, Cells, readonly string[]]>([
    ['p and q', {}, ['p', 'q']],
    ['p and q', { p: true }, ['q']],
    ['p and q', { p: false }, []],
    ['q or p', {}, ['p', 'q']],
    ['(p and q) or r', { p: false }, ['r']],
    ['p and (q or r)', { q: true }, ['p']],
    ['if p then q else r', {}, ['p', 'q', 'r']],
    ['if p then q else r', { p: true }, ['q']],
    ['if p then q else r', { p: false }, ['r']],
    ['if p then q else r', { q: true, r: true }, []],
    ['if p then q else r', { q: true }, ['p', 'r']],
    ['a + b >= line', { a: 100 }, []],
    ['a + b >= line', { a: 99 }, ['b']],
    ['a >= line or b >= line', { a: 99 }, ['b']],
    ['max(a, b) >= line', { b: 1 }, ['a']],
    ['a * 0 >= line or p', {}, ['p']],
    ['k in ("A", "B") and p', {}, ['p']],
    ['k = "A"', {}, ['k']],
  ])('%s with %o asks for %o', (met, cells, needs) => {
    expect(asked(met, cells)).toEqual([needs, []])
  })
  it.each<[string, Cells, readonly Cells[] | ReturnType<typeof gap>, readonly string[], readonly string[]]>([
    ['every m in members satisfies m.ok', {}, gap('blank'), ['members'], []],
    ['every m in members satisfies m.ok', {}, ABSENT, ['members'], []],
    ['every m in members satisfies m.ok or p', {}, gap('blank'), ['p', 'members'], []],
    ['every m in members satisfies m.ok or p', { p: false }, gap('blank'), ['members'], []],
    ['count(members[p and ok]) > 0 * size', {}, gap('blank'), ['p', 'members'], []],
    ['every m in members satisfies m.ok', {}, [{ ok: true }, {}], ['members[2].ok'], []],
    ['every m in members satisfies m.ok', {}, [{ ok: false }, {}], [], []],
    [
      'every m in members[old] satisfies m.ok',
      {},
      [{ old: false }, {}],
      ['members[2].ok', 'members[2].old'],
      [],
    ],
    ['every m in members[old] satisfies m.ok', {}, [{ ok: true }, { ok: false }], ['members[2].old'], []],
    ['some m in members[old] satisfies m.ok', {}, [{ ok: false }, { ok: true }], ['members[2].old'], []],
    [
      'sum(members[ok].pay) >= line',
      {},
      [{ ok: true, pay: 99 }, { pay: 0 }, { pay: 1 }],
      ['members[3].ok'],
      [],
    ],
    ['some m in members satisfies m.ok and p', {}, [{ ok: true }, { ok: false }], ['p'], []],
    [
      'sum(members[ok].pay) >= line',
      {},
      [{ ok: true, pay: 5 }, { pay: 200 }, { ok: true }],
      ['members[2].ok', 'members[3].pay'],
      [],
    ],
    ['every m in members satisfies m.ok', { size: 3 }, [{ ok: true }], [], ['size']],
    ['every m in members satisfies m.ok', { size: 3 }, [{ ok: false }], [], []],
    ['every m in members satisfies m.ok', { size: 1 }, [{ ok: true }, {}], ['members[2].ok'], ['size']],
    ['every m in members satisfies m.ok or p', { size: 3 }, [{ ok: true }], ['p'], ['size']],
    ['every m in members satisfies m.ok or p', { size: 1 }, [{ ok: true }, { ok: false }], ['p'], ['size']],
    [
      'every m in members satisfies some n in members satisfies n.ok and m.old',
      {},
      [{ ok: true, old: true }, {}],
      ['members[2].ok', 'members[2].old'],
      [],
    ],
  ])('%s with %o and rows %o asks for %o, blocked by %o', (met, cells, members, needs, blocked) => {
    expect(asked(met, cells, members)).toEqual([needs, blocked])
  })
})

describe('only what can change the outcome is asked for', () => {
  const row = (when: string, outcome: string) =>
    Object.fromEntries([
      ['when', when],
      ['then', outcome],
    ])
  const pack = smallPack({
    ...BASE,
    date: true,
    facts: { ...BASE.facts, status: { type: 'code', codes: { none: 'n', listed: 'l' } } },
    criteria: {
      k1: 'p',
      k2: 'q',
      k3: 'r',
      watched: { met: 'a >= line', advisory: true },
      dated: 'b >= line',
    },
    decisions: {
      by: 'status',
      none: [
        row('any unmet of [k1]', 'register'),
        row('any unmet of [k2, k3]', 'monitor'),
        { otherwise: 'pass' },
      ],
      listed: [
        row('all met of [k1, k2]', 'exit'),
        row('any unmet of [dated]', 'keep'),
        { otherwise: 'pass' },
      ],
    },
  })
  const seen = (cells: Cells) => {
    const { decision, possible, needs, blocked, reasons } = assessCells(pack, {
      survey_date: '2020-06-01',
      ...cells,
    })
    return { decision, possible, needs, blocked, reasons }
  }
  const decided = (decision: string, reasons: readonly string[]) => ({
    decision,
    possible: [],
    needs: [],
    blocked: [],
    reasons,
  })

  it('a criterion behind one that already decides is not asked for', () => {
    expect(seen({ status: 'none', p: false })).toEqual(decided('register', ['k1']))
  })
  it('a criterion of a row that can no longer change the outcome is not asked for', () => {
    expect(seen({ status: 'none', q: false })).toEqual({
      decision: 'verify',
      possible: ['register', 'monitor'],
      needs: ['p'],
      blocked: [],
      reasons: ['k2'],
    })
  })
  it('an advisory criterion is never asked for', () => {
    expect(seen({ status: 'none', p: true, q: true, r: true })).toEqual(decided('pass', []))
  })
  it('the selector is asked for where the tables differ', () => {
    expect(seen({ p: true, q: true, r: true })).toEqual({
      decision: 'verify',
      possible: ['pass', 'exit'],
      needs: ['status'],
      blocked: [],
      reasons: [],
    })
  })
  it('the selector is not asked for where both tables say the same; reasons are those of every row that may fire', () => {
    const same = smallPack({
      ...BASE,
      facts: { ...BASE.facts, status: { type: 'code', codes: { none: 'n', listed: 'l' } } },
      criteria: { k1: 'p', k2: 'q', k3: 'r' },
      decisions: {
        by: 'status',
        none: [row('any unmet of [k1, k3]', 'help'), { otherwise: 'pass' }],
        listed: [row('all met of [k1, k2]', 'pass'), { otherwise: 'help' }],
      },
    })
    const { decision, reasons, needs } = assessCells(same, { p: false, q: false, r: false })
    expect([decision, reasons, needs]).toEqual(['help', ['k1', 'k2', 'k3'], []])
  })
  it('an unmet criterion of another table is no reason', () => {
    expect(seen({ status: 'none', p: true, q: true, r: true, b: 5 })).toEqual(decided('pass', []))
    expect(seen({ status: 'listed', p: false, b: 5, r: false })).toEqual(decided('keep', ['dated']))
  })
  it('names stand in the order of the pack: facts, members, rows, and what is blocked likewise', () => {
    expect(seen({ status: 'listed', survey_date: '2019-06-01' })).toEqual({
      decision: 'verify',
      possible: ['pass', 'exit', 'keep'],
      needs: ['b', 'p', 'q'],
      blocked: ['line'],
      reasons: [],
    })
  })
})

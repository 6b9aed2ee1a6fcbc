import { describe, expect, it } from 'vitest'
import { assessCells, type Cells, gap, NOTHING, smallPack, valueInWordsOf } from './small.js'

const OK = { ok: true, x: 2, z: -1, k: 'A' }
const NOT_OK = { ok: false, x: 3, z: 4, k: 'B' }
const OPEN = { k: 'A' }

type Rows = readonly Cells[] | ReturnType<typeof gap>
interface Case {
  readonly expression: string
  readonly size?: number
  readonly members: Rows
  readonly value: string
}

const EVERY = 'every m in members satisfies m.ok'
const SOME = 'some m in members satisfies m.ok'
const COUNT = 'count(members[ok])'
const SUM = 'sum(members[ok].x)'

const table = (title: string, cases: readonly Case[]) =>
  describe(title, () => {
    for (const { expression, size, members, value } of cases) {
      const rows = 'gap' in members ? members.gap : members.map((each) => JSON.stringify(each)).join(' ')
      it(`${expression} of size ${size ?? 'unknown'} with ${rows || 'no rows'} is ${value}`, () => {
        expect(valueInWordsOf(expression, size === undefined ? {} : { size }, members)).toBe(value)
      })
    }
  })

table('a roster as long as the size, or of which no size is known', [
  { expression: EVERY, members: [OK], value: 'yes' },
  { expression: EVERY, members: [OK, NOT_OK], size: 2, value: 'no' },
  { expression: EVERY, members: [OK, OPEN], value: 'open' },
  { expression: EVERY, members: [NOT_OK, OPEN], value: 'no' },
  { expression: SOME, members: [NOT_OK], value: 'no' },
  { expression: SOME, members: [NOT_OK, OK], size: 2, value: 'yes' },
  { expression: SOME, members: [NOT_OK, OPEN], value: 'open' },
  { expression: SOME, members: [OK, OPEN], value: 'yes' },
  { expression: 'count(members)', members: [OK, OPEN], value: '2' },
  { expression: COUNT, members: [OK, NOT_OK, OPEN], value: '1 to 2' },
  { expression: SUM, members: [OK, NOT_OK], value: '2' },
  { expression: SUM, members: [OK, OPEN], value: '2 or more' },
  { expression: SUM, members: [{ ok: true, z: 1 }, NOT_OK], value: '0 or more' },
  { expression: 'sum(members[ok].z)', members: [OK, { z: 5 }, { z: -3 }], value: '-4 to 4' },
])

describe.each(['blank', 'absent', 'invalid', 'refused'] as const)('a roster that is a gap `%s`', (reason) => {
  const members = gap(reason)
  it.each([
    [EVERY, 'open'],
    [SOME, 'open'],
    [COUNT, '0 to 9'],
    ['count(members)', '0 to 9'],
    [SUM, '0 or more'],
    ['sum(members[ok].z)', 'anything'],
    ['sum(for m in members return -m.x)', 'at most 0'],
    ['sum(for m in members return m.x * ten)', '0 or more'],
    ['sum(for m in members return 0 * m.x)', '0'],
  ])('%s is %s', (expression, value) => {
    expect(valueInWordsOf(expression, {}, members)).toBe(value)
  })
  it('counts up to the size where it is known', () => {
    expect(valueInWordsOf(COUNT, { size: 3 }, members)).toBe('0 to 3')
  })
})

it('an empty list of members is a missing roster, never a household of nobody', () => {
  expect(valueInWordsOf(EVERY, {}, [])).toBe('open')
  expect(valueInWordsOf('count(members)', { size: 2 }, [])).toBe('0 to 2')
})

table('too few rows: members may be missing', [
  { expression: EVERY, size: 3, members: [OK, OK], value: 'open' },
  { expression: EVERY, size: 3, members: [OK, NOT_OK], value: 'no' },
  { expression: SOME, size: 3, members: [OK, NOT_OK], value: 'yes' },
  { expression: SOME, size: 3, members: [NOT_OK], value: 'open' },
  { expression: COUNT, size: 3, members: [OK, NOT_OK], value: '1 or more' },
  { expression: 'count(members)', size: 3, members: [OK, NOT_OK], value: '2 or more' },
  { expression: SUM, size: 3, members: [OK], value: '2 or more' },
  { expression: 'sum(members.z)', size: 3, members: [OK], value: 'anything' },
  { expression: 'sum(for m in members return -m.x)', size: 3, members: [OK], value: 'at most -2' },
])

it('an answer of 0 keeps a decision: a sum over unseen members that could not be above 0 is 0 then, not 0 or more', () => {
  const pack = smallPack({
    facts: { costs: { type: 'money', unit: 'CNY', min: 0 }, share: { type: 'number', unit: 'ratio' } },
    member: { ok: { type: 'yes_no' } },
    criteria: { none_gained: 'sum(for m in members[ok] return -costs * share) <= 0' },
  })
  const decisions = [{ share: 1 }, { share: 1, costs: 0 }].map((cells) => assessCells(pack, cells).decision)
  expect(decisions).toEqual(['fine', 'fine'])
})

table('too many rows: any one may be the one too many', [
  { expression: EVERY, size: 1, members: [OK, OK], value: 'yes' },
  { expression: EVERY, size: 1, members: [OK, NOT_OK], value: 'open' },
  { expression: EVERY, size: 1, members: [NOT_OK, NOT_OK], value: 'open' },
  { expression: SOME, size: 1, members: [OK, OK], value: 'open' },
  { expression: SOME, size: 1, members: [NOT_OK, NOT_OK], value: 'no' },
  { expression: COUNT, size: 1, members: [OK, OK], value: '0 to 2' },
  { expression: 'count(members)', size: 1, members: [OK, OK], value: '0 to 2' },
  { expression: SUM, size: 1, members: [OK, { ok: true, x: 5 }], value: '0 to 7' },
  { expression: 'sum(members.z)', size: 1, members: [OK, NOT_OK], value: '-1 to 4' },
])

table('a row in which nothing stands may be a member or not, where no size says it', [
  { expression: 'count(members)', members: [OK, NOTHING], value: '1 to 2' },
  { expression: 'count(members)', members: [OK, NOT_OK, NOTHING, NOTHING], value: '2 to 4' },
  { expression: 'size', members: [OK, NOTHING], value: '1 to 9' },
  { expression: COUNT, members: [OK, NOTHING], value: '1 to 2' },
  { expression: EVERY, members: [OK, NOTHING], value: 'open' },
  { expression: EVERY, members: [NOT_OK, NOTHING], value: 'no' },
  { expression: SOME, members: [OK, NOTHING], value: 'yes' },
  { expression: SOME, members: [NOT_OK, NOTHING], value: 'open' },
  { expression: SUM, members: [OK, NOTHING], value: '2 or more' },
  { expression: 'sum(members.z)', members: [OK, NOTHING], value: 'anything' },
  { expression: 'sum(for m in members return one_person)', members: [OK, NOTHING], value: '1 to 2' },
  { expression: 'every m in members satisfies p or not(p)', members: [OK, NOTHING], value: 'open' },
  { expression: 'count(members)', members: [NOTHING, NOTHING], value: '0 to 9' },
])

table('a size between the rows that say something and all rows settles which of the others count', [
  { expression: 'count(members)', size: 1, members: [OK, NOTHING], value: '1' },
  { expression: 'count(members)', size: 2, members: [OK, NOTHING], value: '2' },
  { expression: 'count(members)', size: 2, members: [OK, NOTHING, NOTHING], value: '2' },
  { expression: EVERY, size: 1, members: [OK, NOTHING], value: 'yes' },
  { expression: EVERY, size: 2, members: [OK, NOTHING], value: 'open' },
  { expression: COUNT, size: 2, members: [OK, NOTHING, NOTHING], value: '1 to 2' },
  { expression: SUM, size: 1, members: [OK, NOTHING], value: '2' },
])

table('a size that the rows cannot have settles nothing', [
  { expression: 'count(members)', size: 3, members: [OK, NOTHING], value: '1 or more' },
  { expression: 'count(members)', size: 1, members: [OK, OK, NOTHING], value: '0 to 3' },
  { expression: EVERY, size: 3, members: [OK, NOTHING], value: 'open' },
  { expression: EVERY, size: 1, members: [OK, OK, NOTHING], value: 'open' },
])

describe('what a row in which nothing stands asks for', () => {
  const line = { unit: 'person', values: [{ from: '2020-01-01', value: 2 }] }
  const member = { ok: { type: 'yes_no' } }
  const sized = smallPack({
    as_of: '2020-12-31',
    size: 'size',
    parameters: { line },
    facts: { size: { type: 'count', unit: 'person', min: 1 } },
    member,
    criteria: { few: 'count(members[ok]) <= line' },
  })
  const bare = smallPack({
    as_of: '2020-12-31',
    parameters: { line },
    member,
    criteria: { few: 'count(members[ok]) <= line' },
  })
  const two = [{ ok: true }, { ok: true }]
  it.each([
    ['the size and the fields of the row', sized, {}, [...two, NOTHING], ['size', 'members[3].ok'], []],
    ['the members where there is no size', bare, {}, [...two, NOTHING], ['members', 'members[3].ok'], []],
    [
      'only its fields where the size counts it',
      sized,
      { size: 3 },
      [...two, NOTHING],
      ['members[3].ok'],
      [],
    ],
    ['nothing where the size does not count it', sized, { size: 2 }, [...two, NOTHING], [], []],
    ['nothing where it cannot matter', sized, {}, [{ ok: true }, NOTHING], [], []],
    ['a size that cannot be is blocked', sized, { size: 5 }, [...two, NOTHING], ['members[3].ok'], ['size']],
  ] as const)('%s', (_, pack, cells, members, needs, blocked) => {
    const assessment = assessCells(pack, cells, members)
    expect([assessment.needs, assessment.blocked]).toEqual([needs, blocked])
  })
  it('is told with the range, and not where the size settles it', () => {
    const messages = (cells: Cells) =>
      assessCells(sized, cells, [...two, NOTHING, NOTHING]).diagnostics.map(({ message }) => message)
    expect(messages({})).toEqual(['it has 2 to 4 members: 2 rows of the roster say nothing of a person'])
    expect(messages({ size: 3 })).toEqual([])
    expect(messages({ size: 5 })[0]).toBe(
      'it has 2 to 4 members: 2 rows of the roster say nothing of a person',
    )
    expect(messages({ size: 5 })[1]).toBe('`size` is 5, but there are 2 to 4 members')
  })
})

it('a size that another figure contradicts does not say which rows are members', () => {
  const pack = smallPack({
    as_of: '2020-12-31',
    size: 'size',
    facts: { adults: { type: 'count', unit: 'person', min: 0 } },
    member: { ok: { type: 'yes_no' } },
    derived: {
      size: { type: 'count', unit: 'person', min: 1, sources: ['given', 'count(members)', 'adults'] },
    },
    criteria: { all_ok: 'every m in members satisfies m.ok' },
  })
  const decide = (cells: Cells) => assessCells(pack, cells, [{ ok: true }, NOTHING])
  expect(decide({ size: 1 }).decision).toBe('fine')
  const { decision, needs, blocked } = decide({ size: 1, adults: 2 })
  expect([decision, needs, blocked]).toEqual(['verify', ['members[2].ok'], ['size']])
})

table('filters and nesting', [
  { expression: 'every m in members[k = "A"] satisfies m.ok', members: [OK, NOT_OK], value: 'yes' },
  { expression: 'every m in members[k = "B"] satisfies m.ok', members: [OK], value: 'yes' },
  { expression: 'some m in members[k = "B"] satisfies m.ok', members: [OK], value: 'no' },
  { expression: 'every m in members[ok] satisfies m.k = "A"', members: [{ k: 'B' }], value: 'open' },
  { expression: 'every m in members[ok] satisfies m.k = "A"', members: [{ k: 'A' }], value: 'yes' },
  { expression: 'some m in members[ok] satisfies m.k = "A"', members: [{ k: 'A' }], value: 'open' },
  { expression: 'count(members[ok][k = "A"])', members: [OK, { ok: true }, NOT_OK], value: '1 to 2' },
  { expression: 'count(members[ok and k = "A"])', members: [OK, { ok: true }, NOT_OK], value: '1 to 2' },
  { expression: 'count(members[p])', members: [OK, OK], value: '0 to 2' },
  {
    expression: 'every m in members satisfies some n in members satisfies n.x > m.x or n.ok',
    members: [OK, NOT_OK],
    value: 'yes',
  },
  {
    expression: 'every m in members satisfies some n in members satisfies n.x > m.x',
    members: [OK, NOT_OK],
    value: 'no',
  },
  {
    expression: 'some m in members satisfies every n in members satisfies m.x >= n.x',
    members: [OK, NOT_OK],
    value: 'yes',
  },
  {
    expression: 'some m in members satisfies every n in members satisfies m.x >= n.x',
    members: [OK, { ok: true }],
    value: 'open',
  },
  // In a filter inside a filter a bare name is a fact of the member of the inner one.
  {
    expression: 'count(members[some n in members[ok] satisfies n.x > x])',
    members: [OK, NOT_OK, { ok: true, x: 9 }],
    value: '2',
  },
  { expression: 'sum(for m in members[ok] return m.x * two)', members: [OK, NOT_OK], value: '4' },
  { expression: 'sum(for m in members return if m.ok then m.x else m.z)', members: [OK, NOT_OK], value: '6' },
])

describe('a missing roster counts up to what the size can be, not to a size that something else contradicts', () => {
  const pack = smallPack({
    as_of: '2020-12-31',
    size: 'size',
    parameters: { few: { unit: 'person', values: [{ from: '2020-01-01', value: 3 }] } },
    facts: {
      adults: { type: 'count', unit: 'person', min: 0 },
      children: { type: 'count', unit: 'person', min: 0 },
    },
    member: { insured: { type: 'yes_no' } },
    derived: {
      size: {
        type: 'count',
        unit: 'person',
        min: 1,
        sources: ['given', 'count(members)', 'adults + children'],
      },
    },
    criteria: { small_enough: 'count(members[insured]) <= few' },
  })
  it('two persons given and nothing said against it: at most two are insured', () => {
    expect(assessCells(pack, { size: 2 }).decision).toBe('fine')
  })
  it('two persons given, but five by age: as many as five may be insured', () => {
    const { decision, needs, blocked } = assessCells(pack, { size: 2, adults: 4, children: 1 })
    expect([decision, needs, blocked]).toEqual(['verify', ['members'], []])
  })
  it('no size given, but two by age: at most two are insured', () => {
    expect(assessCells(pack, { adults: 1, children: 1 }).decision).toBe('fine')
  })
})

import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../src/engine/assessment.js'
import { assess, assessCells, type Cells, gap, smallPack, smallRecord } from './small.js'

const LINE = {
  unit: 'CNY',
  min: 0,
  max: 100,
  values: [
    // Out of order on purpose: what counts is the date.
    { from: '2018-01-01', value: 30 },
    { from: '2014-01-01', value: 10 },
    { from: '2016-01-01', to: '2016-12-31', value: 20 },
  ],
}
const FACTS = { wages: { type: 'money', unit: 'CNY', min: 0 } }

describe('the value of a parameter in force', () => {
  const pack = smallPack({
    as_of: '2020-12-31',
    date: true,
    parameters: { line: LINE },
    facts: FACTS,
    criteria: { enough: 'wages >= line' },
    outputs: { line_now: { of: 'line', step: 1 } },
  })
  it.each<[string, string | null, string]>([
    ['2013-12-31', null, 'before the first value there is none'],
    ['2014-01-01', '10', 'on the first day'],
    ['2015-12-31', '10', 'on the last day before the next'],
    ['2016-01-01', '20', 'on the first day of the next'],
    ['2016-12-31', '20', 'on the last day, which is included'],
    ['2017-01-01', null, 'after its end, the one before does not come back'],
    ['2018-01-01', '30', 'on the first day of the last'],
    ['2030-01-01', '30', 'ever after'],
  ])('on %s it is %s: %s', (survey_date, value) => {
    const { outputs, decision, blocked } = assessCells(pack, { survey_date, wages: 25 })
    const { lo, hi } = outputs.get('line_now') ?? {}
    expect([lo?.toFixed(), hi?.toFixed()]).toEqual(value === null ? ['0', '100'] : [value, value])
    if (value === null) expect([decision, blocked]).toEqual(['verify', ['line']])
    else expect([decision, blocked]).toEqual([Number(value) <= 25 ? 'fine' : 'poor', []])
  })
  it('decides without a value where none in the declared range would matter', () => {
    expect(assessCells(pack, { survey_date: '2013-12-31', wages: 100 }).decision).toBe('fine')
  })
})

describe('the date on which a record is judged', () => {
  const dated = (pack: { as_of?: string; date?: boolean }) =>
    smallPack({ ...pack, parameters: { line: LINE }, facts: FACTS, criteria: { enough: 'wages >= line' } })
  const both = dated({ as_of: '2014-06-01', date: true })
  const seen = ({ asOf, asOfFrom, decision, blocked }: Assessment) => [asOf, asOfFrom, decision, blocked]
  const wages = 15
  it.each<[string, Cells, string | null, unknown[]]>([
    [
      'the option before all else',
      { survey_date: '2018-06-01', wages },
      '2016-06-01',
      ['2016-06-01', 'option', 'poor', []],
    ],
    [
      'the option, though the record has no readable date',
      { survey_date: gap('invalid'), wages },
      '2016-06-01',
      ['2016-06-01', 'option', 'poor', []],
    ],
    [
      'the date of the record',
      { survey_date: '2018-06-01', wages },
      null,
      ['2018-06-01', 'record', 'poor', []],
    ],
    ['the pack where the record leaves it blank', { wages }, null, ['2014-06-01', 'pack', 'fine', []]],
    [
      'the pack where the file has no such column',
      { survey_date: gap('absent'), wages },
      null,
      ['2014-06-01', 'pack', 'fine', []],
    ],
    [
      'none where the date cannot be read: no parameter is in force',
      { survey_date: gap('invalid'), wages },
      null,
      [null, 'record', 'verify', ['line']],
    ],
    [
      'none where the date was refused',
      { survey_date: gap('refused'), wages },
      null,
      [null, 'record', 'verify', ['line']],
    ],
  ])('%s', (_, cells, option, expected) => {
    expect(seen(assessCells(both, cells, undefined, option))).toEqual(expected)
  })
  it("is the pack's where records have no date at all, and none where the pack has none either", () => {
    expect(seen(assessCells(dated({ as_of: '2014-06-01' }), { wages }))).toEqual([
      '2014-06-01',
      'pack',
      'fine',
      [],
    ])
    expect(seen(assessCells(dated({}), { wages }))).toEqual([null, 'pack', 'verify', ['line']])
  })
})

describe('completed years of a member', () => {
  const pack = smallPack({
    as_of: '2020-12-31',
    date: true,
    parameters: { adult: { unit: 'year', values: [{ from: '2000-01-01', value: 16 }] } },
    facts: { any: { type: 'yes_no' } },
    member: {
      age: { type: 'number', unit: 'year', min: 0, max: 120, completed_years_since: 'birth_date' },
      birth_date: { type: 'date' },
    },
    criteria: { grown: 'every m in members satisfies m.age >= adult' },
  })
  const one = (member: Cells, survey_date: string | ReturnType<typeof gap> = '2020-03-01') =>
    assessCells(pack, { survey_date }, [member])
  it.each<[string, Cells, string, string]>([
    ['the day before the birthday', { birth_date: '2004-03-02' }, '2020-03-01', 'poor'],
    ['on the birthday', { birth_date: '2004-03-01' }, '2020-03-01', 'fine'],
    [
      'born on 29 February, on 28 February of a common year',
      { birth_date: '2004-02-29' },
      '2021-02-28',
      'fine',
    ],
    [
      'born on 29 February, the year before on 28 February',
      { birth_date: '2005-02-28' },
      '2021-02-28',
      'fine',
    ],
    ['born on 29 February, 16 on 29 February', { birth_date: '2004-02-29' }, '2020-02-29', 'fine'],
    ['born on 29 February, not yet 16 the day before', { birth_date: '2004-02-29' }, '2020-02-28', 'poor'],
    ['the age given', { age: 15 }, '2020-03-01', 'poor'],
    ['the age given and the birth date agree', { age: 16, birth_date: '2004-03-01' }, '2020-03-01', 'fine'],
  ])('%s', (_, member, date, decision) => {
    expect(one(member, date).decision).toBe(decision)
  })
  it('turns on 1 March for one who was born on 29 February', () => {
    const born = (date: string) => one({ birth_date: '2008-02-29' }, date)
    expect(
      [born('2023-02-28'), born('2023-03-01'), born('2024-02-28'), born('2024-02-29')].map(
        (each) => each.decision,
      ),
    ).toEqual(['poor', 'poor', 'poor', 'fine'])
  })

  it('an age that the birth date contradicts is open, blocked, and a warning that names both', () => {
    const { decision, needs, blocked, diagnostics } = one({ age: 20, birth_date: '2004-03-01' })
    expect([decision, needs, blocked]).toEqual(['verify', [], ['members[1].age']])
    expect(diagnostics.map(({ severity, message, at }) => [severity, message, at])).toEqual([
      [
        'warning',
        '`members[1].age` is 20, but `birth_date` gives 16',
        { file: 'small.csv', line: 10, field: 'members.age' },
      ],
    ])
  })
  it('the warning names the column as in the file, and says no age that is personal', () => {
    const personal = smallPack({
      as_of: '2020-12-31',
      facts: { any: { type: 'yes_no' } },
      member: {
        age: { type: 'number', unit: 'year', min: 0, personal: true, completed_years_since: 'birth_date' },
        birth_date: { type: 'date' },
      },
      criteria: { any: 'any' },
    })
    const record = smallRecord(personal, {}, [{ age: 20, birth_date: '2004-03-01' }])
    const headers = new Map([['members.age', 'members.年龄']])
    expect(assess(personal, { ...record, headers }).diagnostics).toMatchObject([
      { message: '`members[1].age` is …, but `birth_date` gives …', at: { field: 'members.年龄' } },
    ])
  })
  it('a birth after the date is in conflict with the range of ages', () => {
    const { decision, blocked, diagnostics } = one({ birth_date: '2021-01-01' })
    expect([decision, blocked]).toEqual(['verify', ['members[1].age']])
    expect(diagnostics[0]?.message).toBe('`members[1].age` is out of range: `birth_date` gives -1')
  })
  it('without age and birth date it asks for the birth date or the age, whichever has a column', () => {
    expect(one({}).needs).toEqual(['members[1].birth_date'])
    expect(one({ birth_date: gap('absent') }).needs).toEqual(['members[1].age'])
    expect(one({ age: gap('absent') }).needs).toEqual(['members[1].birth_date'])
  })
  it('with a birth date but no date to count to, the age itself would do', () => {
    const { needs, blocked } = one({ birth_date: '2004-03-01' }, gap('invalid'))
    expect([needs, blocked]).toEqual([['members[1].age'], ['adult']])
  })
})

describe('a criterion since a date', () => {
  const pack = smallPack({
    date: true,
    facts: { safe: { type: 'yes_no' }, dry: { type: 'yes_no' } },
    criteria: { new_one: { met: 'safe', since: '2020-01-01' }, old_one: 'dry' },
  })
  const verdict = (survey_date: string | ReturnType<typeof gap>, cells: Cells) =>
    assessCells(pack, { survey_date, dry: true, ...cells })
  it.each([
    ['2019-12-31', { safe: false }, 'not_applicable', 'fine'],
    ['2020-01-01', { safe: false }, 'unmet', 'poor'],
    ['2019-12-31', {}, 'not_applicable', 'fine'],
    ['2020-01-01', {}, 'unknown', 'verify'],
    ['2020-01-01', { safe: true }, 'met', 'fine'],
  ])('on %s with %o it is %s', (date, cells, expected, decision) => {
    const seen = verdict(date, cells)
    expect([seen.verdicts.get('new_one'), seen.decision]).toEqual([expected, decision])
  })
  it('may or may not apply where the date cannot be read, and the date is what blocks', () => {
    const { verdicts, decision, blocked, needs } = verdict(gap('invalid'), { safe: false })
    expect([verdicts.get('new_one'), decision, needs, blocked]).toEqual([
      'unknown',
      'verify',
      [],
      ['survey_date'],
    ])
    expect(verdict(gap('invalid'), { safe: true }).decision).toBe('fine')
  })
})

describe('a criterion that applies only to some', () => {
  const pack = smallPack({
    facts: { farms: { type: 'yes_no' }, watered: { type: 'yes_no' } },
    criteria: { water: { met: 'watered', applies_if: 'farms' } },
  })
  const open = gap('blank')
  it.each([
    [true, true, 'met', 'fine', []],
    [true, false, 'unmet', 'poor', []],
    [true, open, 'unknown', 'verify', ['watered']],
    [false, true, 'not_applicable', 'fine', []],
    [false, false, 'not_applicable', 'fine', []],
    [false, open, 'not_applicable', 'fine', []],
    [open, true, 'unknown', 'fine', []],
    [open, false, 'unknown', 'verify', ['farms']],
    [open, open, 'unknown', 'verify', ['farms', 'watered']],
  ])('applies %o, met %o: %s, so %s', (farms, watered, verdict, decision, needs) => {
    const seen = assessCells(pack, { farms, watered })
    expect([seen.verdicts.get('water'), seen.decision, seen.needs]).toEqual([verdict, decision, needs])
  })
})

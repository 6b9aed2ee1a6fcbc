import { describe, expect, it } from 'vitest'
import { caseId } from '../../src/engine/case-id.js'
import { withFact } from '../../src/engine/possible-answers.js'
import type { CaseRecord } from '../../src/lang/record.js'
import { type Cells, gap, type SmallPack, smallPack, smallRecord } from './small.js'

const SMALL: SmallPack = {
  as_of: '2020-12-31',
  date: true,
  size: 'size',
  parameters: { line: { unit: 'CNY', min: 0, values: [{ from: '2014-01-01', value: 10 }] } },
  facts: {
    size: { type: 'count', unit: 'person', min: 1 },
    wages: { type: 'money', unit: 'CNY', min: 0 },
    safe: { type: 'yes_no', assume: 'yes' },
    grade: { type: 'code', codes: { A: 'a', B: 'b' } },
    phone: { type: 'text', personal: true },
  },
  member: { ok: { type: 'yes_no' }, age: { type: 'number', unit: 'year', min: 0 } },
  criteria: { income: 'wages >= line', house: 'grade = "A" and safe' },
}
const pack = smallPack(SMALL)
const CELLS: Cells = { survey_date: '2020-08-01', size: 2, wages: '12000.50', safe: true, grade: 'B' }
const MEMBERS: readonly Cells[] = [
  { ok: true, age: 40 },
  { ok: gap('refused'), age: '9.5' },
]
const record = smallRecord(pack, CELLS, MEMBERS)
const id = (other: CaseRecord = record, asOf: string | null = '2020-08-01') => caseId(pack, other, asOf)

describe('the id of a case', () => {
  it('is the same in ten years', () => {
    expect([pack.hash, id()]).toEqual([
      'ec08664c42529dc9690ae49b2e9cba782808b5987228befbb4619f07a3f99f40',
      'ed614daee47923e8',
    ])
  })
  it.each<[string, CaseRecord]>([
    [
      'file, line and headers',
      { ...record, file: 'other.yaml', line: 99, headers: new Map([['wages', '工资']]) },
    ],
    ['the order of columns', { ...record, facts: new Map([...record.facts].reverse()) }],
    ['the spelling of a number', smallRecord(pack, { ...CELLS, wages: '012000.5' }, MEMBERS)],
    ['what is personal', smallRecord(pack, { ...CELLS, phone: '139' }, MEMBERS)],
  ])('does not depend on %s', (_, other) => {
    expect(id(other)).toBe(id())
  })
  it('is another for another record id, fact, reason of a gap, assumption, member, date or pack', () => {
    const others = [
      id({ ...record, id: 'h2' }),
      id(smallRecord(pack, { ...CELLS, wages: '12000.51' }, MEMBERS)),
      id(smallRecord(pack, { ...CELLS, wages: gap('blank') }, MEMBERS)),
      id(smallRecord(pack, { ...CELLS, wages: gap('refused') }, MEMBERS)),
      id(withFact(record, 'safe', { kind: 'known', value: true, assumed: true })),
      id(smallRecord(pack, CELLS, MEMBERS.slice(0, 1))),
      id(smallRecord(pack, CELLS, [...MEMBERS].reverse())),
      id(smallRecord(pack, CELLS, gap('blank'))),
      id(smallRecord(pack, CELLS, gap('absent'))),
      id(record, '2020-08-02'),
      id(record, null),
      caseId(smallPack({ ...SMALL, as_of: '2020-12-30' }), record, '2020-08-01'),
    ]
    expect(new Set([id(), ...others]).size).toBe(others.length + 1)
  })
  it('the hash of a pack leaves titles and the order of parameters out', () => {
    const retold = smallPack({
      ...SMALL,
      criteria: { income: { title: 'Another title', met: 'wages   >= line' }, house: 'grade = "A" and safe' },
    })
    expect(retold.hash).toBe(pack.hash)
  })
})

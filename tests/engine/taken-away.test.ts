import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { assessRecord } from '../../src/engine/assess.js'
import { caseId } from '../../src/engine/case-id.js'
import { explainCriterion } from '../../src/engine/explain/explain.js'
import { findingsOf } from '../../src/engine/explain/findings.js'
import { settlingFactsOf } from '../../src/engine/explain/settling-facts.js'
import type { Pack } from '../../src/lang/pack.js'
import { chanceFrom } from './random/chance.js'
import { fillGap } from './random/fill.js'
import { randomCase } from './random/records.js'
import { holds } from './random/runs.js'
import { takenAwayIn } from './random/situation.js'
import { assessCells as assess, type Cells, gap, smallPack, smallRecord } from './small.js'

const count = { type: 'count', unit: 'person', min: 0 }
const yesNo = { type: 'yes_no' }

const FACTS = {
  size: 'size',
  as_of: '2020-12-31',
  parameters: {
    one: { unit: 'person', values: [{ from: '2014-01-01', value: 1 }] },
    pupil_below: { unit: 'year', values: [{ from: '2014-01-01', value: 40 }] },
    school_below: { unit: 'year', values: [{ from: '2014-01-01', value: 16 }] },
  },
  facts: { insured: count, children: count, sound: yesNo },
  member: {
    head: yesNo,
    birth_date: { type: 'date' },
    age: { type: 'number', unit: 'year', min: 0, max: 120, completed_years_since: 'birth_date' },
    in_school: { ...yesNo, labels: { en: 'In school' } },
  },
  derived: { size: { type: 'count', unit: 'person', min: 1, sources: ['given', 'count(members)'] } },
  criteria: {
    medical: 'insured >= size',
    young: 'children <= size',
    schooled: 'every m in members satisfies m.age >= school_below or m.in_school',
    safe: 'sound',
  },
}

type Check = { readonly [key: string]: unknown }
const check = (id: string, when: string, taken: string | readonly string[]): Check => ({
  id,
  when,
  gap: taken,
  severity: 'warning',
  message: `${id} is odd`,
})

const packWith = (...checks: readonly Check[]): Pack => smallPack({ ...FACTS, checks })

const INSURED = check('too-many-insured', 'insured > size', 'insured')
const HEADS = check('one-head', 'count(members[head]) != one', 'members')
const PUPIL = check('old-pupil', 'some m in members satisfies m.in_school and m.age >= pupil_below', [
  'members.age',
  'members.in_school',
])

const WHOLE: Cells = { insured: 3, size: 3, children: 1, sound: true }
const FAMILY: readonly Cells[] = [
  { head: true, age: 41, in_school: false },
  { head: false, age: 39, in_school: false },
  { head: false, age: 10, in_school: true },
]

describe('a check with a gap', () => {
  const judged = (pack: Pack, cells: Cells, members: Parameters<typeof assess>[2] = FAMILY) => {
    const { decision, needs, blocked, takenAway, diagnostics, verdicts } = assess(pack, cells, members)
    return {
      decision,
      needs,
      blocked,
      takenAway: [...takenAway].map(([name, checks]) => `${name} by ${checks.map(({ id }) => id).join()}`),
      said: diagnostics.map(({ message, help }) => (help === undefined ? message : `${message}: ${help}`)),
      verdicts: Object.fromEntries(verdicts),
    }
  }

  it('leaves what is believed', () => {
    expect(judged(packWith(INSURED, HEADS, PUPIL), WHOLE)).toMatchObject({
      decision: 'fine',
      needs: [],
      takenAway: [],
      said: [],
    })
  })

  it('takes a fact away, and asks for it', () => {
    expect(judged(packWith(INSURED), { ...WHOLE, insured: 4 })).toMatchObject({
      decision: 'verify',
      needs: ['insured'],
      takenAway: ['insured by too-many-insured'],
      said: ['too-many-insured is odd: find out what is right: until then `insured` counts as unknown'],
      verdicts: { medical: 'unknown', young: 'met', schooled: 'met' },
    })
  })

  it('keeps a decision that does not hang on it', () => {
    expect(judged(packWith(INSURED), { ...WHOLE, insured: 4, children: 5 })).toMatchObject({
      decision: 'poor',
      needs: [],
    })
  })

  it('takes nothing away where its condition is open', () => {
    const { decision, takenAway, said } = judged(
      packWith(INSURED),
      { ...WHOLE, insured: 4, size: gap('blank') },
      gap('refused'),
    )
    expect({ decision, takenAway, said }).toEqual({ decision: 'verify', takenAway: [], said: [] })
  })

  it('leaves what is unknown as it is', () => {
    const pack = packWith(check('odd', 'children > insured or children > size', ['children', 'insured']))
    const { needs, takenAway, said } = judged(pack, { ...WHOLE, children: 5, insured: gap('refused') })
    expect({ needs, takenAway, said }).toEqual({
      needs: ['insured', 'children'],
      takenAway: ['children by odd'],
      said: ['odd is odd: find out what is right: until then `children` counts as unknown'],
    })
    expect(reasonsFor(pack, { ...WHOLE, children: 5, insured: gap('refused') })).toMatchObject({
      medical: 'refused',
      young: 'suspect',
    })
  })

  it('takes the roster away, and leaves the size given', () => {
    const heads = FAMILY.map((row) => ({ ...row, head: false }))
    expect(judged(packWith(HEADS), WHOLE, heads)).toMatchObject({
      decision: 'verify',
      needs: ['members'],
      takenAway: ['members by one-head'],
      said: ['one-head is odd: find out what is right: until then `members` counts as unknown'],
      verdicts: { medical: 'met', young: 'met', schooled: 'unknown' },
    })
  })

  it('takes facts of those members away that satisfy its condition', () => {
    const rows = [{ head: true, age: 50, in_school: true }, ...FAMILY.slice(1)]
    expect(judged(packWith(PUPIL), WHOLE, rows)).toMatchObject({
      decision: 'verify',
      needs: ['members[1].age', 'members[1].in_school'],
      takenAway: ['members[1].age by old-pupil', 'members[1].in_school by old-pupil'],
      said: [
        'old-pupil is odd: find out what is right: until then `members.age` and `members.in_school` count as unknown',
      ],
    })
  })

  it('takes nothing of a member away whose part in it is open', () => {
    const rows = [
      { head: true, age: 50, in_school: true },
      { head: false, age: gap('blank'), in_school: true },
    ]
    const { takenAway } = judged(packWith(PUPIL), { ...WHOLE, size: 2, insured: 2 }, rows)
    expect(takenAway).toEqual(['members[1].age by old-pupil', 'members[1].in_school by old-pupil'])
  })

  it('leaves the age that the birth date gives, unless that is named too', () => {
    const rows = [{ head: true, age: 50, birth_date: '1970-06-01', in_school: true }]
    const one = { insured: 1, size: 1, children: 0, sound: true }
    const both = { ...PUPIL, gap: ['members.age', 'members.birth_date', 'members.in_school'] }
    expect(judged(packWith(PUPIL), one, rows)).toMatchObject({ decision: 'fine' })
    expect(judged(packWith(both), one, rows)).toMatchObject({ decision: 'verify' })
  })

  it('asks the record as it was read, whatever another check takes away', () => {
    const checks = [INSURED, check('insured-and-children', 'insured > size and children > size', 'children')]
    const cells = { ...WHOLE, insured: 4, children: 4 }
    const both = ['insured', 'children']
    for (const order of [checks, [...checks].reverse()]) {
      const { needs, takenAway } = judged(packWith(...order), cells)
      expect(needs).toEqual(both)
      expect(takenAway.length).toBe(2)
    }
  })

  it('says every check that takes the same away', () => {
    const pack = packWith(INSURED, check('more-insured-than-children', 'insured > children', 'insured'))
    expect(judged(pack, { ...WHOLE, insured: 4 }).takenAway).toEqual([
      'insured by too-many-insured,more-insured-than-children',
    ])
  })

  it('lets other checks speak of what it takes away', () => {
    const warning = { id: 'many', when: 'insured > children', severity: 'note', message: 'many insured' }
    expect(judged(packWith(INSURED, warning), { ...WHOLE, insured: 4 }).said).toEqual([
      'too-many-insured is odd: find out what is right: until then `insured` counts as unknown',
      'many insured',
    ])
  })

  it('takes the column of a derived value away, and leaves what its parts give', () => {
    const pack = packWith(check('large', 'size > children', 'size'))
    expect(judged(pack, WHOLE)).toMatchObject({ decision: 'fine', takenAway: ['size by large'] })
    expect(judged(pack, WHOLE, gap('blank'))).toMatchObject({
      decision: 'verify',
      needs: ['members', 'size'],
    })
  })

  it('takes an assumed value away', () => {
    const pack = packWith(INSURED)
    const record = smallRecord(pack, { ...WHOLE, insured: 4 }, FAMILY)
    const facts = new Map(record.facts).set('insured', {
      ...known(record.facts.get('insured')),
      assumed: true,
    })
    const { decision, needs, assumed } = assessRecord(pack, { ...record, facts }, { asOf: null })
    expect({ decision, needs, assumed }).toEqual({
      decision: 'verify',
      needs: ['insured'],
      assumed: ['insured=4'],
    })
  })

  it('changes neither the record nor its id', () => {
    const [with_, without] = [packWith(INSURED), packWith({ ...INSURED, gap: undefined } as Check)]
    const record = smallRecord(with_, { ...WHOLE, insured: 4 }, FAMILY)
    const assessment = assessRecord(with_, record, { asOf: null })
    expect(assessment.record).toBe(record)
    const same = { ...without, hash: with_.hash }
    expect(caseId(with_, assessment.record, assessment.asOf)).toBe(caseId(same, record, assessment.asOf))
  })
})

const known = (fact: unknown) => fact as { kind: 'known'; value: string }

/** Why each criterion is open, by the first of its comparisons that says so. */
const reasonsFor = (pack: Pack, cells: Cells) =>
  Object.fromEntries(
    findingsOf(pack, assess(pack, cells, FAMILY)).map(({ criterion, because }) => [
      criterion,
      because.find(({ gap: why }) => why !== null)?.gap ?? null,
    ]),
  )

describe('who asks why', () => {
  const pack = packWith(INSURED, PUPIL)
  const assessment = assess(pack, { ...WHOLE, insured: 4 }, [
    { head: true, age: 50, in_school: true },
    ...FAMILY.slice(1),
  ])

  test('finds the check in the finding', () => {
    const [medical, , schooled] = findingsOf(pack, assessment)
    expect(medical?.because).toMatchObject([{ gap: 'suspect', checks: [{ id: 'too-many-insured' }] }])
    expect(medical?.message).toContain('insured (check too-many-insured: too-many-insured is odd)')
    expect(schooled?.message).toContain('in school of member 1 (check old-pupil: old-pupil is odd)')
  })

  test('finds it in the tree', () => {
    expect(JSON.stringify(explainCriterion(pack, assessment, 'medical'))).toContain(
      '"suspect, check too-many-insured: too-many-insured is odd"',
    )
    expect(JSON.stringify(explainCriterion(pack, assessment, 'schooled'))).toContain(
      '"suspect, check old-pupil: old-pupil is odd"',
    )
  })

  test('finds what an answer would settle, and which would be taken away again', () => {
    const alone = assess(packWith(INSURED), { ...WHOLE, insured: 4 }, FAMILY)
    expect(settlingFactsOf(packWith(INSURED), alone)).toEqual([
      {
        fact: 'insured',
        answers: [
          { when: 'insured ≤ 2', leadsTo: 'poor' },
          { when: 'insured = 3', leadsTo: 'fine' },
          { when: 'insured ≥ 4', leadsTo: 'verify' },
        ],
      },
    ])
  })
})

describe('random packs and records', () => {
  it('an answer that no check takes away counts, and leaves the rest of what was read', () => {
    let answered = 0
    holds(
      fc.property(randomCase, fc.nat(1_000_000), ({ pack, records, asOf }, seed) => {
        for (const record of records) {
          const situation = { pack, record, option: asOf }
          for (const name of takenAwayIn(situation)) {
            const after = fillGap(situation, name, chanceFrom(seed))
            if (after === null) continue
            answered += 1
            expect(takenAwayIn(after).has(name)).toBe(false)
            expect(assessRecord(pack, after.record, { asOf }).needs).not.toContain(name)
          }
        }
      }),
      140,
    )
    expect(answered).toBeGreaterThan(30)
  })
})

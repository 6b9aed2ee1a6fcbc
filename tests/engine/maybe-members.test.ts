import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal } from '../../src/base/decimal.js'
import { assessRecord } from '../../src/engine/assess.js'
import { deriveValue } from '../../src/engine/interpret.js'
import { createEvaluation } from '../../src/engine/taken-away.js'
import type { Fact, Member, RosterRows } from '../../src/lang/record.js'
import { allWays, newCount, sameAssessment } from '../compile/same.js'
import { holds } from './random/runs.js'
import { type Cells, NOTHING, smallPack, smallRecord } from './small.js'

const yesNo = { type: 'yes_no' }

/** Each roster form once over facts that stand in it once: then ranges and truths are exact. */
const pack = smallPack({
  as_of: '2020-12-31',
  size: 'size',
  parameters: {
    one: { unit: 'person', values: [{ from: '2020-01-01', value: 1 }] },
    debt: { unit: 'person', values: [{ from: '2020-01-01', value: -2 }] },
  },
  facts: { size: { type: 'count', unit: 'person', min: 1, max: 9 } },
  member: { ok: yesNo, old: yesNo },
  derived: {
    all: { unit: 'person', sources: ['count(members)'] },
    good: { unit: 'person', sources: ['count(members[ok])'] },
    both: { unit: 'person', sources: ['count(members[ok][old])'] },
    weight: { unit: 'person', sources: ['sum(for m in members[ok] return one)'] },
    burden: { unit: 'person', sources: ['sum(for m in members return if m.old then debt else one)'] },
    each: { sources: ['every m in members satisfies m.ok'] },
    each_old: { sources: ['every m in members[old] satisfies m.ok'] },
    any: { sources: ['some m in members satisfies m.ok'] },
    any_old: { sources: ['some m in members[old] satisfies m.ok'] },
  },
  criteria: { few: 'good <= one', sound: 'each_old', one_at_least: 'any' },
})

interface Person {
  readonly ok: boolean
  readonly old: boolean
}

const total = (people: readonly Person[], each: (one: Person) => number) =>
  people.reduce((sum, one) => sum + each(one), 0)

/** The same forms, worked out on people of whom everything is known. */
const PLAIN: Readonly<Record<string, (people: readonly Person[]) => number | boolean>> = {
  all: (people) => people.length,
  good: (people) => total(people, ({ ok }) => Number(ok)),
  both: (people) => total(people, ({ ok, old }) => Number(ok && old)),
  weight: (people) => total(people, ({ ok }) => Number(ok)),
  burden: (people) => total(people, ({ old }) => (old ? -2 : 1)),
  each: (people) => people.every(({ ok }) => ok),
  each_old: (people) => people.every(({ ok, old }) => !old || ok),
  any: (people) => people.some(({ ok }) => ok),
  any_old: (people) => people.some(({ ok, old }) => old && ok),
}

/** Every household that the rows can be: each row that may be nobody in it or not, each unknown fact answered in each way. */
function* readings({ rows, maybe = [] }: RosterRows, size: Size): Generator<Person[]> {
  for (let living = 0; living < 1 << maybe.length; living++) {
    const members = [...rows, ...maybe.filter((_, at) => living & (1 << at))]
    if (size === null || (members.length >= size.least && members.length <= size.most))
      yield* answers(members)
  }
}

function* answers([first, ...rest]: readonly Member[]): Generator<Person[]> {
  if (first === undefined) {
    yield []
    return
  }
  for (const others of answers(rest))
    for (const ok of valuesOf(first.facts.get('ok')))
      for (const old of valuesOf(first.facts.get('old'))) yield [{ ok, old }, ...others]
}

const valuesOf = (fact: Fact | undefined): boolean[] =>
  fact?.kind === 'known' ? [fact.value === true] : [false, true]

const outcomeOf = (people: readonly Person[]): string => {
  const few = total(people, ({ ok }) => Number(ok)) <= 1
  return few && PLAIN.each_old?.(people) && PLAIN.any?.(people) ? 'fine' : 'poor'
}

const numbers = (values: readonly (number | boolean)[]) => values.map(Number).sort((a, b) => a - b)

const person: fc.Arbitrary<Cells> = fc
  .record({ ok: fc.constantFrom(true, false, null), old: fc.constantFrom(true, false, null) })
  .map((facts) =>
    Object.fromEntries(
      Object.entries(facts).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    ),
  )

const household: fc.Arbitrary<Drawn> = fc.record({
  people: fc.array(person, { minLength: 1, maxLength: 3 }),
  blank: fc.integer({ min: 0, max: 3 }),
  more: fc.option(fc.tuple(fc.nat(3), fc.nat(3)), { freq: 4 }),
})

/** The ends of the size that a household gives, or `null`. */
type Size = { readonly least: number; readonly most: number } | null

interface Drawn {
  readonly people: readonly Cells[]
  readonly blank: number
  /** How many of the blank rows the size counts, at least and at most; `null` without a size. */
  readonly more: readonly [number, number] | null
}

const recordOf = ({ people, blank, more }: Drawn) => {
  const ends = more?.map((each) => people.length + Math.min(each, blank)) ?? []
  const size = more === null ? null : { least: Math.min(...ends), most: Math.max(...ends) }
  const rows = [...people, ...Array.from({ length: blank }, () => NOTHING)]
  return {
    size,
    record: smallRecord(pack, size === null ? {} : { size: `${size.least}..${size.most}` }, rows),
  }
}

describe('members that may be nobody', () => {
  it('each form over them is exactly what trying every household gives', () => {
    holds(
      fc.property(household, (drawn) => {
        const { size, record } = recordOf(drawn)
        if (record.members?.kind !== 'rows') throw new Error('there are rows')
        const evaluation = createEvaluation(pack, record, pack.asOf)
        const all = [...readings(record.members, size)]
        for (const [name, plain] of Object.entries(PLAIN)) {
          const values = all.map(plain)
          const { value } = deriveValue(evaluation, name)
          if (value.kind === 'number') {
            const [lo, hi] = [numbers(values)[0], numbers(values).at(-1)].map((end) =>
              decimal(end ?? 0).toFixed(),
            )
            expect([name, value.range.lo?.toFixed(), value.range.hi?.toFixed()]).toEqual([name, lo, hi])
          } else if (value.kind === 'truth') {
            const truth = values.every((each) => each === values[0]) ? values[0] : 'open'
            expect([name, value.truth]).toEqual([name, truth])
          }
        }
      }),
      250,
    )
  })

  it('a decision is that of every household, by each engine', () => {
    const count = newCount()
    const engines = allWays(pack)
    let [decided, open] = [0, 0]
    holds(
      fc.property(household, (drawn) => {
        const { size, record } = recordOf(drawn)
        if (record.members?.kind !== 'rows') throw new Error('there are rows')
        const outcomes = new Set([...readings(record.members, size)].map(outcomeOf))
        for (const judge of [null, ...engines]) {
          const fast = judge?.(record, { asOf: null }) ?? null
          const { decision, possible } = fast ?? assessRecord(pack, record, { asOf: null })
          const said = decision === 'verify' ? possible : [decision]
          for (const outcome of outcomes) expect(said).toContain(outcome)
          if (decision === 'verify') open += 1
          else decided += 1
        }
        sameAssessment(pack, engines, record, null, count)
      }),
      120,
    )
    expect(Math.min(decided, open)).toBeGreaterThan(20)
  })
})

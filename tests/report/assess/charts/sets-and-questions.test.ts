import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countQuestions } from '../../../../src/report/assess/count/questions.js'
import { countUnmetSets } from '../../../../src/report/assess/count/unmet-sets.js'
import { assessed, JUDGED, runs, SOUND, surveys } from './surveys.js'

const { pack } = JUDGED
const DECISIVE = pack.criteria.filter(({ advisory }) => !advisory).map(({ id }) => id)

test('each set has the records in which exactly its criteria are certainly unmet', () => {
  fc.assert(
    fc.property(surveys, (records) => {
      const judged = assessed(pack, records)
      const count = countUnmetSets(pack)
      for (const each of judged) count.add(each)
      const { sets, beyond } = count.finish()
      expect(beyond).toBe(0)
      expect(sets.reduce((sum, set) => sum + set.records, 0)).toBe(records.length)
      expect(new Set(sets.map(({ criteria }) => criteria.join())).size).toBe(sets.length)
      for (const { criteria, records: many, open } of sets) {
        const own = judged.filter(({ verdicts }) =>
          DECISIVE.every((id) => (verdicts.get(id) === 'unmet') === criteria.includes(id)),
        )
        const unsure = own.filter(({ verdicts }) => DECISIVE.some((id) => verdicts.get(id) === 'unknown'))
        expect([many, open]).toEqual([own.length, unsure.length])
      }
      for (const [at, set] of sets.entries())
        expect(set.records).toBeLessThanOrEqual(sets[at - 1]?.records ?? set.records)
    }),
    { numRuns: runs },
  )
})

test('the order of records changes no set', () => {
  fc.assert(
    fc.property(surveys, (records) => {
      const [there, back] = [countUnmetSets(pack), countUnmetSets(pack)]
      for (const each of assessed(pack, records)) there.add(each)
      for (const each of assessed(pack, [...records].reverse())) back.add(each)
      expect(back.finish()).toEqual(there.finish())
    }),
    { numRuns: runs },
  )
})

test('no more sets are kept than a limit; records of later ones are counted together', () => {
  fc.assert(
    fc.property(surveys, fc.integer({ min: 0, max: 3 }), (records, most) => {
      const judged = assessed(pack, records)
      const [whole, limited] = [countUnmetSets(pack), countUnmetSets(pack, most)]
      for (const each of judged) {
        whole.add(each)
        limited.add(each)
      }
      const { sets, beyond } = limited.finish()
      expect(sets.length).toBe(Math.min(most, whole.finish().sets.length))
      expect(sets.reduce((sum, set) => sum + set.records, 0) + beyond).toBe(records.length)
    }),
    { numRuns: runs },
  )
})

test('a fact is needed by the records that name it, and lacked by those and others without a value', () => {
  fc.assert(
    fc.property(surveys, (records) => {
      const judged = assessed(pack, records)
      const count = countQuestions(pack)
      for (const each of judged) count.add(each)
      const questions = count.finish()
      expect(questions.map(({ fact }) => fact).sort()).toEqual(
        [...new Set(judged.flatMap(({ needs }) => needs.map((path) => path.replace(/\[\d+\]/, ''))))].sort(),
      )
      for (const { fact, needs, lacks } of questions) {
        const asked = judged.filter((each) => each.needs.includes(fact))
        expect([fact, needs]).toEqual([fact, asked.length])
        expect(lacks).toBeGreaterThanOrEqual(needs)
        if (!pack.derived.has(fact) && fact !== 'members')
          expect([fact, lacks]).toEqual([
            fact,
            judged.filter(
              ({ record, takenAway }) => record.facts.get(fact)?.kind === 'gap' || takenAway.has(fact),
            ).length,
          ])
      }
    }),
    { numRuns: runs },
  )
})

test('a total that its parts give is not lacked, one that they do not give is', () => {
  const count = countQuestions(pack)
  const gap = { kind: 'gap', reason: 'blank' } as const
  const blank = new Map(SOUND.facts).set('net_income', gap).set('income_per_capita', gap)
  const open = new Map(blank)
  for (const name of [...SOUND.facts.keys()].filter((each) => /_(income|expense)$/.test(each)))
    open.set(name, gap)
  for (const facts of [blank, open]) for (const each of assessed(pack, [{ ...SOUND, facts }])) count.add(each)
  expect(count.finish()).toEqual([{ fact: 'net_income', needs: 1, lacks: 1 }])
})

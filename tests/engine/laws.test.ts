import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Range } from '../../src/base/range.js'
import { isClosed, type Value } from '../../src/base/value.js'
import { assessRecord } from '../../src/engine/assess.js'
import type { Assessment, VerdictSet } from '../../src/engine/assessment.js'
import { decide } from '../../src/engine/decide.js'
import type { Evaluation } from '../../src/engine/evaluation.js'
import { deriveValue, evaluate, factValue } from '../../src/engine/interpret.js'
import { judge } from '../../src/engine/judge.js'
import type { Expression } from '../../src/lang/expression/expression.js'
import { type Pack, VERIFY } from '../../src/lang/pack.js'
import { printExpression } from '../../src/lang/parse/print.js'
import { expressionsOf } from '../../src/lang/reads.js'
import { decideByForce } from './random/brute.js'
import { type Chance, chanceFrom } from './random/chance.js'
import { fillGap } from './random/fill.js'
import { isDateGap, learn, openQuestions, settle } from './random/learn.js'
import { loaded } from './random/packs.js'
import { NotKnown, pointValue } from './random/point.js'
import { rangedCase } from './random/ranges.js'
import { type RandomCase, randomCase } from './random/records.js'
import { reordered, reorderedMembers } from './random/reorder.js'
import { holds } from './random/runs.js'
import { shown } from './random/shown.js'
import { conflictsIn, dateOf, evaluationIn, gapsIn, type Situation } from './random/situation.js'

const seed = fc.nat(1_000_000)

const assess = ({ pack, record, option }: Situation): Assessment =>
  assessRecord(pack, record, { asOf: option })

const situationsOf = ({ pack, records, asOf }: RandomCase): Situation[] =>
  records.map((record) => ({ pack, record, option: asOf }))

const possibleIn = ({ decision, possible }: Assessment): readonly string[] =>
  decision === VERIFY ? possible : [decision]

const judged = (evaluation: Evaluation): Map<string, VerdictSet> =>
  new Map(evaluation.pack.criteria.map((each) => [each.id, judge(evaluation, each)]))

function selectorCodes(evaluation: Evaluation): readonly string[] {
  const { by } = evaluation.pack.decisions
  if (by === null) return ['']
  const value = factValue(evaluation, by)
  return value.kind === 'code' ? value.codes : []
}

/** Learns everything that can be learnt, one thing after another; `seen` is told of each step. */
function learnAll(
  start: Situation,
  chance: Chance,
  seen: (before: Situation, after: Situation, what: string) => void,
): Situation {
  let now = start
  // What is learnt can open new questions: a date brings ages into play, members bring facts.
  for (let round = 0; round < 2; round++) {
    for (const question of openQuestions(now, chance)) {
      const after = learn(now, question, chance)
      if (after === null || after === now) continue
      seen(now, after, question)
      now = after
    }
  }
  return now
}

const isIn = (inner: Range, outer: Range): boolean =>
  (outer.lo === null || (inner.lo?.gte(outer.lo) ?? false)) &&
  (outer.hi === null || (inner.hi?.lte(outer.hi) ?? false))

function isWithin(inner: Value, outer: Value): boolean {
  if (inner.kind === 'number' && outer.kind === 'number') return isIn(inner.range, outer.range)
  if (inner.kind === 'truth' && outer.kind === 'truth')
    return outer.truth === 'open' || inner.truth === outer.truth
  return (
    inner.kind === 'code' && outer.kind === 'code' && inner.codes.every((code) => outer.codes.includes(code))
  )
}

/** Every expression of a pack that stands outside rosters. */
const expressionsIn = (pack: Pack): Expression[] => [
  ...pack.criteria.flatMap((each) => [each.met, ...(each.appliesIf === null ? [] : [each.appliesIf])]),
  ...[...pack.derived.values()].flatMap(({ sources }) => sources.flatMap(expressionsOf)),
  ...pack.outputs.map((each) => each.of),
]

describe.each([
  ['known and missing answers', randomCase, 1],
  ['ranges among them', rangedCase, 0.4],
])('the laws, with %s', (_, randomCase, share) => {
  it('every completion and correction keeps a decision that was given', () => {
    holds(
      fc.property(randomCase, seed, (drawn, start) => {
        for (const situation of situationsOf(drawn)) {
          const { decision } = assess(situation)
          if (decision === VERIFY) continue
          for (let round = 0; round < 2; round++)
            learnAll(situation, chanceFrom(start + round), (_, after, what) => {
              const later = assess(after).decision
              if (later !== decision)
                throw new Error(
                  `${decision} became ${later} by ${what}: ${shown(situation)} then ${shown(after)}`,
                )
            })
        }
      }),
      110 * share,
    )
  })

  it('settling what is in needs and blocked gives a decision', () => {
    let settled = 0
    holds(
      fc.property(randomCase, seed, (drawn, start) => {
        for (const situation of situationsOf(drawn)) {
          const { decision, needs, blocked } = assess(situation)
          if (decision !== VERIFY) continue
          for (let round = 0; round < 3; round++) {
            const after = settleAll(situation, needs, blocked, chanceFrom(start + round))
            if (after === null) continue
            settled += 1
            const later = assess(after)
            if (later.decision === VERIFY)
              throw new Error(
                `needs ${needs.join()}, blocked ${blocked.join()}, then ${later.needs.join()} | ${later.blocked.join()}: ${shown(situation)} then ${shown(after)}`,
              )
          }
        }
      }),
      110 * share,
    )
    expect(settled).toBeGreaterThan(100 * share)
  })

  it('values, verdict sets and possible outcomes only shrink as gaps become known', () => {
    holds(
      fc.property(randomCase, seed, (drawn, start) => {
        for (const situation of situationsOf(drawn)) {
          learnAll(situation, chanceFrom(start), (before, after, what) => {
            const grown = whatGrew(before, after)
            if (grown !== null)
              throw new Error(`${grown} grew by ${what}: ${shown(before)} then ${shown(after)}`)
          })
        }
      }),
      180 * share,
    )
  })

  it('the order of sources, criteria, names in a list and operands changes no verdict and no decision', () => {
    holds(
      fc.property(randomCase, seed, (drawn, start) => {
        const sketch = reordered(drawn.sketch, chanceFrom(start))
        const other = loaded(sketch)
        if ('faults' in other)
          throw new Error(`another order does not load: ${other.faults.map(({ message }) => message).join()}`)
        for (const situation of situationsOf(drawn)) {
          const turned = { ...situation, pack: other.pack }
          if (judgement(assess(situation)) !== judgement(assess(turned)))
            throw new Error(
              `${judgement(assess(situation))} became ${judgement(assess(turned))}: ${shown(situation)} and ${shown(turned)}`,
            )
        }
      }),
      50 * share,
    )
  })

  it('the order of members changes no verdict and no decision, and what is asked for only by number', () => {
    holds(
      fc.property(randomCase, seed, (drawn, start) => {
        for (const situation of situationsOf(drawn)) {
          const { record, numbers } = reorderedMembers(situation.record, chanceFrom(start))
          const [before, after] = [assess(situation), assess({ ...situation, record })]
          const renumbered = (names: readonly string[]) =>
            names.map((name) => name.replace(/\d+/, (number) => String(numbers.get(Number(number))))).sort()
          const asked = [renumbered(before.needs), renumbered(before.blocked)]
          if (judgement(before) !== judgement(after))
            throw new Error(`${judgement(before)} became ${judgement(after)}: ${shown(situation)}`)
          expect([[...after.needs].sort(), [...after.blocked].sort()], shown(situation)).toEqual(asked)
        }
      }),
      60 * share,
    )
  })

  it('the order of records changes nothing: each is judged by itself', () => {
    holds(
      fc.property(randomCase, (drawn) => {
        const situations = situationsOf(drawn)
        const forwards = situations.map((each) => judgement(assess(each)))
        const backwards = [...situations].reverse().map((each) => judgement(assess(each)))
        expect(backwards.reverse()).toEqual(forwards)
      }),
      30 * share,
    )
  })
})

/** Decision and verdicts, whatever the order in which they come. */
function judgement({ decision, possible, verdicts }: Assessment): string {
  return JSON.stringify([decision, [...possible].sort(), [...verdicts].sort(([a], [b]) => (a < b ? -1 : 1))])
}

/** Settles these and no others, or `null` where they cannot be settled together without a new conflict. */
function settleAll(
  situation: Situation,
  needs: readonly string[],
  blocked: readonly string[],
  chance: Chance,
): Situation | null {
  const { pack } = situation
  const rank = (name: string): number => {
    // The date comes first, because ages and parameters hang on it.
    if (isDateGap(situation, name)) return 0
    if (pack.parameters.has(name)) return 1
    // What is asked of rows comes before ages are taken from birth dates for good, and both before rows change their numbers.
    if (needs.includes(name)) return 2
    if (name !== pack.record.size) return pack.derived.has(name) ? 5 : 3
    return 4
  }
  const steps = [...needs, ...blocked].sort((a, b) => rank(a) - rank(b))
  let now = situation
  for (const name of steps) {
    const after = needs.includes(name) ? fillGap(now, name, chance) : settle(now, name, chance)
    if (after === null) return null
    now = after
  }
  return now
}

/** The first thing that can be more after something was learnt than before, or `null`. */
function whatGrew(before: Situation, after: Situation): string | null {
  const [earlier, later] = [evaluationIn(before), evaluationIn(after)]
  const [setsBefore, setsAfter] = [judged(earlier), judged(later)]
  for (const [id, was] of setsBefore) {
    const is = setsAfter.get(id)
    if (
      is === undefined ||
      (is.met && !was.met) ||
      (is.unmet && !was.unmet) ||
      (is.notApplicable && !was.notApplicable)
    )
      return `criterion ${id}`
  }
  for (const e of expressionsIn(before.pack))
    if (!isWithin(evaluate(later, e), evaluate(earlier, e))) return `an expression (${e.kind})`
  for (const name of before.pack.derived.keys())
    if (!isWithin(deriveValue(later, name).value, deriveValue(earlier, name).value)) return name
  const [was, is] = [assess(before), assess(after)]
  for (const [name, range] of was.outputs) {
    const now = is.outputs.get(name)
    if (now === undefined || !isIn(now, range)) return `output ${name}`
  }
  return possibleIn(is).every((outcome) => possibleIn(was).includes(outcome)) ? null : 'possible'
}

describe.each([
  ['known and missing answers', randomCase, 1],
  ['ranges among them', rangedCase, 0.4],
])('decisions and values, with %s', (_, randomCase, share) => {
  it('possible and what turns it are what trying every combination finds; verify always names something', () => {
    holds(
      fc.property(randomCase, (drawn) => {
        for (const situation of situationsOf(drawn)) {
          const evaluation = evaluationIn(situation)
          const { decisions } = situation.pack
          const [sets, codes] = [judged(evaluation), selectorCodes(evaluation)]
          const forced = decideByForce(decisions, codes, sets)
          const assessment = assess(situation)
          const { possible, turning, selectorTurns } = decide(decisions, codes, sets)
          expect(possible).toEqual(forced.possible)
          expect(assessment.decision).toBe(possible.length === 1 ? possible[0] : VERIFY)
          expect(assessment.possible).toEqual(possible.length === 1 ? [] : possible)
          if (possible.length > 1) {
            expect([new Set(turning), selectorTurns]).toEqual([forced.turning, forced.selectorTurns])
            expect(assessment.needs.length + assessment.blocked.length).toBeGreaterThan(0)
          } else expect([assessment.needs, assessment.blocked]).toEqual([[], []])
          expect(assessment.reasons).toEqual(forced.reasons)
        }
      }),
      150 * share,
    )
  })

  it('the interpreter holds the plain value of every completion', () => {
    let complete = 0
    holds(
      fc.property(randomCase, seed, (drawn, start) => {
        for (const situation of situationsOf(drawn)) {
          const after = learnAll(situation, chanceFrom(start), () => {})
          if (gapsIn(after).length > 0 || conflictsIn(after).size > 0) continue
          const [open, closed] = [evaluationIn(situation), evaluationIn(after)]
          for (const e of expressionsIn(after.pack)) {
            const plain = plainValue(after, e)
            if (plain === null) continue
            complete += 1
            const value = evaluate(closed, e)
            if (!isClosed(value) || !isWithin(value, plain) || !isWithin(plain, evaluate(open, e)))
              throw new Error(
                `${printExpression(e)} is ${JSON.stringify(plain)}, not ${JSON.stringify(value)} within ${JSON.stringify(evaluate(open, e))}: ${shown(situation)} then ${shown(after)}`,
              )
          }
        }
      }),
      80 * share,
    )
    expect(complete).toBeGreaterThan(500 * share)
  })
})

function plainValue(situation: Situation, e: Expression): Value | null {
  try {
    const plain = pointValue(situation.pack, situation.record, dateOf(situation), e)
    if (typeof plain === 'boolean') return { kind: 'truth', truth: plain }
    return typeof plain === 'string'
      ? { kind: 'code', codes: [plain] }
      : { kind: 'number', range: { lo: plain, hi: plain } }
  } catch (error) {
    if (error instanceof NotKnown) return null
    throw error
  }
}

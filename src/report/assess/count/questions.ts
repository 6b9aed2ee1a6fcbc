import { isClosed } from '../../../base/value.js'
import { evaluationOf } from '../../../engine/assess.js'
import type { Assessment } from '../../../engine/assessment.js'
import { deriveValue } from '../../../engine/interpret.js'
import type { Pack } from '../../../lang/pack.js'
import type { Fact } from '../../../lang/record.js'

/** A fact that records lack. */
export interface Question {
  /** `wage_income`, `members`, `members.age`. */
  readonly fact: string
  /** Records that are undecided and whose decision it could settle. */
  readonly needs: number
  /** Records that do not have it and from which it cannot be worked out, those that need it among them. */
  readonly lacks: number
}

/** Counts what records lack and what they need to be decided; a fact of members counts once a record. */
export function countQuestions(pack: Pack) {
  const counts = new Map<string, { needs: number; lacks: number }>()
  const countOf = (fact: string) => {
    const known = counts.get(fact)
    if (known !== undefined) return known
    const made = { needs: 0, lacks: 0 }
    counts.set(fact, made)
    return made
  }
  return {
    add(assessment: Assessment) {
      const needs = new Set(assessment.needs.map(withoutRow))
      for (const fact of needs) countOf(fact).needs += 1
      for (const fact of new Set([...needs, ...lackedBy(pack, assessment)])) countOf(fact).lacks += 1
    },
    /** What some record needs, most needed first. */
    finish: (): Question[] =>
      [...counts]
        .map(([fact, { needs, lacks }]) => ({ fact, needs, lacks }))
        .filter(({ needs }) => needs > 0)
        .sort((a, b) => b.needs - a.needs || b.lacks - a.lacks || (a.fact < b.fact ? -1 : 1)),
  }
}

const withoutRow = (path: string): string => path.replace(/\[\d+\]/, '')

function lackedBy(pack: Pack, assessment: Assessment): string[] {
  const { facts, members } = assessment.record
  const lacked = [...assessment.takenAway.keys(), ...gapsIn(facts)]
  if (members?.kind === 'gap') lacked.push('members')
  if (members?.kind === 'rows')
    for (const { facts: own } of members.rows) {
      const names = gapsIn(own).filter((name) => !isAgeOfDate(pack, own, name))
      lacked.push(...names.map((name) => `members.${name}`))
    }
  return lacked.map(withoutRow).filter((name) => !isWorkedOut(pack, assessment, name))
}

const gapsIn = (facts: ReadonlyMap<string, Fact>): string[] =>
  [...facts].flatMap(([name, { kind }]) => (kind === 'gap' ? [name] : []))

const isAgeOfDate = (pack: Pack, own: ReadonlyMap<string, Fact>, name: string): boolean => {
  const since = pack.memberFacts?.get(name)?.completedYearsSince
  return since != null && own.get(since)?.kind === 'known'
}

/** True if the value follows from other answers of the record. */
const isWorkedOut = (pack: Pack, assessment: Assessment, name: string): boolean =>
  pack.derived.has(name) && isClosed(deriveValue(evaluationOf(pack, assessment), name).value)

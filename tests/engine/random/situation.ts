import { asOfDate } from '../../../src/engine/assess.js'
import type { Evaluation } from '../../../src/engine/evaluation.js'
import { deriveValue } from '../../../src/engine/interpret.js'
import { memberValue } from '../../../src/engine/member.js'
import { declarationOf } from '../../../src/engine/possible-answers.js'
import { createEvaluation } from '../../../src/engine/taken-away.js'
import type { Pack } from '../../../src/lang/pack.js'
import type { CaseRecord } from '../../../src/lang/record.js'

/** A record with what it is judged by. Learning more changes the record, or what the pack says of one value. */
export interface Situation {
  readonly pack: Pack
  readonly record: CaseRecord
  /** The date that stands for the record's own, or `null`. */
  readonly option: string | null
}

export const dateOf = ({ pack, record, option }: Situation): string | null =>
  asOfDate(pack, record, option).asOf

export const evaluationIn = (situation: Situation): Evaluation =>
  createEvaluation(situation.pack, situation.record, dateOf(situation))

/** Names of all that is in conflict: derived values, ages, and `members` where the roster has another length than the size given. */
export function conflictsIn(situation: Situation): Set<string> {
  const evaluation = evaluationIn(situation)
  const { pack, roster } = evaluation
  const found = new Set<string>()
  if (roster.kind === 'rows') {
    if (roster.length !== 'right') found.add('members')
    for (const [index, row] of roster.rows.entries()) {
      for (const name of pack.memberFacts?.keys() ?? []) {
        if (declarationOf(pack, `members[1].${name}`)?.type === 'date') continue
        if (memberValue(evaluation, { row, number: index + 1 }, name).conflicting)
          found.add(`members[${index + 1}].${name}`)
      }
    }
  }
  for (const name of pack.derived.keys()) if (deriveValue(evaluation, name).conflicting) found.add(name)
  return found
}

/** Names of what checks take away, as in `needs`. */
export const takenAwayIn = (situation: Situation): ReadonlySet<string> =>
  new Set(evaluationIn(situation).takenAway.keys())

/** The later situation, unless it brings a conflict that was not there, or a check takes away what counted before, or what was learnt. */
function ifAccepted(before: Situation, after: Situation, learnt: string): Situation | null {
  const known = conflictsIn(before)
  if (![...conflictsIn(after)].every((each) => known.has(each))) return null
  const taken = takenAwayIn(before)
  const isLearnt = (each: string) => each === learnt || (learnt === 'members' && each.startsWith('members'))
  return [...takenAwayIn(after)].every((each) => taken.has(each) && !isLearnt(each)) ? after : null
}

/** The first of several tries to learn something that brings no new conflict and that no check undoes. */
export function firstOf(
  before: Situation,
  learnt: string,
  tries: number,
  attempt: () => Situation | null,
): Situation | null {
  for (let index = 0; index < tries; index++) {
    const after = attempt()
    const accepted = after && ifAccepted(before, after, learnt)
    if (accepted !== null) return accepted
  }
  return null
}

/** Names of the gaps that an answer could fill; a blank date is none, because the pack's own date stands in for it. */
export function gapsIn(situation: Situation): string[] {
  const { pack, record, roster } = evaluationIn(situation)
  const gaps: string[] = []
  for (const [name, fact] of record.facts) {
    const type = declarationOf(pack, name)?.type
    if (fact.kind === 'gap' && type !== 'text' && type !== 'date') gaps.push(name)
  }
  if (roster.kind === 'gap' ? record.members !== null : roster.isMember.includes('open')) gaps.push('members')
  const rows = roster.kind === 'rows' ? roster.rows : []
  for (const [index, row] of rows.entries())
    if (roster.kind === 'rows' && roster.isMember[index] !== false)
      for (const [name, fact] of row.facts)
        if (fact.kind === 'gap') gaps.push(`members[${index + 1}].${name}`)
  return gaps
}

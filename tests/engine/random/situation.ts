import { declarationOf } from '../../../src/engine/answers.js'
import { asOfDate } from '../../../src/engine/assess.js'
import { createEvaluation, type Evaluation } from '../../../src/engine/evaluation.js'
import { deriveValue } from '../../../src/engine/interpret.js'
import { memberValue } from '../../../src/engine/member.js'
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

/** The later situation, unless it brings a conflict that was not there. */
function unlessConflicting(before: Situation, after: Situation): Situation | null {
  const known = conflictsIn(before)
  return [...conflictsIn(after)].every((each) => known.has(each)) ? after : null
}

/** The first of several tries that brings no new conflict. */
export function firstOf(before: Situation, tries: number, attempt: () => Situation | null): Situation | null {
  for (let index = 0; index < tries; index++) {
    const after = attempt()
    const accepted = after && unlessConflicting(before, after)
    if (accepted !== null) return accepted
  }
  return null
}

/** Names of the gaps that an answer could fill; a blank date is none, because the pack's own date stands in for it. */
export function gapsIn({ pack, record }: Situation): string[] {
  const gaps: string[] = []
  for (const [name, fact] of record.facts) {
    const type = declarationOf(pack, name)?.type
    if (fact.kind === 'gap' && type !== 'text' && type !== 'date') gaps.push(name)
  }
  if (record.members?.kind === 'gap') gaps.push('members')
  const rows = record.members?.kind === 'rows' ? record.members.rows : []
  for (const [index, row] of rows.entries())
    for (const [name, fact] of row.facts) if (fact.kind === 'gap') gaps.push(`members[${index + 1}].${name}`)
  return gaps
}

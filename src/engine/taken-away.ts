import type { Check, Pack } from '../lang/pack.js'
import { type CaseRecord, isSaid } from '../lang/record.js'
import { type Evaluation, evaluationAsIs, type TakenAway } from './evaluation.js'
import { isIn, rowsBound, sizeWithoutRoster, truthOf } from './interpret.js'
import { withFact } from './possible-answers.js'
import { isMemberAsRead } from './who-is-member.js'

const SUSPECT = { kind: 'gap', reason: 'suspect' } as const

/**
 * An evaluation of a record without what its checks take away. All checks see the record as it was read, so their order means nothing.
 * What is unknown already keeps its reason.
 */
export function createEvaluation(pack: Pack, record: CaseRecord, asOf: string | null): Evaluation {
  const asRead = evaluationOfRecord(pack, record, asOf)
  const takenAway = takenByChecks(asRead)
  if (takenAway.size === 0) return asRead
  return { ...evaluationOfRecord(pack, withoutTaken(record, takenAway), asOf), takenAway, asRead }
}

/** A size that something else contradicts does not say which rows are members. */
function evaluationOfRecord(pack: Pack, record: CaseRecord, asOf: string | null): Evaluation {
  const evaluation = evaluationAsIs(pack, record, asOf)
  const { roster } = evaluation
  if (roster.kind === 'gap' || roster.asRead.maybe === undefined) return evaluation
  if (!sizeWithoutRoster(evaluation)?.conflicting) return evaluation
  return {
    ...evaluationAsIs(pack, record, asOf),
    roster: { ...roster, isMember: isMemberAsRead(roster.asRead) },
  }
}

function takenByChecks(asRead: Evaluation): TakenAway {
  const takenAway = new Map<string, Check[]>()
  for (const check of asRead.pack.checks) {
    if (check.gap.length === 0 || truthOf(asRead, check.when) !== true) continue
    for (const name of check.gap)
      for (const known of knownIn(asRead, check, name))
        takenAway.set(known, [...(takenAway.get(known) ?? []), check])
  }
  return takenAway
}

/** The facts under a name that a check takes away, known or within a range: `members.age` of the members that satisfy the condition. */
function knownIn(asRead: Evaluation, check: Check, name: string): string[] {
  const { record } = asRead
  if (name === 'members') return record.members?.kind === 'rows' ? [name] : []
  const member = /^members\.(.+)$/.exec(name)?.[1]
  if (member === undefined) return isSaid(record.facts.get(name)) ? [name] : []
  const { when } = check
  if (when.kind !== 'some') throw new Error(`a checked pack takes ${name} away by \`some\``)
  return rowsBound(asRead, []).flatMap((bound) => {
    const [one] = bound
    const satisfies = isIn(asRead, when.of, bound) === true && truthOf(asRead, when.satisfies, bound) === true
    return satisfies && isSaid(one?.row?.facts.get(member)) ? [`members[${one?.number}].${member}`] : []
  })
}

function withoutTaken(record: CaseRecord, takenAway: TakenAway): CaseRecord {
  let judged = record
  for (const name of takenAway.keys())
    judged = name === 'members' ? { ...judged, members: SUSPECT } : withFact(judged, name, SUSPECT)
  return judged
}

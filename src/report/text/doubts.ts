import type { Assessment } from '../../engine/assessment.js'
import type { Pack } from '../../lang/pack.js'
import type { CaseRecord, ColumnDoubt, Fact } from '../../lang/record.js'

/** A fact of a record that only its column puts in doubt. */
export interface DoubtedFact extends ColumnDoubt {
  /** `wage_income`, `members[2].age`; rows count from 1. */
  readonly fact: string
}

export function columnDoubts({ facts, members }: CaseRecord): DoubtedFact[] {
  const rows = members?.kind === 'rows' ? members.rows : []
  return [...doubtsIn(facts, ''), ...rows.flatMap((row, at) => doubtsIn(row.facts, `members[${at + 1}].`))]
}

const doubtsIn = (facts: ReadonlyMap<string, Fact>, prefix: string): DoubtedFact[] =>
  [...facts].flatMap(([name, fact]) =>
    fact.kind === 'gap' && fact.doubt !== undefined ? [{ fact: prefix + name, ...fact.doubt }] : [],
  )

/** The fact to ask for where a record has no day to be judged on; empty where it has one. */
export const askedOf = ({ record }: Pack, { asOf }: Pick<Assessment, 'asOf'>): readonly string[] =>
  asOf === null && record.date !== null ? [record.date] : []

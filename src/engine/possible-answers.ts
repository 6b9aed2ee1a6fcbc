import type { Range } from '../base/range.js'
import type { FactDeclaration, Pack } from '../lang/pack.js'
import { type CaseRecord, everyRow, type Fact, isSaid, type Known, rosterOfRows } from '../lang/record.js'
import { rangeOfFact } from './evaluation.js'

/** The declaration behind a gap's name, or `null` for `members` and for names that are not a column. */
export function declarationOf(pack: Pack, gap: string): FactDeclaration | null {
  const member = /^members\[\d+\]\.(.+)$/.exec(gap)?.[1]
  if (member !== undefined) return pack.memberFacts?.get(member) ?? null
  return pack.facts.get(gap) ?? pack.derived.get(gap)?.declaration ?? null
}

/** What the record says of a gap, by its name. */
export function factBehind(record: CaseRecord, gap: string): Fact | undefined {
  const [, row, member] = /^members\[(\d+)\]\.(.+)$/.exec(gap) ?? []
  if (member === undefined) return record.facts.get(gap)
  return record.members?.kind === 'rows'
    ? everyRow(record.members)[Number(row) - 1]?.facts.get(member)
    : undefined
}

/** The numbers among which the answer to a gap is; all that the fact can be, unless the record says a range. */
export const numbersLeft = (record: CaseRecord, gap: string, declaration: FactDeclaration): Range =>
  rangeOfFact(declaration, factBehind(record, gap))

/** The record with an answer: one fact of the record, or of one row, has another value. */
export function withAnswer(record: CaseRecord, gap: string, value: Known): CaseRecord {
  return withFact(record, gap, { kind: 'known', value })
}

/** The record with one fact replaced. An unknown name leaves it as it is; a row with a known fact is a member. */
export function withFact(record: CaseRecord, gap: string, fact: Fact): CaseRecord {
  const [, row, member] = /^members\[(\d+)\]\.(.+)$/.exec(gap) ?? []
  if (row === undefined || member === undefined)
    return { ...record, facts: new Map(record.facts).set(gap, fact) }
  if (record.members?.kind !== 'rows') return record
  const { members } = record
  const sure = members.rows.length
  const all = everyRow(members).map((each, index) =>
    index + 1 === Number(row) ? { ...each, facts: new Map(each.facts).set(member, fact) } : each,
  )
  const told = isSaid(fact) ? Number(row) - 1 : -1
  const rows = all.filter((_, index) => index < sure || index === told)
  const maybe = all.filter((_, index) => index >= sure && index !== told)
  return { ...record, members: rosterOfRows(rows, maybe) }
}

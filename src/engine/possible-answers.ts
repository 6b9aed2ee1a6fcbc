import type { FactDeclaration, Pack } from '../lang/pack.js'
import { type CaseRecord, everyRow, type Fact, type Known, rosterOfRows } from '../lang/record.js'

/** The declaration behind a gap's name, or `null` for `members` and for names that are not a column. */
export function declarationOf(pack: Pack, gap: string): FactDeclaration | null {
  const member = /^members\[\d+\]\.(.+)$/.exec(gap)?.[1]
  if (member !== undefined) return pack.memberFacts?.get(member) ?? null
  return pack.facts.get(gap) ?? pack.derived.get(gap)?.declaration ?? null
}

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
  const isSaid = fact.kind === 'known' ? Number(row) - 1 : -1
  const rows = all.filter((_, index) => index < sure || index === isSaid)
  const maybe = all.filter((_, index) => index >= sure && index !== isSaid)
  return { ...record, members: rosterOfRows(rows, maybe) }
}

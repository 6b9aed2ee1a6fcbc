import { columnsOf, type FactDeclaration, type Pack } from '../../lang/pack.js'
import { type CaseRecord, type Fact, type Member, type Roster, rosterOfRows } from '../../lang/record.js'

/**
 * The record as a pack between two others reads it, made from the readings of both. A cell is read by the pack whose declaration of the
 * column the pack between has. If both packs read one record, all packs between them do.
 */
export function recordFor(hybrid: Pack, changed: Pack, before: CaseRecord, after: CaseRecord): CaseRecord {
  if (before === after) return before
  const facts = chosen(columnsOf(hybrid), columnsOf(changed), before.facts, after.facts)
  return { ...before, facts, members: rosterFor(hybrid, changed, before.members, after.members) }
}

function rosterFor(
  { memberFacts }: Pack,
  changed: Pack,
  before: Roster | null,
  after: Roster | null,
): Roster | null {
  if (memberFacts === null) return null
  if (before?.kind !== 'rows' || after?.kind !== 'rows') return before ?? after
  const declared = changed.memberFacts ?? new Map()
  const both = (rows: readonly Member[], others: readonly Member[]) =>
    rows.map(
      (row, index): Member => ({
        ...row,
        facts: chosen(memberFacts, declared, row.facts, others[index]?.facts ?? new Map()),
      }),
    )
  return rosterOfRows(both(before.rows, after.rows), both(before.maybe ?? [], after.maybe ?? []))
}

function chosen(
  columns: ReadonlyMap<string, FactDeclaration>,
  changed: ReadonlyMap<string, FactDeclaration>,
  before: ReadonlyMap<string, Fact>,
  after: ReadonlyMap<string, Fact>,
): Map<string, Fact> {
  const facts = new Map<string, Fact>()
  for (const [name, declaration] of columns) {
    const own = changed.get(name) === declaration ? after.get(name) : before.get(name)
    const fact = own ?? before.get(name) ?? after.get(name)
    if (fact !== undefined) facts.set(name, fact)
  }
  return facts
}

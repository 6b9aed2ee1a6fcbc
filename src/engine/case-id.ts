import { createHash } from 'node:crypto'
import { rangeText } from '../base/range.js'
import { canonicalJson, type Json } from '../base/tree/json-text.js'
import type { FactDeclaration, Pack } from '../lang/pack.js'
import type { CaseRecord, Fact, Member, Roster } from '../lang/record.js'

/**
 * The first 16 hex digits of SHA-256 over a record's own id, its facts as read, the pack's hash and the as-of date. The same case has the
 * same id in ten years, in any file. Personal facts do not count, because results do not store them.
 */
export function caseId(pack: Pack, record: CaseRecord, asOf: string | null): string {
  const content: Json = {
    id: record.id,
    facts: factsJson(record.facts, pack.facts),
    members: membersJson(pack, record.members),
    pack: pack.hash,
    as_of: asOf,
  }
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex').slice(0, 16)
}

function membersJson(pack: Pack, members: Roster | null): Json {
  if (members === null) return null
  if (members.kind === 'gap') return { gap: members.reason }
  const rowJson = ({ facts }: Member) => factsJson(facts, pack.memberFacts ?? new Map())
  return [...members.rows.map(rowJson), ...(members.maybe ?? []).map((row) => ['maybe', rowJson(row)])]
}

const factsJson = (facts: ReadonlyMap<string, Fact>, declared: ReadonlyMap<string, FactDeclaration>): Json =>
  Object.fromEntries(
    [...facts]
      .filter(([name]) => declared.get(name)?.personal !== true)
      .map(([name, fact]) => [name, factJson(fact)]),
  )

const factJson = (fact: Fact): Json => {
  if (fact.kind === 'gap')
    return fact.range === undefined ? { gap: fact.reason } : { range: rangeText(fact.range) }
  return fact.assumed ? { assumed: fact.value } : fact.value
}

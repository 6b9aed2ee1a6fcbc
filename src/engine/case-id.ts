import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from '../base/json-text.js'
import type { Pack } from '../lang/pack.js'
import type { CaseRecord, Fact } from '../lang/record.js'

/**
 * The first 16 hex digits of SHA-256 over a record's own id, its facts as read, the pack's hash and the as-of date: the same case has
 * the same id in ten years, whatever file it came in.
 */
export function caseId(pack: Pack, record: CaseRecord, asOf: string | null): string {
  const { members } = record
  const content: Json = {
    id: record.id,
    facts: factsJson(record.facts),
    members:
      members === null
        ? null
        : members.kind === 'gap'
          ? { gap: members.reason }
          : members.rows.map((row) => factsJson(row.facts)),
    pack: pack.hash,
    as_of: asOf,
  }
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex').slice(0, 16)
}

const factsJson = (facts: ReadonlyMap<string, Fact>): Json =>
  Object.fromEntries([...facts].map(([name, fact]) => [name, factJson(fact)]))

const factJson = (fact: Fact): Json => {
  if (fact.kind === 'gap') return { gap: fact.reason }
  return fact.assumed ? { assumed: fact.value } : fact.value
}

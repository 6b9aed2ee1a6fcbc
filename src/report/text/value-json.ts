import { pointOf, type Range } from '../../base/range.js'
import type { Json } from '../../base/tree/json-text.js'
import type { Value } from '../../base/value.js'
import type { FactDeclaration } from '../../lang/pack.js'
import { type Fact, type GapReason, isSaid, type Member, type Roster } from '../../lang/record.js'

/** Stands in place of a personal value. */
export const PERSONAL = '…'

/** One number as a numeral; a range as `{"min": …, "max": …}`, with `null` for no bound. */
export function rangeJson(range: Range): Json {
  return pointOf(range) ?? { min: range.lo, max: range.hi }
}

/** What was seen: a value; an open number as its range; an open yes/no or code as its gap. */
export function valueJson(value: Value, gap: GapReason | null): Json {
  switch (value.kind) {
    case 'number':
      return rangeJson(value.range)
    case 'truth':
      return value.truth === 'open' ? { gap } : value.truth
    case 'code':
      return value.codes.length === 1 ? (value.codes[0] ?? null) : gap === null ? value.codes : { gap }
  }
}

/** Facts as read, under the names of the pack; a range is `{"min", "max"}`, any other gap `{"gap": reason}`, a personal value `…`. */
export function factsJson(
  facts: ReadonlyMap<string, Fact>,
  declarationOf: (name: string) => FactDeclaration | undefined,
): { [name: string]: Json } {
  const json: { [name: string]: Json } = {}
  for (const [name, fact] of facts)
    json[name] = isSaid(fact) && declarationOf(name)?.personal ? PERSONAL : factJson(fact)
  return json
}

function factJson(fact: Fact): Json {
  if (fact.kind === 'known') return fact.value
  return fact.range === undefined ? { gap: fact.reason } : rangeJson(fact.range)
}

/** The rows that are members; those that may be nobody are in a list of their own. */
export function rosterJson(roster: Roster, memberFacts: ReadonlyMap<string, FactDeclaration>): Json {
  if (roster.kind === 'gap') return { gap: roster.reason }
  return rowsJson(roster.rows, memberFacts)
}

export const rowsJson = (
  rows: readonly Member[],
  memberFacts: ReadonlyMap<string, FactDeclaration>,
): Json[] => rows.map((row) => factsJson(row.facts, (name) => memberFacts.get(name)))

import { ZERO } from '../../base/decimal.js'
import { turningValues } from '../../engine/explain/turning-points.js'
import type { FactDeclaration, Pack } from '../../lang/pack.js'
import type { CaseRecord, Fact, Known, Member } from '../../lang/record.js'
import { blankRecord } from '../prove/candidates.js'

const BLANK: Fact = { kind: 'gap', reason: 'blank' }

/** A gap that a candidate row sets, unlike the facts that nobody asks for. */
export const OPEN_FACT: Fact = { kind: 'gap', reason: 'blank' }

/**
 * Rosters of one member in every combination of the facts that are read, with gaps. Then each of these members beside another one, because
 * some rules judge a member only beside others. Last, no roster.
 */
export function rostersFor(
  pack: Pack,
  read: ReadonlySet<string>,
  asOf: string | null,
): (readonly Member[] | null)[] {
  const facts = [...(pack.memberFacts?.values() ?? [])].filter(
    (fact) => read.has(fact.name) && fact.type !== 'text' && fact.type !== 'date',
  )
  const blank = memberBeside(pack, read, '1')
  let rows: Member[] = [blank]
  let others: Member[] = [memberBeside(pack, read, '2')]
  for (const fact of facts) {
    const values = memberValues(pack, blank, fact, asOf).map((value): Fact => ({ kind: 'known', value }))
    const plain = fact.unit === null ? values.slice(0, 1) : values
    rows = rows.flatMap((row) => [...values, OPEN_FACT].map((each) => withMemberFact(row, fact.name, each)))
    others = others.flatMap((row) => plain.map((each) => withMemberFact(row, fact.name, each)))
  }
  const pairs = others.flatMap((other) => rows.map((row) => [other, row]))
  const stride = Math.ceil(pairs.length / MOST_PAIRS)
  return [...rows.map((row) => [row]), ...pairs.filter((_, index) => index % stride === 0), null]
}

/** Beyond this many pairs of members, every n-th is tried. */
const MOST_PAIRS = 10_000

const withMemberFact = (row: Member, name: string, fact: Fact): Member => ({
  ...row,
  facts: new Map([...row.facts, [name, fact]]),
})

/** A member with no known fact among those that are read. One other fact is known, because a row without any known fact is not a member. */
function memberBeside(pack: Pack, read: ReadonlySet<string>, id: string): Member {
  const declarations = [...(pack.memberFacts?.values() ?? [])]
  const facts = new Map(declarations.map(({ name }) => [name, BLANK]))
  const beside = declarations.find((fact) => !read.has(fact.name) && fact.type === 'yes_no')
  const other = declarations.find((fact) => !read.has(fact.name) && fact.type === 'text' && !fact.personal)
  if (other !== undefined) facts.set(other.name, { kind: 'known', value: id })
  else if (beside !== undefined) facts.set(beside.name, { kind: 'known', value: true })
  else {
    const number = declarations.find((fact) => !read.has(fact.name) && fact.unit !== null)
    if (number !== undefined) facts.set(number.name, { kind: 'known', value: number.range.lo ?? ZERO })
  }
  return { facts, line: null }
}

function memberValues(pack: Pack, blank: Member, fact: FactDeclaration, asOf: string | null): Known[] {
  if (fact.type === 'yes_no') return [true, false]
  if (fact.type === 'code') return fact.codes.map(({ code }) => code)
  const base: CaseRecord = { ...blankRecord(pack), members: { kind: 'rows', rows: [blank] } }
  return turningValues(pack, base, asOf, `members[1].${fact.name}`)
}

import { ZERO } from '../../base/decimal.js'
import { turningValues } from '../../engine/explain/turning-points.js'
import type { FactDeclaration, Pack } from '../../lang/pack.js'
import type { CaseRecord, Fact, Known, Member } from '../../lang/record.js'
import { blankRecord } from '../prove/candidates.js'
import { choicesOf } from '../prove/choices.js'

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
  const [blank, other] = ['1', '2'].map((id) => memberBeside(pack, read, id)) as [Member, Member]
  const values = facts.map((fact) =>
    memberValues(pack, blank, fact, asOf).map((value): Fact => ({ kind: 'known', value })),
  )
  const plain = values.map((each, index) => (facts[index]?.unit === null ? each.slice(0, 1) : each))
  const rows = membersOf(
    blank,
    facts,
    values.map((each) => [...each, OPEN_FACT]),
  )
  const others = membersOf(other, facts, plain)
  const pairs = [...choicesOf([rows, others], MOST_ROSTERS)].map(([row, beside]) => [beside, row])
  return [...rows.map((row) => [row]), ...pairs, null]
}

/** Beyond this many members, or pairs of them, every n-th is tried. */
const MOST_ROSTERS = 2_000

/** The member with every choice of one value for each fact, the last fact fastest. */
const membersOf = (
  member: Member,
  facts: readonly FactDeclaration[],
  values: readonly (readonly Fact[])[],
): Member[] =>
  [...choicesOf(values.toReversed(), MOST_ROSTERS)].map((chosen) => ({
    ...member,
    facts: new Map([
      ...member.facts,
      ...facts.map(({ name }, index) => [name, chosen.at(-1 - index) ?? OPEN_FACT] as const),
    ]),
  }))

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

import { decimal, ONE, ZERO } from '../../base/decimal.js'
import { contains, type Range } from '../../base/range.js'
import { valueInForce } from '../../engine/evaluation.js'
import { turningValues } from '../../engine/explain/turning-points.js'
import type { Expression } from '../../lang/expression/expression.js'
import { unitText } from '../../lang/expression/unit.js'
import { columnsOf, type FactDeclaration, type Pack } from '../../lang/pack.js'
import { expressionsOf, readsOf } from '../../lang/reads.js'
import type { CaseRecord, Fact, Known, Member } from '../../lang/record.js'
import { choicesOf } from './choices.js'

/** A value for one fact, or rows for `members`. */
export type Assignment =
  | { readonly fact: string; readonly value: Known }
  | { readonly fact: 'members'; readonly rows: readonly Member[] }

/** One fact that a candidate record sets, with all its values: thresholds with their neighbours, codes, yes and no. */
export interface Variable {
  readonly fact: string
  readonly values: readonly Assignment[]
}

const BLANK: Fact = { kind: 'gap', reason: 'blank' }

/** A record without any known fact, in a file with every column. */
export function blankRecord(pack: Pack): CaseRecord {
  const columns = columnsOf(pack)
  return {
    id: 'candidate',
    file: 'candidate',
    line: 1,
    facts: new Map([...columns.keys()].map((name) => [name, BLANK])),
    members: pack.memberFacts && { kind: 'gap', reason: 'blank' },
    headers: new Map(),
  }
}

export function assign(record: CaseRecord, assignments: Iterable<Assignment>): CaseRecord {
  const facts = new Map(record.facts)
  let { members } = record
  for (const each of assignments) {
    if ('rows' in each) members = { kind: 'rows', rows: each.rows }
    else facts.set(each.fact, { kind: 'known', value: each.value })
  }
  return { ...record, facts, members }
}

/** The facts to set so that expressions close: the own column of a derived value, else the facts of its easiest source. */
export function factsToSet(pack: Pack, expressions: readonly Expression[]): Set<string> {
  const facts = new Set<string>()
  for (const read of expressions.flatMap((each) => readsOf(pack, each))) {
    if (read === 'members') facts.add('members')
    else if (read.kind === 'fact') facts.add(read.name)
    else if (read.kind === 'derived') for (const fact of factsOfDerived(pack, read.name)) facts.add(fact)
  }
  return facts
}

function factsOfDerived(pack: Pack, name: string): Set<string> {
  const sources = pack.derived.get(name)?.sources ?? []
  if (sources.some((source) => source.kind === 'given')) return new Set([name])
  const ways = sources.map((source) => factsToSet(pack, expressionsOf(source)))
  return ways.find((way) => !way.has('members')) ?? ways[0] ?? new Set()
}

/** The values to try for each of these facts on a date. Thresholds are worked out with the other facts at a few plain values. */
export function variablesFor(pack: Pack, facts: Iterable<string>, asOf: string | null): Variable[] {
  const names = [...facts]
  const columns = columnsOf(pack)
  const plain = names.flatMap((name): Variable[] => {
    const declaration = columns.get(name)
    return declaration === undefined
      ? []
      : [{ fact: name, values: plainValues(declaration).map((value) => ({ fact: name, value })) }]
  })
  const bases = basesOf(pack, plain)
  return names.map((name): Variable => {
    const declaration = columns.get(name)
    if (name === 'members' || declaration === undefined)
      return { fact: 'members', values: rostersOf(pack, asOf) }
    if (declaration.unit === null)
      return plain.find((each) => each.fact === name) ?? { fact: name, values: [] }
    const turning = bases.flatMap((base) => turningValues(pack, base, asOf, name))
    const values = distinct([...plainNumbers(declaration.range), ...turning])
    return { fact: name, values: values.map((value) => ({ fact: name, value })) }
  })
}

/** Records with every variable at its first plain value, and each in turn at its second. */
function basesOf(pack: Pack, plain: readonly Variable[]): CaseRecord[] {
  const firsts = plain.flatMap((each) => each.values.slice(0, 1))
  const base = assign(blankRecord(pack), firsts)
  const others = plain.flatMap((each) => each.values.slice(1, 2)).map((second) => assign(base, [second]))
  return [base, ...others]
}

export function plainValues(declaration: FactDeclaration): Known[] {
  switch (declaration.type) {
    case 'yes_no':
      return [true, false]
    case 'code':
      return declaration.codes.map((each) => each.code)
    case 'date':
    case 'text':
      return []
    default:
      return plainNumbers(declaration.range)
  }
}

function plainNumbers(range: Range) {
  const base = range.lo ?? (range.hi?.lt(ZERO) ? range.hi : ZERO)
  return [base, base.plus(ONE), base.plus(decimal(2))].filter((value) => contains(range, value))
}

function distinct<T extends { toFixed(): string; cmp(other: T): number }>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [value.toFixed(), value])).values()].sort((a, b) => a.cmp(b))
}

/** Beyond this many rosters of one kind, every n-th is tried. */
const MOST_ROSTERS = 2_000

/**
 * Rosters of one member in every combination of what its facts may be; of as many like it as the pack asks for somewhere; and of these
 * beside one other.
 */
function rostersOf(pack: Pack, asOf: string | null): Assignment[] {
  const rows = singlesOf(pack, asOf)
  const [one = 1, ...more] = countsAsked(pack, asOf)
  const alike = [...choicesOf([rows, more], MOST_ROSTERS)].map(([row, count]) => copies(row, count))
  const mixed = [...choicesOf([rows, more, rows], MOST_ROSTERS)].flatMap(([row, count, other]) =>
    row === other ? [] : [[...copies(row, count), other]],
  )
  return [...rows.map((row) => copies(row, one)), ...alike, ...mixed].map((list) => ({
    fact: 'members',
    rows: list,
  }))
}

const copies = (row: Member, count: number): Member[] => Array.from({ length: count }, () => row)

/** No household of a candidate has more members. */
const MOST_MEMBERS = 40

/** How many members a candidate has: one, and around each number of persons that a parameter says. */
export function countsAsked({ parameters }: Pack, asOf: string | null): number[] {
  const counts = new Set([1])
  for (const parameter of parameters.values()) {
    if (unitText(parameter.unit) !== 'person') continue
    const value = valueInForce(parameter, asOf)?.value.toNumber() ?? 1
    for (const count of [value - 1, value, value + 1])
      if (Number.isInteger(count) && count > 1 && count <= MOST_MEMBERS) counts.add(count)
  }
  return [...counts].sort((a, b) => a - b)
}

function singlesOf(pack: Pack, asOf: string | null): Member[] {
  const facts = [...(pack.memberFacts?.values() ?? [])].filter(
    (fact) => fact.type !== 'text' && fact.type !== 'date' && !fact.personal,
  )
  const one: Member = { facts: new Map(facts.map((fact) => [fact.name, BLANK])), line: null }
  const base: CaseRecord = { ...blankRecord(pack), members: { kind: 'rows', rows: [one] } }
  const values = facts.map((fact): Known[] =>
    fact.unit === null
      ? plainValues(fact)
      : distinct([
          ...plainNumbers(fact.range),
          ...turningValues(pack, base, asOf, `members[1].${fact.name}`),
        ]),
  )
  return [...choicesOf(values.toReversed(), MOST_ROSTERS)].map((chosen) => ({
    ...one,
    facts: new Map(
      facts.map(({ name }, index): [string, Fact] => {
        const value = chosen.at(-1 - index)
        return [name, value === undefined ? BLANK : { kind: 'known', value }]
      }),
    ),
  }))
}

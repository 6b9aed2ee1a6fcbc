import { completedYears } from '../../../src/base/date.js'
import { type Decimal, decimal } from '../../../src/base/decimal.js'
import type { Expression, RosterExpression } from '../../../src/lang/expression/expression.js'
import type { Pack } from '../../../src/lang/pack.js'
import { type CaseRecord, everyRow, type Known, type Member } from '../../../src/lang/record.js'

/** Thrown where something is not known, so that there is no one value. */
export class NotKnown extends Error {}

type Plain = Decimal | boolean | string

/** An expression on a record without gaps: numbers, yes or no, and codes, worked out as at school. */
export function pointValue(
  pack: Pack,
  record: CaseRecord,
  asOf: string | null,
  e: Expression,
  bound: readonly Member[] = [],
): Plain {
  const value = (part: Expression) => pointValue(pack, record, asOf, part, bound)
  const number = (part: Expression) => value(part) as Decimal
  const yes = (part: Expression) => value(part) === true
  const members = (of: RosterExpression): Member[] => {
    return livingIn(pack, record).filter((row) =>
      of.where.every((each) => pointValue(pack, record, asOf, each, [...bound, row]) === true),
    )
  }
  const withMember = (part: Expression, row: Member) => pointValue(pack, record, asOf, part, [...bound, row])
  switch (e.kind) {
    case 'number':
      return e.value
    case 'text':
      return e.text
    case 'name':
    case 'member':
      return named(pack, record, asOf, e, bound)
    case 'negate':
      return number(e.operand).times(-1)
    case 'not':
      return !yes(e.operand)
    case 'and':
      return yes(e.left) && yes(e.right)
    case 'or':
      return yes(e.left) || yes(e.right)
    case 'arithmetic': {
      const [a, b] = [number(e.left), number(e.right)]
      return e.operator === '+' ? a.plus(b) : e.operator === '-' ? a.minus(b) : a.times(b)
    }
    case 'comparison':
      return compare(e.operator, value(e.left), value(e.right))
    case 'between': {
      const [x, low, high] = [number(e.operand), number(e.low), number(e.high)]
      return (e.lowIncluded ? x.gte(low) : x.gt(low)) && (e.highIncluded ? x.lte(high) : x.lt(high))
    }
    case 'one-of':
      return e.items.some((item) => compare('=', value(e.operand), value(item)))
    case 'if':
      return yes(e.condition) ? value(e.yes) : value(e.no)
    case 'min':
      return e.items.map(number).reduce((a, b) => (a.lte(b) ? a : b))
    case 'max':
      return e.items.map(number).reduce((a, b) => (a.gte(b) ? a : b))
    case 'count':
      return decimal(members(e.of).length)
    case 'sum':
      return members(e.of).reduce((sum, row) => sum.plus(withMember(e.each, row) as Decimal), decimal(0))
    case 'every':
      return members(e.of).every((row) => withMember(e.satisfies, row) === true)
    case 'some':
      return members(e.of).some((row) => withMember(e.satisfies, row) === true)
  }
}

/** The rows that are members: of those in which nothing stands as many as the size says. */
function livingIn({ record: { size } }: Pack, { members, facts }: CaseRecord): readonly Member[] {
  if (members?.kind !== 'rows' || members.rows.length === 0) throw new NotKnown('members')
  if (members.maybe === undefined) return members.rows
  const given = known(facts.get(size ?? ''))
  if (typeof given !== 'object') throw new NotKnown('members')
  return everyRow(members).slice(0, Number(given))
}

function compare(operator: string, a: Plain, b: Plain): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return (a === b) === (operator === '=')
  const order = a.cmp(b)
  const holds: { readonly [operator: string]: boolean } = {
    '=': order === 0,
    '!=': order !== 0,
    '<': order < 0,
    '<=': order <= 0,
    '>': order > 0,
    '>=': order >= 0,
  }
  return holds[operator] === true
}

function named(
  pack: Pack,
  record: CaseRecord,
  asOf: string | null,
  e: Expression,
  bound: readonly Member[],
): Plain {
  const reference = pack.tables.references[e.id]
  if (reference === undefined) throw new Error('an unresolved name')
  const { name } = reference
  if (reference.kind === 'fact') return known(record.facts.get(name)) ?? fail(name)
  if (reference.kind === 'member') return memberFact(pack, asOf, bound[reference.depth], name)
  if (reference.kind === 'parameter') {
    const begun = pack.parameters.get(name)?.values.filter((each) => asOf !== null && each.from <= asOf) ?? []
    const last = begun[begun.length - 1]
    if (last === undefined || (last.to !== null && asOf !== null && last.to < asOf)) return fail(name)
    return last.value
  }
  const own = known(record.facts.get(name))
  if (own !== undefined) return own
  const source = pack.derived.get(name)?.sources.find((each) => each.kind === 'expression')
  return source?.kind === 'expression' ? pointValue(pack, record, asOf, source.expression) : fail(name)
}

function memberFact(pack: Pack, asOf: string | null, member: Member | undefined, name: string): Plain {
  const own = known(member?.facts.get(name))
  if (own !== undefined) return own
  const born = known(member?.facts.get(pack.memberFacts?.get(name)?.completedYearsSince ?? ''))
  return typeof born === 'string' && asOf !== null ? decimal(completedYears(born, asOf)) : fail(name)
}

const known = (fact: { kind: string; value?: Known } | undefined): Known | undefined =>
  fact?.kind === 'known' ? fact.value : undefined

function fail(name: string): never {
  throw new NotKnown(name)
}

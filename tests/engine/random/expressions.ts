import fc from 'fast-check'
import { decimal } from '../../../src/base/decimal.js'
import type { Expression, RosterExpression } from '../../../src/lang/expression/expression.js'

import {
  CODES,
  DERIVED_NUMBERS,
  DERIVED_YES_NO,
  MEMBER_CODES,
  MEMBER_NUMBERS,
  MEMBER_YES_NO,
  NUMBERS,
  type NumberUnit,
  YES_NO,
} from './vocabulary.js'

/** Where an expression stands: how many members are bound, whether a bare name may be one's fact, and which derived values it may read. */
interface Place {
  readonly variables: readonly (string | null)[]
  readonly bare: boolean
  readonly numbers: number
  readonly yesNo: number
}

const VARIABLES = ['m', 'n'] as const
const MOST_BOUND = 2

type Draw = fc.Arbitrary<Expression>
const ID = { id: 0 }
const drawn = new Map<string, Draw>()

function once(key: readonly unknown[], make: () => Draw): Draw {
  const text = JSON.stringify(key)
  const known = drawn.get(text)
  if (known !== undefined) return known
  const draw = make()
  drawn.set(text, draw)
  return draw
}

const named = (name: string): Expression => ({ kind: 'name', name, ...ID })
const text = (code: string): Expression => ({ kind: 'text', text: code, ...ID })
const ZERO: Expression = { kind: 'number', value: decimal(0), ...ID }

/** `sum(members.age)`: outside rosters nothing else that is recorded is in years. */
const AGES: Expression = {
  kind: 'sum',
  of: { name: 'members', where: [] },
  variable: null,
  each: named('age'),
  ...ID,
}

/** A fact of a member, by its variable or, inside a filter, by its bare name. */
function memberNames(place: Place, names: readonly string[]): Expression[] {
  const byVariable = place.variables.flatMap((variable) =>
    variable === null ? [] : names.map((name): Expression => ({ kind: 'member', variable, name, ...ID })),
  )
  return place.bare ? [...byVariable, ...names.map(named)] : byVariable
}

const weighted = (choices: readonly (readonly [number, Draw | null])[]): Draw =>
  fc.oneof(
    ...choices.flatMap(([weight, arbitrary]) =>
      arbitrary === null || weight === 0 ? [] : [{ weight, arbitrary }],
    ),
  )

const pick = (expressions: readonly Expression[]): Draw | null =>
  expressions.length === 0 ? null : fc.constantFrom(...expressions)

/** A number of one unit. */
function number(unit: NumberUnit, depth: number, place: Place): Draw {
  return once(['number', unit, depth, place], () => {
    const facts = NUMBERS[unit].map(named)
    const derived = unit === 'CNY' ? DERIVED_NUMBERS.slice(0, place.numbers).map(named) : []
    const leaf = weighted([
      [unit === 'year' && place.variables.length === 0 ? 1 : 6, pick(facts)],
      [unit === 'year' && place.variables.length === 0 ? 3 : 0, fc.constant(AGES)],
      [4, pick(derived)],
      [8, pick(memberNames(place, MEMBER_NUMBERS[unit]))],
      [1, fc.constant(ZERO)],
    ])
    if (depth === 0) return leaf
    const same = number(unit, depth - 1, place)
    return weighted([
      [6, leaf],
      [
        4,
        fc.record({
          kind: fc.constant('arithmetic' as const),
          operator: fc.constantFrom('+', '-'),
          left: same,
          right: same,
          id: fc.constant(0),
        }),
      ],
      [1, same.map((operand): Expression => ({ kind: 'negate', operand, ...ID }))],
      [2, product(unit, depth - 1, place)],
      [2, extreme(same)],
      [1, choice(depth - 1, place, same)],
      [
        unit === 'person' ? 3 : 0,
        roster(depth - 1, place, null).map(([of]): Expression => ({ kind: 'count', of, ...ID })),
      ],
      [2, sum(unit, depth - 1, place)],
    ])
  })
}

const extreme = (items: Draw): Draw =>
  fc.record({
    kind: fc.constantFrom('min', 'max'),
    items: fc.array(items, { minLength: 2, maxLength: 3 }),
    id: fc.constant(0),
  })

function choice(depth: number, place: Place, branch: Draw): Draw {
  return fc
    .tuple(truth(depth, place), branch, branch)
    .map(([condition, yes, no]): Expression => ({ kind: 'if', condition, yes, no, ...ID }))
}

function product(unit: NumberUnit, depth: number, place: Place): Draw {
  const pairs: (readonly [NumberUnit, NumberUnit])[] = [[unit, 'ratio']]
  if (unit === 'CNY') pairs.push(['CNY/person', 'person'])
  return fc.oneof(
    ...pairs.map(([a, b]) =>
      fc.tuple(number(a, depth, place), number(b, Math.min(depth, 1), place), fc.boolean()).map(
        ([x, y, turned]): Expression => ({
          kind: 'arithmetic',
          operator: '*',
          left: turned ? y : x,
          right: turned ? x : y,
          ...ID,
        }),
      ),
    ),
  )
}

function sum(unit: NumberUnit, depth: number, place: Place): Draw | null {
  if (place.variables.length >= MOST_BOUND) return null
  const variable = variableAt(place)
  const overExpression = fc
    .tuple(roster(depth, place, variable), number(unit, depth, inside(place, variable)))
    .map(([[of], each]): Expression => ({ kind: 'sum', of, variable, each, ...ID }))
  const facts = MEMBER_NUMBERS[unit]
  if (facts.length === 0) return overExpression
  const overFact = fc
    .tuple(roster(depth, place, null), fc.constantFrom(...facts))
    .map(([[of], fact]): Expression => ({ kind: 'sum', of, variable: null, each: named(fact), ...ID }))
  return fc.oneof({ weight: 2, arbitrary: overFact }, { weight: 1, arbitrary: overExpression })
}

const variableAt = (place: Place): string => VARIABLES[place.variables.length] ?? 'm'

const inside = (place: Place, variable: string | null): Place => ({
  ...place,
  variables: [...place.variables, variable],
})

/** `members` with up to two filters, where the nesting allows one more member. */
function roster(
  depth: number,
  place: Place,
  variable: string | null,
): fc.Arbitrary<readonly [RosterExpression]> {
  const inner: Place = { ...inside(place, variable), bare: true }
  const conditions =
    place.variables.length >= MOST_BOUND || depth < 0
      ? fc.constant([])
      : fc.oneof(
          { weight: 3, arbitrary: fc.constant([]) },
          { weight: 3, arbitrary: truth(Math.min(depth, 1), inner).map((each) => [each]) },
          {
            weight: 1,
            arbitrary: fc.tuple(truth(0, inner), truth(0, inner)).map((each): Expression[] => [...each]),
          },
        )
  return conditions.map((where) => [{ name: 'members', where }] as const)
}

/** A code, with the codes that it may be. */
function code(depth: number, place: Place): fc.Arbitrary<readonly [Expression, readonly string[]]> {
  const facts = Object.entries(CODES).map(([name, codes]) => [named(name), codes] as const)
  const members = Object.entries(MEMBER_CODES).flatMap(([name, codes]) =>
    memberNames(place, [name]).map((each) => [each, codes] as const),
  )
  const leaf = fc.constantFrom(...facts, ...members, ...members)
  if (depth === 0) return leaf
  const written = fc.constantFrom('A', 'B').map((each) => [text(each), [each]] as const)
  const branch = fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 1, arbitrary: written })
  const chosen = fc
    .tuple(truth(depth - 1, place), branch, branch)
    .map(
      ([condition, [yes, some], [no, others]]) =>
        [
          { kind: 'if', condition, yes, no, ...ID } as Expression,
          [...new Set([...some, ...others])],
        ] as const,
    )
  return fc.oneof({ weight: 4, arbitrary: leaf }, { weight: 1, arbitrary: chosen })
}

function codeTest(depth: number, place: Place): Draw {
  const against = (operand: Expression, codes: readonly string[]): Draw => {
    const item = fc.constantFrom(...codes.map(text), ...Object.keys(CODES).map(named))
    // Two facts may only be compared where they share a code; `A` alone is no code of `stove`.
    const fitting = item.map((each) =>
      each.kind === 'name' && each.name === 'stove' && !codes.includes('B') && !codes.includes('C')
        ? text(codes[0] ?? 'A')
        : each,
    )
    return fc.oneof(
      fc
        .tuple(fc.constantFrom('=' as const, '!=' as const), fitting)
        .map(
          ([operator, right]): Expression => ({ kind: 'comparison', operator, left: operand, right, ...ID }),
        ),
      fc
        .array(fitting, { minLength: 1, maxLength: 3 })
        .map((items): Expression => ({ kind: 'one-of', operand, items, ...ID })),
    )
  }
  return code(depth, place).chain(([operand, codes]) => against(operand, codes))
}

/** A yes/no. */
function truth(depth: number, place: Place): Draw {
  return once(['truth', depth, place], () => {
    const leaf = weighted([
      [4, pick(YES_NO.map(named))],
      [4, pick(DERIVED_YES_NO.slice(0, place.yesNo).map(named))],
      [9, pick(memberNames(place, MEMBER_YES_NO))],
      [8, comparison(0, place)],
      [3, codeTest(0, place)],
    ])
    if (depth === 0) return leaf
    const less = truth(depth - 1, place)
    return weighted([
      [3, leaf],
      [6, fc.record({ kind: fc.constantFrom('and', 'or'), left: less, right: less, id: fc.constant(0) })],
      [2, less.map((operand): Expression => ({ kind: 'not', operand, ...ID }))],
      [6, comparison(depth - 1, place)],
      [2, between(depth - 1, place)],
      [1, numberAmong(depth - 1, place)],
      [2, codeTest(1, place)],
      [1, choice(depth - 1, place, less)],
      [6, quantified(depth - 1, place)],
    ])
  })
}

/** Units to compare in; outside rosters only sums and products reach years and money a head, so that bare ones are constant. */
const unitAt = (depth: number, place: Place): fc.Arbitrary<NumberUnit> =>
  place.variables.length > 0
    ? fc.constantFrom('CNY', 'CNY', 'year', 'year', 'person', 'ratio')
    : depth === 0
      ? fc.constantFrom('CNY', 'CNY', 'CNY', 'person', 'ratio')
      : fc.constantFrom('CNY', 'CNY', 'CNY', 'CNY', 'person', 'person', 'ratio', 'year')

function comparison(depth: number, place: Place): Draw {
  return unitAt(depth, place).chain((each) =>
    fc.record({
      kind: fc.constant('comparison' as const),
      operator: fc.constantFrom('<', '<=', '>', '>=', '=', '!='),
      left: number(each, depth, place),
      right: number(each, Math.min(depth, 1), place),
      id: fc.constant(0),
    }),
  )
}

function between(depth: number, place: Place): Draw {
  return unitAt(depth, place).chain((each) =>
    fc.record({
      kind: fc.constant('between' as const),
      operand: number(each, depth, place),
      low: number(each, 0, place),
      high: number(each, Math.min(depth, 1), place),
      lowIncluded: fc.boolean(),
      highIncluded: fc.boolean(),
      id: fc.constant(0),
    }),
  )
}

function numberAmong(depth: number, place: Place): Draw {
  return unitAt(depth, place).chain((each) =>
    fc.record({
      kind: fc.constant('one-of' as const),
      operand: number(each, depth, place),
      items: fc.array(number(each, 0, place), { minLength: 1, maxLength: 3 }),
      id: fc.constant(0),
    }),
  )
}

function quantified(depth: number, place: Place): Draw | null {
  if (place.variables.length >= MOST_BOUND) return null
  const variable = variableAt(place)
  return fc
    .tuple(
      fc.constantFrom('every' as const, 'some' as const),
      roster(depth, place, variable),
      truth(depth, inside(place, variable)),
    )
    .map(([kind, [of], satisfies]): Expression => ({ kind, variable, of, satisfies, ...ID }))
}

const outside = (numbers: number, yesNo: number): Place => ({ variables: [], bare: false, numbers, yesNo })

/** A yes/no that may read this many of the derived values. */
export const yesNoExpression = (depth: number, numbers = 2, yesNo = 2): Draw =>
  truth(depth, outside(numbers, yesNo))

/** `some m in members satisfies …` */
export const someExpression = (depth: number): Draw => {
  const draw = quantified(depth, outside(2, 2))
  if (draw === null) throw new Error('nothing is bound outside')
  return draw.map((e) => (e.kind === 'every' ? { ...e, kind: 'some' as const } : e))
}

/** A number of one unit that may read this many of the derived numbers. */
export const numberExpression = (of: NumberUnit, depth: number, numbers = 2): Draw =>
  number(of, depth, outside(numbers, 0))

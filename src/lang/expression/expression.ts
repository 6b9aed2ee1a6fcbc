import type { Decimal } from '../../base/decimal.js'

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>='
export type ArithmeticOperator = '+' | '-' | '*'

/** `members`, filtered by the conditions in brackets, in which a bare name may be a member fact. */
export interface RosterExpression {
  readonly name: string
  readonly where: readonly Expression[]
}

interface Numbered {
  /** Unique inside a pack; keys the side tables of positions, references and types. */
  readonly id: number
}

/** The content of an expression, without its number. */
export type ExpressionForm =
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'member'; readonly variable: string; readonly name: string }
  | { readonly kind: 'negate'; readonly operand: Expression }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'arithmetic'
      readonly operator: ArithmeticOperator
      readonly left: Expression
      readonly right: Expression
    }
  | {
      readonly kind: 'comparison'
      readonly operator: ComparisonOperator
      readonly left: Expression
      readonly right: Expression
    }
  | {
      readonly kind: 'between'
      readonly operand: Expression
      readonly low: Expression
      readonly high: Expression
      readonly lowIncluded: boolean
      readonly highIncluded: boolean
    }
  | { readonly kind: 'one-of'; readonly operand: Expression; readonly items: readonly Expression[] }
  | {
      readonly kind: 'if'
      readonly condition: Expression
      readonly yes: Expression
      readonly no: Expression
    }
  | { readonly kind: 'min' | 'max'; readonly items: readonly Expression[] }
  | { readonly kind: 'count'; readonly of: RosterExpression }
  /** `sum(members.income)` has no variable and a name to sum; `sum(for m in members return …)` has one. */
  | {
      readonly kind: 'sum'
      readonly of: RosterExpression
      readonly variable: string | null
      readonly each: Expression
    }
  | {
      readonly kind: 'every' | 'some'
      readonly variable: string
      readonly of: RosterExpression
      readonly satisfies: Expression
    }

/** An expression of the rule language as parsed: plain data, without positions. */
export type Expression = Numbered & ExpressionForm

/** An expression that is always a number. Names and `if` may be numbers too. */
export type NumberForm = Expression & {
  readonly kind: 'number' | 'negate' | 'arithmetic' | 'min' | 'max' | 'count' | 'sum'
}

/** An expression that is always a yes/no. */
export type TruthForm = Expression & {
  readonly kind: 'not' | 'and' | 'or' | 'comparison' | 'between' | 'one-of' | 'every' | 'some'
}

/** An expression that goes over the members of a record. */
export type RosterForm = Expression & { readonly kind: 'count' | 'sum' | 'every' | 'some' }

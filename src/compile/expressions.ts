import { placesOf } from '../base/decimal.js'
import type { Expression } from '../lang/expression/expression.js'
import { chosenCode, codeSet, equalCodes, oneOfCodes } from './code-sets.js'
import { betweenNumbers, compared, oneOfNumbers } from './comparisons.js'
import { countOfUnseen, derivedOperand, sumOfUnseen } from './derived.js'
import { atPlaces } from './exact-places.js'
import { parameterOperand, slotOperand, unknownOperand } from './names.js'
import {
  chosenNumber,
  constantNumber,
  extremeOf,
  hullOf,
  type NumberCode,
  negated,
  productOf,
  sumOfNumbers,
} from './numbers.js'
import type { Operand, Scope } from './scope.js'
import { andOf, chosenTruth, constantTruth, isConstant, notOf, orOf, type TruthCode } from './truths.js'

/** The operand of an expression, written once. There are no rows here: nothing is known of any member. */
export function operandOf(scope: Scope, e: Expression): Operand {
  const written = scope.values.get(e.id)
  if (written !== undefined) return written
  const operand = write(scope, e)
  scope.values.set(e.id, operand)
  return operand
}

export function truthIn(scope: Scope, e: Expression): TruthCode {
  const operand = operandOf(scope, e)
  if (operand.kind !== 'truth') throw new Error(`a yes/no was checked to stand here, not a ${operand.kind}`)
  return operand
}

export function numberIn(scope: Scope, e: Expression): NumberCode {
  const operand = operandOf(scope, e)
  if (operand.kind !== 'number') throw new Error(`a number was checked to stand here, not a ${operand.kind}`)
  return operand
}

function write(scope: Scope, e: Expression): Operand {
  const { w } = scope
  const number = (part: Expression) => numberIn(scope, part)
  switch (e.kind) {
    case 'number':
      return numeral(scope, e)
    case 'text':
      return codeSet(w, [e.text], '1', true)
    case 'name':
    case 'member':
      return named(scope, e)
    case 'negate':
      return negated(w, number(e.operand))
    case 'not':
      return notOf(w, truthIn(scope, e.operand))
    case 'and':
    case 'or':
      return connective(scope, e)
    case 'arithmetic':
      return calculated(scope, e)
    case 'comparison':
      return comparison(scope, e)
    case 'between':
      return inRange(scope, e)
    case 'one-of':
      return oneOf(scope, e)
    case 'if':
      return choice(scope, e)
    case 'min':
    case 'max':
      return e.items.map(number).reduce((a, b) => extremeOf(w, e.kind, a, b))
    case 'count':
    case 'sum':
    case 'every':
    case 'some':
      return overUnseen(scope, e)
  }
}

/** The value of expressions about members, where no member is known. */
function overUnseen(scope: Scope, e: Expression & { kind: 'count' | 'sum' | 'every' | 'some' }): Operand {
  switch (e.kind) {
    case 'count':
      return countOfUnseen(scope, operandOf)
    case 'sum':
      return sumOfUnseen(scope.w, numberIn(scope, e.each))
    case 'every':
    case 'some':
      return constantTruth('open')
  }
}

function numeral({ w }: Scope, { value }: Expression & { kind: 'number' }): NumberCode {
  const whole = atPlaces(value, placesOf(value))
  if (whole === null) w.refusals.push('a number with too many digits')
  return constantNumber(whole ?? 0, placesOf(value))
}

function comparison(scope: Scope, e: Expression & { kind: 'comparison' }): TruthCode {
  const { w } = scope
  const [a, b] = [operandOf(scope, e.left), operandOf(scope, e.right)]
  if (a.kind === 'number' && b.kind === 'number') return compared(w, e.operator, a, b)
  if (a.kind !== 'code' || b.kind !== 'code') throw new Error(`cannot compare ${a.kind} with ${b.kind}`)
  return e.operator === '=' ? equalCodes(w, a, b) : notOf(w, equalCodes(w, a, b))
}

function connective(scope: Scope, e: Expression & { kind: 'and' | 'or' }): TruthCode {
  const [a, b] = [truthIn(scope, e.left), truthIn(scope, e.right)]
  return e.kind === 'and' ? andOf(scope.w, a, b) : orOf(scope.w, a, b)
}

function calculated(scope: Scope, e: Expression & { kind: 'arithmetic' }): NumberCode {
  const { w } = scope
  const [a, b] = [numberIn(scope, e.left), numberIn(scope, e.right)]
  switch (e.operator) {
    case '+':
      return sumOfNumbers(w, a, b)
    case '-':
      return sumOfNumbers(w, a, negated(w, b))
    case '*':
      return productOf(w, a, b)
  }
}

function inRange(scope: Scope, e: Expression & { kind: 'between' }): TruthCode {
  const operand = numberIn(scope, e.operand)
  const low = numberIn(scope, e.low)
  const high = numberIn(scope, e.high)
  return betweenNumbers(scope.w, operand, low, high, e.lowIncluded, e.highIncluded)
}

function oneOf(scope: Scope, e: Expression & { kind: 'one-of' }): TruthCode {
  const operand = operandOf(scope, e.operand)
  const items = e.items.map((item) => operandOf(scope, item))
  const codes = items.flatMap((item) => (item.kind === 'code' ? item : []))
  if (operand.kind === 'code') return oneOfCodes(scope.w, operand, codes)
  if (operand.kind !== 'number') throw new Error(`a ${operand.kind} is not one of others`)
  return oneOfNumbers(
    scope.w,
    operand,
    items.flatMap((item) => (item.kind === 'number' ? item : [])),
  )
}

function choice(scope: Scope, e: Expression & { kind: 'if' }): Operand {
  const { w } = scope
  const condition = truthIn(scope, e.condition)
  const [yes, no] = [operandOf(scope, e.yes), operandOf(scope, e.no)]
  if (yes.kind === 'truth' && no.kind === 'truth') return chosenTruth(w, condition, yes, no)
  if (yes.kind === 'code' && no.kind === 'code') return chosenCode(w, condition, yes, no)
  if (yes.kind !== 'number' || no.kind !== 'number') throw new Error(`${yes.kind} or ${no.kind}`)
  if (condition.isKnown) return chosenNumber(w, condition.code, yes, no)
  const either = hullOf(w, yes, no)
  if (isConstant(condition, 'open')) return either
  return chosenNumber(
    w,
    `${condition.code} === 3`,
    either,
    chosenNumber(w, `${condition.code} === 2`, yes, no),
  )
}

function named(scope: Scope, e: Expression): Operand {
  const { pack } = scope
  const reference = pack.tables.references[e.id]
  switch (reference?.kind) {
    case 'fact':
      return slotOperand(scope, reference.name)
    case 'derived':
      return derivedOperand(scope, reference.name, operandOf)
    case 'parameter':
      return parameterOperand(scope, reference.name)
    case 'member': {
      const declaration = pack.memberFacts?.get(reference.name)
      if (declaration === undefined)
        throw new Error(`a checked pack names no unknown member fact: ${reference.name}`)
      return unknownOperand(scope, declaration)
    }
    case undefined:
      throw new Error('a checked pack leaves no name unresolved')
  }
}

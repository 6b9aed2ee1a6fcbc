import { say } from '../../base/say/say.js'
import { REFUSED_UNIT, type Unit, unitText } from '../expression/unit.js'
import type { FactDeclaration } from '../pack.js'

/** The type of an expression. A number without unit is 0 and fits every unit; `broken` was reported and fits everything. */
export type Type =
  | { readonly kind: 'number'; readonly unit: Unit | null }
  | { readonly kind: 'truth' }
  /** Without codes any text fits. */
  | { readonly kind: 'code'; readonly codes: readonly string[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'broken' }

export const TRUTH: Type = { kind: 'truth' }
export const BROKEN: Type = { kind: 'broken' }

/** The type of a fact in expressions; `null` if expressions may not read it. */
export function typeOfFact(fact: FactDeclaration): Type | null {
  if (fact.personal || fact.type === 'date' || fact.type === 'text') return null
  if (fact.type === 'yes_no') return TRUTH
  if (fact.type === 'code') return { kind: 'code', codes: fact.codes.map((each) => each.code) }
  return typeOfUnit(fact.unit)
}

/** The type of a number in a unit. A refused unit fits everywhere. */
export const typeOfUnit = (unit: Unit | null): Type =>
  unit === REFUSED_UNIT ? BROKEN : { kind: 'number', unit }

export function typeName(type: Type): string {
  switch (type.kind) {
    case 'number':
      return type.unit === null ? say('type.number') : say('type.number.in', { unit: unitText(type.unit) })
    case 'truth':
      return say('type.truth')
    case 'code':
      return say(type.codes.length === 0 ? 'type.text' : 'type.code')
    case 'text':
      return say('type.text')
    case 'broken':
      return say('type.value')
  }
}

import { completedYears } from '../base/date.js'
import { decimal } from '../base/decimal.js'
import { point, type Range } from '../base/range.js'
import { meetValues, numberValue, type Value } from '../base/value.js'
import type { FactDeclaration } from '../lang/pack.js'
import type { CaseRecord, Member } from '../lang/record.js'
import { type BoundMember, type DerivedState, type Evaluation, openValue, valueOfFact } from './evaluation.js'

/** A fact of a member. Completed years must agree with the given age, or the two conflict. */
export function memberValue(evaluation: Evaluation, member: BoundMember, name: string): DerivedState {
  const declaration = evaluation.pack.memberFacts?.get(name)
  if (declaration === undefined) throw new Error(`a checked pack names no unknown member fact: ${name}`)
  if (member.row === null) return { value: openValue(declaration), conflicting: false }
  const given = valueOfFact(declaration, member.row.facts.get(name))
  const years = yearsOf(evaluation, member, declaration)
  if (years === null) return { value: given, conflicting: false }
  return meetAll(declaration, [given, numberValue(years)])
}

/** Completed years of a member on the as-of date, or `null` if one of the dates is missing. */
export function yearsOf(
  evaluation: Evaluation,
  member: BoundMember,
  declaration: FactDeclaration,
): Range | null {
  const since = declaration.completedYearsSince
  const date = since === null ? undefined : member.row?.facts.get(since)
  if (evaluation.asOf === null || date?.kind !== 'known' || typeof date.value !== 'string') return null
  return point(decimal(completedYears(date.value, evaluation.asOf)))
}

/** What values and the declared range have in common; the whole range, and a conflict, if that is nothing. */
export function meetAll(declaration: FactDeclaration, values: readonly Value[]): DerivedState {
  const open = openValue(declaration)
  let value: Value | null = open
  for (const each of values) value = value && meetValues(value, each)
  return value === null ? { value: open, conflicting: true } : { value, conflicting: false }
}

/** The place of a fact of a member, or of the member itself. */
export function memberPlace(
  record: CaseRecord,
  row: Member,
  name: string | null,
): { readonly file: string; readonly line: number } {
  const own = name === null ? undefined : row.places?.get(name)
  return own ?? { file: row.file ?? record.file, line: row.line ?? record.line }
}

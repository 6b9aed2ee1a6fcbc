import { completedYears } from '../../../src/base/date.js'
import { type Decimal, decimal } from '../../../src/base/decimal.js'
import { contains, pointOf, type Range } from '../../../src/base/range.js'
import type { Value } from '../../../src/base/value.js'
import { declarationOf, withAnswer } from '../../../src/engine/answers.js'
import { asOfDate } from '../../../src/engine/assess.js'
import { createEvaluation, type Evaluation, openValue } from '../../../src/engine/evaluation.js'
import { deriveValue, sourceValue } from '../../../src/engine/interpret.js'
import { memberValue } from '../../../src/engine/member.js'
import type { Derived, FactDeclaration, Pack, Parameter } from '../../../src/lang/pack.js'
import type { CaseRecord, Fact, Known, Member } from '../../../src/lang/record.js'
import { DATES } from './packs.js'
import { birthFor, into, someIn, thresholds } from './records.js'

/** A record with what it is judged by. Learning more changes the record, or what the pack says of one value. */
export interface Situation {
  readonly pack: Pack
  readonly record: CaseRecord
  /** The date that stands for the record's own, or `null`. */
  readonly option: string | null
}

/** A whole number from 0, below the one given. */
export type Chance = (below: number) => number

/** The same seed gives the same numbers (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

export function shuffled<T>(list: readonly T[], chance: Chance): T[] {
  const result = [...list]
  for (let last = result.length - 1; last > 0; last--) {
    const other = chance(last + 1)
    const [a, b] = [result[last], result[other]]
    if (a !== undefined && b !== undefined) {
      result[last] = b
      result[other] = a
    }
  }
  return result
}

const oneOf = <T>(list: readonly T[], chance: Chance): T => {
  const value = list[chance(list.length)]
  if (value === undefined) throw new Error('nothing to choose from')
  return value
}

export const dateOf = ({ pack, record, option }: Situation): string | null =>
  asOfDate(pack, record, option).asOf

export const evaluationIn = (situation: Situation): Evaluation =>
  createEvaluation(situation.pack, situation.record, dateOf(situation))

/** Names of all that is in conflict: derived values, ages, and `members` where the roster has another length than the size given. */
export function conflictsIn(situation: Situation): Set<string> {
  const evaluation = evaluationIn(situation)
  const { pack, roster } = evaluation
  const found = new Set<string>()
  if (roster.kind === 'rows') {
    if (roster.length !== 'right') found.add('members')
    for (const [index, row] of roster.rows.entries()) {
      for (const name of pack.memberFacts?.keys() ?? []) {
        if (declarationOf(pack, `members[1].${name}`)?.type === 'date') continue
        if (memberValue(evaluation, { row, number: index + 1 }, name).conflicting)
          found.add(`members[${index + 1}].${name}`)
      }
    }
  }
  for (const name of pack.derived.keys()) if (deriveValue(evaluation, name).conflicting) found.add(name)
  return found
}

/** The later situation, unless it brings a conflict that was not there. */
function unlessConflicting(before: Situation, after: Situation): Situation | null {
  const known = conflictsIn(before)
  return [...conflictsIn(after)].every((each) => known.has(each)) ? after : null
}

/** The first of several tries that brings no new conflict. */
function firstOf(before: Situation, tries: number, attempt: () => Situation | null): Situation | null {
  for (let index = 0; index < tries; index++) {
    const after = attempt()
    const accepted = after && unlessConflicting(before, after)
    if (accepted !== null) return accepted
  }
  return null
}

/** Names of the gaps that an answer could fill; a blank date is none, because the pack's own date stands in for it. */
export function gapsIn({ pack, record }: Situation): string[] {
  const gaps: string[] = []
  for (const [name, fact] of record.facts) {
    const type = declarationOf(pack, name)?.type
    if (fact.kind === 'gap' && type !== 'text' && type !== 'date') gaps.push(name)
  }
  if (record.members?.kind === 'gap') gaps.push('members')
  const rows = record.members?.kind === 'rows' ? record.members.rows : []
  for (const [index, row] of rows.entries())
    for (const [name, fact] of row.facts) if (fact.kind === 'gap') gaps.push(`members[${index + 1}].${name}`)
  return gaps
}

/** Answers one question: any value of the declared range that brings no new conflict; `null` where none was found. */
export function fillGap(situation: Situation, name: string, chance: Chance): Situation | null {
  if (name === 'members') return fillRoster(situation, chance)
  const declaration = declarationOf(situation.pack, name)
  if (declaration === null) throw new Error(`no gap: ${name}`)
  const answer = (value: Known | null) =>
    value === null ? null : { ...situation, record: withAnswer(situation.record, name, value) }
  const found = firstOf(situation, 4, () => answer(someValue(situation, name, declaration, chance)))
  if (found !== null || declaration.unit === null) return found
  return firstOf(situation, 1, () => answer(fittingNumber(situation, name, declaration)))
}

function someValue(
  situation: Situation,
  name: string,
  declaration: FactDeclaration,
  chance: Chance,
): Known | null {
  switch (declaration.type) {
    case 'yes_no':
      return chance(2) === 1
    case 'code':
      return oneOf(declaration.codes, chance).code
    case 'date':
      return birthFor(dateOf(situation), oneOf([16, 0, 1, 2, 18, 17, 40], chance), chance(3) - 1)
    case 'text':
      return null
    default:
      return someNumber(situation.pack, declaration, rangeNow(situation, name, declaration), chance)
  }
}

/** What a number can still be: what the other sources of a derived value leave, the completed years of a member, else its range. */
function rangeNow(situation: Situation, name: string, declaration: FactDeclaration): Range {
  const evaluation = evaluationIn(situation)
  const [, row, fact] = /^members\[(\d+)\]\.(.+)$/.exec(name) ?? []
  const member =
    situation.record.members?.kind === 'rows' ? situation.record.members.rows[Number(row) - 1] : undefined
  const value: Value =
    fact !== undefined && member !== undefined
      ? memberValue(evaluation, { row: member, number: Number(row) }, fact).value
      : situation.pack.derived.has(name)
        ? deriveValue(evaluation, name).value
        : openValue(declaration)
  return value.kind === 'number' ? value.range : declaration.range
}

function someNumber(pack: Pack, declaration: FactDeclaration, range: Range, chance: Chance): Decimal | null {
  const at = oneOf(thresholds(pack, declaration, 1 + chance(4)), chance)
  const nudge = decimal(oneOf(['0', '0', '0.5', '-0.5', '1', '-1', '0.01', '1000000', '-1000000'], chance))
  return someIn(declaration, range, at.plus(nudge))
}

/** The number at which the sources of a derived value that would conflict agree, where they run straight. */
function fittingNumber(situation: Situation, name: string, declaration: FactDeclaration): Decimal | null {
  const [first, second] = [decimal(1), decimal(3)].map((each) => into(declaration, each))
  if (first === undefined || second === undefined || first.eq(second)) return null
  const [before, after] = [first, second].map((value) =>
    evaluationIn({ ...situation, record: withAnswer(situation.record, name, value) }),
  )
  for (const derived of situation.pack.derived.values()) {
    if (before === undefined || after === undefined || !deriveValue(before, derived.name).conflicting)
      continue
    const [apartBefore, apartAfter] = [before, after].map((evaluation) => apartIn(evaluation, derived))
    if (apartBefore == null || apartAfter == null || apartBefore === apartAfter) continue
    const root = Number(first) - (apartBefore * (Number(second) - Number(first))) / (apartAfter - apartBefore)
    const text = root.toFixed(9).replace(/\.?0+$/, '')
    return someIn(declaration, declaration.range, decimal(text))
  }
  return null
}

/** How far the first two ranges of a derived value that have nothing in common are apart. */
function apartIn(evaluation: Evaluation, derived: Derived): number | null {
  const ranges = [
    openValue(derived.declaration),
    ...derived.sources.map((source) => sourceValue(evaluation, derived, source)),
  ].flatMap((value) => (value.kind === 'number' ? [value.range] : []))
  for (const [index, a] of ranges.entries()) {
    for (const b of ranges.slice(index + 1)) {
      if (a.lo !== null && b.hi !== null && a.lo.gt(b.hi)) return Number(a.lo) - Number(b.hi)
      if (a.hi !== null && b.lo !== null && a.hi.lt(b.lo)) return Number(a.hi) - Number(b.lo)
    }
  }
  return null
}

/** Rows with every field, as many as the size where it is known, else as many as it can be. */
function fillRoster(situation: Situation, chance: Chance): Situation | null {
  return firstOf(situation, 6, () => {
    const count = rosterLength(situation, chance)
    const rows = Array.from({ length: count }, () => someMember(situation, chance))
    return { ...situation, record: { ...situation.record, members: { kind: 'rows', rows } } }
  })
}

function rosterLength({ pack, record, option }: Situation, chance: Chance): number {
  const { size } = pack.record
  const likely = 1 + chance(3)
  if (size === null) return likely
  const evaluation = evaluationIn({ pack, record, option })
  const fact = record.facts.get(size)
  const value = pack.derived.has(size)
    ? deriveValue(evaluation, size).value
    : fact?.kind === 'known' && typeof fact.value === 'object'
      ? { kind: 'number' as const, range: { lo: fact.value, hi: fact.value } }
      : null
  if (value === null || value.kind !== 'number') return likely
  const known = pointOf(value.range)
  if (known !== null) return Math.min(50, Number(known))
  return Math.max(likely, Math.min(50, Number(value.range.lo ?? 1)))
}

function someMember(situation: Situation, chance: Chance): Member {
  const asOf = dateOf(situation)
  const facts = new Map<string, Fact>()
  let years: Decimal | null = null
  for (const declaration of situation.pack.memberFacts?.values() ?? []) {
    const linked = declaration.completedYearsSince === null ? null : years
    const value =
      linked ??
      someValue({ ...situation, record: { ...situation.record, members: null } }, '', declaration, chance)
    if (declaration.type === 'date' && asOf !== null && typeof value === 'string')
      years = decimal(completedYears(value, asOf))
    facts.set(declaration.name, value === null ? { kind: 'gap', reason: 'blank' } : { kind: 'known', value })
  }
  return { facts, line: null }
}

/** Makes roster and size agree: missing members come to light, or some rows are none, or the size was wrong, or both in part. */
export function correctRoster(situation: Situation, chance: Chance): Situation | null {
  const { record, pack } = situation
  const { size } = pack.record
  const given = size === null ? undefined : record.facts.get(size)
  if (
    size === null ||
    given?.kind !== 'known' ||
    typeof given.value !== 'object' ||
    record.members?.kind !== 'rows'
  )
    return null
  const { rows } = record.members
  const wanted = Number(given.value)
  return firstOf(situation, 4, () => {
    const count = oneOf(
      [wanted, wanted, rows.length, wanted + Math.trunc((rows.length - wanted) / 2)],
      chance,
    )
    const corrected =
      count >= rows.length
        ? [...rows, ...Array.from({ length: count - rows.length }, () => someMember(situation, chance))]
        : shuffled(rows, chance).slice(0, count)
    const members = { kind: 'rows' as const, rows: corrected }
    return { ...situation, record: withAnswer({ ...record, members }, size, decimal(count)) }
  })
}

/** Puts one value in the place of a derived value: nothing but its own column says it any more. */
export function forceDerived(situation: Situation, name: string, chance: Chance): Situation | null {
  const derived = situation.pack.derived.get(name)
  if (derived === undefined) return null
  const { value } = deriveValue(evaluationIn(situation), name)
  const { declaration } = derived
  return firstOf(situation, 4, () => {
    const known =
      value.kind === 'truth'
        ? value.truth === 'open'
          ? chance(2) === 1
          : value.truth
        : value.kind === 'number'
          ? name === situation.pack.record.size && situation.record.members?.kind === 'rows'
            ? decimal(situation.record.members.rows.length)
            : someNumber(situation.pack, declaration, value.range, chance)
          : null
    if (known === null) return null
    const alone: Derived = { ...derived, sources: [{ kind: 'given' }] }
    const pack = { ...situation.pack, derived: new Map([...situation.pack.derived, [name, alone] as const]) }
    return { ...situation, pack, record: withAnswer(situation.record, name, known) }
  })
}

/** Puts one age in the place of a member's that conflicts with the birth date; birth dates say no age of this fact any more. */
export function forceAge(situation: Situation, gap: string, chance: Chance): Situation | null {
  const [, row, name] = /^members\[(\d+)\]\.(.+)$/.exec(gap) ?? []
  const declaration = situation.pack.memberFacts?.get(name ?? '')
  const { members } = situation.record
  if (name === undefined || declaration === undefined || members?.kind !== 'rows') return null
  const evaluation = evaluationIn(situation)
  const rows = members.rows.map((each, index): Member => {
    const { value } = memberValue(evaluation, { row: each, number: index + 1 }, name)
    const known = value.kind === 'number' ? pointOf(value.range) : null
    return known === null
      ? each
      : { ...each, facts: new Map([...each.facts, [name, { kind: 'known', value: known }]]) }
  })
  const unlinked = { ...declaration, completedYearsSince: null }
  const pack: Pack = {
    ...situation.pack,
    memberFacts: new Map([...(situation.pack.memberFacts ?? []), [name, unlinked] as const]),
  }
  const record = { ...situation.record, members: { kind: 'rows' as const, rows } }
  return firstOf(situation, 4, () => {
    const value = someNumber(pack, declaration, declaration.range, chance)
    return value === null
      ? null
      : { ...situation, pack, record: withAnswer(record, `members[${row}].${name}`, value) }
  })
}

/** Gives a parameter a value on the as-of date, anywhere in its declared range. */
export function extendParameter(situation: Situation, name: string, chance: Chance): Situation | null {
  const parameter = situation.pack.parameters.get(name)
  const from = dateOf(situation)
  if (parameter === undefined || from === null) return null
  return firstOf(situation, 4, () => {
    const nudge = decimal(oneOf(['0', '1', '-1', '0.5', '-0.5', '100'], chance))
    const near = oneOf(parameter.values, chance)
    const value = near.value.plus(nudge)
    if (!contains(parameter.range, value)) return null
    const values = [...parameter.values, { from, to: null, value, citation: near.citation }].sort((a, b) =>
      a.from < b.from ? -1 : 1,
    )
    return { ...situation, pack: withParameter(situation.pack, { ...parameter, values }) }
  })
}

const withParameter = (pack: Pack, parameter: Parameter): Pack => ({
  ...pack,
  parameters: new Map([...pack.parameters, [parameter.name, parameter] as const]),
})

/** Gives the record a date that can be read; it is judged on that date then. */
export function setDate(situation: Situation, chance: Chance): Situation | null {
  const { date } = situation.pack.record
  return firstOf(situation, 4, () => {
    const day = oneOf([...DATES, '2013-06-01', '2021-06-01'], chance)
    const isInput =
      date === null ||
      gapReason(situation.record, date) === 'blank' ||
      gapReason(situation.record, date) === 'absent'
    return isInput
      ? { ...situation, option: day }
      : { ...situation, record: withAnswer(situation.record, date, day) }
  })
}

const gapReason = (record: CaseRecord, name: string) => {
  const fact = record.facts.get(name)
  return fact === undefined ? 'absent' : fact.kind === 'gap' ? fact.reason : null
}

/** Whether any of the names stands for the as-of date. */
export const isDateGap = ({ pack }: Situation, name: string): boolean =>
  name === (pack.record.date ?? 'as_of')

/** Settles what no answer settles, by its name in `blocked`: a conflict, a parameter, a rounded figure, the date. */
export function settle(situation: Situation, name: string, chance: Chance): Situation | null {
  const { pack } = situation
  if (isDateGap(situation, name)) return dateOf(situation) === null ? setDate(situation, chance) : situation
  if (pack.parameters.has(name)) {
    const isInForce = evaluationIn(situation).parameter(name).inForce !== null
    return isInForce ? situation : extendParameter(situation, name, chance)
  }
  if (name === pack.record.size && conflictsIn(situation).has('members')) {
    const corrected = correctRoster(situation, chance)
    const isStill = corrected !== null && conflictsIn(corrected).has(name)
    return isStill ? forceDerived(corrected, name, chance) : corrected
  }
  if (pack.derived.has(name)) return forceDerived(situation, name, chance)
  return conflictsIn(situation).has(name)
    ? forceAge(situation, name, chance)
    : fillGap(situation, name, chance)
}

/** Learns one more thing, whether it is a gap to fill or something blocked to settle; what is no question any more changes nothing. */
export function learn(situation: Situation, name: string, chance: Chance): Situation | null {
  const { pack } = situation
  const conflicts = conflictsIn(situation)
  if (conflicts.has(name) || (name === pack.record.size && conflicts.has('members')))
    return settle(situation, name, chance)
  if (gapsIn(situation).includes(name)) return fillGap(situation, name, chance)
  return pack.parameters.has(name) || isDateGap(situation, name) ? settle(situation, name, chance) : situation
}

/** Everything that can still be learnt of a situation, in random order: gaps to fill and what is blocked to settle. */
export function openQuestions(situation: Situation, chance: Chance): string[] {
  const { pack } = situation
  const asOf = dateOf(situation)
  const evaluation = evaluationIn(situation)
  const conflicts = [...conflictsIn(situation)].map((each) =>
    each === 'members' ? (pack.record.size ?? each) : each,
  )
  const parameters = [...pack.parameters.keys()].filter((name) => evaluation.parameter(name).inForce === null)
  const questions = new Set([...gapsIn(situation), ...conflicts, ...parameters])
  const ordered = shuffled([...questions], chance)
  return asOf === null ? [pack.record.date ?? 'as_of', ...ordered] : ordered
}

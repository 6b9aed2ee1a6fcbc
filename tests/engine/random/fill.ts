import { completedYears } from '../../../src/base/date.js'
import { type Decimal, decimal } from '../../../src/base/decimal.js'
import { pointOf, type Range } from '../../../src/base/range.js'
import type { Value } from '../../../src/base/value.js'
import { type Evaluation, openValue, type RosterState, valueOfFact } from '../../../src/engine/evaluation.js'
import { deriveValue, factValue, sourceValue } from '../../../src/engine/interpret.js'
import { memberValue } from '../../../src/engine/member.js'
import { declarationOf, factBehind, numbersLeft, withAnswer } from '../../../src/engine/possible-answers.js'
import type { Derived, FactDeclaration, Pack } from '../../../src/lang/pack.js'
import { type Fact, isSaid, type Known, type Member, rosterOfRows } from '../../../src/lang/record.js'
import { type Chance, oneOf } from './chance.js'
import { dateOf, evaluationIn, firstOf, type Situation } from './situation.js'
import { birthFor, into, someIn, thresholds } from './values.js'

/** Answers one question: any value of the declared range that brings no new conflict; `null` where none was found. */
export function fillGap(situation: Situation, name: string, chance: Chance): Situation | null {
  const { roster } = evaluationIn(situation)
  if (name === 'members')
    return roster.kind === 'rows' ? settleRows(situation, roster, chance) : fillRoster(situation, chance)
  const [, row] = /^members\[(\d+)\]/.exec(name) ?? []
  if (row !== undefined && roster.kind === 'rows' && !roster.isMember[Number(row) - 1]) return situation
  const declaration = declarationOf(situation.pack, name)
  if (declaration === null) throw new Error(`no gap: ${name}`)
  const answer = (value: Known | null) =>
    value === null ? null : { ...situation, record: withAnswer(situation.record, name, value) }
  const found = firstOf(situation, name, 4, () => answer(someValue(situation, name, declaration, chance)))
  if (found !== null || declaration.unit === null) return found
  return firstOf(situation, name, 1, () => answer(fittingNumber(situation, name, declaration)))
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
        : valueOfFact(declaration, factBehind(situation.record, name))
  return value.kind === 'number' ? value.range : declaration.range
}

export function someNumber(
  pack: Pack,
  declaration: FactDeclaration,
  range: Range,
  chance: Chance,
): Decimal | null {
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
    return someIn(declaration, numbersLeft(situation.record, name, declaration), decimal(text))
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
  return firstOf(situation, 'members', 6, () => {
    const count = rosterLength(situation, chance)
    const rows = Array.from({ length: count }, () => someMember(situation, chance))
    return { ...situation, record: { ...situation.record, members: { kind: 'rows', rows } } }
  })
}

/** Says of each row in which nothing stands whether it is a member. */
function settleRows(
  situation: Situation,
  roster: RosterState & { kind: 'rows' },
  chance: Chance,
): Situation | null {
  return firstOf(situation, 'members', 4, () => {
    const { asRead } = roster
    const sure = asRead.rows.length
    const living = (asRead.maybe ?? []).filter((_, index) => {
      const is = roster.isMember[sure + index]
      return is === 'open' ? chance(2) === 1 : is
    })
    const members = rosterOfRows([...asRead.rows, ...living], [])
    return { ...situation, record: { ...situation.record, members } }
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
    : isSaid(fact)
      ? factValue(evaluation, size)
      : null
  if (value === null || value.kind !== 'number') return likely
  const known = pointOf(value.range)
  if (known !== null) return Math.min(50, Number(known))
  return Math.max(likely, Math.min(50, Number(value.range.lo ?? 1)))
}

export function someMember(situation: Situation, chance: Chance): Member {
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

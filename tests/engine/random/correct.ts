import { type Decimal, decimal } from '../../../src/base/decimal.js'
import { contains, pointOf } from '../../../src/base/range.js'
import { givenSize } from '../../../src/engine/evaluation.js'
import { deriveValue } from '../../../src/engine/interpret.js'
import { memberValue } from '../../../src/engine/member.js'
import { withAnswer } from '../../../src/engine/possible-answers.js'
import { rowsAsRead } from '../../../src/engine/who-is-member.js'
import type { Derived, Pack, Parameter } from '../../../src/lang/pack.js'
import { type CaseRecord, everyRow, type Member, type RosterRows } from '../../../src/lang/record.js'
import { type Chance, oneOf, shuffled } from './chance.js'
import { someMember, someNumber } from './fill.js'
import { dateOf, evaluationIn, firstOf, type Situation } from './situation.js'
import { DATES } from './sketch.js'

/** Makes roster and size agree: missing members come to light, or some rows are none, or the size was wrong, or both in part. */
export function correctRoster(situation: Situation, chance: Chance): Situation | null {
  const { record, pack } = situation
  const { size } = pack.record
  const given = givenSize(pack, record)
  if (size === null || given === null || record.members?.kind !== 'rows') return null
  const rows = everyRow(record.members)
  const wanted = Number(given.lo?.gt(rows.length) ? given.lo : (given.hi ?? given.lo))
  return firstOf(situation, size, 4, () => {
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
  return firstOf(situation, name, 4, () => {
    const known =
      value.kind === 'truth'
        ? value.truth === 'open'
          ? chance(2) === 1
          : value.truth
        : value.kind === 'number'
          ? name === situation.pack.record.size && situation.record.members?.kind === 'rows'
            ? sizeOfRows(situation.record.members, chance)
            : someNumber(situation.pack, declaration, value.range, chance)
          : null
    if (known === null) return null
    const alone: Derived = { ...derived, sources: [{ kind: 'given' }] }
    const pack = { ...situation.pack, derived: new Map([...situation.pack.derived, [name, alone] as const]) }
    return { ...situation, pack, record: withAnswer(situation.record, name, known) }
  })
}

/** Any number of members that the rows allow. */
function sizeOfRows(roster: RosterRows, chance: Chance): Decimal {
  const { lo, hi } = rowsAsRead(roster)
  return lo.plus(decimal(chance(Number(hi) - Number(lo) + 1)))
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
  const record = { ...situation.record, members: { ...members, rows } }
  return firstOf(situation, gap, 4, () => {
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
  return firstOf(situation, name, 4, () => {
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
  return firstOf(situation, date ?? 'as_of', 4, () => {
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

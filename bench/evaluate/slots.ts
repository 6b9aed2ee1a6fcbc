import { gapNumber, type SlotTable } from '../../src/engine/compile-js/slots.js'
import type { Facts } from '../judge.js'

/** The slots of one household. */
export interface Slots {
  readonly values: Float64Array
  readonly gaps: Uint8Array
}

const BLANK = gapNumber('blank')
const ABSENT = gapNumber('absent')

/** Slots of a household of a generated file: what the file has no column for is absent and stays so. */
export function emptySlots({ length, roster }: SlotTable): Slots {
  const gaps = new Uint8Array(length).fill(ABSENT)
  if (roster >= 0) gaps[roster] = ABSENT
  return { values: new Float64Array(length), gaps }
}

/** Writes facts into slots by hand, as `judge` reads them by hand. */
export function slotFiller(table: SlotTable): (facts: Facts, slots: Slots) => void {
  const at = placesOfSlots(table)
  const [statuses, grades, remedies] = [at.status, at.grade, at.remedy].map(
    (slot) => new Map((table.slots[slot]?.codes ?? []).map((code, index) => [code, index])),
  )
  const code = (codes: ReadonlyMap<string, number> | undefined, value: string | null) =>
    value === null ? null : (codes?.get(value) ?? null)
  return (f, slots) => {
    put(slots, at.status, code(statuses, f.status))
    put(slots, at.size, f.size)
    put(slots, at.wage, f.wage)
    put(slots, at.business, f.business)
    put(slots, at.property, f.property)
    put(slots, at.transfer, f.transfer)
    put(slots, at.expense, f.expense)
    putTruth(slots, at.food, f.food)
    putTruth(slots, at.clothing, f.clothing)
    put(slots, at.insured, f.insured)
    put(slots, at.grade, code(grades, f.grade))
    put(slots, at.remedy, code(remedies, f.remedy))
    put(slots, at.minutes, f.minutes === null ? null : Math.round(f.minutes * 100))
    putTruth(slots, at.shortage, f.shortage)
    putTruth(slots, at.quality, f.quality)
    putTruth(slots, at.electricity, f.electricity)
    put(slots, at.children, f.children)
    put(slots, at.enrolled, f.enrolled)
    putTruth(slots, at.risk, f.risk)
  }
}

function put({ values, gaps }: Slots, slot: number, value: number | null): void {
  gaps[slot] = value === null ? BLANK : 0
  values[slot] = value ?? 0
}

function putTruth({ values, gaps }: Slots, slot: number, value: boolean | null): void {
  gaps[slot] = value === null ? BLANK : 0
  values[slot] = value === true ? 1 : 0
}

/** Where each fact stands; throws where it does not stand in the unit that is written above. */
function placesOfSlots({ byName }: SlotTable) {
  const at = (name: string, places = 0) => {
    const slot = byName.get(name)
    if (slot?.places !== places) throw new Error(`\`${name}\` has no slot with ${places} places`)
    return slot.index
  }
  return {
    status: at('registration_status'),
    size: at('household_size'),
    wage: at('wage_income', 2),
    business: at('business_income', 2),
    property: at('property_income', 2),
    transfer: at('transfer_income', 2),
    expense: at('business_expense', 2),
    food: at('food_secure'),
    clothing: at('clothing_secure'),
    insured: at('insured_members'),
    grade: at('housing_grade'),
    remedy: at('housing_remedy'),
    minutes: at('water_minutes', 2),
    shortage: at('water_shortage'),
    quality: at('water_quality_safe'),
    electricity: at('electricity'),
    children: at('school_age_children'),
    enrolled: at('school_age_enrolled'),
    risk: at('risk'),
  }
}

/** `2020-12-31` as 20201231, of a date that is one. */
export const dayOf = (date: string): number =>
  digit(date, 0) * 10_000_000 +
  digit(date, 1) * 1_000_000 +
  digit(date, 2) * 100_000 +
  digit(date, 3) * 10_000 +
  digit(date, 5) * 1000 +
  digit(date, 6) * 100 +
  digit(date, 8) * 10 +
  digit(date, 9)

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48

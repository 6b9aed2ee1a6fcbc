import { gapNumber, type SlotTable } from '../../src/compile/slots.js'
import { GRADES, REMEDIES, STATUSES } from '../generate/household.js'
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
  return (f, { values, gaps }) => {
    const put = (slot: number, value: number | null) => {
      gaps[slot] = value === null ? BLANK : 0
      values[slot] = value ?? 0
    }
    const putTruth = (slot: number, value: boolean | null) => {
      gaps[slot] = value === null ? BLANK : 0
      values[slot] = value === true ? 1 : 0
    }
    put(at.status, place(STATUSES, f.status))
    put(at.size, f.size)
    put(at.wage, f.wage)
    put(at.business, f.business)
    put(at.property, f.property)
    put(at.transfer, f.transfer)
    put(at.expense, f.expense)
    putTruth(at.food, f.food)
    putTruth(at.clothing, f.clothing)
    put(at.insured, f.insured)
    put(at.grade, place(GRADES, f.grade))
    put(at.remedy, place(REMEDIES, f.remedy))
    put(at.minutes, f.minutes === null ? null : Math.round(f.minutes * 100))
    putTruth(at.shortage, f.shortage)
    putTruth(at.quality, f.quality)
    putTruth(at.electricity, f.electricity)
    put(at.children, f.children)
    put(at.enrolled, f.enrolled)
    putTruth(at.risk, f.risk)
  }
}

function place(codes: readonly string[], value: string | null): number | null {
  for (let at = 0; at < codes.length; at++) if (codes[at] === value) return at
  return null
}

/** Where each fact stands; throws where it does not stand in the unit or the order of codes that is written above. */
function placesOfSlots({ byName }: SlotTable) {
  const at = (name: string, places = 0, codes: readonly string[] = []) => {
    const slot = byName.get(name)
    if (slot?.places !== places) throw new Error(`\`${name}\` has no slot with ${places} places`)
    if (slot.codes.join() !== codes.join()) throw new Error(`the codes of \`${name}\` are ${slot.codes}`)
    return slot.index
  }
  return {
    status: at('registration_status', 0, STATUSES),
    size: at('household_size'),
    wage: at('wage_income', 2),
    business: at('business_income', 2),
    property: at('property_income', 2),
    transfer: at('transfer_income', 2),
    expense: at('business_expense', 2),
    food: at('food_secure'),
    clothing: at('clothing_secure'),
    insured: at('insured_members'),
    grade: at('housing_grade', 0, GRADES),
    remedy: at('housing_remedy', 0, REMEDIES),
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

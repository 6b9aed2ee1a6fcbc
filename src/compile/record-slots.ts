import type { CaseRecord, Fact, Known } from '../lang/record.js'
import { atPlaces } from './exact-places.js'
import { gapNumber, type Slot, type SlotTable } from './slots.js'

/** Puts a record into slots. `false` if it has rows of members, a range, or a value that does not fit. */
export function fillSlots(
  table: SlotTable,
  { facts, members }: CaseRecord,
  values: Float64Array,
  gaps: Uint8Array,
): boolean {
  if (members?.kind === 'rows' && members.rows.length > 0) return false
  if (table.roster >= 0) gaps[table.roster] = gapNumber(members?.kind === 'gap' ? members.reason : 'blank')
  for (const slot of table.slots) if (!fillSlot(slot, facts.get(slot.name), values, gaps)) return false
  return true
}

function fillSlot(slot: Slot, fact: Fact | undefined, values: Float64Array, gaps: Uint8Array): boolean {
  if (fact === undefined || fact.kind === 'gap') {
    if (fact?.range !== undefined) return false
    gaps[slot.index] = gapNumber(fact?.reason ?? 'absent')
    values[slot.index] = 0
    return true
  }
  const value = slotValue(slot, fact.value)
  if (value === null) return false
  gaps[slot.index] = 0
  values[slot.index] = value
  return true
}

/** The number for a value in its slot, or `null` if there is none. */
export function slotValue({ kind, places, min, max, limit, codes }: Slot, value: Known): number | null {
  switch (kind) {
    case 'yes_no':
      return typeof value === 'boolean' ? Number(value) : null
    case 'code': {
      const index = typeof value === 'string' ? codes.indexOf(value) : -1
      return index < 0 ? null : index
    }
    case 'number': {
      const whole = typeof value === 'object' ? atPlaces(value, places) : null
      return whole === null || whole < min || whole > max || Math.abs(whole) > limit ? null : whole
    }
  }
}

import { placesOf } from '../base/decimal.js'
import { columnsOf, type FactDeclaration, type Pack } from '../lang/pack.js'
import { expressionsIn, factsReadBy } from '../lang/reads.js'
import { GAP_REASONS, type GapReason } from '../lang/record.js'
import { MOST_CODES } from './code-sets.js'
import { atPlaces, LARGEST_SLOT, MOST_PLACES } from './exact-places.js'

/** In `gaps` 0 stands for a known value, else 1 + the index of the reason. */
const gapNumbers = new Map(GAP_REASONS.map((reason, index) => [reason, index + 1]))

/** The number of a reason in `gaps`. */
export const gapNumber = (reason: GapReason): number => gapNumbers.get(reason) ?? 0

/** The slot of one column. Its value is an integer at `places`, 0 or 1 for no and yes, or the index of a declared code. */
export interface Slot {
  readonly name: string
  readonly index: number
  readonly kind: 'number' | 'yes_no' | 'code'
  /** The places after the point of an integer in this slot; 0 except for numbers. */
  readonly places: number
  /** The declared ends at those places; infinite if none is declared. */
  readonly min: number
  readonly max: number
  /** The largest absolute value. */
  readonly limit: number
  /** In declared order; empty except for codes. */
  readonly codes: readonly string[]
}

/** The columns that can change a result, in pack order, and last the roster. Only the gap of the roster is held. */
export interface SlotTable {
  readonly slots: readonly Slot[]
  readonly byName: ReadonlyMap<string, Slot>
  /** The place of the roster's gap, or -1 if the pack has no roster. */
  readonly roster: number
  /** The length of `values` and `gaps`. */
  readonly length: number
}

/** The slots of a pack, or the reason why its columns have none. */
export function slotsOf(pack: Pack): SlotTable | { readonly refused: string } {
  const read = columnsRead(pack)
  const slots: Slot[] = []
  for (const declaration of columnsOf(pack).values()) {
    if (!read.has(declaration.name)) continue
    const slot = slotFor(declaration, slots.length)
    if (slot !== null && slot.codes.length > MOST_CODES) return { refused: 'more codes than bits' }
    if (slot === null) return { refused: `the ends of \`${declaration.name}\`` }
    slots.push(slot)
  }
  const roster = pack.memberFacts === null ? -1 : slots.length
  return {
    slots,
    byName: new Map(slots.map((slot) => [slot.name, slot])),
    roster,
    length: slots.length + (roster < 0 ? 0 : 1),
  }
}

function columnsRead(pack: Pack): ReadonlySet<string> {
  const read = factsReadBy(pack, expressionsIn(pack))
  for (const { name, sources } of pack.derived.values())
    if (sources.some(({ kind }) => kind === 'given')) read.add(name)
  if (pack.decisions.by !== null) read.add(pack.decisions.by)
  if (pack.record.size !== null) read.add(pack.record.size)
  return read
}

/** The places that cells of a type have at least, even if a coarser step is declared. */
const USUAL_PLACES = { money: 2, number: 2, count: 0, yes_no: 0, code: 0, date: 0, text: 0 } as const

function slotFor({ name, type, range, step, codes }: FactDeclaration, index: number): Slot | null {
  const kind = type === 'yes_no' || type === 'code' ? type : 'number'
  const ends = [range.lo, range.hi].flatMap((end) => (end === null ? [] : [placesOf(end)]))
  const places = kind === 'number' ? Math.max(USUAL_PLACES[type], placesOf(step), ...ends) : 0
  const min = range.lo === null ? -Infinity : atPlaces(range.lo, places)
  const max = range.hi === null ? Infinity : atPlaces(range.hi, places)
  if (places > MOST_PLACES || min === null || max === null) return null
  const limit = Math.min(LARGEST_SLOT, Math.max(Math.abs(min), Math.abs(max)))
  return { name, index, kind, places, min, max, limit, codes: codes.map(({ code }) => code) }
}

import { placesOf } from '../base/decimal.js'
import type { FactDeclaration } from '../lang/pack.js'
import { allCodes, codeSet } from './code-sets.js'
import { atPlaces } from './exact-places.js'
import { constantRange, type NumberCode } from './numbers.js'
import type { Operand, Scope } from './scope.js'
import type { Slot } from './slots.js'
import { constantTruth, knownTruth, truthSet } from './truths.js'
import { literal } from './writer.js'

/** A column of the record. */
export function slotOperand(scope: Scope, name: string): Operand {
  const written = scope.slots.get(name)
  if (written !== undefined) return written
  const slot = scope.table.byName.get(name)
  if (slot === undefined) throw new Error(`a column that is read has a slot: ${name}`)
  const operand = ofSlot(scope, slot)
  scope.slots.set(name, operand)
  return operand
}

function ofSlot({ w, states }: Scope, slot: Slot): Operand {
  const { index, kind, codes } = slot
  const state = states[index]
  const value = `v[${index}]`
  const orOpen = (code: string, open: string) =>
    state === 'either' ? `(g[${index}] === 0 ? ${code} : ${open})` : code
  switch (kind) {
    case 'yes_no':
      if (state === 'gap') return constantTruth('open')
      return state === 'known' ? knownTruth(w, `${value} === 1`) : truthSet(w, orOpen(`${value} + 1`, '3'))
    case 'code': {
      const all = literal(allCodes(codes))
      return codeSet(w, codes, state === 'gap' ? all : orOpen(`(1 << ${value})`, all), state === 'known')
    }
    case 'number': {
      const open = constantRange(slot.min, slot.max, slot.places)
      if (state === 'gap') return open
      const lo = w.keep(orOpen(value, open.lo))
      const hi = state === 'known' ? lo : w.keep(orOpen(value, open.hi))
      const bound = Math.max(slot.limit, open.bound)
      return state === 'known'
        ? { ...open, lo, hi, bound, loOpen: false, hiOpen: false }
        : { ...open, lo, hi, bound }
    }
  }
}

/** A parameter: the value of the period, or all that it could be. */
export function parameterOperand(scope: Scope, name: string): NumberCode {
  const written = scope.parameters.get(name)
  if (written !== undefined) return written
  const column = scope.periods.parameters.get(name)
  if (column === undefined) throw new Error(`a checked pack names no unknown parameter: ${name}`)
  const { index, places, min, max, bound, isNonNegative } = column
  const code = scope.period.inForce.has(name) ? scope.w.keep(`q[o + ${index}]`) : null
  const operand: NumberCode =
    code === null
      ? constantRange(min, max, places)
      : { kind: 'number', places, lo: code, hi: code, loOpen: false, hiOpen: false, bound, isNonNegative }
  scope.parameters.set(name, operand)
  return operand
}

/** All that a fact of this declaration could be: for an unknown member, or for a value before its sources meet. */
export function unknownOperand(scope: Scope, { type, range, codes }: FactDeclaration): Operand {
  const { w } = scope
  switch (type) {
    case 'yes_no':
      return constantTruth('open')
    case 'code': {
      const list = codes.map(({ code }) => code)
      return codeSet(w, list, literal(allCodes(list)), list.length === 1)
    }
    default: {
      const places = Math.max(
        0,
        ...[range.lo, range.hi].flatMap((end) => (end === null ? [] : [placesOf(end)])),
      )
      const lo = range.lo === null ? -Infinity : atPlaces(range.lo, places)
      const hi = range.hi === null ? Infinity : atPlaces(range.hi, places)
      if (lo === null || hi === null) w.refusals.push('an end with too many digits')
      return constantRange(lo ?? -Infinity, hi ?? Infinity, places)
    }
  }
}

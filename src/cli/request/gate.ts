import { type Decimal, decimal, readDecimal } from '../../base/decimal.js'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { unknownName, usageFault } from '../terminal/usage.js'

type Operator = '<' | '<=' | '>' | '>=' | '=' | '!='

/** `verify>5%`: trips when what is counted under the name stands so to the number. */
export interface Gate {
  readonly text: string
  readonly name: string
  readonly operator: Operator
  readonly number: Decimal
  /** The number is percent of the whole. */
  readonly percent: boolean
}

const GATE =
  /^([a-z_][a-z0-9_]*(?:-[a-z0-9_]+)*)\s*(?:(->\s*[a-z_][a-z0-9_]*)\s*)?(<=|>=|!=|<|>|=)\s*([^\s%]+)(?:\s*(%))?$/i

/** What gates may count: results of one pack, or moves between two as well. */
type Counted = 'results' | 'moves'

/** Reads `NAME OP NUMBER[%]`; a gate that cannot be read is a fault. Where moves are counted, NAME may be `FROM->TO`. */
function readGate(text: string, counted: Counted): { gate: Gate } | { fault: Diagnostic } {
  const [, name, moved, operator, number, percent] = GATE.exec(text.trim()) ?? []
  if (name === undefined || operator === undefined || number === undefined) {
    return {
      fault: usageFault(say('usage.no-gate', { text }), say('usage.no-gate.help')),
    }
  }
  if (moved !== undefined && counted === 'results') {
    return {
      fault: usageFault(say('usage.gate-moves', { text }), say('usage.gate-moves.help', { name })),
    }
  }
  const reading = readDecimal(number)
  if ('fault' in reading)
    return {
      fault: usageFault(say('usage.gate-number', { number, text }), say('usage.gate-number.help')),
    }
  return {
    gate: {
      text,
      name: `${name}${moved?.replace(/\s/g, '') ?? ''}`,
      operator: operator as Operator,
      number: reading.value,
      percent: percent === '%',
    },
  }
}

/** Reads all gates; each that cannot be read or whose name nothing counts is a fault. */
export function readGates(
  texts: readonly string[],
  names: readonly string[],
  faults: Diagnostic[],
  counted: Counted = 'results',
): Gate[] {
  const gates: Gate[] = []
  for (const text of texts) {
    const reading = readGate(text, counted)
    if ('fault' in reading) faults.push(reading.fault)
    else gates.push(reading.gate)
  }
  for (const { name } of gates) if (!names.includes(name)) faults.push(unknownName('fail-on', name, names))
  return gates
}

/** A diagnostic for each gate that trips; percent compare by cross-multiplication, so nothing is rounded. */
export function trippedGates(
  gates: readonly Gate[],
  counts: ReadonlyMap<string, number>,
  whole: number,
  sort: 'assessed' | 'read',
): Diagnostic[] {
  return gates.flatMap((gate): Diagnostic[] => {
    const count = counts.get(gate.name) ?? 0
    const left = gate.percent ? decimal(count).times(100) : decimal(count)
    const right = gate.percent ? gate.number.times(whole) : gate.number
    if (!holds(gate.operator, left.cmp(right))) return []
    const told = { name: gate.name, count, gate: gate.text }
    const message = gate.percent ? say(`gate-tripped.${sort}`, { ...told, whole }) : say('gate-tripped', told)
    return [{ code: 'gate-tripped', severity: 'error', message, at: null }]
  })
}

/** If a gate on a share, or on a number, holds for a value; percent are of 1. */
export const isTripped = ({ operator, number, percent }: Gate, value: Decimal): boolean =>
  holds(operator, (percent ? value.times(100) : value).cmp(number))

function holds(operator: Operator, order: number): boolean {
  switch (operator) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    case '=':
      return order === 0
    case '!=':
      return order !== 0
  }
}

import { decimal } from '../../base/decimal.js'
import type { Diagnostic } from '../../base/diagnostic.js'
import { type Quotient, significantDigits } from '../../base/quotient.js'
import { say } from '../../base/say/say.js'
import type { Figure } from '../../programme/measure/figures.js'
import type { Programme } from '../../programme/policy/programme.js'
import { boundsWords } from '../../report/measure/words.js'
import { type Gate, isTripped } from '../request/gate.js'

/** Figures of persons that a gate can ask for. */
export const figureGates = (programme: Programme): string[] => [...gateFigures(programme).keys()]

/** The figure that each name of a gate asks for. */
function gateFigures({ lines, index, books }: Programme): ReadonlyMap<string, string> {
  const figures = new Map<string, string>()
  for (const power of ['p0', 'p1', 'p2']) {
    for (const { id } of lines)
      if (lines.length === 1) figures.set(power, power)
      else figures.set(`${power}_${id.replaceAll('-', '_')}`, `${power}@${id}`)
  }
  for (const name of index === null ? [] : ['h', 'a', 'm0']) figures.set(name, name)
  for (const { id } of books) figures.set(`share_${id}`, `share.proposed.${id}`)
  return figures.set('incidence', 'incidence')
}

/** Watches figures go by for gates; of several groups the worst counts, which is each that trips. */
export function createGates(gates: readonly Gate[], programme: Programme) {
  const own = gateFigures(programme)
  const asked = gates.flatMap((gate) => {
    const figure = own.get(gate.name)
    return figure === undefined ? [] : [{ gate, figure }]
  })
  const tripped = new Map<Gate, Diagnostic>()
  const seen = new Set<Gate>()
  return {
    /** The figures of one group. */
    add(figures: readonly Figure[]): void {
      for (const { gate, figure } of asked) {
        const found = figures.find(
          (each) => each.figure === figure && each.counted === 'persons' && each.cases === 'all',
        )
        if (found === undefined) continue
        seen.add(gate)
        if (tripped.has(gate)) continue
        const fault = tripOf(gate, found)
        if (fault !== null) tripped.set(gate, fault)
      }
    },
    tripped: (): Diagnostic[] =>
      asked.flatMap(({ gate }) => {
        const found = tripped.get(gate)
        if (found !== undefined) return [found]
        return seen.has(gate)
          ? []
          : [fault(say('measure.gate.missing', { figure: gate.name, gate: gate.text }))]
      }),
  }
}

/** A gate trips unless it holds for no value from the least to the most. */
function tripOf(gate: Gate, figure: Figure): Diagnostic | null {
  const { least, most, group } = figure
  const name = group === '' ? gate.name : say('measure.gate.group', { figure: gate.name, group })
  if (least === null || most === null)
    return fault(say('measure.gate.missing', { figure: name, gate: gate.text }))
  const [low, high] = [least, most].map((end) => isTripped(gate, exact(end)))
  const told = { figure: name, value: boundsWords(figure, 'percent'), gate: gate.text }
  if (low && high) return fault(say('measure.gate', told))
  return low || high || isBetween(gate, least, most) ? fault(say('measure.gate.undecided', told)) : null
}

/** More figures than a limit has, so that a comparison is as good as exact. */
const FIGURES = 30

const exact = (end: Quotient) => decimal(significantDigits(end, FIGURES))

/** If a gate on one value asks for one between two ends that both are another. */
function isBetween(gate: Gate, least: Quotient, most: Quotient): boolean {
  if (gate.operator !== '=') return false
  const wanted = gate.percent ? gate.number.div(100) : gate.number
  return exact(least).lt(wanted) && exact(most).gt(wanted)
}

const fault = (message: string): Diagnostic => ({
  code: 'gate-tripped',
  severity: 'error',
  message,
  at: null,
})

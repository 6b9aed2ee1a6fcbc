import type { Check, Pack } from '../lang/pack.js'
import { derivedOperand } from './derived.js'
import { numberIn, operandOf, truthIn } from './expressions.js'
import type { GapNames } from './gap-names.js'
import type { GapScope } from './gaps.js'
import { slotOperand } from './names.js'
import { atMorePlaces, type NumberCode } from './numbers.js'
import type { PeriodClass, Periods } from './periods.js'
import { highest, lowest, nearest, outputCode } from './rounding.js'
import type { Operand, Scope, SlotState } from './scope.js'
import type { SlotTable } from './slots.js'
import { isConstant, type TruthCode } from './truths.js'
import { gapSetOfCriterion, verdictCodes, verdictWords } from './verdicts.js'
import { type CodeWriter, createCodeWriter } from './writer.js'

/** What all generated functions of a pack share. */
export interface Plan {
  readonly pack: Pack
  readonly table: SlotTable
  readonly periods: Periods
  readonly names: GapNames
  /** Places of the size; `null` if the pack declares none. */
  readonly sizePlaces: number | null
}

/**
 * Judges values and gaps of records of one kind. Gives 1 if the interpreter must judge. Else it writes the words of verdicts and selector,
 * then both ends of each output, the bits of the checks that only warn, and the size.
 */
export type Judge = (
  values: Float64Array,
  gaps: Uint8Array,
  period: number,
  words: Int32Array,
  numbers: Float64Array,
) => 0 | 1

/** Writes for each criterion the gaps that keep it open. Its arguments say which gaps are blocked, and which are in absent columns. */
export type FindGaps = (
  values: Float64Array,
  gaps: Uint8Array,
  period: number,
  sets: Int32Array,
  blocked: Int32Array,
  absent: Int32Array,
) => void

/** The lengths of the arrays that generated code writes for one record. */
export const lengthsOf = ({ pack, names }: Plan) => ({
  words: verdictWords(pack.criteria.length) + 1,
  numbers: pack.outputs.length * 2 + warningWords(pack) + 1,
  sets: pack.criteria.length * names.words,
})

/** A scope over records of one kind; `states` says which slots have a value, and which a gap. */
const scopeOf = (
  { pack, table, periods }: Plan,
  period: PeriodClass,
  states: readonly SlotState[],
): Scope => ({
  pack,
  table,
  periods,
  period,
  states,
  w: createCodeWriter(),
  values: new Map(),
  slots: new Map(),
  parameters: new Map(),
  derived: new Map(),
})

/** Places of the record's size, the same for records of every kind; `null` if the pack declares no size. */
export function sizePlacesOf(plan: Plan, period: PeriodClass): number | null {
  const size = sizeIn(scopeOf(plan, period, eitherState(plan.table)))
  return size?.places ?? null
}

/** The states of slots if nothing is known beforehand. */
export const eitherState = ({ slots }: SlotTable): SlotState[] => slots.map(() => 'either')

/** The code of a judge, or the reason why there is none. */
export function judgeCode(
  plan: Plan,
  period: PeriodClass,
  states: readonly SlotState[],
): { readonly code: string } | { readonly refused: string } {
  const scope = scopeOf(plan, period, states)
  const { w, pack } = scope
  for (const name of pack.derived.keys()) derivedOperand(scope, name, operandOf)
  // A check that takes a fact away changes the record, so the interpreter judges it.
  for (const check of pack.checks) if (check.gap.length > 0) w.stop(firesCode(scope, check))
  const warnings = warningsOf(pack).map((check) => firesCode(scope, check))
  const words = [...verdictCodes(scope), selectorCode(scope)]
  const ends = pack.outputs.flatMap((output) => {
    const per = output.per === null ? null : numberIn(scope, output.per)
    const { lo, hi } = outputCode(w, output, numberIn(scope, output.of), per)
    return [lo, hi]
  })
  const size = sizeIn(scope)
  const whole = size && atMorePlaces(w, size, plan.sizePlaces ?? size.places)
  const bits = Array.from({ length: warningWords(pack) }, (_, word) =>
    warnings
      .slice(word * CHECKS_IN_ONE_WORD, (word + 1) * CHECKS_IN_ONE_WORD)
      .map((fires, bit) => `(${fires} ? ${2 ** bit} : 0)`)
      .join(' | '),
  )
  const results = [
    ...ends,
    ...bits,
    whole === null ? 'NaN' : `(${whole.lo} === ${whole.hi} ? ${whole.lo} : NaN)`,
  ]
  return finished(w, plan, [
    ...words.map((code, index) => `w[${index}] = ${code}`),
    ...results.map((code, index) => `r[${index}] = ${code}`),
    'return 0',
  ])
}

/** The code that finds the gaps of open criteria, or of only one, for records that the judge of the same kind has judged. */
export function gapsCode(
  plan: Plan,
  period: PeriodClass,
  states: readonly SlotState[],
  only?: number,
): string {
  const scope: GapScope = {
    ...scopeOf(plan, period, states),
    names: plan.names,
    gaps: new Map(),
    derivedGaps: new Map(),
  }
  const { criteria } = plan.pack
  const from = only ?? 0
  const wanted = only === undefined ? criteria : criteria.slice(only, only + 1)
  const sets = wanted.flatMap((criterion, at) => {
    const index = from + at
    const first = index * plan.names.words
    return gapSetOfCriterion(scope, criterion).map((code, word) => `s[${first + word}] = ${code}`)
  })
  const finish = finished(scope.w, plan, sets)
  if ('refused' in finish) throw new Error(`what was judged has gaps: ${finish.refused}`)
  return finish.code
}

/** Checks that only warn; they do not change verdicts. */
export const warningsOf = ({ checks }: Pack): Check[] => checks.filter(({ gap }) => gap.length === 0)

/** The number of checks with bits in one of the numbers that a judge writes, and the number of such numbers. */
export const CHECKS_IN_ONE_WORD = 30
export const warningWords = (pack: Pack): number => Math.ceil(warningsOf(pack).length / CHECKS_IN_ONE_WORD)

function firesCode(scope: Scope, { when, unless }: Check): string {
  const fires = fired(truthIn(scope, when))
  const isExcused = unless === null ? null : fired(truthIn(scope, unless))
  return isExcused === null ? fires : `${fires} && !(${isExcused})`
}

const fired = (truth: TruthCode): string =>
  isConstant(truth, 'open') ? 'false' : truth.isKnown ? truth.code : `${truth.code} === 2`

function selectorCode(scope: Scope): string {
  const { by } = scope.pack.decisions
  if (by === null) return '1'
  const selector: Operand = slotOperand(scope, by)
  if (selector.kind !== 'code') throw new Error(`a selector is a code: ${by}`)
  return selector.code
}

function sizeIn(scope: Scope): NumberCode | null {
  const { size } = scope.pack.record
  if (size === null) return null
  const operand = scope.pack.derived.has(size)
    ? derivedOperand(scope, size, operandOf)
    : slotOperand(scope, size)
  return operand.kind === 'number' ? operand : null
}

const finished = ({ lines, refusals }: CodeWriter, { periods }: Plan, last: readonly string[]) => {
  const [refused] = refusals
  const start = `const o = Math.imul(p, ${periods.parameters.size})`
  return refused === undefined ? { code: [start, ...lines, ...last].join('\n') } : { refused }
}

/** 0 times an infinite end is 0. */
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b)

/** How many bits of a 32-bit integer are set. */
function bits(word: number): number {
  let count = 0
  for (let rest = word; rest !== 0; rest &= rest - 1) count += 1
  return count
}

const HELPERS = { times, nearest, lowest, highest, bits }

/** A function of generated code. */
export function functionOf(code: string, parameters: string, { values }: Periods): unknown {
  const make = new Function(
    'q',
    ...Object.keys(HELPERS),
    `'use strict'\nreturn function (${parameters}) {\n${code}\n}`,
  )
  return make(values, ...Object.values(HELPERS))
}

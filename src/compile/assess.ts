import { decimalAt } from '../base/decimal.js'
import type { Range } from '../base/range.js'
import { asOfDate, assumedOf } from '../engine/assess.js'
import type { Assessment, Verdict } from '../engine/assessment.js'
import type { FastJudge } from '../engine/assessors.js'
import { checkFinding } from '../engine/checks.js'
import type { Pack } from '../lang/pack.js'
import { type CompiledPack, type CompiledResult, compilePack } from './compile.js'
import { dayNumber } from './periods.js'
import { fillSlots } from './record-slots.js'

/** A judge by a compiled pack, or `null` if the pack is not modelled. */
export function fastJudgeFor(pack: Pack): FastJudge | null {
  const compiled = compilePack(pack)
  return 'refused' in compiled ? null : createFastJudge(compiled)
}

/** A judge of records one after another, with slots of its own. */
export function createFastJudge(compiled: CompiledPack): FastJudge {
  const { pack, slots, periods } = compiled
  const values = new Float64Array(slots.length)
  const gaps = new Uint8Array(slots.length)
  const out = compiled.createResult()
  let lastDate = ''
  let day: number | null = null
  return (record, options) => {
    const { asOf, asOfFrom } = asOfDate(pack, record, options.asOf)
    if (asOf === null || asOf !== lastDate) day = asOf === null ? null : dayNumber(asOf)
    lastDate = asOf ?? ''
    if ((asOf !== null && day === null) || !fillSlots(slots, record, values, gaps)) return null
    const period = day === null ? periods.dateless : periods.periodOf(day)
    if (compiled.judge(values, gaps, period, out) === 1) return null
    const { decision, possible, reasons, verdicts, verdictSets } = out.ruling
    return {
      record,
      decision,
      possible,
      reasons,
      verdicts: new Map(pack.criteria.map(({ id }, index) => [id, verdicts[index] as Verdict])),
      verdictSets,
      asOf,
      asOfFrom,
      needs: compiled.gapNames(out.needs),
      blocked: compiled.gapNames(out.blocked),
      assumed: assumedOf(record),
      takenAway: NOTHING_TAKEN,
      gaps: gapsOfUnknown(compiled, out),
      outputs: outputsOf(compiled, out),
      size: sizeOf(compiled, out),
      diagnostics: compiled.warnings(out).map((check) => checkFinding(pack, check, record)),
    }
  }
}

const NO_GAPS: ReadonlyMap<string, readonly string[]> = new Map()
const NOTHING_TAKEN: Assessment['takenAway'] = new Map()

/** For each unknown criterion the gaps that keep it open. */
export function gapsOfUnknown(
  compiled: CompiledPack,
  { ruling, gaps }: CompiledResult,
): ReadonlyMap<string, readonly string[]> {
  if (ruling.unknown.length === 0) return NO_GAPS
  const { criteria } = compiled.pack
  const words = gaps.length / criteria.length
  return new Map(
    ruling.unknown.map((index) => [criteria[index]?.id ?? '', compiled.gapNames(gaps, index * words)]),
  )
}

function outputsOf({ pack, outputPlaces }: CompiledPack, { numbers }: CompiledResult): Map<string, Range> {
  const end = (index: number, places: number) => {
    const whole = numbers[index] ?? Number.NaN
    return Number.isFinite(whole) ? decimalAt(whole, places) : null
  }
  return new Map(
    pack.outputs.map(({ name }, index) => {
      const places = outputPlaces[index] ?? 0
      const lo = end(2 * index, places)
      const isKnown = numbers[2 * index] === numbers[2 * index + 1]
      return [name, { lo, hi: isKnown ? lo : end(2 * index + 1, places) }]
    }),
  )
}

function sizeOf({ sizePlaces }: CompiledPack, { numbers }: CompiledResult) {
  const size = numbers[numbers.length - 1] ?? Number.NaN
  return Number.isNaN(size) || sizePlaces === null ? null : decimalAt(size, sizePlaces)
}

import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { inBackticks } from '../../base/wording.js'
import type { Pack } from '../../lang/pack.js'
import { measuredBy } from '../../programme/measure/groups.js'
import type { AreaRule, Programme } from '../../programme/policy/programme.js'
import { MEASURE_FORMATS, type MeasureFormat } from '../../report/measure/formats.js'
import { type Gate, readGates } from '../request/gate.js'
import { type PlannedReport, planReports } from '../request/report-targets.js'
import { asOfFaults, LEDGER_NAMES, stdinFaults, surveyTargets } from '../request/survey-plan.js'
import type { Inputs } from '../terminal/inputs.js'
import type { Target } from '../terminal/target.js'
import { unknownName, usageFault } from '../terminal/usage.js'
import { type SampleColumns, sampleColumns } from './drawn.js'
import { figureGates } from './gates.js'
import type { MeasureRequest } from './request.js'

/** What is to be done, checked against the pack and its programme before anything is read. */
export interface MeasurePlan {
  readonly programme: Programme
  readonly reports: readonly PlannedReport<MeasureFormat>[]
  readonly rejects: Target | null
  readonly gates: readonly Gate[]
  readonly by: readonly (readonly string[])[]
  /** What of the programme judges places that `--by` asks for; empty without `--areas`. */
  readonly areas: readonly AreaRule[]
  /** The smallest count of households that the result shows; `null` for one that stays in the office. */
  readonly leastCell: number | null
  /** `null` for a full count. */
  readonly sample: SampleColumns | null
}

/** Checks all that can be wrong about a request; every fault in one go. */
export function planMeasure(
  pack: Pack,
  programme: Programme,
  request: MeasureRequest,
  inputs: Inputs,
): { plan: MeasurePlan } | { faults: Diagnostic[] } {
  const faults: Diagnostic[] = [...asOfFaults(request.asOf)]
  const known = measuredBy(pack, programme)
  const by = request.by.map((set) => set.split(',').map((name) => name.trim()))
  for (const name of by.flat()) if (!known.includes(name)) faults.push(unknownName('by', name, known))
  const gates = readGates(request.failOn, [...figureGates(programme), ...LEDGER_NAMES], faults)
  const reports = planReports(request, MEASURE_FORMATS, faults)
  const rejects = surveyTargets(request, inputs, reports, faults)
  faults.push(
    ...stdinFaults([...request.files, ...(request.population === null ? [] : [request.population])]),
    ...sampleFaults(request),
    ...areaFaults(programme, request),
    ...publicFaults(programme, request),
  )
  if (faults.length > 0) return { faults }
  const areas = request.areas ? programme.areas.filter(({ by: place }) => request.by.includes(place)) : []
  const leastCell = request.isPublic ? (programme.privacy?.leastCell ?? null) : null
  return {
    plan: { programme, reports, rejects, gates, by, areas, leastCell, sample: sampleColumns(request) },
  }
}

/** What anybody may read has one table of groups, because several can be subtracted from each other, and names no single place or row. */
function publicFaults(
  { privacy }: Programme,
  { isPublic, by, areas, rejects }: MeasureRequest,
): Diagnostic[] {
  if (!isPublic) return []
  const other = [...(areas ? ['--areas'] : []), ...(rejects === null ? [] : ['--rejects'])]
  return [
    ...(privacy === null ? [usageFault(say('usage.public-none'), say('usage.public-none.help'))] : []),
    ...(by.length > 1 ? [usageFault(say('usage.public-by'), say('usage.public-by.help'))] : []),
    ...other.map((option) =>
      usageFault(say('usage.exclude', { one: '--public', other: option }), say('usage.public.help')),
    ),
  ]
}

/** A finite population says nothing without weights, and two of them nothing without units. */
function sampleFaults({ weight, psu, fpc }: MeasureRequest): Diagnostic[] {
  if (fpc === null) return []
  return [
    ...(weight === null ? [usageFault(say('usage.fpc-weight'), say('usage.fpc-weight.help'))] : []),
    ...(fpc.includes(',') && psu === null
      ? [usageFault(say('usage.fpc-psu'), say('usage.fpc-psu.help'))]
      : []),
  ]
}

/** Areas are judged by full counts, over a known population. */
function areaFaults({ areas }: Programme, request: MeasureRequest): Diagnostic[] {
  if (!request.areas) return []
  const places = areas.map(({ by }) => by)
  const [first] = places
  if (first === undefined) return [usageFault(say('usage.areas-none'), say('usage.areas-none.help'))]
  const isSample = sampleColumns(request) !== null
  return [
    ...(request.population === null
      ? [usageFault(say('usage.areas-population'), say('usage.areas-population.help'))]
      : []),
    ...(places.some((place) => request.by.includes(place))
      ? []
      : [
          usageFault(
            say('usage.areas-by', { places: inBackticks(places) }),
            say('usage.areas-by.help', { place: first }),
          ),
        ]),
    ...(isSample ? [usageFault(say('usage.areas-sample'), say('usage.areas-sample.help'))] : []),
  ]
}

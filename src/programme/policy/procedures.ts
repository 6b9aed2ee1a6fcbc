import { expectTruth } from '../../lang/assemble/expected-type.js'
import { quoted } from '../../lang/fault-list.js'
import { entriesOf, type Path } from '../../lang/shape/places.js'
import { type Building, checkAllKnown, checkKnown, citedIfAny, fractionAt, titled } from './building.js'
import type { Fraction, Procedure, Step } from './programme.js'
import type { RawProgramme } from './schema.js'

type RawStep = NonNullable<RawProgramme['steps']>[string]
type RawProcedure = NonNullable<RawProgramme['procedures']>[string]

/** The procedures, each with its steps in their order. One decision has at most one procedure for watched households and one for others. */
export function buildProcedures(building: Building, raw: RawProgramme): Procedure[] {
  const { context } = building
  const steps = new Map(
    entriesOf(context.places, ['steps'], raw.steps).map(([id, each]) => [id, stepOf(building, id, each)]),
  )
  const procedures = entriesOf(context.places, ['procedures'], raw.procedures).map(([id, each]) =>
    procedureOf(building, steps, id, each),
  )
  refuseSecond(building, procedures)
  return procedures
}

function stepOf(building: Building, id: string, raw: RawStep): Step {
  const path = ['steps', id]
  return {
    id,
    ...titled(raw),
    level: raw.level,
    ...numbersOf(building, path, raw),
    citation: citedIfAny(building, path, raw),
  }
}

interface RawNumbers {
  readonly quorum?: string | number | undefined
  readonly majority?: string | number | undefined
  readonly days?: number | undefined
  readonly within?: string | undefined
}

function numbersOf(building: Building, path: Path, raw: RawNumbers) {
  const fraction = (key: 'quorum' | 'majority'): Fraction | null => {
    const written = raw[key]
    return written === undefined ? null : fractionAt(building, [...path, key], written)
  }
  return {
    quorum: fraction('quorum'),
    majority: fraction('majority'),
    days: raw.days ?? null,
    within: raw.within === undefined ? null : Number.parseInt(raw.within, 10),
  }
}

function procedureOf(
  building: Building,
  steps: ReadonlyMap<string, Step>,
  id: string,
  raw: RawProcedure,
): Procedure {
  const { pack, resolving, cite } = building
  const path = ['procedures', id]
  const outcomes = { known: [...pack.decisions.outcomes.keys()], noun: 'decision of the pack' }
  const codes = (pack.facts.get(pack.decisions.by ?? '')?.codes ?? []).map(({ code }) => code)
  if (raw.then.status !== undefined)
    checkKnown(building, [...path, 'then', 'status'], raw.then.status, {
      known: codes,
      noun: 'code of the pack’s selector',
    })
  return {
    id,
    ...titled(raw),
    outcomes: checkAllKnown(building, [...path, 'for'], raw.for, outcomes),
    watched: raw.if === undefined ? null : raw.if === 'watched',
    steps: stepsOf(building, steps, [...path, 'steps'], raw.steps),
    then: { status: raw.then.status ?? null, watched: raw.then.watched ?? null },
    monthsAtLeast: raw.months_at_least ?? 0,
    assistanceAtLeast: raw.assistance_at_least ?? 0,
    requires: checkAllKnown(building, [...path, 'requires'], raw.requires, {
      known: pack.criteria.map((criterion) => criterion.id),
      noun: 'criterion of the pack',
    }),
    notIf: raw.not_if === undefined ? null : expectTruth(resolving, [...path, 'not_if']),
    notInYearOfEntry: raw.not_in_year_of_entry ?? false,
    citation: cite(path, raw),
  }
}

/** The steps of a procedure; what it says of one itself stands in place of what the step says. */
function stepsOf(
  building: Building,
  steps: ReadonlyMap<string, Step>,
  path: Path,
  raw: RawProcedure['steps'],
): Step[] {
  return raw.flatMap((each, index) => {
    const at = [...path, index]
    const [name, place] = typeof each === 'string' ? [each, at] : [each.step, [...at, 'step']]
    checkKnown(building, place, name, { known: [...steps.keys()], noun: 'step', section: 'steps' })
    const step = steps.get(name)
    if (step === undefined) return []
    if (typeof each === 'string') return [step]
    const own = numbersOf(building, at, each)
    const changed = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null))
    return [
      {
        ...step,
        ...changed,
        level: each.level ?? step.level,
        citation: citedIfAny(building, at, each) ?? step.citation,
      },
    ]
  })
}

function refuseSecond({ context }: Building, procedures: readonly Procedure[]): void {
  for (const [index, { id, outcomes, watched }] of procedures.entries())
    for (const other of procedures.slice(0, index))
      for (const outcome of outcomes)
        if (
          other.outcomes.includes(outcome) &&
          (watched === null || other.watched === null || watched === other.watched)
        )
          context.fault(
            'duplicate-name',
            context.places.key(['procedures', id]),
            `${quoted(outcome)} has the procedure \`${other.id}\` already`,
            {
              help: 'take it from one of the two, or part them by `if: watched` and `if: not_watched`',
            },
          )
}

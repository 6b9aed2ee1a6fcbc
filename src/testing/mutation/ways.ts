import type { Check, Criterion, Pack } from '../../lang/pack.js'
import { readsOf } from '../../lang/reads.js'
import { type CandidateRecord, candidatesFor, type Way } from '../coverage/candidates.js'
import { datesOfCriterion, dayBeside } from '../coverage/dates.js'
import { criteriaReading, takingChecks } from '../prove/checks-as-criteria.js'
import { criteriaBehind, dependsOn, rootsOf } from '../prove/comparisons.js'
import type { Mutant } from './mutant.js'
import { hasSameValue } from './notices.js'

/** The criteria, and the sources of their derived values, that show a mutant. */
export function waysTo(pack: Pack, { touched }: Mutant): Way[] {
  switch (touched.kind) {
    case 'table':
    case 'check':
      return []
    case 'criterion':
      return pack.criteria
        .filter(({ id }) => id === touched.id)
        .map((criterion) => ({ criterion, through: null }))
    case 'derived': {
      const { through } = touched
      return criteriaBehind(pack, 'derived', through.derived).map((criterion) => ({ criterion, through }))
    }
    case 'parameter': {
      const { name } = touched
      const roots = rootsOf(pack).filter(({ expression }) =>
        readsOf(pack, expression).some(
          (read) => read !== 'members' && read.kind === 'parameter' && read.name === name,
        ),
      )
      return roots.flatMap(({ criterion, through }): Way[] => {
        if (criterion !== null) return [{ criterion, through }]
        if (through === null) return []
        return criteriaBehind(pack, 'derived', through.derived).map((each) => ({ criterion: each, through }))
      })
    }
  }
}

/** The checks that can take other facts away under a mutant. */
export function checksBehind(pack: Pack, { touched }: Mutant): Check[] {
  switch (touched.kind) {
    case 'criterion':
    case 'table':
      return []
    case 'check':
      return takingChecks(pack).filter(({ id }) => id === touched.id)
    case 'derived':
      return takingChecks(pack).filter(({ when }) =>
        dependsOn(pack, when, 'derived', touched.through.derived),
      )
    case 'parameter':
      return takingChecks(pack).filter(({ when }) => dependsOn(pack, when, 'parameter', touched.name))
  }
}

/** The criteria whose verdicts a case for a mutant expects. */
export function criteriaTouched(pack: Pack, { touched }: Mutant): string[] {
  switch (touched.kind) {
    case 'criterion':
      return [touched.id]
    case 'derived':
      return criteriaBehind(pack, 'derived', touched.through.derived).map(({ id }) => id)
    case 'parameter':
      return criteriaBehind(pack, 'parameter', touched.name).map(({ id }) => id)
    case 'table':
      return []
    case 'check':
      return takingChecks(pack)
        .filter(({ id }) => id === touched.id)
        .flatMap((check) => criteriaReading(pack, check))
  }
}

/** The dates on which another value is in force, if the mutant changes or moves a value; else all dates that matter to the criterion. */
function datesFor(pack: Pack, mutant: Mutant, criterion: Criterion): (string | null)[] {
  const { touched } = mutant
  const after = mutant.pack.criteria.find(({ id }) => id === criterion.id) ?? criterion
  const dates = [...datesOfCriterion(pack, criterion), ...datesOfCriterion(mutant.pack, after)]
  const beside = dates.flatMap((date) => (date === null ? [] : [dayBeside(date, -1), dayBeside(date, 1)]))
  if (touched.kind === 'parameter')
    return [...new Set([...dates, ...beside])].filter(
      (date) => !hasSameValue(pack, mutant.pack, touched.name, date),
    )
  return [...new Set(mutant.kind === 'effective-date' ? [...dates, ...beside] : dates)]
}

/** Candidates of the pack; where a date moves, also of the mutant, because on some days only it has a value. */
export function* candidatesOfBoth(pack: Pack, mutant: Mutant, way: Way): Generator<CandidateRecord> {
  const dates = datesFor(pack, mutant, way.criterion)
  yield* candidatesFor(pack, way, dates)
  if (mutant.kind === 'effective-date') yield* candidatesFor(mutant.pack, way, dates)
}

/** Two dates at most on which the mutant can show, that of the pack first. */
export function datesAround(pack: Pack, mutant: Mutant): (string | null)[] {
  const { touched } = mutant
  const readers = touched.kind === 'parameter' ? criteriaBehind(pack, 'parameter', touched.name) : []
  const dates = readers.flatMap((criterion) => datesFor(pack, mutant, criterion))
  return (readers.length === 0 ? [pack.asOf] : [...new Set(dates)]).slice(0, 2)
}

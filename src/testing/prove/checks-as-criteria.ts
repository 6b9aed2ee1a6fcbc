import type { Check, Criterion, Pack } from '../../lang/pack.js'
import { expressionsOfCriterion, factsReadBy } from '../../lang/reads.js'
import { takesAway } from '../changes/checks.js'

/** The checks of a pack that take facts away. Verdicts can depend on them. */
export const takingChecks = (pack: Pack): Check[] => pack.checks.filter(takesAway)

/** A check as a criterion that is met if the check fires, so that candidates for it can be found like those for criteria. */
export const asCriterion = ({ id, when, message }: Check): Criterion => ({
  id: `check ${id}`,
  pillar: '',
  title: message,
  reason: message,
  met: when,
  appliesIf: null,
  since: null,
  advisory: false,
  citation: { source: '', evidence: 'unverified', quote: null, note: null },
})

/** Ids of the criteria that read something that a check takes away. */
export const criteriaReading = (pack: Pack, { gap }: Check): string[] =>
  pack.criteria
    .filter((criterion) => {
      const read = factsReadBy(pack, expressionsOfCriterion(criterion))
      return gap.some((name) => read.has(name))
    })
    .map(({ id }) => id)

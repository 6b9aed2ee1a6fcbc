import type { Check, Criterion, Pack } from '../../lang/pack.js'
import { expressionsOfCriterion, factsReadBy } from '../../lang/reads.js'
import { takesAway } from '../changes/checks.js'

/** The checks of a pack that take facts away: those on which verdicts can hang. */
export const takingChecks = (pack: Pack): Check[] => pack.checks.filter(takesAway)

/** A check as the criterion that is met where it fires, so that candidates for it are found as they are for criteria. */
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

/** Ids of the criteria that read something of what a check takes away. */
export const criteriaReading = (pack: Pack, { gap }: Check): string[] =>
  pack.criteria
    .filter((criterion) => {
      const read = factsReadBy(pack, expressionsOfCriterion(criterion))
      return gap.some((name) => read.has(name))
    })
    .map(({ id }) => id)

import type { Range } from '../../base/range.js'
import { equal, less } from '../../base/truth.js'
import type { Verdict } from '../../engine/assessment.js'
import { type Evaluation, UNKNOWN_MEMBER } from '../../engine/evaluation.js'
import { rangeOf } from '../../engine/interpret.js'
import { judge, verdictOf } from '../../engine/judge.js'
import type { Criterion, Pack } from '../../lang/pack.js'
import type { ParameterTest, Side } from '../prove/comparisons.js'
import { everKnown, everOpen } from '../prove/ever.js'

/** False if it is proved that no record gets a verdict. */
export function canTakeVerdict(pack: Pack, criterion: Criterion, verdict: Verdict): boolean {
  const { met, unmet, notApplicable } = judge(everKnown(pack), criterion)
  switch (verdict) {
    case 'met':
      return met
    case 'unmet':
      return unmet
    case 'not_applicable':
      return notApplicable
    case 'unknown':
      return verdictOf(judge(everOpen(pack), criterion)) === 'unknown'
  }
}

/** False if it is proved that no record, or no member of one, stands on a side of a parameter where the criterion applies. */
export function canBeOnSide(pack: Pack, test: ParameterTest, side: Side): boolean {
  const { criterion } = test.root
  if (criterion !== null && verdictOf(judge(everOpen(pack), criterion)) === 'not_applicable') return false
  const [observed, threshold] = sidesEver(side === 'open' ? everOpen(pack) : everKnown(pack), test)
  switch (side) {
    case 'below':
      return less(observed, threshold) !== false
    case 'above':
      return less(threshold, observed) !== false
    case 'at':
      return equal(observed, threshold) !== false
    case 'open':
      return !isDecided(observed, threshold)
  }
}

const isDecided = (a: Range, b: Range): boolean =>
  less(a, b) === true || less(b, a) === true || equal(a, b) === true

/** All that both sides of a comparison can ever be, for members about whom nothing is known. */
function sidesEver(evaluation: Evaluation, { observed, threshold, depth }: ParameterTest): [Range, Range] {
  const bound = Array.from({ length: depth }, () => UNKNOWN_MEMBER)
  return [rangeOf(evaluation, observed, bound), rangeOf(evaluation, threshold, bound)]
}

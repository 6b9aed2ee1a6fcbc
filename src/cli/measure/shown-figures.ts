import type { Diagnostic } from '../../base/diagnostic.js'
import type { JudgedArea } from '../../programme/measure/areas.js'
import { type Figure, type FigureContext, figuresOf } from '../../programme/measure/figures.js'
import type { MeasuredGroup } from '../../programme/measure/fold.js'
import { publicFigures } from '../../programme/measure/public-figures.js'
import { hiddenRemarks, tooFewToPublish } from '../request/public.js'
import type { OverPopulation } from './over-population.js'
import type { MeasurePlan } from './plan.js'

/** What is written of one group. */
export interface GroupFigures {
  readonly figures: readonly Figure[]
  /** `null` where the group is no area that is judged. */
  readonly area: JudgedArea | null
}

interface ShownFigures {
  readonly groups: Iterable<GroupFigures>
  /** What to say of them once they are written. */
  remarks(): readonly Diagnostic[]
}

interface Figuring {
  readonly context: FigureContext
  readonly groups: readonly MeasuredGroup[]
  readonly over: OverPopulation | null
  /** What looks at all figures, whatever is written of them. */
  readonly tally: readonly { add(figures: readonly Figure[]): void }[]
}

/** The figures of each group, of the whole first. */
export function* figuresIn({ context, groups, over, tally }: Figuring): Generator<GroupFigures> {
  for (const group of groups) {
    const known = figuresOf(context, group)
    const figures = [...known, ...(over?.figures(group, known) ?? [])]
    for (const each of tally) each.add(figures)
    yield { figures, area: over?.area(group, known) ?? null }
  }
}

/** The figures as they come, or what of them may be published; nothing of too few households is. */
export function shownFigures(
  { programme, leastCell }: MeasurePlan,
  households: number,
  groups: Iterable<GroupFigures>,
): ShownFigures | { readonly fault: Diagnostic } {
  if (leastCell === null) return { groups, remarks: () => [] }
  if (households < leastCell) return { fault: tooFewToPublish(leastCell) }
  const all = [...groups].map(({ figures }) => figures)
  const { groups: shown, hidden, cells } = publicFigures(programme, all, leastCell)
  return {
    groups: shown.map((figures) => ({ figures, area: null })),
    remarks: () => hiddenRemarks(hidden, cells),
  }
}

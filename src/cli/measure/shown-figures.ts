import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import type { JudgedArea } from '../../programme/measure/areas.js'
import type { Figure } from '../../programme/measure/figures.js'
import { publicFigures } from '../../programme/measure/public-figures.js'
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

/** The figures as they come, or what of them may be published; nothing of too few households is. */
export function shownFigures(
  { programme, leastCell }: MeasurePlan,
  households: number,
  groups: Iterable<GroupFigures>,
): ShownFigures | { readonly fault: Diagnostic } {
  if (leastCell === null) return { groups, remarks: () => [] }
  if (households < leastCell) return { fault: tooFew(leastCell) }
  const all = [...groups].map(({ figures }) => figures)
  const { groups: shown, hidden, cells } = publicFigures(programme, all, leastCell)
  return {
    groups: shown.map((figures) => ({ figures, area: null })),
    remarks: () => (hidden * 2 > cells ? [mostlyHidden(hidden, cells)] : []),
  }
}

const tooFew = (least: number): Diagnostic => ({
  code: 'usage',
  severity: 'error',
  message: say('usage.public-few', { least }),
  at: null,
})

const mostlyHidden = (hidden: number, cells: number): Diagnostic => ({
  code: 'mostly-hidden',
  severity: 'warning',
  message: say('measure.public.many', { hidden, cells }),
  help: say('measure.public.many.help'),
  at: null,
})

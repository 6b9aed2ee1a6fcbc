import { pageText } from '../text/page.js'
import { gatherGroups } from './gathered.js'
import { measureHeadline } from './headline.js'
import type { MeasureContext, MeasureReport } from './report.js'
import { measureSections } from './sections.js'

/** What a person reads in a terminal; all of it comes at the end. */
export function measureTable(context: MeasureContext): MeasureReport {
  const gathered = gatherGroups()
  return {
    group(figures) {
      gathered.add(figures)
      return ''
    },
    area(area) {
      gathered.addArea(area)
      return ''
    },
    end: (ledgers) =>
      pageText(
        {
          headline: measureHeadline(context, gathered),
          sections: measureSections(context, gathered),
          ledgers: context.leastCell === null ? ledgers : null,
        },
        context,
        'nothing',
      ),
  }
}

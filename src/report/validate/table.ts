import { pageText } from '../text/page.js'
import type { ValidateContext, ValidateReport } from './report.js'
import { validateSections } from './sections.js'
import { validateHeadline } from './words.js'

/** What a person reads in a terminal; all of it comes at the end. */
export function validateTable(context: ValidateContext): ValidateReport {
  const { pack, inputs } = context
  return {
    end(summary) {
      const files = inputs.map(({ file }) => file)
      return pageText(
        {
          headline: validateHeadline(pack, summary, files),
          sections: validateSections(pack, summary),
          ledgers: summary,
        },
        context,
        'nothing',
      )
    },
  }
}

import { pageText } from '../text/page.js'
import { headline } from './headline.js'
import type { AssessContext, Report } from './report.js'
import { assessSections } from './sections.js'

/** What a person reads in a terminal; all of it comes at the end. */
export function tableReport(context: AssessContext): Report {
  const { pack, inputs } = context
  return {
    end(summary) {
      const files = inputs.map(({ file }) => file)
      return pageText(
        {
          headline: headline(pack, summary),
          sections: assessSections(pack, summary, files, 'one line'),
          ledgers: summary,
        },
        context,
        'heads',
      )
    },
  }
}

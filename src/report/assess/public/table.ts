import { pageText } from '../../text/page.js'
import type { Report } from '../report.js'
import type { PublicContext } from './context.js'
import { protectedSummary } from './protected.js'
import { publicHeadline, publicSections } from './sections.js'

/** What a person reads in a terminal. */
export function publicTable(context: PublicContext): Report {
  const { pack, leastCell } = context
  return {
    end(summary) {
      const shown = protectedSummary(summary, leastCell)
      const headline = publicHeadline(pack, shown, leastCell)
      const sections = publicSections(pack, summary, shown)
      return pageText({ headline, sections, ledgers: null }, context, 'heads')
    },
  }
}

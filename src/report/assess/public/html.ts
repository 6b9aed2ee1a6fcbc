import { say, type Voices } from '../../../base/say/say.js'
import { packTitle } from '../../../lang/labels.js'
import { aboutFiles, aboutPack } from '../../html/about.js'
import { pageMarkup } from '../../html/page.js'
import { sectionsMarkup } from '../../html/table.js'
import type { Report } from '../report.js'
import type { PublicContext } from './context.js'
import { protectedSummary } from './protected.js'
import { publicHeadline, publicSections } from './sections.js'

/** The tables on a page. */
export const publicHtml = (context: PublicContext, voices: Voices): Report => ({
  end(summary) {
    const { pack, leastCell } = context
    const shown = protectedSummary(summary, leastCell)
    const head = {
      title: () => say('page.assess', { pack: packTitle(pack) }),
      headline: () => publicHeadline(pack, shown, leastCell),
      about: [aboutPack(pack), ...aboutFiles(context)],
      ledgers: null,
    }
    return pageMarkup(
      voices,
      head,
      sectionsMarkup(
        voices,
        () => publicSections(pack, summary, shown),
        new Map(),
        context.rulesPage ?? null,
      ),
    )
  },
})

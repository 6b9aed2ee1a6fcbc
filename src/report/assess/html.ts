import { say, type Voices } from '../../base/say/say.js'
import { packTitle } from '../../lang/labels.js'
import { aboutFiles, aboutPack } from '../html/about.js'
import { pageMarkup } from '../html/page.js'
import { sectionsMarkup } from '../html/table.js'
import { headline } from './headline.js'
import type { AssessContext, Report } from './report.js'
import { assessSections } from './sections.js'

/** The tables of the terminal on a page, with what they rest on. */
export function htmlReport(context: AssessContext, voices: Voices): Report {
  const { pack, inputs } = context
  return {
    end(summary) {
      const files = inputs.map(({ file }) => file)
      const head = {
        title: () => say('page.assess', { pack: packTitle(pack) }),
        headline: () => headline(pack, summary),
        about: [aboutPack(pack), ...aboutFiles(context)],
        ledgers: summary,
      }
      const sections = sectionsMarkup(voices, () => assessSections(pack, summary, files, 'rows'))
      return pageMarkup(voices, head, sections)
    },
  }
}

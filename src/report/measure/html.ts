import { say, type Voices } from '../../base/say/say.js'
import { aboutFiles, aboutPack } from '../html/about.js'
import { pageMarkup } from '../html/page.js'
import { sectionsMarkup } from '../html/table.js'
import { gatherGroups } from './gathered.js'
import { measureHeadline } from './headline.js'
import type { MeasureContext, MeasureReport } from './report.js'
import { measureSections } from './sections.js'
import { titleOf } from './words.js'

/** The tables of the terminal on a page, with what they rest on. */
export function measureHtml(context: MeasureContext, voices: Voices): MeasureReport {
  const { pack, programme } = context
  const gathered = gatherGroups()
  const aboutProgramme = {
    name: () => say('page.programme'),
    values: [{ text: () => `${programme.id} ${programme.version}`, hash: programme.hash }],
  }
  return {
    group(figures) {
      gathered.add(figures)
      return ''
    },
    end(ledgers) {
      const head = {
        title: () => say('page.measure', { programme: titleOf(programme) }),
        headline: () => measureHeadline(context, gathered),
        about: [aboutPack(pack), aboutProgramme, ...aboutFiles(context)],
        ledgers,
      }
      return pageMarkup(
        voices,
        head,
        sectionsMarkup(voices, () => measureSections(context, gathered)),
      )
    },
  }
}

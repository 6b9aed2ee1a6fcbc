import { say, type Voices } from '../../base/say/say.js'
import { packTitle } from '../../lang/labels.js'
import { aboutFiles, aboutPack } from '../html/about.js'
import { pageMarkup } from '../html/page.js'
import { sectionsMarkup } from '../html/table.js'
import { criteriaDrawing, placeField } from './drawings.js'
import { headline } from './headline.js'
import type { AssessContext, Report } from './report.js'
import { assessSections } from './sections.js'

/** Where these sections stand among those of an assessment. */
const CRITERIA = 1
const FIELD = 3

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
      const field = placeField(voices, pack, summary)
      const drawings = new Map([[CRITERIA, criteriaDrawing(voices, pack, summary)]])
      if (field !== null) drawings.set(FIELD, field.drawing)
      const make = () => {
        const sections = assessSections(pack, summary, files, 'rows')
        return field === null ? sections : sections.toSpliced(FIELD, 0, field.section())
      }
      return pageMarkup(voices, head, sectionsMarkup(voices, make, drawings))
    },
  }
}

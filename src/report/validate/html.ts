import { say, type Voices } from '../../base/say/say.js'
import { packTitle } from '../../lang/labels.js'
import { aboutFiles, aboutPack } from '../html/about.js'
import type { Drawing } from '../html/drawing.js'
import { pageMarkup } from '../html/page.js'
import { sectionsMarkup } from '../html/table.js'
import { columnDrawing, findingDrawing } from './drawings.js'
import type { ValidateContext, ValidateReport } from './report.js'
import { validateSections } from './sections.js'
import { validateHeadline } from './words.js'

/** The tables of the terminal on a page, with what they rest on. */
export function validateHtml(context: ValidateContext, voices: Voices): ValidateReport {
  const { pack, inputs } = context
  return {
    end(summary) {
      const files = inputs.map(({ file }) => file)
      const head = {
        title: () => say('page.validate', { pack: packTitle(pack) }),
        headline: () => validateHeadline(pack, summary, files),
        about: [aboutPack(pack), ...aboutFiles(context)],
        ledgers: summary,
      }
      const make = () => validateSections(pack, summary)
      const last = make().length - 1
      const drawings = new Map<number, Drawing>()
      const [findings, columns] = [findingDrawing(voices, summary), columnDrawing(voices, summary)]
      if (findings !== null) drawings.set(0, findings)
      if (columns !== null) drawings.set(last, columns)
      return pageMarkup(voices, head, sectionsMarkup(voices, make, drawings))
    },
  }
}

import { say, type Voices } from '../../base/say/say.js'
import { aboutFiles, aboutPack } from '../html/about.js'
import type { Drawing } from '../html/drawing.js'
import { pageMarkup } from '../html/page.js'
import { sectionsMarkup } from '../html/table.js'
import { groupDrawing } from './drawings.js'
import { type Gathered, gatherGroups } from './gathered.js'
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
    area(area) {
      gathered.addArea(area)
      return ''
    },
    end(ledgers) {
      const head = {
        title: () => say('page.measure', { programme: titleOf(programme) }),
        headline: () => measureHeadline(context, gathered),
        about: [aboutPack(pack), aboutProgramme, ...aboutFiles(context)],
        ledgers,
      }
      const make = () => measureSections(context, gathered)
      return pageMarkup(voices, head, sectionsMarkup(voices, make, drawingsOf(context, voices, gathered)))
    },
  }
}

/** The sections of groups are the last before those of areas, in the order of `--by`. */
function drawingsOf(context: MeasureContext, voices: Voices, gathered: Gathered): Map<number, Drawing> {
  const { by, areas } = context
  const first = measureSections(context, gathered).length - areas.length - by.length
  const drawings = by.flatMap((set, at): [number, Drawing][] => {
    const drawing = groupDrawing(voices, context, gathered, set, at)
    return drawing === null ? [] : [[first + at, drawing]]
  })
  return new Map(drawings)
}

import { say, type Voices } from '../../base/say/say.js'
import { aboutFiles, aboutPack } from '../html/about.js'
import type { Drawing } from '../html/drawing.js'
import type { Markup } from '../html/markup.js'
import { pageMarkup } from '../html/page.js'
import { sheetsMarkup } from '../html/sheets.js'
import { sectionsMarkup } from '../html/table.js'
import { contributionDrawing, groupDrawing, indexDrawing, lineDrawing } from './drawings.js'
import { type Gathered, gatherGroups } from './gathered.js'
import { measureHeadline } from './headline.js'
import type { MeasureContext, MeasureReport } from './report.js'
import { measureSections, sheetSections } from './sections.js'
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
        ledgers: context.leastCell === null ? ledgers : null,
      }
      const make = () => measureSections(context, gathered)
      const drawings = drawingsOf(context, voices, gathered)
      return pageMarkup(voices, head, [
        ...sectionsMarkup(voices, make, drawings, context.rulesPage ?? null),
        sheetsOf(context, voices, gathered),
      ])
    },
  }
}

/** A sheet for each group of the last facts of `--by`. */
function sheetsOf(context: MeasureContext, voices: Voices, gathered: Gathered): Markup {
  const set = context.by.at(-1)
  const groups = set === undefined ? [] : gathered.groups(set)
  const sheets = groups.map((group) =>
    sectionsMarkup(voices, () => sheetSections(context, group, group.group), new Map(), null, 'h3'),
  )
  return sheetsMarkup(voices, () => say('measure.sheets'), sheets)
}

/** The section of lines stands behind those of books and of marks, those of the index behind it; those of groups are the last before those of areas. */
function drawingsOf(context: MeasureContext, voices: Voices, gathered: Gathered): Map<number, Drawing> {
  const { by, areas, programme } = context
  const lines = programme.key.length === 0 ? 1 : 2
  const contributions = lines + (programme.lines.length === 0 ? 0 : 1) + 1
  const first = measureSections(context, gathered).length - areas.length - by.length
  const drawings: (readonly [number, Drawing | null])[] = [
    [lines, lineDrawing(voices, context, gathered)],
    [contributions - 1, indexDrawing(voices, context, gathered)],
    [contributions, contributionDrawing(voices, context, gathered)],
    ...by.map((set, at) => [first + at, groupDrawing(voices, context, gathered, set, at)] as const),
  ]
  return new Map(drawings.flatMap(([at, drawing]) => (drawing === null ? [] : [[at, drawing]])))
}

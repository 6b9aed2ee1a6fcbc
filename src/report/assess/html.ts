import { say, type Voices } from '../../base/say/say.js'
import { packTitle } from '../../lang/labels.js'
import type { Pack } from '../../lang/pack.js'
import { aboutFiles, aboutPack } from '../html/about.js'
import type { Chart } from '../html/chart.js'
import { pageMarkup } from '../html/page.js'
import { sectionsMarkup } from '../html/table.js'
import { incomeChart } from './charts/income-chart.js'
import { questionsChart } from './charts/questions-chart.js'
import { setsChart } from './charts/sets-chart.js'
import { criteriaDrawing, placeField } from './drawings.js'
import { headline } from './headline.js'
import type { AssessContext, Report } from './report.js'
import { assessSections } from './sections.js'
import type { Summary } from './summary.js'

/** Where the section of criteria stands among those of an assessment; charts of the whole follow it, that of places stands after its groups. */
const CRITERIA = 1

/** The tables of the terminal on a page, with charts and with what they rest on. */
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
      const ofWhole = chartsOfWhole(voices, pack, summary)
      const field = placeField(voices, pack, summary)
      const afterGroups = CRITERIA + 1 + ofWhole.length + 1
      const make = () => {
        const [decisions, criteria, ...others] = assessSections(pack, summary, files, 'rows')
        const first = [decisions, criteria].filter((section) => section !== undefined)
        const sections = [...first, ...ofWhole.map(({ section }) => section()), ...others]
        return field === null ? sections : sections.toSpliced(afterGroups, 0, field.section())
      }
      const drawings = new Map([[CRITERIA, criteriaDrawing(voices, pack, summary)]])
      for (const [at, { drawing }] of ofWhole.entries()) drawings.set(CRITERIA + 1 + at, drawing)
      if (field !== null) drawings.set(afterGroups, field.drawing)
      return pageMarkup(voices, head, sectionsMarkup(voices, make, drawings, context.rulesPage ?? null))
    },
  }
}

function chartsOfWhole(voices: Voices, pack: Pack, { charts, assessed }: Summary): Chart[] {
  if (charts === null) return []
  const { incomes, unmetSets, questions } = charts
  return [
    incomeChart(voices, pack, incomes),
    setsChart(voices, pack, unmetSets, assessed),
    questionsChart(voices, pack, questions, assessed),
  ].filter((chart) => chart !== null)
}

import { ledgerCode } from '../text/ledger.js'
import { escaped, markdownSection } from '../text/markdown.js'
import { gatherGroups } from './gathered.js'
import { measureHeadline } from './headline.js'
import type { MeasureContext, MeasureReport } from './report.js'
import { measureSections } from './sections.js'

/** The tables of the terminal as GitHub-flavoured Markdown. */
export function measureMarkdown(context: MeasureContext): MeasureReport {
  const gathered = gatherGroups()
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
      const [first = '', ...others] = measureHeadline(context, gathered).map(escaped)
      const sections = measureSections(context, gathered).map(markdownSection)
      const ledger = context.leastCell === null ? ledgerCode(ledgers) : ''
      const parts = [`**${first}**`, others.join('\n'), ...sections, ledger]
      return `${parts.filter((part) => part !== '').join('\n\n')}\n`
    },
  }
}

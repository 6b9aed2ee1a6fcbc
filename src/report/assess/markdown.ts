import { ledgerCode } from '../text/ledger.js'
import { escaped, markdownSection } from '../text/markdown.js'
import { headline } from './headline.js'
import type { AssessContext, Report } from './report.js'
import { assessSections } from './sections.js'

/** The tables of the terminal as GitHub-flavoured Markdown. */
export function markdownReport({ pack, inputs }: AssessContext): Report {
  return {
    end(summary) {
      const files = inputs.map(({ file }) => file)
      const [first = '', ...others] = headline(pack, summary).map(escaped)
      const sections = assessSections(pack, summary, files, 'rows').map(markdownSection)
      const ledger = ledgerCode(summary)
      return `${[`**${first}**`, others.join('\n'), ...sections, ledger].filter((part) => part !== '').join('\n\n')}\n`
    },
  }
}

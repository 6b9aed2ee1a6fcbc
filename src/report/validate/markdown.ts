import { ledgerCode } from '../text/ledger.js'
import { escaped, markdownSection } from '../text/markdown.js'
import type { ValidateContext, ValidateReport } from './report.js'
import { validateSections } from './sections.js'
import { validateHeadline } from './words.js'

/** The tables of the terminal as GitHub-flavoured Markdown. */
export function validateMarkdown({ pack, inputs }: ValidateContext): ValidateReport {
  return {
    end(summary) {
      const files = inputs.map(({ file }) => file)
      const [first = '', ...others] = validateHeadline(pack, summary, files).map(escaped)
      const sections = validateSections(pack, summary).map(markdownSection)
      const parts = [`**${first}**`, others.join('\n'), ...sections, ledgerCode(summary)]
      return `${parts.join('\n\n')}\n`
    },
  }
}

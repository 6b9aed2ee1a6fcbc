import { ledgerCode } from './ledger-lines.js'
import { escaped, markdownSection } from './markdown.js'
import type { ValidateContext, ValidateReport } from './validate-report.js'
import { validateSections } from './validate-sections.js'
import { validateHeadline } from './validate-words.js'

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

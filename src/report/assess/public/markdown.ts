import { escaped, markdownSection } from '../../text/markdown.js'
import type { Report } from '../report.js'
import type { PublicContext } from './context.js'
import { protectedSummary } from './protected.js'
import { publicHeadline, publicSections } from './sections.js'

/** The tables as GitHub-flavoured Markdown. */
export const publicMarkdown = ({ pack, leastCell }: PublicContext): Report => ({
  end(summary) {
    const shown = protectedSummary(summary, leastCell)
    const [first = '', ...others] = publicHeadline(pack, shown, leastCell).map(escaped)
    const sections = publicSections(pack, summary, shown).map(markdownSection)
    return `${[`**${first}**`, others.join('\n'), ...sections].filter((part) => part !== '').join('\n\n')}\n`
  },
})

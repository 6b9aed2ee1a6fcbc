import { say } from '../../base/say/say.js'
import type { Inspection } from '../../inspect/proposal/inspection.js'
import { escaped, markdownSection } from '../text/markdown.js'
import { columnSections } from './columns.js'
import type { InspectContext } from './context.js'
import { factsSection, inspectHeadline, keyLines, tablesSection } from './sections.js'

/** The same as Markdown, to be kept with the survey. */
export function inspectMarkdown(inspection: Inspection, { allColumns }: InspectContext): string {
  const list = (title: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`## ${title}`, items.map((item) => `- ${escaped(item)}`).join('\n')]
  const [first = '', ...others] = inspectHeadline(inspection).map(escaped)
  const parts = [
    `**${first}**`,
    ...others,
    markdownSection(tablesSection(inspection)),
    ...list(say('inspect.joins'), keyLines(inspection)),
    ...columnSections(inspection, allColumns).map(markdownSection),
    ...(inspection.mapping === null ? [] : [markdownSection(factsSection(inspection))]),
    ...list(say('inspect.to-decide'), inspection.decisions),
  ]
  return `${parts.join('\n\n')}\n`
}

import { printable } from '../../base/inert-text.js'
import { say } from '../../base/say/say.js'
import { hanging } from '../../base/text-width.js'
import type { Inspection } from '../../inspect/proposal/inspection.js'
import { headlineLines, pageWidth, sectionLines } from '../text/page.js'
import type { Section } from '../text/section.js'
import { columnSections } from './columns.js'
import type { InspectContext } from './context.js'
import { factsSection, inspectHeadline, keyLines, nextCommands, tablesSection } from './sections.js'

/** What a person reads in a terminal; what to do next stands last. */
export function inspectTable(inspection: Inspection, context: InspectContext): string {
  const { paint, allColumns, written } = context
  const width = pageWidth(context)
  const { roles, unreadable, mapping, decisions } = inspection
  const sections = (all: readonly Section[]) => all.flatMap((each) => sectionLines(each, width, paint))
  const list = (title: string, items: readonly string[], mark: string) => {
    const lines = items.flatMap((item) => hanging(mark, printable(item), width))
    return items.length === 0 ? [] : ['', paint.bold(title), ...lines]
  }
  const first = written === null ? say('inspect.next') : say('inspect.written', { file: written })
  const lines = [
    ...headlineLines(inspectHeadline(inspection), width, paint),
    ...sections(roles.length + unreadable.length > 0 ? [tablesSection(inspection)] : []),
    ...list(say('inspect.joins'), keyLines(inspection), '  '),
    ...sections(columnSections(inspection, allColumns)),
    ...sections(mapping === null ? [] : [factsSection(inspection)]),
    ...list(say('inspect.to-decide'), decisions, '  - '),
    '',
    paint.bold(first),
    ...nextCommands(inspection, context).map((each) => `  ${printable(each)}`),
  ]
  return `${lines.join('\n')}\n`
}

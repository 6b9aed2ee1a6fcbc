import type { Inspection } from '../../inspect/proposal/inspection.js'
import type { Section } from '../text/section.js'
import { gridLines } from '../text/table.js'
import { hanging, printable, wrap } from '../text/text-width.js'
import { columnSections } from './columns.js'
import type { InspectContext } from './context.js'
import { factsSection, inspectHeadline, keyLines, nextCommands, tablesSection } from './sections.js'

/** Nothing is drawn wider than this. */
const WIDEST = 120

/** What a person reads in a terminal; what to do next stands last. */
export function inspectTable(inspection: Inspection, context: InspectContext): string {
  const { paint } = context
  const width = Math.min(context.width, WIDEST)
  const lines = inspectHeadline(inspection).flatMap((each, at) =>
    wrap(printable(each), width).map((line) => (at === 0 ? paint.bold(line) : line)),
  )
  const section = (each: Section) => {
    lines.push('', paint.bold(printable(each.title)))
    if (each.rows.length > 0) lines.push(...gridLines(each, width, paint))
    for (const note of each.notes) lines.push(...wrap(printable(note), width).map((line) => paint.dim(line)))
  }
  const list = (title: string, items: readonly string[], mark: string) => {
    if (items.length === 0) return
    lines.push('', paint.bold(title))
    for (const item of items) lines.push(...hanging(mark, printable(item), width))
  }
  if (inspection.roles.length + inspection.unreadable.length > 0) section(tablesSection(inspection))
  list('Keys and joins', keyLines(inspection), '  ')
  for (const each of columnSections(inspection, context.allColumns)) section(each)
  if (inspection.mapping !== null) section(factsSection(inspection))
  list('To decide', inspection.decisions, '  - ')
  const { written } = context
  const first = written === null ? 'Next' : `${written} is written: read it, decide what it asks, then`
  lines.push(
    '',
    paint.bold(first),
    ...nextCommands(inspection, context).map((each) => `  ${printable(each)}`),
  )
  return `${lines.join('\n')}\n`
}

import { ledgerLines } from '../text/ledger.js'
import { gridLines } from '../text/table.js'
import { printable, wrap } from '../text/text-width.js'
import { headline } from './headline.js'
import type { AssessContext, Report } from './report.js'
import { assessSections } from './sections.js'
import type { Summary } from './summary.js'

/** Tables are not drawn wider than this: a line that the eye cannot follow helps nobody. */
const WIDEST = 120

/** What a person reads in a terminal; all of it comes at the end. */
export function tableReport(context: AssessContext): Report {
  return { end: (summary) => `${tableLines(context, summary).join('\n')}\n` }
}

function tableLines({ pack, inputs, width: terminal, paint }: AssessContext, summary: Summary): string[] {
  const width = Math.min(terminal, WIDEST)
  const [first = '', ...others] = headline(pack, summary)
  const lines = [
    ...wrap(printable(first), width).map((line) => paint.bold(line)),
    ...others.flatMap((each) => wrap(printable(each), width)),
  ]
  for (const section of assessSections(
    pack,
    summary,
    inputs.map(({ file }) => file),
  )) {
    lines.push('', paint.bold(printable(section.title)))
    lines.push(...gridLines(section, width, paint))
    for (const note of section.notes)
      lines.push(...wrap(printable(note), width).map((line) => paint.dim(line)))
  }
  return [...lines, '', ...ledgerLines(summary).flatMap((line) => wrap(printable(line), width))]
}

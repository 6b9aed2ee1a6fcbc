import { ledgerLines } from '../text/ledger.js'
import { gridLines } from '../text/table.js'
import { printable, wrap } from '../text/text-width.js'
import { inert } from '../text/without-commands.js'
import type { ValidateContext, ValidateReport } from './report.js'
import { validateSections } from './sections.js'
import type { ValidateSummary } from './summary.js'
import { validateHeadline } from './words.js'

const WIDEST = 120

/** What a person reads in a terminal; all of it comes at the end. */
export function validateTable(context: ValidateContext): ValidateReport {
  return { end: (summary) => `${tableLines(context, summary).join('\n')}\n` }
}

function tableLines({ pack, inputs, width: terminal, paint }: ValidateContext, summary: ValidateSummary) {
  const width = Math.min(terminal, WIDEST)
  const files = inputs.map(({ file }) => file)
  const [first = '', ...others] = validateHeadline(pack, summary, files)
  const lines = [
    ...wrap(printable(first), width).map((line) => paint.bold(line)),
    ...others.flatMap((each) => wrap(printable(each), width)),
  ]
  for (const section of validateSections(pack, summary).map(inert)) {
    lines.push('', paint.bold(printable(section.title)))
    if (section.rows.length > 0) lines.push(...gridLines(section, width, paint))
    for (const note of section.notes)
      lines.push(...wrap(printable(note), width).map((line) => paint.dim(line)))
  }
  return [...lines, '', ...ledgerLines(summary).flatMap((line) => wrap(printable(line), width))]
}

import { ledgerLines } from '../text/ledger.js'
import { gridLines } from '../text/table.js'
import { printable, wrap } from '../text/text-width.js'
import { inert } from '../text/without-commands.js'
import type { DiffContext } from './context.js'
import { diffSections } from './sections.js'
import type { DiffSummary } from './summary.js'
import { diffHeadline } from './words.js'

const WIDEST = 120

/** What a person reads in a terminal. */
export function diffTable(context: DiffContext, summary: DiffSummary): string {
  const { paint } = context
  const width = Math.min(context.width, WIDEST)
  const [first = '', ...others] = diffHeadline(context, summary, (text) => text)
  const lines = [
    ...wrap(printable(first), width).map((line) => paint.bold(line)),
    ...others.flatMap((each) => wrap(printable(each), width)),
  ]
  for (const each of diffSections(context.new.pack, summary, (text) => text)) {
    const section = inert(each.section)
    lines.push('', paint.bold(printable(section.title)), ...gridLines(section, width, paint))
    for (const note of section.notes)
      lines.push(...wrap(printable(note), width).map((line) => paint.dim(line)))
  }
  const ledgers = ledgerLines({ ...summary, assumed: [] }).flatMap((line) => wrap(printable(line), width))
  return `${[...lines, '', ...ledgers].join('\n')}\n`
}

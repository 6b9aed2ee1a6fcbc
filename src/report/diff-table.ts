import type { DiffContext } from './diff-context.js'
import { diffSections } from './diff-sections.js'
import type { DiffSummary } from './diff-summary.js'
import { diffHeadline } from './diff-words.js'
import { gridLines } from './grid.js'
import { inert } from './inert.js'
import { ledgerLines } from './ledger-lines.js'
import { printable, wrap } from './text-width.js'

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

import type { DiffContext } from './diff-context.js'
import { diffSections } from './diff-sections.js'
import type { DiffSummary } from './diff-summary.js'
import { diffHeadline } from './diff-words.js'
import { gridLines } from './grid.js'
import { ledgerLines } from './headline.js'
import type { Row, Section } from './section.js'
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

/** The section without text that a CI runner would take for a command where a line begins with it. */
function inert(section: Section): Section {
  const rows = section.rows.map((row): Row => {
    if (row === 'rule' || 'heading' in row) return row
    return { cells: row.cells.map((each) => ({ ...each, text: inertText(each.text) })) }
  })
  const { narrow } = section
  const own = { ...section, rows, notes: section.notes.map(inertText) }
  return narrow === undefined ? own : { ...own, narrow: inert(narrow) }
}

/** Any word may come to begin a line. */
const inertText = (text: string) => text.replace(/(^|\s):(?=:)/g, '$1: ').replaceAll('##[', '## [')

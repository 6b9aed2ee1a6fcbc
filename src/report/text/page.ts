import type { ChalkInstance } from 'chalk'
import { printable } from '../../base/inert-text.js'
import { wrap } from '../../base/text-width.js'
import type { ReportContext } from '../context.js'
import { type Ledgers, ledgerLines } from './ledger.js'
import type { Section } from './section.js'
import { tableLines } from './table.js'

/** A page is at most this wide, because the eye cannot follow longer lines. */
const WIDEST = 120

/** What a person reads in a terminal about survey files. */
export interface Page {
  /** Sentences above the tables; the first stands out. */
  readonly headline: readonly string[]
  readonly sections: readonly Section[]
  /** `null`: nothing is said of rows. */
  readonly ledgers: Ledgers | null
}

/** Columns of a report in a terminal of this width. */
export const pageWidth = ({ width }: Pick<ReportContext, 'width'>): number => Math.min(width, WIDEST)

/** The sentences, each table with its title and notes, and the ledgers; `emptyTables` says what is seen of a table without rows. */
export function pageText(
  { headline, sections, ledgers }: Page,
  context: Pick<ReportContext, 'width' | 'paint'>,
  emptyTables: 'heads' | 'nothing',
): string {
  const { paint } = context
  const width = pageWidth(context)
  const lines = [
    ...headlineLines(headline, width, paint),
    ...sections.flatMap((each) =>
      sectionLines(each, width, paint, emptyTables === 'heads' || each.rows.length > 0),
    ),
    ...(ledgers === null
      ? []
      : ['', ...ledgerLines(ledgers).flatMap((line) => wrap(printable(line), width))]),
  ]
  return `${lines.join('\n')}\n`
}

/** Sentences, the first of them bold. */
export const headlineLines = (sentences: readonly string[], width: number, paint: ChalkInstance): string[] =>
  sentences.flatMap((each, at) =>
    wrap(printable(each), width).map((line) => (at === 0 ? paint.bold(line) : line)),
  )

/** An empty line, the title, the table where it is drawn, and the notes. */
export function sectionLines(
  section: Section,
  width: number,
  paint: ChalkInstance,
  isDrawn = section.rows.length > 0,
): string[] {
  return [
    '',
    paint.bold(printable(section.title)),
    ...(isDrawn ? tableLines(section, width, paint) : []),
    ...section.notes.flatMap((note) => wrap(printable(note), width).map((line) => paint.dim(line))),
  ]
}

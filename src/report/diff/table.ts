import { pageText } from '../text/page.js'
import type { DiffContext } from './context.js'
import { diffSections } from './sections.js'
import type { DiffSummary } from './summary.js'
import { diffHeadline } from './words.js'

/** What a person reads in a terminal. */
export function diffTable(context: DiffContext, summary: DiffSummary): string {
  const asItIs = (text: string) => text
  const sections = diffSections(context.new.pack, summary, asItIs).map(({ section }) => section)
  return pageText(
    {
      headline: diffHeadline(context, summary, asItIs),
      sections,
      ledgers: { ...summary, assumed: [] },
    },
    context,
    'heads',
  )
}

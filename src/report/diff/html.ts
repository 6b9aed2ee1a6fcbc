import { say, type Voices } from '../../base/say/say.js'
import { packLabel } from '../../lang/pack.js'
import { aboutFiles, aboutPack } from '../html/about.js'
import { pageMarkup } from '../html/page.js'
import { sectionsMarkup } from '../html/table.js'
import type { DiffContext } from './context.js'
import { diffSections } from './sections.js'
import type { DiffSummary } from './summary.js'
import { diffHeadline } from './words.js'

/** The comparison on a page. Of households it shows ids, places and decisions, and no other answers. */
export function diffHtml(context: DiffContext, summary: DiffSummary, voices: Voices): string {
  const { old, new: changed } = context
  const head = {
    title: () => say('page.diff', { before: packLabel(old.pack), after: packLabel(changed.pack) }),
    headline: () => diffHeadline(context, summary, asItIs),
    about: [aboutPack(old.pack), aboutPack(changed.pack), ...aboutFiles(context)],
    ledgers: { ...summary, assumed: [] },
  }
  const make = () => diffSections(changed.pack, summary, asItIs).map(({ section }) => section)
  return pageMarkup(voices, head, sectionsMarkup(voices, make))
}

/** A page needs no marks around a name. */
const asItIs = (text: string): string => text

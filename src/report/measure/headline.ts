import { say } from '../../base/say/say.js'
import { packTitle } from '../../lang/labels.js'
import { packLabel } from '../../lang/pack.js'
import { countedRecords } from '../text/words.js'
import type { Gathered, GatheredGroup } from './gathered.js'
import type { MeasureContext } from './report.js'
import { boundsText, boundsWords, isHidden, titleOf } from './words.js'

/** How many were judged by which rules, and the first figures: a sentence each. */
export function measureHeadline(
  { pack, programme, isSample, leastCell }: MeasureContext,
  gathered: Gathered,
): string[] {
  const [whole] = gathered.groups('')
  if (whole === undefined) return []
  const households = whole.find('households', 'households')
  const persons = whole.find('persons')
  const [book] = programme.books
  const p0 = whole.find('p0') ?? whole.figures.find(({ figure }) => figure.startsWith('p0@'))
  return [
    say('measure.judged', {
      records: countedRecords(pack, Number(whole.figures[0]?.households ?? 0)),
      persons: persons === undefined ? '–' : boundsText(persons, 'count'),
      pack: packLabel(pack),
      title: packTitle(pack),
      programme: `${programme.id} ${programme.version}`,
    }),
    ...(isSample && households !== undefined
      ? [say('measure.sample', { households: boundsText(households, 'count') })]
      : [say('measure.full-count')]),
    ...(book === undefined ? [] : bookSentence(whole, book.id, titleOf(book))),
    ...(p0 === undefined || isHidden(p0)
      ? []
      : [
          say('measure.below', {
            line: programme.lines[0] === undefined ? '' : titleOf(programme.lines[0]),
            share: boundsWords(p0, 'percent'),
          }),
        ]),
    ...(leastCell === null ? [] : [say('measure.public', { least: leastCell })]),
  ]
}

function bookSentence({ find }: GatheredGroup, book: string, title: string): string[] {
  const [households, persons] = [find(`proposed.${book}`, 'households'), find(`proposed.${book}`)]
  if (households !== undefined && isHidden(households)) return []
  return [
    say('measure.proposed', {
      book: title,
      households: households === undefined ? '–' : boundsWords(households, 'count'),
      persons: persons === undefined ? '–' : boundsWords(persons, 'count'),
    }),
  ]
}

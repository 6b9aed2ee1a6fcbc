import { say } from '../../base/say/say.js'
import type { Json } from '../../base/tree/json-text.js'
import type { Coverage } from '../../testing/coverage/coverage.js'
import { shownFile } from '../text/shown-file.js'
import { holesOf, missingLines } from './missing.js'

/** `83.3%, 20 of 24 shown by some case` */
export function coverageShare({ items, percent }: Coverage): string {
  return say('test.coverage-share', {
    percent,
    shown: items.filter(({ hit }) => hit).length,
    all: items.length,
  })
}

/** What the cases of a pack show of it, as lines of text: the share, then each hole with a case to paste. */
export const coverageLines = (coverage: Coverage): string[] => [
  say('test.coverage-line', { share: coverageShare(coverage) }),
  ...unreachableLines(coverage).map((line) => `  ${line}`),
  ...missingLines(holesOf(coverage)),
]

/** What does not count, in one line; no line where everything counts. */
export const unreachableLines = ({ unreachable }: Coverage): string[] =>
  unreachable.length === 0 ? [] : [say('test.unreachable', { names: unreachable.join(say('names.item')) })]

/** The same as data: `items` in pack order, `hole` the case to paste where no case shows it, `not_shown` those without such a case. */
export const coverageJson = ({ items, unreachable, percent }: Coverage): Json => ({
  percent,
  shown: items.filter(({ hit }) => hit).length,
  of: items.length,
  items: items.map(({ id, what, place, hit, hole }) => ({
    id,
    what,
    at: { file: shownFile(place.file), line: place.line, column: place.column },
    hit,
    hole: hole?.witness ?? null,
  })),
  not_shown: items.filter(({ hit, hole }) => !hit && hole?.witness == null).map(({ id }) => id),
  unreachable: [...unreachable],
})

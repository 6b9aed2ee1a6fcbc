import type { Json } from '../../base/tree/json-text.js'
import type { Coverage } from '../../testing/coverage/coverage.js'
import { shownFile } from '../text/shown-file.js'
import { holesOf, missingLines } from './missing.js'

/** `83.3%, 20 of 24 shown by some case` */
export function coverageShare({ items, percent }: Coverage): string {
  return `${percent}%, ${items.filter(({ hit }) => hit).length} of ${items.length} shown by some case`
}

/** What the cases of a pack show of it, as lines of text: the share, then each hole with a case to paste. */
export const coverageLines = (coverage: Coverage): string[] => [
  `Coverage: ${coverageShare(coverage)}`,
  ...unreachableLines(coverage).map((line) => `  ${line}`),
  ...missingLines(holesOf(coverage)),
]

/** What does not count, in one line; no line where everything counts. */
export const unreachableLines = ({ unreachable }: Coverage): string[] =>
  unreachable.length === 0 ? [] : [`not counted, because no record comes to it: ${unreachable.join(', ')}`]

/** The same as data: `items` in pack order, `hole` the case to paste where no case shows it. */
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
  unreachable: [...unreachable],
})

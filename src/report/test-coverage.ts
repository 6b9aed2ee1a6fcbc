import type { Json } from '../base/json-text.js'
import type { Coverage, CoverageItem } from '../testing/coverage.js'
import { shownFile } from './shown-file.js'

/** What the cases of a pack show of it, as lines of text: the share, then each hole with a case to paste. */
export function coverageLines(coverage: Coverage): string[] {
  const { items, unreachable, percent } = coverage
  const holes = items.filter(({ hit }) => !hit)
  const share = `Coverage: ${percent}%, ${items.length - holes.length} of ${items.length} shown by some case`
  return [
    share,
    ...(unreachable.length > 0
      ? [`  not counted, because no record comes to it: ${unreachable.join(', ')}`]
      : []),
    ...holes.flatMap((item) => [
      '',
      `${where(item)}: no case in which ${item.what}`,
      ...pasted(item.hole?.witness),
    ]),
  ]
}

const where = ({ place }: Pick<CoverageItem, 'place'>) => `${shownFile(place.file)}:${place.line}`

/** A case as it stands under `cases:`. */
export const pasted = (witness: string | null | undefined): string[] =>
  witness == null ? [] : witness.split('\n').map((line) => `  ${line}`)

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

import { added, breakIf, type Code, f64, i32, i64, int, when } from '../../compile/wasm/instructions.js'
import { CODE_GROUPS } from '../../survey/cells/missing-codes.js'
import { NEAR_CODES } from '../../survey/doubts/answer-codes.js'
import { $, long, MISSED } from './fill-code.js'
import { CODES_UP_TO, COUNTS } from './memory-fields.js'

/** Counts a number of a column that is not a code; a number that may be a code is left to the normal reader. */
export const countNumber = (counts: number, codes: number, places: number): Code[] => [
  when(i64.ltU($('whole'), long(CODES_UP_TO)), breakIf(MISSED + 1, i32.load8(i32.wrap($('whole')), codes))),
  ...LONG_CODES.map(({ from, count }) =>
    breakIf(MISSED, i64.ltU(i64.sub($('whole'), long(from)), long(count))),
  ),
  added(counts + COUNTS.filled),
  when($('behind'), added(counts + COUNTS.withPlaces)),
  when(
    f64.gt($('number'), f64.load(int(0), counts + COUNTS.greatest)),
    f64.store(int(0), $('number'), counts + COUNTS.greatest),
  ),
  ...noteNear(counts, 10 ** places),
]

/** Codes of four digits and more, by runs of neighbours. */
const LONG_CODES = CODE_GROUPS.flatMap((group) => {
  const [from = 0] = group
  return from < CODES_UP_TO ? [] : [{ from, count: group.length }]
})

/** Notes which groups of codes a number is near; most numbers are near none, and are asked once or twice. */
function noteNear(counts: number, scale: number): Code[] {
  const within = (from: number, to: number) =>
    i32.and(f64.ge($('number'), f64.const(from * scale)), f64.ge(f64.const(to * scale), $('number')))
  const clusters: { from: number; to: number; groups: number[] }[] = []
  for (const [group, { from, to }] of NEAR_CODES.entries()) {
    const last = clusters.at(-1)
    if (last === undefined || from > last.to) clusters.push({ from, to, groups: [group] })
    else Object.assign(last, { to: Math.max(last.to, to), groups: [...last.groups, group] })
  }
  return clusters.map(({ from, to, groups }) =>
    when(
      within(from, to),
      ...groups.map((group) => {
        const { from: least, to: most } = NEAR_CODES[group] ?? { from: 1, to: 0 }
        const bit = i32.shl(within(least, most), int(group))
        return i32.store(int(0), i32.or(i32.load(int(0), counts + COUNTS.near), bit), counts + COUNTS.near)
      }),
    ),
  )
}

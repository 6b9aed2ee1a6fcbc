// @ts-check
// Writes fixtures/danyang.csv, the same bytes each time; with `-` to stdout instead.

/** @import { Draws } from './danyang/random.js' */
/** @import { Row } from './danyang/columns.js' */
/** @import { Plan } from './danyang/household.js' */

import { writeFileSync } from 'node:fs'
import { csvOf } from './danyang/columns.js'
import { drawHousehold } from './danyang/household.js'
import { OTHERS } from './danyang/others.js'
import { POOR } from './danyang/poor.js'
import { drawsFrom } from './danyang/random.js'

const SEED = 20_200_825

/**
 * Invented hamlets: the day of 2020 on which the enumerators came, and how likely a household far from water, or
 * another, lives there.
 */
const HAMLETS = [
  { name: 'Shangzhai', day: 153, far: 0, other: 20 },
  { name: 'Xiazhai', day: 167, far: 0, other: 18 },
  { name: 'Tianba', day: 181, far: 0, other: 16 },
  { name: 'Maoping', day: 195, far: 0, other: 12 },
  { name: 'Qiaotou', day: 209, far: 0, other: 12 },
  { name: 'Zhulin', day: 223, far: 0, other: 10 },
  { name: 'Shiban', day: 237, far: 60, other: 4 },
  { name: 'Ganchong', day: 251, far: 40, other: 3 },
]

const draws = drawsFrom(SEED)
const rows = [...drawGroup(draws, POOR, 137, 443), ...drawGroup(draws, OTHERS, 688, 2850 - 443)]
const csv = csvOf(numbered(draws, rows))
if (process.argv[2] === '-') process.stdout.write(csv)
else writeFileSync(new URL('../fixtures/danyang.csv', import.meta.url), csv)

/**
 * @param {Draws} draws
 * @param {readonly Plan[]} plans
 * @param {number} households
 * @param {number} persons
 * @returns {{ row: Row, dry: boolean }[]}
 */
function drawGroup(draws, plans, households, persons) {
  if (plans.length !== households) throw new Error(`${plans.length} households planned, not ${households}`)
  const sizes = drawSizes(draws, plans, persons)
  return plans.map((plan, index) => ({ row: drawHousehold(draws, plan, sizes[index] ?? 1), dry: plan.dry }))
}

/**
 * Sizes from 1 to 9 that add up to the persons wanted.
 * @param {Draws} draws
 * @param {readonly Plan[]} plans
 * @param {number} persons
 * @returns {number[]}
 */
function drawSizes(draws, plans, persons) {
  const sizes = plans.map((plan) =>
    Math.max(
      plan.least,
      draws.weighted([
        [1, 12],
        [2, 20],
        [3, 22],
        [4, 22],
        [5, 13],
        [6, 7],
        [7, 2],
        [8, 1],
        [9, 1],
      ]),
    ),
  )
  let total = sizes.reduce((sum, size) => sum + size, 0)
  while (total !== persons) {
    const step = total < persons ? 1 : -1
    const index = draws.whole(0, sizes.length - 1)
    const size = (sizes[index] ?? 1) + step
    if (size < (plans[index]?.least ?? 1) || size > 7) continue
    sizes[index] = size
    total += step
  }
  return sizes
}

/**
 * Households in the order of the visit, with hamlet, number and date.
 * @param {Draws} draws
 * @param {readonly { row: Row, dry: boolean }[]} drawn
 * @returns {Row[]}
 */
function numbered(draws, drawn) {
  const placed = draws.shuffled(drawn).map(({ row, dry }) => {
    const hamlet = draws.weighted(
      HAMLETS.map((one) => /** @type {const} */ ([one, dry ? one.far : one.other])),
    )
    return { row, hamlet }
  })
  return HAMLETS.flatMap((hamlet) => {
    const here = placed.filter((one) => one.hamlet === hamlet)
    return here.map(({ row }, index) => ({
      row,
      hamlet,
      day: hamlet.day + Math.floor((index * 14) / here.length),
    }))
  }).map(({ row, hamlet, day }, index) => ({
    ...row,
    household_id: `DY-${String(index + 1).padStart(4, '0')}`,
    village: hamlet.name,
    survey_date: new Date(Date.UTC(2020, 0, day)).toISOString().slice(0, 10),
  }))
}

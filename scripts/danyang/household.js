// @ts-check

/** @import { Draws } from './random.js' */
/** @import { Row } from './columns.js' */

import { incomeCells } from './income.js'

/**
 * One household to be drawn: what is settled beforehand, the rest is sound and ordinary.
 * @typedef {object} Plan
 * @property {'none' | 'registered' | 'exited'} status
 * @property {string} cause Main cause of poverty, or empty.
 * @property {(draws: Draws, size: number) => number} net The year's net income in fen.
 * @property {number} least The fewest members.
 * @property {boolean} dry Whether it belongs to one of the dry hamlets.
 * @property {(row: Row, draws: Draws, size: number) => Partial<Row>} change Cells that differ from a sound household's.
 */

/**
 * @param {Draws} draws
 * @param {Plan} plan
 * @param {number} size
 * @returns {Row} a row without id, village and survey date
 */
export function drawHousehold(draws, plan, size) {
  const sound = soundRow(draws, plan, size)
  return { ...sound, ...plan.change(sound, draws, size) }
}

/**
 * @param {Draws} draws
 * @param {Plan} plan
 * @param {number} size
 * @returns {Row}
 */
function soundRow(draws, plan, size) {
  const children = childrenOf(draws, Math.max(0, size - (size > 3 ? 2 : 1)))
  return {
    household_id: '',
    province: 'Guizhou',
    county: 'Wanshan',
    township: 'Danyang',
    village: '',
    survey_date: '',
    registration_status: plan.status,
    household_size: String(size),
    ...incomeCells(draws, plan.net(draws, size), size),
    food_secure: 'yes',
    clothing_secure: 'yes',
    insured_members: String(size),
    ...housing(draws, plan.status),
    ...water(draws, plan.dry),
    electricity: 'yes',
    school_age_children: String(children),
    school_age_enrolled: String(children),
    risk: 'no',
    main_cause: plan.cause,
  }
}

/**
 * @param {Draws} draws
 * @param {number} most
 */
const childrenOf = (draws, most) =>
  Math.min(
    most,
    draws.weighted([
      [0, 45],
      [1, 33],
      [2, 18],
      [3, 4],
    ]),
  )

/**
 * A safe house; who is or was registered may owe it to a remedy, and then a grant came with it.
 * @param {Draws} draws
 * @param {Plan['status']} status
 * @returns {Pick<Row, 'housing_grade' | 'housing_remedy' | 'earmarked_grants'>}
 */
function housing(draws, status) {
  const helped = status !== 'none' && draws.chance(34)
  if (!helped) {
    const grade = draws.weighted([
      ['A', 38],
      ['B', 62],
    ])
    return { housing_grade: grade, housing_remedy: 'none', earmarked_grants: '0.00' }
  }
  const remedy = draws.weighted([
    ['renovated', 60],
    ['relocated', 32],
    ['protected', 8],
  ])
  const grants =
    remedy === 'protected'
      ? 0
      : draws.whole(remedy === 'relocated' ? 40 : 12, remedy === 'relocated' ? 90 : 35)
  return {
    housing_grade: draws.pick(['C', 'D']),
    housing_remedy: remedy,
    earmarked_grants: `${grants * 1000}.00`,
  }
}

/**
 * @param {Draws} draws
 * @param {boolean} dry
 * @returns {Pick<Row, 'water_minutes' | 'water_shortage' | 'water_quality_safe'>}
 */
function water(draws, dry) {
  const tenths = draws.weighted([
    [0, dry ? 20 : 70],
    [draws.whole(5, 80), 20],
    [draws.whole(81, 190), dry ? 60 : 10],
  ])
  return { water_minutes: minutes(tenths), water_shortage: 'no', water_quality_safe: 'yes' }
}

/** @param {number} tenths */
export const minutes = (tenths) =>
  tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`

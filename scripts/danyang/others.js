// @ts-check

/** @import { Plan } from './household.js' */
/** @import { Row } from './columns.js' */

import { LINE, RANGE, yuan } from './income.js'
import { fair, plan, plans } from './plans.js'

/** Just above the line: 4,001 to 4,199 yuan a head. @type {Plan['net']} */
const scant = (draws, size) => draws.whole(400_100, 419_900) * size

/** From the line to the monitoring range. @type {Plan['net']} */
const near = (draws, size) => draws.whole(430_000, 590_000) * size + draws.whole(0, 99)

/** @param {number} perHead fen @param {number} fen @returns {Pick<Plan, 'net' | 'change'>} */
const exactly = (perHead, fen) => ({
  net: (_draws, size) => perHead * size + fen,
  change: (_row, _draws, size) => ({ net_income: yuan(perHead * size + fen) }),
})

/** @param {Partial<Row>} cells @returns {Plan['change']} */
const set = (cells) => () => cells

/** Income known only by its parts, so that a blank part stays open. */
const PARTS_ONLY = { net_income: '', income_per_capita: '' }
const NO_PARTS = {
  wage_income: '',
  business_income: '',
  property_income: '',
  transfer_income: '',
  business_expense: '',
  net_income: '',
}

/** @type {Plan['change']} What the others give is below the line. */
const withoutTransfer = (_row, _draws, size) => ({
  ...PARTS_ONLY,
  wage_income: yuan(390_000 * size),
  business_income: '0.00',
  property_income: '0.00',
  transfer_income: '',
  business_expense: '0.00',
})

/** @type {Plan['change']} */
const withoutWage = (_row, draws, size) => ({
  ...PARTS_ONLY,
  wage_income: '',
  business_income: yuan(draws.whole(900, 1800) * size * 100),
  property_income: '0.00',
  transfer_income: yuan(draws.whole(80_000, 190_000) * size),
  business_expense: yuan(draws.whole(150, 400) * size * 100),
})

/** @type {Plan['change']} What the others give is above the line. */
const enoughWithoutTransfer = (_row, draws, size) => ({
  ...PARTS_ONLY,
  wage_income: yuan(draws.whole(7_000, 11_000) * size * 100),
  transfer_income: '',
})

/** @type {Plan['change']} */
const businessWithoutExpense = (_row, _draws, size) => ({
  ...PARTS_ONLY,
  wage_income: yuan(250_000 * size),
  business_income: '8000.00',
  property_income: '0.00',
  transfer_income: yuan(300_000 * size),
  business_expense: '',
})

/** @type {readonly Plan[]} */
const TO_VERIFY = [
  ...plans(3, { status: 'registered', cause: 'labour', change: withoutTransfer }),
  ...plans(3, { change: withoutWage }),
  ...plans(2, { change: set({ housing_grade: '' }) }),
  ...plans(2, {
    status: 'registered',
    cause: 'illness',
    net: fair,
    change: set({ housing_grade: '', housing_remedy: 'none', earmarked_grants: '0.00' }),
  }),
  plan({
    status: 'registered',
    cause: 'land',
    net: fair,
    change: set({ food_secure: '', clothing_secure: '' }),
  }),
  plan({ status: 'registered', cause: 'illness', net: fair, change: set({ insured_members: '' }) }),
  plan({ change: set({ insured_members: '' }) }),
  ...plans(2, {
    status: 'registered',
    cause: 'water',
    net: fair,
    dry: true,
    change: set({ water_minutes: '' }),
  }),
  plan({ dry: true, change: set({ water_minutes: '15 min' }) }),
  plan({ status: 'exited', cause: 'water', dry: true, change: set({ water_quality_safe: '' }) }),
  plan({
    status: 'registered',
    cause: 'schooling',
    net: fair,
    least: 4,
    change: set({ school_age_children: '2', school_age_enrolled: '' }),
  }),
  plan({ net: fair, change: set({ registration_status: '' }) }),
  plan({ least: 3, change: businessWithoutExpense }),
  // A figure within a yuan of the line, and no exact one.
  plan({ change: set({ ...NO_PARTS, income_per_capita: '4000' }) }),
  plan({ net: near, change: set({ risk: '' }) }),
]

/** @type {readonly Plan[]} */
const TO_EXIT = [
  ...plans(4, { status: 'registered', cause: 'land', net: scant }),
  plan({ status: 'registered', cause: 'technology', ...exactly(LINE, 1) }),
  plan({
    status: 'registered',
    cause: 'water',
    net: fair,
    dry: true,
    change: set({ water_minutes: '20.0' }),
  }),
  ...plans(3, { status: 'registered', cause: 'illness', change: enoughWithoutTransfer }),
  ...plans(2, { status: 'registered', cause: 'other', net: fair, change: set({ electricity: 'no' }) }),
  ...plans(40, { status: 'registered', cause: 'illness', net: fair }),
  ...plans(28, { status: 'registered', cause: 'technology', net: fair }),
  ...plans(24, { status: 'registered', cause: 'water', net: fair, dry: true }),
  ...plans(16, { status: 'registered', cause: 'schooling', net: fair }),
  ...plans(14, { status: 'registered', cause: 'capital', net: fair }),
  ...plans(13, { status: 'registered', cause: 'disability', net: fair }),
]

/** @type {readonly Plan[]} */
const STABLE_OR_WATCHED = [
  ...plans(40, { status: 'exited', cause: 'technology' }),
  ...plans(20, { status: 'exited', cause: 'illness', net: fair }),
  ...plans(12, { status: 'exited', cause: 'capital', change: set({ risk: 'yes' }) }),
  ...plans(12, { net: near, change: set({ risk: 'yes' }) }),
  ...plans(7, { status: 'exited', cause: 'illness', net: near, change: set({ risk: 'yes' }) }),
  plan({ status: 'exited', cause: 'land', net: exactly(RANGE, -1).net, change: atRisk(RANGE, -1) }),
]

/** @type {readonly Plan[]} */
const NOT_ELIGIBLE = [
  ...plans(6, { net: scant }),
  ...plans(2, exactly(LINE, 0)),
  plan(exactly(LINE, 1)),
  plan({ net: exactly(RANGE, 0).net, change: atRisk(RANGE, 0) }),
  plan({ dry: true, change: set({ water_minutes: '20' }) }),
  ...plans(8, { change: set({ risk: 'yes' }) }),
  ...plans(26, { net: near }),
  // Gaps that cannot change the decision.
  ...plans(6, { change: enoughWithoutTransfer }),
  ...plans(7, { change: set({ electricity: '' }) }),
  ...plans(6, { change: set({ school_age_children: '0', school_age_enrolled: '' }) }),
  ...plans(5, { change: set({ risk: '' }) }),
  ...plans(4, {
    change: (row, _draws, size) => ({
      ...NO_PARTS,
      net_income: '',
      income_per_capita: row.income_per_capita || String(9000 + size),
    }),
  }),
  plan({ change: set({ electricity: 'no' }) }),
  ...plans(60, { dry: true }),
  ...plans(294, {}),
]

/** @param {number} perHead fen @param {number} fen @returns {Plan['change']} */
function atRisk(perHead, fen) {
  return (_row, _draws, size) => ({ risk: 'yes', net_income: yuan(perHead * size + fen) })
}

/** The 688 households that are not poor, or not known to be. @type {readonly Plan[]} */
export const OTHERS = [...TO_VERIFY, ...TO_EXIT, ...STABLE_OR_WATCHED, ...NOT_ELIGIBLE]

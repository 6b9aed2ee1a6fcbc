// @ts-check

/** @import { Draws } from './random.js' */
/** @import { Plan } from './household.js' */
/** @import { Row } from './columns.js' */

import { minutes } from './household.js'
import { LINE, yuan } from './income.js'
import { fair, plan, plans } from './plans.js'

/**
 * @param {Draws} draws
 * @param {number} size
 */
const low = (draws, size) => draws.whole(168_000, 391_000) * size + draws.whole(0, 99)

/** @type {Plan['change']} */
const dryWell = (_row, draws) =>
  draws.pick([
    { water_minutes: minutes(draws.whole(205, 560)) },
    { water_shortage: 'yes' },
    { water_shortage: 'yes', water_minutes: minutes(draws.whole(230, 480)) },
    { water_quality_safe: 'no' },
  ])

/** @type {Plan['change']} */
const outOfSchool = (_row, draws, size) => {
  const children = Math.min(size - 1, draws.whole(1, 3))
  return { school_age_children: String(children), school_age_enrolled: String(children - 1) }
}

/** @type {Plan['change']} */
const unsafeHouse = (_row, draws) => ({
  housing_grade: draws.pick(['C', 'D']),
  housing_remedy: 'none',
  earmarked_grants: '0.00',
})

/** @type {Plan['change']} */
const uninsured = (_row, _draws, size) => ({ insured_members: String(size - 1) })

/** Farming at a loss: 2,000 yuan below nothing. */
const LOSS = {
  wage_income: '5000.00',
  business_income: '8000.00',
  property_income: '0.00',
  transfer_income: '0.00',
  business_expense: '15000.00',
  net_income: '-2000.00',
  income_per_capita: '',
}

/** @type {Partial<Row>} */
const NO_INCOME_GIVEN = {
  wage_income: '',
  business_income: '',
  property_income: '',
  transfer_income: '',
  business_expense: '',
  net_income: '',
  income_per_capita: '',
  housing_grade: 'D',
  housing_remedy: 'none',
}

/** @param {number} fen above the line, for the whole household @returns {Plan['net']} */
const lineAnd = (fen) => (_draws, size) => LINE * size + fen

/** The 137 poor households: on the register and kept, found anew, or fallen back. @type {readonly Plan[]} */
export const POOR = [
  ...plans(21, { status: 'registered', cause: 'illness', net: low }),
  ...plans(14, { status: 'registered', cause: 'disability', net: low }),
  ...plans(9, { status: 'registered', cause: 'labour', net: low }),
  ...plans(10, { status: 'registered', cause: 'technology', net: low }),
  ...plans(5, { status: 'registered', cause: 'land', net: low }),
  ...plans(4, { status: 'registered', cause: 'capital', net: low }),
  ...plans(15, { status: 'registered', cause: 'water', net: fair, dry: true, change: dryWell }),
  ...plans(6, { status: 'registered', cause: 'other', net: fair, change: unsafeHouse }),
  ...plans(5, { status: 'registered', cause: 'schooling', net: fair, least: 3, change: outOfSchool }),
  ...plans(2, { status: 'registered', cause: 'illness', net: fair, least: 2, change: uninsured }),
  ...plans(2, { status: 'registered', cause: 'disability', net: low, change: () => ({ food_secure: 'no' }) }),
  // Below the line, however large the grant for the new house.
  plan({
    status: 'registered',
    cause: 'illness',
    net: low,
    change: () => ({ housing_grade: 'D', housing_remedy: 'relocated', earmarked_grants: '60000.00' }),
  }),
  // Exactly on the line nobody leaves.
  ...plans(2, { status: 'registered', cause: 'technology', net: lineAnd(0), change: exactly(0) }),
  plan({ status: 'registered', cause: 'illness', net: lineAnd(-1), change: exactly(-1) }),
  plan({
    status: 'registered',
    cause: 'water',
    net: fair,
    dry: true,
    change: () => ({ water_minutes: '20.1' }),
  }),

  ...plans(7, { status: 'none', cause: 'illness', net: low }),
  ...plans(3, { status: 'none', cause: 'disability', net: low }),
  ...plans(2, { status: 'none', cause: 'technology', net: low }),
  ...plans(2, {
    status: 'none',
    cause: 'labour',
    net: low,
    change: () => ({ housing_grade: '', water_quality_safe: '' }),
  }),
  ...plans(6, { status: 'none', cause: 'water', net: fair, dry: true, change: dryWell }),
  ...plans(3, { status: 'none', cause: 'schooling', net: fair, least: 3, change: outOfSchool }),
  ...plans(2, { status: 'none', cause: 'other', net: fair, change: unsafeHouse }),
  plan({ status: 'none', cause: 'technology', net: () => 0, least: 2, change: () => LOSS }),
  plan({ status: 'none', cause: 'illness', net: lineAnd(-1), change: exactly(-1) }),
  plan({ status: 'none', cause: 'other', net: low, change: () => NO_INCOME_GIVEN }),

  ...plans(5, { status: 'exited', cause: 'illness', net: low }),
  ...plans(3, { status: 'exited', cause: 'water', net: fair, dry: true, change: dryWell }),
  plan({ status: 'exited', cause: 'schooling', net: fair, least: 3, change: outOfSchool }),
  plan({ status: 'exited', cause: 'other', net: fair, change: unsafeHouse }),
  plan({ status: 'exited', cause: 'disaster', net: low, change: () => ({ clothing_secure: 'no' }) }),
]

/** @param {number} fen @returns {Plan['change']} */
function exactly(fen) {
  return (_row, _draws, size) => ({ net_income: yuan(LINE * size + fen) })
}

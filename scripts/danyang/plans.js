// @ts-check

/** @import { Plan } from './household.js' */

/** Between 4,300 and 13,000 yuan a head, mostly nearer the lower end. @type {Plan['net']} */
export const fair = (draws, size) =>
  draws.pick([draws.whole(430_000, 700_000), draws.whole(600_000, 1_300_000)]) * size + draws.whole(0, 99)

/** Between 6,100 and 26,000 yuan a head. @type {Plan['net']} */
const ample = (draws, size) =>
  draws.weighted([
    [draws.whole(610_000, 1_000_000), 45],
    [draws.whole(900_000, 1_600_000), 40],
    [draws.whole(1_500_000, 2_600_000), 15],
  ]) *
    size +
  draws.whole(0, 99)

/**
 * @param {Partial<Plan>} given
 * @returns {Plan}
 */
export const plan = (given) => ({
  status: 'none',
  cause: '',
  net: ample,
  least: 1,
  dry: false,
  change: () => ({}),
  ...given,
})

/**
 * @param {number} count
 * @param {Partial<Plan>} given
 * @returns {Plan[]}
 */
export const plans = (count, given) => Array.from({ length: count }, () => plan(given))

// @ts-check

/** @import { Draws } from './random.js' */
/** @import { Row } from './columns.js' */

/** @typedef {'wage_income' | 'business_income' | 'property_income' | 'transfer_income' | 'business_expense' | 'net_income' | 'income_per_capita'} IncomeColumn */

/** The line and the monitoring range of 2020, in fen per person. */
export const LINE = 400_000
export const RANGE = 600_000

/** @param {number} fen */
export const yuan = (fen) =>
  `${fen < 0 ? '-' : ''}${Math.trunc(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`

/**
 * Splits a year's net income into its parts, which add up to it to the fen: wages in tens of yuan, farming in
 * yuan, land and shares in fen, transfers the rest. The small and old households live on transfers.
 * @param {Draws} draws
 * @param {number} net fen, from 0
 * @param {number} size
 * @returns {Pick<Row, IncomeColumn>}
 */
export function incomeCells(draws, net, size) {
  const farming = draws.chance(25) ? 0 : Math.floor((net * draws.whole(5, 25)) / 10_000) * 100
  const property = draws.chance(55) ? 0 : Math.floor((net * draws.whole(1, 6)) / 100)
  const transfer = Math.floor((net * draws.whole(3, size > 2 ? 22 : 45)) / 100)
  const wage = draws.chance(size > 2 ? 4 : 38) ? 0 : tens(net - farming - property - transfer)
  const expense = farming === 0 ? 0 : Math.floor((farming * draws.whole(25, 60)) / 10_000) * 100 + 100
  return {
    wage_income: yuan(wage),
    business_income: yuan(farming === 0 ? 0 : farming + expense),
    property_income: yuan(property),
    transfer_income: yuan(net - wage - farming - property),
    business_expense: yuan(expense),
    net_income: draws.chance(72) ? yuan(net) : '',
    income_per_capita: draws.chance(88) ? perHead(draws, net, size) : '',
  }
}

/**
 * A whole yuan a head, as registers hold it: cut by some enumerators, rounded by others.
 * @param {Draws} draws
 * @param {number} net fen
 * @param {number} size
 */
const perHead = (draws, net, size) =>
  String(draws.chance(50) ? Math.floor(net / size / 100) : Math.floor(net / size / 100 + 0.5))

/** @param {number} fen */
const tens = (fen) => Math.floor(fen / 1000) * 1000

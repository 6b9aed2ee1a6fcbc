import type { TableRow } from '../../lang/pack.js'

/** `any unmet of [income, food]: register` */
export function rowText({ when, then: outcome }: TableRow): string {
  switch (when.kind) {
    case 'any-unmet':
      return `any unmet of [${when.criteria.join(', ')}]: ${outcome}`
    case 'all-met':
      return `all met of [${when.criteria.join(', ')}]: ${outcome}`
    case 'otherwise':
      return `otherwise: ${outcome}`
  }
}

/** The differences between the rows of two tables, `null` if there are none. The order of criteria in a row does not count. */
export function tableWords(before: readonly TableRow[], after: readonly TableRow[]): string | null {
  const [then, now] = [before.map(rowKey), after.map(rowKey)]
  if (then.join('\n') === now.join('\n')) return null
  if (before.length === after.length) {
    const words = after.flatMap((row, index) => {
      const old = before[index]
      return old === undefined || then[index] === now[index] ? [] : [`row ${index + 1} ${rowWords(old, row)}`]
    })
    return words.join('; ')
  }
  const gone = before.filter((row) => !now.includes(rowKey(row))).map((row) => `− ${rowText(row)}`)
  const come = after.filter((row) => !then.includes(rowKey(row))).map((row) => `+ ${rowText(row)}`)
  return [...come, ...gone].join('; ') || 'rows in another order'
}

const criteriaOf = ({ when }: TableRow) => (when.kind === 'otherwise' ? [] : when.criteria)

const rowKey = (row: TableRow) => JSON.stringify([row.when.kind, [...criteriaOf(row)].sort(), row.then])

/** `(any unmet: register) + fed` if only the criteria differ, else both rows. */
function rowWords(before: TableRow, after: TableRow): string {
  if (before.when.kind !== after.when.kind || before.then !== after.then)
    return `${rowText(before)} → ${rowText(after)}`
  const [then, now] = [criteriaOf(before), criteriaOf(after)]
  const come = now.filter((id) => !then.includes(id)).map((id) => `+ ${id}`)
  const gone = then.filter((id) => !now.includes(id)).map((id) => `− ${id}`)
  const kind = after.when.kind === 'all-met' ? 'all met' : 'any unmet'
  return `(${kind}: ${after.then}) ${[...come, ...gone].join(', ')}`
}

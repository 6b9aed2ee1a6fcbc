import { say } from '../../base/say/say.js'
import type { TableRow } from '../../lang/pack.js'

/** `any unmet of [income, food]: register` */
export function rowText({ when, then: outcome }: TableRow): string {
  switch (when.kind) {
    case 'any-unmet':
      return say('row.any-unmet.of', { criteria: when.criteria.join(', '), outcome })
    case 'all-met':
      return say('row.all-met.of', { criteria: when.criteria.join(', '), outcome })
    case 'otherwise':
      return say('row.otherwise', { outcome })
  }
}

/** The differences between the rows of two tables, `null` if there are none. The order of criteria in a row does not count. */
export function tableWords(before: readonly TableRow[], after: readonly TableRow[]): string | null {
  const [then, now] = [before.map(rowKey), after.map(rowKey)]
  if (then.join('\n') === now.join('\n')) return null
  if (before.length === after.length) {
    const words = after.flatMap((row, index) => {
      const old = before[index]
      if (old === undefined || then[index] === now[index]) return []
      return [say('change.row', { number: index + 1, words: rowWords(old, row) })]
    })
    return words.join(say('remarks.item'))
  }
  const gone = before.filter((row) => !now.includes(rowKey(row))).map((row) => `− ${rowText(row)}`)
  const come = after.filter((row) => !then.includes(rowKey(row))).map((row) => `+ ${rowText(row)}`)
  return [...come, ...gone].join(say('remarks.item')) || say('change.rows.order')
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
  const kind = say(after.when.kind === 'all-met' ? 'row.all-met' : 'row.any-unmet')
  const words = [...come, ...gone].join(say('names.item'))
  return say('change.row.criteria', { kind, outcome: after.then, words })
}

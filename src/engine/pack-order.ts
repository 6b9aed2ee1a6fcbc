import type { Pack } from '../lang/pack.js'
import type { Evaluation } from './evaluation.js'

type Order = (a: string, b: string) => number

/** Kept, because every record asks for it. */
const orders = new WeakMap<Pack, Order>()

/** Compares two gap names by their place in the pack: parameters, facts, `members`, rows, derived values. */
export function packOrder({ pack }: Pick<Evaluation, 'pack'>): Order {
  const order = orders.get(pack) ?? orderOf(pack)
  orders.set(pack, order)
  return order
}

function orderOf(pack: Pack): Order {
  const parameters = [...pack.parameters.keys()]
  const facts = [...pack.facts.keys()]
  const memberFacts = [...(pack.memberFacts?.keys() ?? [])]
  const derived = [...pack.derived.keys()]
  const rank = (name: string): number[] => {
    const [, row, fact] = /^members\[(\d+)\]\.(.+)$/.exec(name) ?? []
    if (row !== undefined && fact !== undefined) return [3, Number(row), memberFacts.indexOf(fact)]
    if (name === 'members') return [2, 0, 0]
    if (facts.includes(name)) return [1, facts.indexOf(name), 0]
    return derived.includes(name) ? [4, derived.indexOf(name), 0] : [0, parameters.indexOf(name), 0]
  }
  return (a, b) => compareRanks(rank(a), rank(b))
}

/** Compares two lists of numbers by the first that differs. */
export function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const apart = value - (b[index] ?? 0)
    if (apart !== 0) return apart
  }
  return 0
}

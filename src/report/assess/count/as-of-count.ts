import type { Assessment } from '../../../engine/assessment.js'

/** Where the as-of dates came from, and between which days they lie. */
export interface AsOfCount {
  readonly option: number
  readonly record: number
  readonly pack: number
  readonly first: string | null
  readonly last: string | null
}

export function countAsOf() {
  const count = { option: 0, record: 0, pack: 0 }
  let first: string | null = null
  let last: string | null = null
  const reach = (from: string | null, to: string | null) => {
    if (from !== null && (first === null || from < first)) first = from
    if (to !== null && (last === null || to > last)) last = to
  }
  return {
    add({ asOf, asOfFrom }: Assessment) {
      count[asOfFrom] += 1
      reach(asOf, asOf)
    },
    addMany(other: AsOfCount) {
      for (const from of ['option', 'record', 'pack'] as const) count[from] += other[from]
      reach(other.first, other.last)
    },
    finish: (): AsOfCount => ({ ...count, first, last }),
  }
}

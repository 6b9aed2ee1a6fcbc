/** A value of a column that was kept: how often it came, and what stood beside it in the first of its rows. */
export interface SampledValue {
  readonly count: number
  readonly beside: readonly string[]
}

/**
 * Values of a column by their hashes. Only the hash decides if a value is kept. So two columns keep the same of the values that both have,
 * and joins and repeated keys show in the part that is kept as in the whole.
 */
export interface ValueSample {
  readonly values: ReadonlyMap<number, SampledValue>
  /** Values are kept whose hash is below this. */
  readonly limit: number
  /** The first values that came again. */
  readonly repeated: readonly string[]
}

/** Collects values; memory is bounded. */
export interface SampleBuilder {
  add(value: string, count: number, beside: readonly string[]): void
  sample(): ValueSample
}

const WHOLE = 2 ** 53

/** The most values that are kept: of a column without repeated values, and of any other. */
const KEPT = { unique: 65_536, repeated: 8_192 }

/** The most repeated values that are listed, and the longest of them. */
const LISTED = { values: 8, length: 40 }

/** @param most how many values are kept of a column without repeated values, and of any other */
export function buildSample(most = KEPT): SampleBuilder {
  const values = new Map<number, SampledValue>()
  const repeated = new Set<string>()
  let limit = WHOLE
  let isUnique = true

  function shrink(): void {
    const room = isUnique ? most.unique : most.repeated
    while (values.size > room) {
      limit /= 2
      for (const hash of values.keys()) if (hash >= limit) values.delete(hash)
    }
  }

  return {
    add(value, count, beside) {
      const hash = hashOf(value.endsWith('.0') ? value.replace(/^(\d+)\.0$/, '$1') : value)
      if (hash >= limit) return
      const before = values.get(hash)
      if (before !== undefined || count > 1) {
        isUnique = false
        if (repeated.size < LISTED.values && value.length <= LISTED.length) repeated.add(value)
      }
      values.set(hash, before === undefined ? { count, beside } : { ...before, count: before.count + count })
      shrink()
    },
    sample: () => ({ values, limit, repeated: [...repeated] }),
  }
}

/** Whether every value is there. */
export const isWhole = ({ limit }: ValueSample): boolean => limit === WHOLE

/** The number of values that one kept value stands for. */
export const scaleOf = ({ limit }: Pick<ValueSample, 'limit'>): number => WHOLE / limit

/** Whether no kept value came twice. */
export const isUniqueIn = ({ values }: ValueSample): boolean => {
  for (const { count } of values.values()) if (count > 1) return false
  return values.size > 0
}

/** How many of the rows that were looked at hold a value that an earlier one of them holds. */
export const repeatedRows = ({ values }: ValueSample): { readonly again: number; readonly of: number } => {
  let of = 0
  for (const { count } of values.values()) of += count
  return { again: of - values.size, of }
}

/** A hash of 53 bits: cyrb53, which is quick and spreads evenly enough. */
function hashOf(text: string): number {
  let low = 0xdeadbeef
  let high = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    low = Math.imul(low ^ unit, 2654435761)
    high = Math.imul(high ^ unit, 1597334677)
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0)
}

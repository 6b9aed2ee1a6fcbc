import { type Decimal, ZERO } from '../../../base/decimal.js'
import { type Pack, VERIFY } from '../../../lang/pack.js'

export interface DecisionCount {
  readonly records: number
  /** Persons in records whose size is one number. */
  readonly persons: Decimal
}

/** How many records, and persons in them, came to each decision. */
export interface DecisionCounts {
  /** Every outcome of the pack and `verify`, in pack order, zeros included. */
  readonly decisions: ReadonlyMap<string, DecisionCount>
  readonly assessed: number
  readonly persons: Decimal
  /** Records whose size is not one number. */
  readonly personsUnknown: number
}

/** Records, how many of them have no single size, and the persons in the others. */
export interface SizedRecords {
  readonly records: number
  readonly unsized: number
  readonly persons: Decimal
}

export function countDecisions(pack: Pack) {
  const records = new Map([...pack.decisions.outcomes.keys(), VERIFY].map((name) => [name, 0]))
  const persons = new Map<string, Decimal>()
  let assessed = 0
  let personsUnknown = 0
  return {
    add(decision: string, size: Decimal | null) {
      assessed += 1
      records.set(decision, (records.get(decision) ?? 0) + 1)
      if (size === null) personsUnknown += 1
      else persons.set(decision, (persons.get(decision) ?? ZERO).plus(size))
    },
    /** Adds many records at once, with the persons in those whose size is one number. */
    addMany(decision: string, count: SizedRecords) {
      assessed += count.records
      records.set(decision, (records.get(decision) ?? 0) + count.records)
      personsUnknown += count.unsized
      persons.set(decision, (persons.get(decision) ?? ZERO).plus(count.persons))
    },
    assessed: () => assessed,
    finish: (): DecisionCounts => ({
      decisions: new Map(
        [...records].map(([name, count]) => [name, { records: count, persons: persons.get(name) ?? ZERO }]),
      ),
      assessed,
      persons: [...persons.values()].reduce((sum, count) => sum.plus(count), ZERO),
      personsUnknown,
    }),
  }
}

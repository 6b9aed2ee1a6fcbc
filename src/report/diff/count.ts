import { type Decimal, ZERO } from '../../base/decimal.js'

/** Households and persons; a household whose size is not one number, or not the same under both packs, counts among the unknown. */
export interface Count {
  readonly records: number
  readonly persons: Decimal
  readonly personsUnknown: number
}

/** A count while households go by. */
export function openCount() {
  let records = 0
  let persons = ZERO
  let personsUnknown = 0
  return {
    add(size: Decimal | null) {
      records += 1
      if (size === null) personsUnknown += 1
      else persons = persons.plus(size)
    },
    finish: (): Count => ({ records, persons, personsUnknown }),
  }
}

import { type Decimal, ZERO } from '../../base/decimal.js'

/** Households and persons. A household counts as unknown where its size is not one number, or differs between the packs. */
export interface Count {
  readonly records: number
  readonly persons: Decimal
  readonly personsUnknown: number
}

/** Counts households one by one. */
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

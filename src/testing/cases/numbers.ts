import { type Decimal, ONE, readDecimal } from '../../base/decimal.js'
import { quoted } from '../../lang/fault-list.js'
import type { Path } from '../../lang/shape/places.js'
import type { SuiteFile } from './suite-file.js'

/** The number at a path exactly as it is written; one that is too long is reported and counts as 1. */
export function readNumber({ places, list }: SuiteFile, path: Path): Decimal {
  const text = places.text(path)
  const reading = readDecimal(text)
  if ('value' in reading) return reading.value
  list.fault('bad-number', places.value(path), `${quoted(text)} is too long for a number`, {
    help: 'a number has at most 15 digits and 9 places',
  })
  return ONE
}

import { digits } from '../../base/decimal.js'
import { pointOf, type Range } from '../../base/range.js'
import type { SeenValue } from '../cases/compare.js'

/** What a case expects, as YAML on one line. */
export function valueText(value: SeenValue): string {
  if (typeof value === 'string') return nameText(value)
  return 'lo' in value ? rangeText(value) : `[${value.map((name) => nameText(name)).join(', ')}]`
}

const PLAIN = /^[\p{L}_][\p{L}\p{N}_-]*$/u
/** Words that YAML takes for something else than a text. */
const TAKEN = /^(?:true|false|null)$/i

/** A name, in the quotes that stood there before, or in none where it needs none. */
export function nameText(name: string, quote = ''): string {
  const isSimple = PLAIN.test(name) && !TAKEN.test(name)
  if (isSimple) return quote + name + quote
  return quote === "'" ? `'${name.replaceAll("'", "''")}'` : JSON.stringify(name)
}

/** The quote with which a value begins; empty where it has none. */
export const quoteAt = (text: string, place: number): string => /^["']?/.exec(text.charAt(place))?.[0] ?? ''

/** A figure, or `{ min: 1, max: 2 }`; an end without bound is left out, unless both have none. */
function rangeText(range: Range): string {
  const known = pointOf(range)
  if (known !== null) return digits(known)
  const { lo, hi } = range
  if (lo === null && hi === null) return '{ min: null, max: null }'
  const ends = [
    ...(lo === null ? [] : [`min: ${digits(lo)}`]),
    ...(hi === null ? [] : [`max: ${digits(hi)}`]),
  ]
  return `{ ${ends.join(', ')} }`
}

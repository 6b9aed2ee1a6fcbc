import type { NumberCode } from './numbers.js'
import { type CodeWriter, isLiteral } from './writer.js'

/** The sum over any number of members whose summands all lie in a range: not below 0 where none is negative, not above where none is positive. */
export function sumOfUnseen(w: CodeWriter, each: NumberCode): NumberCode {
  const end = (code: string, sign: '>=' | '<=', infinite: string) => {
    if (!isLiteral(code)) return w.keep(`(${code} ${sign} 0 ? 0 : ${infinite})`)
    return (sign === '>=' ? Number(code) >= 0 : Number(code) <= 0) ? '0' : infinite
  }
  const lo = end(each.lo, '>=', '-Infinity')
  const hi = end(each.hi, '<=', 'Infinity')
  const shape = { kind: 'number' as const, places: each.places, bound: 0, isNonNegative: lo === '0' }
  return { ...shape, lo, hi, loOpen: lo !== '0', hiOpen: hi !== '0' }
}

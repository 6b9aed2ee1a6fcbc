import Big from 'big.js'

/** The digits of a number that a workbook shows; further digits are noise of its binary form. */
const DIGITS = 15

const SHORT = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/

/**
 * A number as a person typed it, from the text that stands for it in a workbook: 0.30000000000000004 is 0.3. Of 16 digits and more
 * the last are lost; such a number keeps its exponent (`4.40981199001012e+17`), so that nobody takes it for an id.
 */
export function numberText(stored: string): string {
  if (stored.length <= DIGITS && SHORT.test(stored)) return stored === '-0' ? '0' : stored
  const number = bigOf(stored)
  if (number === null) return stored
  if (number.eq(0)) return '0'
  const rounded = number.prec(DIGITS, Big.roundHalfUp)
  return rounded.e >= DIGITS || rounded.e < -DIGITS ? rounded.toExponential() : rounded.toFixed()
}

function bigOf(text: string): Big | null {
  try {
    return new Big(text.trim())
  } catch {
    return null
  }
}

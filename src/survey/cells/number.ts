import { advise } from '../../base/advice.js'
import { decimal, readPlainDecimal } from '../../base/decimal.js'
import { contains, describeRange } from '../../base/range.js'
import { say } from '../../base/say/say.js'
import { anyOf } from '../../base/wording.js'
import type { FactDeclaration } from '../../lang/pack.js'
import { adviseNumber, adviseShorter } from './advice.js'
import { possibleNumbers, readNumber, styleText } from './number-style.js'
import type { CellOptions } from './options.js'
import { type CellReader, invalid, known, quoteCell, type Reading } from './reading.js'

/** Reads the cells of money, numbers and counts: the whole cell must be one number. */
export function numberReader(declaration: FactDeclaration, options: CellOptions): CellReader {
  const { range, type } = declaration
  const { numbers, threePlaces } = options
  const one = decimal(1)
  return (cell, typed) => {
    const plain = numbers === null && cell === typed ? readPlainDecimal(cell) : null
    if (plain === null && FOLDED_DIGITS.test(typed)) return noNumber(cell, declaration)
    if (numbers === null && threePlaces !== undefined && hasThreePlaces(cell)) {
      return ambiguous(cell, declaration, threePlaces)
    }
    const reading = plain === null ? readNumber(cell, numbers) : { value: plain }
    if ('fault' in reading) {
      if (reading.fault === 'too-long') {
        const message = say('invalid-number.long', { cell: quoteCell(cell, declaration) })
        return invalid('invalid-number', message, adviseShorter(declaration.personal ? '' : cell))
      }
      if (numbers !== null) return outOfStyle(cell, declaration, options)
      return possibleNumbers(cell).length > 0 ? ambiguous(cell, declaration) : noNumber(cell, declaration)
    }
    const { value } = reading
    if (type === 'count' && !value.mod(one).eq(0)) {
      const message = say('invalid-number.whole', { cell: quoteCell(cell, declaration) })
      const isShare = value.gt(0) && value.lt(1)
      return invalid(
        'invalid-number',
        message,
        say(isShare ? 'invalid-number.help.share' : 'invalid-number.help.whole'),
      )
    }
    if (contains(range, value)) return known(value)
    const message = say('out-of-range', { cell: quoteCell(cell, declaration), range: describeRange(range) })
    return invalid('out-of-range', message, say('out-of-range.help'))
  }
}

/** Signs that NFKC turns into digits although they are not: `5²` is not 52, `①` is a bullet. */
const FOLDED_DIGITS = /[\p{No}\p{So}]/u

/** Digits, a point and three places: `6.300`. */
export const hasThreePlaces = (cell: string): boolean => /^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(cell)

const noNumber = (cell: string, declaration: FactDeclaration): Reading =>
  invalid(
    'invalid-number',
    say('invalid-number', { cell: quoteCell(cell, declaration) }),
    adviseNumber(declaration.personal ? '' : cell, declaration.unit),
  )

function outOfStyle(cell: string, declaration: FactDeclaration, { numbers }: CellOptions): Reading {
  const message = say('invalid-number', { cell: quoteCell(cell, declaration) })
  const style = numbers === null ? '' : `\`${styleText(numbers)}\``
  return invalid('invalid-number', message, say('invalid-number.help.style', { style }))
}

function ambiguous(cell: string, declaration: FactDeclaration, why?: string): Reading {
  const possible = possibleNumbers(cell)
  const readings = anyOf(possible.map(({ value }) => `\`${value}\``))
  const message = declaration.personal
    ? say('ambiguous-number.personal')
    : say('ambiguous-number', { cell: quoteCell(cell, declaration), numbers: readings })
  const styles = possible.map(({ style }) => styleText(style))
  const [only, ...others] = styles
  const sentence = (quoted: string) => say('ambiguous-number.help', { flag: quoted })
  const advice =
    only !== undefined && others.length === 0
      ? advise({ mapping: only }, sentence)
      : { help: sentence(anyOf(styles.map((style) => `\`${style}\``))) }
  const fault = {
    code: 'ambiguous-number',
    message,
    why: why ?? say('ambiguous-number.why'),
    ...advice,
  } as const
  return { fact: { kind: 'gap', reason: 'invalid' }, fault }
}

import { isDate } from '../../base/date.js'
import { ONE, readDecimal } from '../../base/decimal.js'
import { contains, describeRange } from '../../base/range.js'
import { namesInMessage, quoted } from '../fault-list.js'
import type { FactDeclaration } from '../pack.js'
import type { Known } from '../record.js'
import type { LoadContext } from '../shape/context.js'
import type { Path } from '../shape/places.js'

/** The value that a fact takes if its column is absent; `null` for one that the fact cannot have, which is reported. */
export function declareAssumed(context: LoadContext, path: Path, fact: FactDeclaration): Known | null {
  const text = context.places.text([...path, 'assume'])
  const value = readAssumed(fact, text)
  if (value !== null || (fact.type === 'code' && fact.codes.length === 0)) return value
  const message = `${quoted(text)} is not a value of ${quoted(fact.name)}`
  context.fault('shape', context.places.value([...path, 'assume']), message, {
    help: helpFor(context, fact, text),
  })
  return null
}

function readAssumed(fact: FactDeclaration, text: string): Known | null {
  switch (fact.type) {
    case 'yes_no':
      return text === 'yes' || text === 'no' ? text === 'yes' : null
    case 'code':
      return fact.codes.some((each) => each.code === text) ? text : null
    case 'date':
      return isDate(text) ? text : null
    case 'text':
      return null
    default: {
      const reading = readDecimal(text)
      if ('fault' in reading || !contains(fact.range, reading.value)) return null
      return fact.type === 'count' && !reading.value.mod(ONE).eq(0) ? null : reading.value
    }
  }
}

function helpFor(context: LoadContext, fact: FactDeclaration, text: string): string {
  switch (fact.type) {
    case 'yes_no':
      return 'write yes or no'
    case 'code': {
      const codes = fact.codes.map((each) => each.code)
      return context.suggest(text, codes) ?? `the codes are ${namesInMessage(codes)}`
    }
    case 'date':
      return 'write YYYY-MM-DD'
    case 'text':
      return 'nothing can be assumed for a text'
    case 'count':
      return `write a whole number: ${describeRange(fact.range)}`
    default:
      return `write a number: ${describeRange(fact.range)}`
  }
}

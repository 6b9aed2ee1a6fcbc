import { say } from '../../base/say/say.js'
import type {
  ComparisonOperator,
  Expression,
  RosterExpression,
  RosterForm,
} from '../../lang/expression/expression.js'
import type { Pack } from '../../lang/pack.js'
import { LEVEL, levelOf } from '../../lang/parse/print.js'
import type { Markup } from '../html/markup.js'
import { grouped } from '../text/numbers.js'
import { listed } from '../text/words.js'
import {
  codeWords,
  declarationOf,
  isTruthName,
  type Link,
  nameOf,
  type Place,
  truthOrName,
  withLinks,
} from './name-words.js'

/** An expression as a sentence, in the language that is spoken; each name leads to the place that explains it. */
export function expressionWords(pack: Pack, expression: Expression): Markup {
  const links: Link[] = []
  const text = wordsOf({ pack, links }, expression, LEVEL.loose)
  return withLinks(text, links)
}

/** The words, in brackets where they would be read otherwise. */
function wordsOf(place: Place, e: Expression, atLeast: number): string {
  const text = bare(place, e)
  return levelOf(e) < atLeast ? say('rules.brackets', { text }) : text
}

function bare(place: Place, e: Expression): string {
  const part = (each: Expression, atLeast: number) => wordsOf(place, each, atLeast)
  switch (e.kind) {
    case 'number':
      return grouped(e.value)
    case 'text':
      return e.text
    case 'name':
    case 'member':
      return truthOrName(place, e, true)
    case 'negate':
      return `−${part(e.operand, LEVEL.unary)}`
    case 'not':
      return isTruthName(place, e.operand)
        ? truthOrName(place, e.operand, false)
        : say('rules.not', { of: part(e.operand, LEVEL.loose) })
    case 'or':
    case 'and':
      return say(`rules.${e.kind}`, sidesOf(place, e))
    case 'arithmetic': {
      const { left, right } = sidesOf(place, e)
      return `${left} ${SIGNS[e.operator]} ${right}`
    }
    case 'comparison':
      return comparisonWords(place, e)
    case 'count':
    case 'sum':
    case 'every':
    case 'some':
      return ofMembers(place, e)
    default:
      return ofSeveral(place, e)
  }
}

const sidesOf = (place: Place, e: Expression & { readonly kind: 'and' | 'or' | 'arithmetic' }) => ({
  left: wordsOf(place, e.left, levelOf(e)),
  right: wordsOf(place, e.right, levelOf(e) + 1),
})

const comparisonWords = (place: Place, e: Expression & { readonly kind: 'comparison' }): string =>
  say(COMPARED[e.operator], {
    left: side(place, e.left, e.right),
    right: side(place, e.right, e.left),
  })

/** A range, a choice, or one of several. */
type Several = Expression & { readonly kind: 'between' | 'one-of' | 'if' | 'min' | 'max' }

function ofSeveral(place: Place, e: Several): string {
  const part = (each: Expression, atLeast: number) => wordsOf(place, each, atLeast)
  switch (e.kind) {
    case 'between':
      return say('rules.between', {
        of: part(e.operand, LEVEL.sum),
        low: say(e.lowIncluded ? 'rules.from' : 'rules.over', { end: part(e.low, LEVEL.sum) }),
        high: say(e.highIncluded ? 'rules.to' : 'rules.under', { end: part(e.high, LEVEL.sum) }),
      })
    case 'one-of':
      return say('rules.one-of', {
        of: side(place, e.operand, e.operand),
        items: listed(
          e.items.map((item) => side(place, item, e.operand)),
          'or',
        ),
      })
    case 'if':
      return say('rules.if', {
        condition: part(e.condition, LEVEL.loose),
        yes: part(e.yes, LEVEL.or),
        no: part(e.no, LEVEL.loose),
      })
    case 'min':
    case 'max':
      return say(`rules.${e.kind}`, {
        items: listed(
          e.items.map((item) => part(item, LEVEL.sum)),
          'and',
        ),
      })
  }
}

const SIGNS = { '+': '+', '-': '−', '*': '×' } as const

const COMPARED = {
  '=': 'rules.is',
  '!=': 'rules.is-not',
  '<': 'rules.below',
  '<=': 'rules.at-most',
  '>': 'rules.above',
  '>=': 'rules.at-least',
} as const satisfies Record<ComparisonOperator, string>

/** A side of a comparison: a name alone, without its yes; a code by its title, where the other side is its fact. */
function side(place: Place, e: Expression, other: Expression): string {
  if (e.kind === 'name' || e.kind === 'member') return nameOf(place, e)
  if (e.kind !== 'text') return wordsOf(place, e, LEVEL.sum)
  const declaration = declarationOf(place.pack, place.pack.tables.references[other.id])
  const code = declaration?.codes.find((each) => each.code === e.text)
  return code === undefined ? e.text : codeWords(code)
}

function ofMembers(place: Place, e: RosterForm): string {
  const members = membersOf(place, e.of)
  switch (e.kind) {
    case 'count':
      return say('rules.count', { members })
    case 'sum':
      return say('rules.sum', { members, each: wordsOf(place, e.each, LEVEL.product) })
    case 'every':
    case 'some':
      return say(`rules.${e.kind}`, { members, satisfies: wordsOf(place, e.satisfies, LEVEL.loose) })
  }
}

function membersOf(place: Place, { where }: RosterExpression): string {
  if (where.length === 0) return say('rules.members-all')
  const conditions = where.map((each) => wordsOf(place, each, LEVEL.and))
  return say('rules.members-with', { where: listed(conditions, 'and') })
}

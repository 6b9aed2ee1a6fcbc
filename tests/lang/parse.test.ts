import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from '../../src/base/source.js'
import { childrenOf } from '../../src/lang/expression/children.js'
import type { Expression } from '../../src/lang/expression/expression.js'
import { RESERVED } from '../../src/lang/parse/keywords.js'
import { tokenize } from '../../src/lang/parse/lexer.js'
import { parseExpression } from '../../src/lang/parse/parse.js'
import { printExpression } from '../../src/lang/parse/print.js'
import { expression, parsed, withoutIds } from './expressions.js'

/** The tokens of a text, as `kind text`. */
function tokens(text: string): string[] {
  const reading = tokenize(text)
  if ('fault' in reading) return [reading.fault.message]
  return reading.tokens.map((token) => `${token.kind} ${token.text}`.trim())
}

describe('tokens', () => {
  it.each([
    ['', []],
    ['  \t\r\n ', []],
    ['a_1', ['word a_1']],
    ['工资 _x', ['word 工资', 'word _x']],
    ['12', ['number 12']],
    ['1.50', ['number 1.50']],
    ['1..2', ['number 1', 'symbol ..', 'number 2']],
    ['1.5..2.5', ['number 1.5', 'symbol ..', 'number 2.5']],
    ['m.age', ['word m', 'symbol .', 'word age']],
    ['"B"', ['text "B"']],
    ['""', ['text ""']],
    ['"a b, (c)"', ['text "a b, (c)"']],
    ['a<=b', ['word a', 'symbol <=', 'word b']],
    ['a< =b', ['word a', 'symbol <', 'symbol =', 'word b']],
    ['a!=b', ['word a', 'symbol !=', 'word b']],
    [
      'a>=b>c<d=e',
      ['word a', 'symbol >=', 'word b', 'symbol >', 'word c', 'symbol <', 'word d', 'symbol =', 'word e'],
    ],
    ['[a..b)', ['symbol [', 'word a', 'symbol ..', 'word b', 'symbol )']],
    ['a-b+c*-d', ['word a', 'symbol -', 'word b', 'symbol +', 'word c', 'symbol *', 'symbol -', 'word d']],
    ['a\u3000和', ['word a', 'word 和']],
  ])('%j', (text, expected) => expect(tokens(text)).toEqual([...expected, 'end']))

  it('stand where they were written', () => {
    const reading = tokenize(' a  >= 1.5 ')
    expect('tokens' in reading && reading.tokens.map(({ start, end }) => [start, end])).toEqual([
      [1, 2],
      [4, 6],
      [7, 10],
      [11, 11],
    ])
  })

  it('of a text without end are read in good time', () => {
    expect(tokens('a '.repeat(50_000))).toHaveLength(50_001)
  })
})

/** An expression with a bracket around every operator: `((a + (b * c)) < d)`. */
function bracketed(e: Expression): string {
  const all = childrenOf(e).map(bracketed)
  const [first = '', second = '', third = ''] = all
  switch (e.kind) {
    case 'negate':
      return `(-${first})`
    case 'and':
    case 'or':
      return `(${first} ${e.kind} ${second})`
    case 'arithmetic':
    case 'comparison':
      return `(${first} ${e.operator} ${second})`
    case 'between':
      return `(${first} in ${e.lowIncluded ? '[' : '('}${second}..${third}${e.highIncluded ? ']' : ')'})`
    case 'one-of':
      return `(${first} in {${all.slice(1).join(' ')}})`
    case 'if':
      return `(if ${first} then ${second} else ${third})`
    case 'every':
    case 'some':
      return `(${e.kind} ${e.variable} ${all.join(' : ')})`
    default:
      return printExpression(e)
  }
}

describe('what binds how tight', () => {
  it.each([
    ['a or b and c', '(a or (b and c))'],
    ['a and b or c', '((a and b) or c)'],
    ['a or b or c', '((a or b) or c)'],
    ['a and b and c', '((a and b) and c)'],
    ['a = b and c < d', '((a = b) and (c < d))'],
    ['a + b < c - d', '((a + b) < (c - d))'],
    ['a + b * c', '(a + (b * c))'],
    ['a * b + c', '((a * b) + c)'],
    ['a - b - c', '((a - b) - c)'],
    ['a - (b - c)', '(a - (b - c))'],
    ['a * b * c', '((a * b) * c)'],
    ['-a * b', '((-a) * b)'],
    ['-a + b', '((-a) + b)'],
    ['a - -b', '(a - (-b))'],
    ['--a', '(-(-a))'],
    ['-(a + b)', '(-(a + b))'],
    ['(a or b) and c', '((a or b) and c)'],
    ['a in (b, c + d)', '(a in {b (c + d)})'],
    ['a + b in [c..d * e)', '((a + b) in [c..(d * e)))'],
    ['a in (b..c]', '(a in (b..c])'],
    ['a in (b)', '(a in {b})'],
    ['a in (b) and c', '((a in {b}) and c)'],
    ['if a then b else c or d', '(if a then b else (c or d))'],
    ['if a then if b then c else d else e', '(if a then (if b then c else d) else e)'],
    ['if a then b else if c then d else e', '(if a then b else (if c then d else e))'],
    ['(if a then b else c) + d', '((if a then b else c) + d)'],
    ['every m in members satisfies m.a or b', '(every m (m.a or b))'],
    ['(every m in members satisfies m.a) or b', '((every m m.a) or b)'],
    ['some m in members[a < b] satisfies m.c', '(some m (a < b) : m.c)'],
    ['a or every m in members satisfies m.b', '(a or (every m m.b))'],
  ])('%s', (text, expected) => expect(bracketed(parsed(text))).toBe(expected))
})

describe('printing', () => {
  it.each([
    ['a+b*c', 'a + b * c'],
    ['( (a) )', 'a'],
    ['(a+b)*c', '(a + b) * c'],
    ['a-(b-c)', 'a - (b - c)'],
    ['(a-b)-c', 'a - b - c'],
    ['not( a and b )', 'not(a and b)'],
    ['1.50', '1.5'],
    ['007', '7'],
    ['x in[a..b)', 'x in [a..b)'],
    ['x in("B","A")', 'x in ("B", "A")'],
    ['min(a,b ,c)', 'min(a, b, c)'],
    ['count(members[a][b])', 'count(members[a][b])'],
    ['sum(members[a].b)', 'sum(members[a].b)'],
    ['sum(for  m  in members return m.a*m.b)', 'sum(for m in members return m.a * m.b)'],
    ['(every m in members satisfies m.a) and b', '(every m in members satisfies m.a) and b'],
    ['not(every m in members satisfies m.a)', 'not(every m in members satisfies m.a)'],
    ['(if a then b else c) * d', '(if a then b else c) * d'],
    ['(a = b) = c', '(a = b) = c'],
    ['-(-a)', '--a'],
    ['-(a*b)', '-(a * b)'],
    ['(-a)*b', '-a * b'],
  ])('%s is %s', (text, printed) => expect(printExpression(parsed(text))).toBe(printed))

  it('any expression reads back as itself, and prints the same again', () => {
    fc.assert(
      fc.property(expression, (e) => {
        const again = parsed(printExpression(e))
        expect(withoutIds(again)).toEqual(withoutIds(e))
        expect(printExpression(again)).toBe(printExpression(e))
      }),
      { numRuns: 500 },
    )
  })
})

describe('any text', () => {
  const words = fc
    .array(fc.constantFrom(...RESERVED, 'a', 'm.a', '"A"', '1', '0.5', ...'+-*=<>()[],.!&|/"\''.split('')), {
      maxLength: 12,
    })
    .map((parts) => parts.join(' '))

  it('is an expression, or has one fault inside it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), words), (text) => {
        const reading = parseExpression(text, { place: () => 0 })
        if ('expression' in reading) return
        const { start, end, message } = reading.fault
        expect(message).not.toBe('')
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThan(start)
        expect(start).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('places of nodes', () => {
  it('are those of the text that says the same', () => {
    fc.assert(
      fc.property(expression, (e) => {
        const text = printExpression(e)
        const spans: Span[] = []
        const reading = parseExpression(text, { place: (span) => spans.push(span) - 1 })
        if ('fault' in reading) throw new Error(reading.fault.message)
        const check = (each: Expression): void => {
          const { start = 0, end = 0 } = spans[each.id] ?? {}
          const own = text.slice(start, end)
          expect(withoutIds(parsed(own))).toEqual(withoutIds(each))
          for (const child of childrenOf(each)) check(child)
        }
        check(reading.expression)
      }),
    )
  })
})

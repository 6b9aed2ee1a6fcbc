import { say } from '../../base/say/say.js'
import type { Expression, RosterExpression } from '../expression/expression.js'
import {
  accept,
  after,
  build,
  type Cursor,
  expect,
  fail,
  failAt,
  is,
  next,
  peek,
  plainName,
} from './cursor.js'

/** Parses one whole expression. */
type Parse = (cursor: Cursor) => Expression

/** Parses a form that begins with a word of the language; `parse` parses the expressions inside it. */
export function keywordForm(cursor: Cursor, parse: Parse): Expression {
  const token = next(cursor)
  switch (token.text) {
    case 'not':
      return negation(cursor, token.start, parse)
    case 'if':
      return choice(cursor, token.start, parse)
    case 'min':
    case 'max':
      return extreme(cursor, token.text, parse)
    case 'count':
      return count(cursor, token.start, parse)
    case 'sum':
      return total(cursor, token.start, parse)
    case 'every':
    case 'some': {
      const { variable, of } = binding(cursor, parse)
      expect(cursor, 'satisfies', say('expression.after.roster'))
      const satisfies = parse(cursor)
      return build(cursor, token.start, { kind: token.text, variable, of, satisfies })
    }
    default: {
      const { message, help } = misplaced(token.text)
      return fail(cursor, message, help, token)
    }
  }
}

/** What is said of a word that never begins a value, and what to write instead. */
function misplaced(word: string): { readonly message: string; readonly help?: string } {
  switch (word) {
    case 'members':
    case 'null':
    case 'given':
      return { message: say(`expression.${word}`), help: say(`expression.${word}.help`) }
    case 'true':
    case 'false':
      return { message: say('expression.truth', { word }), help: say('expression.truth.help') }
    default:
      return {
        message: say('expression.expected.what', {
          what: say('expression.what.value'),
          found: `\`${word}\``,
        }),
      }
  }
}

/** Behind a word of the language whose bracket is open. */
const toClose = (word: string): string => say('expression.close', { word })

function negation(cursor: Cursor, start: number, parse: Parse): Expression {
  expect(cursor, '(', after('not'), say('expression.not.help'))
  const operand = parse(cursor)
  expect(cursor, ')', toClose('not'))
  return build(cursor, start, { kind: 'not', operand })
}

function choice(cursor: Cursor, start: number, parse: Parse): Expression {
  const condition = parse(cursor)
  expect(cursor, 'then', say('expression.after.condition'))
  const yes = parse(cursor)
  expect(cursor, 'else', say('expression.after.branch'))
  const no = parse(cursor)
  return build(cursor, start, { kind: 'if', condition, yes, no })
}

function extreme(cursor: Cursor, kind: 'min' | 'max', parse: Parse): Expression {
  const token = cursor.tokens[cursor.position - 1] ?? peek(cursor)
  expect(cursor, '(', after(kind))
  const items = [parse(cursor)]
  while (accept(cursor, ',')) items.push(parse(cursor))
  expect(cursor, ')', toClose(kind))
  if (items.length < 2) fail(cursor, say('expression.extreme', { word: kind }), undefined, token)
  return build(cursor, token.start, { kind, items })
}

function count(cursor: Cursor, start: number, parse: Parse): Expression {
  expect(cursor, '(', after('count'))
  const of = roster(cursor, parse)
  expect(cursor, ')', toClose('count'), is(cursor, '.') ? say('expression.count.help') : undefined)
  return build(cursor, start, { kind: 'count', of })
}

function total(cursor: Cursor, start: number, parse: Parse): Expression {
  expect(cursor, '(', after('sum'))
  if (accept(cursor, 'for')) {
    const { variable, of } = binding(cursor, parse)
    expect(cursor, 'return', say('expression.after.roster'))
    const each = parse(cursor)
    expect(cursor, ')', toClose('sum'))
    return build(cursor, start, { kind: 'sum', of, variable, each })
  }
  const of = roster(cursor, parse)
  expect(cursor, '.', say('expression.between'), say('expression.sum.help'))
  const at = peek(cursor).start
  const name = plainName(cursor, 'expression.what.fact')
  const each = build(cursor, at, { kind: 'name', name })
  expect(cursor, ')', toClose('sum'), say('expression.sum.help.for'))
  return build(cursor, start, { kind: 'sum', of, variable: null, each })
}

function binding(cursor: Cursor, parse: Parse): { variable: string; of: RosterExpression } {
  const variable = plainName(cursor, 'expression.what.member')
  expect(cursor, 'in', say('expression.after.member'))
  return { variable, of: roster(cursor, parse) }
}

function roster(cursor: Cursor, parse: Parse): RosterExpression {
  if (!is(cursor, 'members')) failAt(cursor, 'expression.what.roster', say('expression.roster.help'))
  const name = next(cursor).text
  const where: Expression[] = []
  while (accept(cursor, '[')) {
    where.push(parse(cursor))
    expect(cursor, ']', say('expression.close.filter'))
  }
  return { name, where }
}

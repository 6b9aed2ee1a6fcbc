import type { Expression, RosterExpression } from '../expression/expression.js'
import { accept, build, type Cursor, described, expect, fail, is, next, peek, plainName } from './cursor.js'

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
      expect(cursor, 'satisfies', 'after the roster')
      const satisfies = parse(cursor)
      return build(cursor, token.start, { kind: token.text, variable, of, satisfies })
    }
    default: {
      const { message, help } = MISPLACED.get(token.text) ?? {
        message: `a value is expected, not \`${token.text}\``,
      }
      return fail(cursor, message, help, token)
    }
  }
}

const UNWRITTEN = 'write the yes/no itself, or `not(...)` around it'

/** Words that never begin a value, and what to write instead. */
const MISPLACED: ReadonlyMap<string, { readonly message: string; readonly help?: string }> = new Map(
  Object.entries({
    members: {
      message: '`members` is a roster, not a value',
      help: 'count, sum or test it: `count(members)`, `every m in members satisfies …`',
    },
    true: { message: '`true` is not written out', help: UNWRITTEN },
    false: { message: '`false` is not written out', help: UNWRITTEN },
    null: {
      message: 'there is no null',
      help: 'a missing value is its declared range; nothing can ask for it',
    },
    given: { message: '`given` stands alone', help: 'it is a source of its own: `sources: [given, …]`' },
  }),
)

function negation(cursor: Cursor, start: number, parse: Parse): Expression {
  expect(cursor, '(', 'after `not`', 'put what is denied in brackets: `not(a)`')
  const operand = parse(cursor)
  expect(cursor, ')', 'to close `not`')
  return build(cursor, start, { kind: 'not', operand })
}

function choice(cursor: Cursor, start: number, parse: Parse): Expression {
  const condition = parse(cursor)
  expect(cursor, 'then', 'after the condition')
  const yes = parse(cursor)
  expect(cursor, 'else', 'after the first branch')
  const no = parse(cursor)
  return build(cursor, start, { kind: 'if', condition, yes, no })
}

function extreme(cursor: Cursor, kind: 'min' | 'max', parse: Parse): Expression {
  const token = cursor.tokens[cursor.position - 1] ?? peek(cursor)
  expect(cursor, '(', `after \`${kind}\``)
  const items = [parse(cursor)]
  while (accept(cursor, ',')) items.push(parse(cursor))
  expect(cursor, ')', `to close \`${kind}\``)
  if (items.length < 2) fail(cursor, `\`${kind}\` takes two or more numbers`, undefined, token)
  return build(cursor, token.start, { kind, items })
}

function count(cursor: Cursor, start: number, parse: Parse): Expression {
  expect(cursor, '(', 'after `count`')
  const of = roster(cursor, parse)
  expect(
    cursor,
    ')',
    'to close `count`',
    is(cursor, '.') ? 'who counts stands in brackets: `count(members[insured])`' : undefined,
  )
  return build(cursor, start, { kind: 'count', of })
}

function total(cursor: Cursor, start: number, parse: Parse): Expression {
  expect(cursor, '(', 'after `sum`')
  if (accept(cursor, 'for')) {
    const { variable, of } = binding(cursor, parse)
    expect(cursor, 'return', 'after the roster')
    const each = parse(cursor)
    expect(cursor, ')', 'to close `sum`')
    return build(cursor, start, { kind: 'sum', of, variable, each })
  }
  const of = roster(cursor, parse)
  expect(cursor, '.', 'between the roster and the member fact to sum', 'write `sum(members.wage)`')
  const at = peek(cursor).start
  const name = plainName(cursor, 'a member fact')
  const each = build(cursor, at, { kind: 'name', name })
  expect(cursor, ')', 'to close `sum`', 'the sum of an expression is `sum(for m in members return …)`')
  return build(cursor, start, { kind: 'sum', of, variable: null, each })
}

function binding(cursor: Cursor, parse: Parse): { variable: string; of: RosterExpression } {
  const variable = plainName(cursor, 'a name for the member')
  expect(cursor, 'in', 'after the name of the member')
  return { variable, of: roster(cursor, parse) }
}

function roster(cursor: Cursor, parse: Parse): RosterExpression {
  if (!is(cursor, 'members'))
    fail(cursor, `a roster is expected, not ${described(cursor)}`, 'the roster of a record is `members`')
  const name = next(cursor).text
  const where: Expression[] = []
  while (accept(cursor, '[')) {
    where.push(parse(cursor))
    expect(cursor, ']', 'to close the filter')
  }
  return { name, where }
}

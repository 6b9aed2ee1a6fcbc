import { type Code, f64, i32 } from './instructions.js'
import {
  BINARY,
  chosen,
  double,
  integer,
  inverted,
  logicalNot,
  negative,
  number,
  type Typed,
  toInteger,
} from './typed.js'

/** The place of an array in the memory, and the type of its cells. */
export interface ArrayPlace {
  readonly at: number
  readonly of: 'f64' | 'i32' | 'u8'
}

/** The values, arrays and functions that names stand for. */
export interface GeneratedNames {
  value(name: string): Typed | undefined
  array(name: string): ArrayPlace | undefined
  helper(name: string): ((...operands: Typed[]) => Typed) | undefined
}

/** A cell of an array: a computed address plus an offset. */
export interface ArrayCell {
  readonly of: ArrayPlace['of']
  readonly address: Code
  readonly offset: number
}

/** A line of generated code. */
export type Statement =
  | { readonly kind: 'const'; readonly name: string; readonly value: Typed }
  | { readonly kind: 'set'; readonly cell: ArrayCell; readonly value: Typed }
  | { readonly kind: 'return'; readonly value: Typed }
  /** Returns a value if a condition holds. */
  | { readonly kind: 'stop'; readonly condition: Typed; readonly value: Typed }

const TOKEN = /[A-Za-z][\w.]*|\d+(?:\.\d+)?(?:e[+-]?\d+)?|[=!]==|[<>]=|<<|>>|&&|\|\||[-+*/&|<>()[\]?:,=!~]/g
const SIZES = { f64: 8, i32: 4, u8: 1 } as const
const CHOICE = 1

const PREFIXES: Readonly<Record<string, (value: Typed) => Typed>> = {
  '-': negative,
  '!': logicalNot,
  '~': inverted,
}

/** A line that is being read: its tokens, and the index of the next one. */
interface LineReader {
  readonly line: string
  readonly tokens: readonly string[]
  readonly names: GeneratedNames
  next: number
}

/** Reads one line of generated code, which is a small part of JavaScript. Throws on anything else. */
export function parseLine(line: string, names: GeneratedNames): Statement {
  const reader: LineReader = { line, tokens: line.match(TOKEN) ?? [], names, next: 0 }
  const read = statement(reader)
  if (reader.next < reader.tokens.length || reader.tokens.join('') !== line.replaceAll(' ', ''))
    throw misread(reader)
  return read
}

const peek = ({ tokens, next }: LineReader): string => tokens[next] ?? ''

const misread = (reader: LineReader): Error =>
  new Error(`generated code that is not understood at \`${peek(reader)}\`: ${reader.line}`)

function take(reader: LineReader, wanted?: string): string {
  const token = peek(reader)
  if (token === '' || (wanted !== undefined && token !== wanted)) throw misread(reader)
  reader.next += 1
  return token
}

function given<Value>(reader: LineReader, value: Value | undefined): Value {
  if (value === undefined) throw misread(reader)
  return value
}

function statement(reader: LineReader): Statement {
  const first = take(reader)
  if (first === 'const') {
    const name = take(reader)
    take(reader, '=')
    return { kind: 'const', name, value: expression(reader, 0) }
  }
  if (first === 'return') return { kind: 'return', value: expression(reader, 0) }
  if (first === 'if') {
    take(reader, '(')
    const condition = expression(reader, 0)
    take(reader, ')')
    take(reader, 'return')
    return { kind: 'stop', condition, value: expression(reader, 0) }
  }
  const cell = cellOf(reader, given(reader, reader.names.array(first)))
  take(reader, '=')
  return { kind: 'set', cell, value: expression(reader, 0) }
}

/** An expression of operators that bind more closely than `least`. */
function expression(reader: LineReader, least: number): Typed {
  let left = operand(reader)
  for (;;) {
    const sign = BINARY[peek(reader)]
    if (sign !== undefined && sign.binds > least) {
      take(reader)
      left = sign.of(left, expression(reader, sign.binds))
    } else if (peek(reader) === '?' && least < CHOICE) {
      take(reader)
      const yes = expression(reader, 0)
      take(reader, ':')
      left = chosen(left, yes, expression(reader, 0))
    } else return left
  }
}

function operand(reader: LineReader): Typed {
  const token = take(reader)
  const prefix = PREFIXES[token]
  if (prefix !== undefined) return prefix(operand(reader))
  if (token === '(') {
    const inner = expression(reader, 0)
    take(reader, ')')
    return inner
  }
  if (/^\d/.test(token)) return number(Number(token))
  if (peek(reader) === '(') return call(reader, token)
  const array = reader.names.array(token)
  return array === undefined ? given(reader, reader.names.value(token)) : loaded(cellOf(reader, array))
}

function call(reader: LineReader, name: string): Typed {
  const helper = given(reader, reader.names.helper(name))
  const operands: Typed[] = []
  do {
    take(reader)
    operands.push(expression(reader, 0))
  } while (peek(reader) === ',')
  take(reader, ')')
  return helper(...operands)
}

/** `[3]` or `[o + 3]`. */
function cellOf(reader: LineReader, { at, of }: ArrayPlace): ArrayCell {
  const size = SIZES[of]
  take(reader, '[')
  const base = /^\d/.test(peek(reader)) ? null : toInteger(given(reader, reader.names.value(take(reader))))
  if (base !== null) take(reader, '+')
  const offset = at + size * Number(take(reader))
  take(reader, ']')
  return { of, offset, address: base === null ? i32.const(0) : i32.mul(base, i32.const(size)) }
}

function loaded({ of, address, offset }: ArrayCell): Typed {
  if (of === 'f64') return double(f64.load(address, offset))
  return integer((of === 'u8' ? i32.load8 : i32.load)(address, offset))
}

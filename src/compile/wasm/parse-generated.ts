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

/** Where an array of generated code stands in the memory, and what it holds. */
export interface ArrayPlace {
  readonly at: number
  readonly of: 'f64' | 'i32' | 'u8'
}

/** What names stand for. */
export interface GeneratedNames {
  value(name: string): Typed | undefined
  array(name: string): ArrayPlace | undefined
  helper(name: string): ((...operands: Typed[]) => Typed) | undefined
}

/** A cell of an array: an address that is worked out, and what is added to it. */
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
  /** Returns a value where a condition holds. */
  | { readonly kind: 'stop'; readonly condition: Typed; readonly value: Typed }

const TOKEN = /[A-Za-z][\w.]*|\d+(?:\.\d+)?(?:e[+-]?\d+)?|[=!]==|[<>]=|<<|>>|&&|\|\||[-+*/&|<>()[\]?:,=!~]/g
const SIZES = { f64: 8, i32: 4, u8: 1 } as const
const CHOICE = 1

const PREFIXES: Readonly<Record<string, (value: Typed) => Typed>> = {
  '-': negative,
  '!': logicalNot,
  '~': inverted,
}

/** Reads one line of the part of JavaScript in which code is generated. */
export function parseLine(line: string, names: GeneratedNames): Statement {
  const tokens = line.match(TOKEN) ?? []
  let next = 0
  const peek = () => tokens[next] ?? ''
  const misread = () => new Error(`generated code that is not understood at \`${peek()}\`: ${line}`)

  function take(wanted?: string): string {
    const token = peek()
    if (token === '' || (wanted !== undefined && token !== wanted)) throw misread()
    next += 1
    return token
  }

  const given = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw misread()
    return value
  }

  /** `[3]` or `[o + 3]`. */
  function cellOf({ at, of }: ArrayPlace): ArrayCell {
    const size = SIZES[of]
    take('[')
    const base = /^\d/.test(peek()) ? null : toInteger(given(names.value(take())))
    if (base !== null) take('+')
    const offset = at + size * Number(take())
    take(']')
    return { of, offset, address: base === null ? i32.const(0) : i32.mul(base, i32.const(size)) }
  }

  function call(name: string): Typed {
    const helper = given(names.helper(name))
    const operands: Typed[] = []
    do {
      take()
      operands.push(expression(0))
    } while (peek() === ',')
    take(')')
    return helper(...operands)
  }

  function operand(): Typed {
    const token = take()
    const prefix = PREFIXES[token]
    if (prefix !== undefined) return prefix(operand())
    if (token === '(') {
      const inner = expression(0)
      take(')')
      return inner
    }
    if (/^\d/.test(token)) return number(Number(token))
    if (peek() === '(') return call(token)
    const array = names.array(token)
    return array === undefined ? given(names.value(token)) : loaded(cellOf(array))
  }

  /** What binds more closely than `least`. */
  function expression(least: number): Typed {
    let left = operand()
    for (;;) {
      const sign = BINARY[peek()]
      if (sign !== undefined && sign.binds > least) {
        take()
        left = sign.of(left, expression(sign.binds))
      } else if (peek() === '?' && least < CHOICE) {
        take()
        const yes = expression(0)
        take(':')
        left = chosen(left, yes, expression(0))
      } else return left
    }
  }

  function statement(): Statement {
    const first = take()
    if (first === 'const') {
      const name = take()
      take('=')
      return { kind: 'const', name, value: expression(0) }
    }
    if (first === 'return') return { kind: 'return', value: expression(0) }
    if (first === 'if') {
      take('(')
      const condition = expression(0)
      take(')')
      take('return')
      return { kind: 'stop', condition, value: expression(0) }
    }
    const cell = cellOf(given(names.array(first)))
    take('=')
    return { kind: 'set', cell, value: expression(0) }
  }

  const read = statement()
  if (next < tokens.length || tokens.join('') !== line.replaceAll(' ', '')) throw misread()
  return read
}

function loaded({ of, address, offset }: ArrayCell): Typed {
  if (of === 'f64') return double(f64.load(address, offset))
  return integer((of === 'u8' ? i32.load8 : i32.load)(address, offset))
}

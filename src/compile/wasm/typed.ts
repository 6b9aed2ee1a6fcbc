import { type Code, f64, i32, select } from './instructions.js'

/** Code that leaves one value, of a type of WebAssembly or the result of a comparison. */
export interface Typed {
  readonly type: 'i32' | 'f64' | 'truth'
  readonly code: Code
  /** The number, if the code is a number. */
  readonly literal: number | null
}

const typed = (type: Typed['type'], code: Code): Typed => ({ type, code, literal: null })
export const integer = (code: Code): Typed => typed('i32', code)
export const double = (code: Code): Typed => typed('f64', code)
export const truth = (code: Code): Typed => typed('truth', code)

const isInt32 = (value: number) => (value | 0) === value && !Object.is(value, -0)

export const number = (value: number): Typed =>
  isInt32(value)
    ? { type: 'i32', code: i32.const(value), literal: value }
    : { type: 'f64', code: f64.const(value), literal: value }

/** The same number as a double, which holds every integer of 32 bits. */
export const toDouble = ({ type, code, literal }: Typed): Code =>
  literal !== null ? f64.const(literal) : type === 'f64' ? code : f64.fromI32(code)

/** As an integer of 32 bits, as JavaScript's operations on bits take a number that fits. */
export const toInteger = ({ type, code }: Typed): Code => (type === 'f64' ? i32.fromF64(code) : code)

/** As 0 or 1. */
export function toTruth({ type, code }: Typed): Code {
  if (type === 'f64') throw new Error('a double is no condition')
  return type === 'truth' ? code : i32.ne(code, i32.const(0))
}

const doubles =
  (operation: (a: Code, b: Code) => Code) =>
  (a: Typed, b: Typed): Typed =>
    double(operation(toDouble(a), toDouble(b)))

const integers =
  (operation: (a: Code, b: Code) => Code) =>
  (a: Typed, b: Typed): Typed =>
    integer(operation(toInteger(a), toInteger(b)))

const truths =
  (operation: (a: Code, b: Code) => Code) =>
  (a: Typed, b: Typed): Typed =>
    truth(operation(toTruth(a), toTruth(b)))

const compared =
  (ofIntegers: (a: Code, b: Code) => Code, ofDoubles: (a: Code, b: Code) => Code) =>
  (a: Typed, b: Typed): Typed =>
    truth(
      a.type === 'f64' || b.type === 'f64' ? ofDoubles(toDouble(a), toDouble(b)) : ofIntegers(a.code, b.code),
    )

export const negative = (a: Typed): Typed =>
  a.literal !== null ? number(-a.literal) : double(f64.neg(toDouble(a)))

export const logicalNot = (a: Typed): Typed => truth(i32.eqz(toTruth(a)))

export const inverted = (a: Typed): Typed => integer(i32.xor(toInteger(a), i32.const(-1)))

/** One of two values; both are worked out, because nothing in this code has an effect or fails. */
export function chosen(condition: Typed, yes: Typed, no: Typed): Typed {
  const [type, to] =
    yes.type === 'f64' || no.type === 'f64'
      ? (['f64', toDouble] as const)
      : ([yes.type === no.type ? yes.type : 'i32', toInteger] as const)
  return typed(type, select(to(yes), to(no), toTruth(condition)))
}

/** Operations by their signs, and how closely they bind. JavaScript adds and multiplies doubles; integers among them are exact. */
export const BINARY: Readonly<
  Record<string, { readonly binds: number; readonly of: (a: Typed, b: Typed) => Typed }>
> = {
  '||': { binds: 2, of: truths(i32.or) },
  '&&': { binds: 3, of: truths(i32.and) },
  '|': { binds: 4, of: integers(i32.or) },
  '&': { binds: 6, of: integers(i32.and) },
  '===': { binds: 7, of: compared(i32.eq, f64.eq) },
  '!==': { binds: 7, of: compared(i32.ne, f64.ne) },
  '<': { binds: 8, of: compared(i32.ltS, f64.lt) },
  '>': { binds: 8, of: compared(i32.gtS, f64.gt) },
  '<=': { binds: 8, of: compared(i32.leS, f64.le) },
  '>=': { binds: 8, of: compared(i32.geS, f64.ge) },
  '<<': { binds: 9, of: integers(i32.shl) },
  '>>': { binds: 9, of: integers(i32.shrS) },
  '+': { binds: 10, of: doubles(f64.add) },
  '-': { binds: 10, of: doubles(f64.sub) },
  '*': { binds: 11, of: doubles(f64.mul) },
  '/': { binds: 11, of: doubles(f64.div) },
}

const ZERO = number(0)
const INFINITY = number(Infinity)
const of = (sign: string, a: Typed, b: Typed) => (BINARY[sign] as (typeof BINARY)[string]).of(a, b)

/** 0 times an infinite end is 0. */
const times = (a: Typed, b: Typed) =>
  chosen(of('||', of('===', a, ZERO), of('===', b, ZERO)), ZERO, of('*', a, b))

/** The JavaScript functions of these names. Their operands are used more than once, so `keep` names them. */
export function helpers(keep: (value: Typed) => Typed) {
  const nearest = (n: Typed, d: Typed): Typed => {
    const size = keep(double(f64.abs(toDouble(n))))
    const floor = keep(double(f64.floor(toDouble(of('/', size, d)))))
    const left = keep(of('-', size, of('*', floor, d)))
    const isBelow = keep(of('<', left, ZERO))
    const isAbove = keep(of('>=', left, d))
    const rest = keep(chosen(isBelow, of('+', left, d), chosen(isAbove, of('-', left, d), left)))
    const one = number(1)
    const quotient = keep(chosen(isBelow, of('-', floor, one), chosen(isAbove, of('+', floor, one), floor)))
    const up = of('>=', of('+', rest, rest), d)
    const rounded = keep(chosen(up, of('+', quotient, one), quotient))
    const whole = chosen(of('<', n, ZERO), of('-', ZERO, rounded), rounded)
    return keep(chosen(of('===', size, INFINITY), n, whole))
  }
  const bound = (n: Typed, least: Typed, most: Typed, far: number) => {
    const small = chosen(of('===', most, INFINITY), ZERO, nearest(n, most))
    const large = chosen(of('<=', least, ZERO), number(far), nearest(n, least))
    const isFar = far < 0 ? of('<', n, ZERO) : of('>', n, ZERO)
    const isItself = of('||', of('===', n, ZERO), of('===', n, number(far)))
    return chosen(isItself, n, chosen(isFar, large, small))
  }
  const all = {
    'Math.floor': (n: Typed) => double(f64.floor(toDouble(n))),
    'Math.imul': integers(i32.mul),
    'Math.min': (...each: Typed[]) => each.reduce(doubles(f64.min)),
    'Math.max': (...each: Typed[]) => each.reduce(doubles(f64.max)),
    bits: (word: Typed) => integer(i32.popcnt(toInteger(word))),
    times: (a: Typed, b: Typed) => times(keep(a), keep(b)),
    nearest: (n: Typed, d: Typed) => nearest(keep(n), keep(d)),
    lowest: (n: Typed, least: Typed, most: Typed) => bound(keep(n), keep(least), keep(most), -Infinity),
    highest: (n: Typed, least: Typed, most: Typed) => bound(keep(n), keep(least), keep(most), Infinity),
  }
  return all as Readonly<Record<string, (...operands: Typed[]) => Typed>>
}

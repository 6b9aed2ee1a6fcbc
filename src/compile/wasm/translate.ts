import { exitIf, f64, give, i32, local } from './instructions.js'
import type { WasmFunction } from './module.js'
import { type ArrayCell, type ArrayPlace, parseLine, type Statement } from './parse-generated.js'
import { double, helpers, integer, type Typed, toDouble, toInteger, toTruth, truth } from './typed.js'

const CONSTANTS: ReadonlyMap<string, Typed> = new Map([
  ['Infinity', double(f64.const(Number.POSITIVE_INFINITY))],
  ['NaN', double(f64.const(Number.NaN))],
  ['true', truth(i32.const(1))],
  ['false', truth(i32.const(0))],
])

/**
 * Translates generated code into a function of WebAssembly. The function takes the period `p` and gives what the code returns, else 0.
 * Generated code is a small part of JavaScript: constants, cells of arrays that are set, conditions on which it returns, and expressions
 * without effects. Here all parts of an expression are worked out, where JavaScript may skip some.
 */
export function translate(code: string, arrays: Readonly<Record<string, ArrayPlace>>): WasmFunction {
  const locals: ('i32' | 'f64')[] = []
  const body: number[] = []
  const values = new Map<string, Typed>(CONSTANTS)
  const kept = new Set<Typed>(CONSTANTS.values())

  /** Gives a value a local, unless it is a number or has one already. */
  function keep(value: Typed): Typed {
    if (value.literal !== null || kept.has(value)) return value
    const index = locals.push(value.type === 'f64' ? 'f64' : 'i32')
    body.push(...local.set(index, value.code))
    const own = { ...value, code: local.get(index) }
    kept.add(own)
    return own
  }

  const period = integer(local.get(0))
  kept.add(period)
  values.set('p', period)
  const functions = helpers(keep)
  const names = {
    value: (name: string) => values.get(name),
    array: (name: string) => arrays[name],
    helper: (name: string) => functions[name],
  }

  function add(statement: Statement): void {
    if (statement.kind === 'const') values.set(statement.name, keep(statement.value))
    else if (statement.kind === 'set') body.push(...stored(statement.cell, statement.value))
    else if (statement.kind === 'return') body.push(...give(toInteger(statement.value)))
    else body.push(...exitIf(toTruth(statement.condition), toInteger(statement.value)))
  }

  for (const line of code.split('\n')) if (line !== '') add(parseLine(line, names))
  return { name: 'run', parameters: 1, locals, body: [...body, ...i32.const(0)], hasResult: true }
}

const stored = ({ of, address, offset }: ArrayCell, value: Typed) =>
  of === 'f64'
    ? f64.store(address, toDouble(value), offset)
    : (of === 'u8' ? i32.store8 : i32.store)(address, toInteger(value), offset)

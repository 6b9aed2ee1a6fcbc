/** The statements of one generated function. They hold only code that this folder makes from checked numbers and indices. */
export interface CodeWriter {
  readonly lines: string[]
  /** The reasons why this cannot be generated. If there is any, the code is thrown away. */
  readonly refusals: string[]
  /** A name for the value of some code; a name or number stays as it is. */
  keep(code: string): string
  /** Leaves the record to the interpreter if the condition holds. */
  stop(condition: string): void
}

export function createCodeWriter(): CodeWriter {
  const lines: string[] = []
  let names = 0
  return {
    lines,
    refusals: [],
    keep(code) {
      if (ATOM.test(code)) return code
      const name = `t${names}`
      names += 1
      lines.push(`const ${name} = ${code}`)
      return name
    },
    stop(condition) {
      lines.push(`if (${condition}) return 1`)
    },
  }
}

const ATOM = /^(?:[a-z]+\d*|-?\d+|-?Infinity)$/
const NUMBER = /^-?(?:\d+|Infinity)$/

/** A number as code. Only exact integers and the infinite ends are ever written. */
export function literal(value: number): string {
  if (!Number.isSafeInteger(value) && Math.abs(value) !== Infinity)
    throw new Error(`no number for generated code: ${value}`)
  return String(value)
}

export const isLiteral = (code: string): boolean => NUMBER.test(code)

/** The code, or its result if all its parts are numbers and the result is exact. */
export function folded(
  code: string,
  parts: readonly string[],
  result: (...values: number[]) => number,
): string {
  if (!parts.every(isLiteral)) return code
  const value = result(...parts.map(Number))
  return Number.isSafeInteger(value) || Math.abs(value) === Infinity ? literal(value) : code
}

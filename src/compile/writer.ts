/** Statements of one generated function. Nothing goes in but what this folder makes of checked numbers and indices. */
export interface CodeWriter {
  readonly lines: string[]
  /** Why this cannot be generated; the code is thrown away where there is any. */
  readonly refusals: string[]
  /** A name for what the code gives; a name or number stays as it is. */
  keep(code: string): string
  /** Hands the record over where the condition holds. */
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

/** A number as code; only integers that a double holds exactly, and the infinite ends, are ever written. */
export function literal(value: number): string {
  if (!Number.isSafeInteger(value) && Math.abs(value) !== Infinity)
    throw new Error(`no number for generated code: ${value}`)
  return String(value)
}

export const isLiteral = (code: string): boolean => NUMBER.test(code)

/** The code, or the number it comes to where it is made of numbers and that number is exact. */
export function folded(
  code: string,
  parts: readonly string[],
  result: (...values: number[]) => number,
): string {
  if (!parts.every(isLiteral)) return code
  const value = result(...parts.map(Number))
  return Number.isSafeInteger(value) || Math.abs(value) === Infinity ? literal(value) : code
}

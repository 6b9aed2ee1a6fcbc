/** Columns that say the same of one member after another: `age_1`, `age_2`; `children[1]/age`. */
export interface Repeat {
  /** The header with `{n}` for the number. */
  readonly pattern: string
  readonly numbers: readonly number[]
  /** Positions of the columns. */
  readonly columns: readonly number[]
}

/** The repeats among headers, in the order of their first columns. Numbers behind `_` must run from 1 on. */
export function repeatsIn(headers: readonly string[]): readonly Repeat[] {
  const all = new Set(headers)
  const groups = new Map<string, { numbers: number[]; columns: number[] }>()
  for (const [column, header] of headers.entries()) {
    const found = numberIn(header)
    if (found === null) continue
    const group = groups.get(found.pattern) ?? { numbers: [], columns: [] }
    group.numbers.push(found.number)
    group.columns.push(column)
    groups.set(found.pattern, group)
  }
  return [...groups].flatMap(([pattern, { numbers, columns }]) => {
    const distinct = new Set(numbers).size === numbers.length
    const isBracketed = pattern.includes('[{n}]')
    const isRun = numbers.length > 1 && numbers.every((_, at) => numbers.includes(at + 1))
    const isPlain = !all.has(pattern.replace(/_\{n\}$/, ''))
    return distinct && (isBracketed || (isRun && isPlain)) ? [{ pattern, numbers, columns }] : []
  })
}

function numberIn(header: string): { pattern: string; number: number } | null {
  if (header.length > 300 || header.includes('{n}')) return null
  const bracketed = /^([^[\]]*)\[(\d{1,4})\]([^[\]]*)$/.exec(header)
  if (bracketed !== null)
    return { pattern: `${bracketed[1]}[{n}]${bracketed[3]}`, number: Number(bracketed[2]) }
  const [, stem = '', digits = ''] = /^(.*[^\d_])_([1-9]\d{0,2})$/s.exec(header) ?? []
  return stem === '' ? null : { pattern: `${stem}_{n}`, number: Number(digits) }
}

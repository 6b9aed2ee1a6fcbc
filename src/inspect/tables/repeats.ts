import type { FactDeclaration } from '../../lang/pack.js'
import { isNamedForPersons, saysOfPersons } from '../../survey/signs/person/person-words.js'

/** Columns that say the same of one member after another: `age_1`, `age_2`; `children[1]/age`; `age1`; `member1_age`. */
export interface Repeat {
  /** The header with `{n}` for the number. */
  readonly pattern: string
  readonly numbers: readonly number[]
  /** Positions of the columns. */
  readonly columns: readonly number[]
}

/**
 * The repeats among headers, in the order of their first columns. Numbers behind `_` must run from 1 on. A name that ends in a number itself
 * (`completed_grade_9_1`) counts where another column repeats in the same numbers, and no other name differs in that number alone. So does a
 * number without `_` before it, where one of the columns that repeat in the same numbers says something of persons: `q1` and `q2` do not.
 */
export function repeatsIn(
  headers: readonly string[],
  memberFacts: ReadonlyMap<string, FactDeclaration> | null,
): readonly Repeat[] {
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
  const found = [...groups].flatMap(([pattern, { numbers, columns }]) => {
    const distinct = new Set(numbers).size === numbers.length
    const isBracketed = pattern.includes('[{n}]')
    const isRun = numbers.length > 1 && numbers.every((_, at) => numbers.includes(at + 1))
    const isPlain = !all.has(pattern.replace(/[ ._-]?\{n\}$/, ''))
    return distinct && (isBracketed || (isRun && isPlain)) ? [{ pattern, numbers, columns }] : []
  })
  const families = [...groups.keys()].map(familyOf)
  const runs = new Set(found.filter(({ pattern }) => familyOf(pattern) === null).map(runOf))
  const loose = found.filter(({ pattern }) => isLoose(pattern))
  const ofPersons = new Set(
    memberFacts === null
      ? []
      : loose
          .filter(({ pattern }) => saysOfPersons([stemOf(pattern)], '', memberFacts))
          .map((each) => formOf(each)),
  )
  return found.filter((each) => {
    if (isLoose(each.pattern)) return ofPersons.has(formOf(each))
    const family = familyOf(each.pattern)
    return (
      family === null || (runs.has(runOf(each)) && families.filter((other) => other === family).length === 1)
    )
  })
}

/** What is left of a name that ends in a number: `completed_grade_` of `completed_grade_9_{n}`; `null` of others. */
function familyOf(pattern: string): string | null {
  const stem = pattern.replace(/_\{n\}$/, '')
  const at = stem.lastIndexOf('_')
  return stem !== pattern && at >= 0 && /^\d+$/.test(stem.slice(at + 1)) ? stem.slice(0, at) : null
}

/** Whether the number of a pattern stands without `_` before it, or in the middle of the name. */
const isLoose = (pattern: string): boolean => !/_\{n\}$|\[\{n\}\]/.test(pattern)

/** The numbers of a repeat, and what stands before and behind them. */
const formOf = (repeat: Repeat): string => {
  const [before = '', after = ''] = repeat.pattern.split('{n}')
  return `${after === '' ? /[ .-]?$/.exec(before)?.[0] : before} ${runOf(repeat)}`
}

/** The name in a pattern without the number: `age` of `age_{n}` and of `member{n}_age`. */
export const stemOf = (pattern: string): string =>
  /\[\{n\}\]/.test(pattern)
    ? pattern.replace('[{n}]', '')
    : pattern.endsWith('{n}')
      ? pattern.replace(/[ ._-]?\{n\}$/, '')
      : pattern.slice(pattern.indexOf('{n}') + 3).replace(/^[^\p{L}]+/u, '')

const runOf = ({ numbers }: Repeat): string => [...numbers].sort((a, b) => a - b).join(' ')

function numberIn(header: string): { pattern: string; number: number } | null {
  if (header.length > 300 || header.includes('{n}')) return null
  const bracketed = /^([^[\]]*)\[(\d{1,4})\]([^[\]]*)$/.exec(header)
  if (bracketed !== null)
    return { pattern: `${bracketed[1]}[{n}]${bracketed[3]}`, number: Number(bracketed[2]) }
  return numberBehind(header) ?? looseNumber(header)
}

/** `age1`, `age 1`, `age.1`; `member1_age`, `成员1年龄`. */
function looseNumber(header: string): { pattern: string; number: number } | null {
  const behind = /^(.*[^\d\s_.-][ .-]?)([1-9]\d?)$/u.exec(header)
  if (behind !== null) return { pattern: `${behind[1]}{n}`, number: Number(behind[2]) }
  const among = /^(\D*[^\d\s])([1-9]\d?)(\D*\p{L}\D*)$/u.exec(header)
  return among === null || !isNamedForPersons(among[1] ?? '')
    ? null
    : { pattern: `${among[1]}{n}${among[3]}`, number: Number(among[2]) }
}

function numberBehind(header: string): { pattern: string; number: number } | null {
  const at = header.lastIndexOf('_')
  const stem = header.slice(0, Math.max(0, at))
  const isStem = /[^\d_]$/.test(stem) || /_\d+$/.test(stem.slice(-4))
  if (!isStem || !/^[1-9]\d{0,2}$/.test(header.slice(at + 1))) return null
  return { pattern: `${stem}_{n}`, number: Number(header.slice(at + 1)) }
}

import { sameUnit, type Unit } from '../../lang/expression/unit.js'
import type { FactDeclaration } from '../../lang/pack.js'
import { CODE_GROUPS, FAMILIES } from '../cells/missing-codes.js'

/** The numbers of a column that are not codes. The same for any order of its cells. */
export interface OtherNumbers {
  readonly count: number
  /** -Infinity where there is none. */
  readonly greatest: number
  /** A bit for each group of codes that has such a number within a fifth of it. */
  readonly near: number
}

export const NO_NUMBERS: OtherNumbers = { count: 0, greatest: Number.NEGATIVE_INFINITY, near: 0 }

export const bothNumbers = (one: OtherNumbers, two: OtherNumbers): OtherNumbers => ({
  count: one.count + two.count,
  greatest: Math.max(one.greatest, two.greatest),
  near: one.near | two.near,
})

/** The whole numbers between which a number lies within a fifth of a group of codes. */
export const NEAR_CODES: readonly { readonly from: number; readonly to: number }[] = CODE_GROUPS.map(
  (group) => ({
    from: Math.floor(0.8 * Math.min(...group)),
    to: Math.ceil(1.2 * Math.max(...group)),
  }),
)

/** The groups of codes near a number, as bits. */
export function groupsNear(value: number): number {
  let bits = 0
  for (const [at, { from, to }] of NEAR_CODES.entries()) if (value >= from && value <= to) bits |= 1 << at
  return bits
}

/** What of the fact of a column bears on its doubts. */
export type Doubted = Pick<FactDeclaration, 'type' | 'unit' | 'range'>

export const YEAR: Unit = new Map([['year', 1]])

/** How often each code is in a column. */
export type CodeCounts = ReadonlyMap<string, number>

/**
 * Whether a number that surveys write for no answer is in doubt in a column. Decided by how often which numbers are there, so that rows,
 * chunks and files may come in any order.
 */
export function isDoubtful(
  code: number,
  declaration: Doubted,
  codes: CodeCounts,
  others: OtherNumbers,
): boolean {
  const count = codes.get(String(code)) ?? 0
  if (code < 0) return count >= (code === NEVER ? 1 : LEAST.negative) && !isRefused(code, declaration)
  if (isAge(declaration)) return isDoubtfulAge(code, codes, others)
  const family = FAMILIES.find((each) => each.codes.includes(code))
  if (family === undefined) return false
  if (code > 2 * others.greatest && others.count >= LEAST.others) return true
  const all = others.count + sum(codes.values())
  const isOften = count >= LEAST.cells && count * 100 >= all * LEAST.percent && !isNear(code, codes, others)
  if (!isOften || declaration.type !== 'money' || !family.isSum) return isOften
  const { gifts = [] } = family
  const hasSecond = family.codes.some(
    (each) =>
      each !== code &&
      (codes.get(String(each)) ?? 0) >= LEAST.second &&
      !(gifts.includes(each) && gifts.includes(code)),
  )
  return hasSecond || [...codes].some(([each, times]) => each.startsWith('-') && times >= LEAST.negative)
}

/** Cells with a negative code, with a positive one and their share, with a second one of its family, with an age; numbers for comparison. */
const LEAST = { negative: 2, cells: 3, percent: 5, second: 2, others: 10, old: 2 }

/** No answer at all: Survey Solutions writes it for a number that nobody gave. */
const NEVER = -999_999_999

/** Whether the declared range refuses the number anyway. */
const isRefused = (code: number, { range }: Doubted): boolean => range.lo?.gt(code) ?? false

/** Whether another number, also a code of another group, lies within a fifth of a code. */
function isNear(code: number, codes: CodeCounts, { near }: OtherNumbers): boolean {
  const group = CODE_GROUPS.findIndex((each) => each.includes(code))
  const { from, to } = NEAR_CODES[group] ?? { from: 0, to: -1 }
  if ((near & (1 << group)) !== 0) return true
  return [...codes.keys()].some((each) => {
    const other = Number(each)
    return other >= from && other <= to && !(CODE_GROUPS[group] ?? []).includes(other)
  })
}

const isAge = ({ unit }: Doubted): boolean => unit !== null && sameUnit(unit, YEAR)

/** People grow old: only 96 to 99 are in doubt, where one of them occurs twice and all stand five years above every other age. */
function isDoubtfulAge(code: number, codes: CodeCounts, { greatest }: OtherNumbers): boolean {
  if (!OLD.includes(code) || (codes.get(String(code)) ?? 0) < LEAST.old) return false
  const ages = [...codes.keys()].map(Number)
  const eldest = Math.max(greatest, ...ages.filter((age) => !OLD.includes(age)))
  const youngest = Math.min(...ages.filter((age) => OLD.includes(age)))
  return Number.isFinite(eldest) && youngest >= eldest + 5
}

const OLD = [96, 97, 98, 99]

const sum = (numbers: Iterable<number>): number => {
  let all = 0
  for (const each of numbers) all += each
  return all
}

import { knownCode } from './missing-codes.js'

/** Marks of forms filled in by hand. A tick says yes anywhere; a cross may tick a box too, so it says no only beside ticks. */
const TICKS: ReadonlySet<string> = new Set('√✓✔☑✅')
const CROSSES: ReadonlySet<string> = new Set('×✕✖✗✘❌╳')

/** What makes the answers of a column certain: a tick, a cross, `1.0` or `0.0`, or a number that is neither 1 nor 0. */
export type AnswerSign = 'tick' | 'cross' | 'float' | 'number'

/** What a cell that is none of the common words shows of its column; `null` for all other cells. */
export function answerSign(cell: string): AnswerSign | null {
  if (/^[01]\.0{1,9}$/.test(cell)) return 'float'
  if (/^[+-]?\d+(?:[.,]\d+)?$/.test(cell))
    return cell === '0' || cell === '1' || knownCode(cell) !== null ? null : 'number'
  const mark = plainMark(cell)
  return TICKS.has(mark) ? 'tick' : CROSSES.has(mark) ? 'cross' : null
}

/**
 * The signs that are answers in a column that holds these: crosses where ticks say yes, and numbers with places where no other number stands
 * beside 1 and 0.
 * @param hasTicks whether any column of the run says yes by a tick
 */
export function certainSigns(
  signs: { has(sign: AnswerSign): boolean },
  hasTicks: boolean,
): readonly AnswerSign[] {
  const crosses = hasTicks && signs.has('cross')
  const floats = signs.has('float') && !signs.has('number')
  return [...(crosses ? (['cross'] as const) : []), ...(floats ? (['float'] as const) : [])]
}

/** A mark without the sign that makes it a picture. */
const plainMark = (cell: string): string => cell.replace(/\uFE0F$/, '')

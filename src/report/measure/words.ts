import { fixedDigits, type Quotient, times } from '../../base/quotient.js'
import { languageSpoken, say } from '../../base/say/say.js'
import type { Labels } from '../../lang/pack.js'
import type { Figure } from '../../programme/measure/figures.js'
import { grouped } from '../text/numbers.js'
import { type Cell, cell } from '../text/section.js'

/** How a figure is written: whole numbers, percent to one place, indices to four. */
export type Style = 'count' | 'percent' | 'index'

const HUNDRED: Quotient = { over: 100n, under: 1n }

/** One end of a figure for people. */
function endText(end: Quotient, style: Style): string {
  switch (style) {
    case 'count':
      return groupedText(end.over % end.under === 0n ? fixedDigits(end, 0) : fixedDigits(end, 1))
    case 'percent':
      return `${fixedDigits(times(end, HUNDRED), 1)}%`
    case 'index':
      return fixedDigits(end, 4)
  }
}

/** `137…157`, `254`, `0.0354…` with an open end, `–` for nothing. */
export function boundsText({ least, most }: Pick<Figure, 'least' | 'most'>, style: Style): string {
  if (least === null && most === null) return '–'
  const [low, high] = [least === null ? '' : endText(least, style), most === null ? '' : endText(most, style)]
  return low === high ? low : `${low}…${high}`
}

/** `137 to 157`, as a sentence says it. */
export function boundsWords({ least, most }: Pick<Figure, 'least' | 'most'>, style: Style): string {
  if (least === null) return say('measure.open')
  const low = endText(least, style)
  if (most === null) return say('measure.at-least', { least: low })
  const high = endText(most, style)
  return low === high ? low : say('measure.between', { least: low, most: high })
}

/** `± 1.2%` as an interval. */
export const intervalText = ({ low, high }: Pick<Figure, 'low' | 'high'>, style: Style): string =>
  low === null || high === null ? '–' : `${numberText(low, style)}…${numberText(high, style)}`

function numberText(value: number, style: Style): string {
  if (style === 'percent') return `${(value * 100).toFixed(1)}%`
  return style === 'index' ? value.toFixed(4) : groupedText(value.toFixed(0))
}

function groupedText(text: string): string {
  const [whole = '', decimals] = text.split('.')
  const sign = whole.startsWith('-') ? '-' : ''
  const groups = groupedDigits(whole.slice(sign.length))
  return sign + groups + (decimals === undefined ? '' : `.${decimals}`)
}

/** Digits in groups of three, however many there are. */
function groupedDigits(digits: string): string {
  if (digits.length <= 15) return grouped(Number(digits))
  const groups: string[] = []
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end))
  return groups.join(',')
}

/** What an entry of a programme is called in the language that is spoken. */
export const titleOf = ({ title, labels }: { readonly title: string; readonly labels: Labels }): string =>
  labels[languageSpoken()] ?? title

/** Stands for a figure that a public result hides. */
const HIDDEN = '·'

export const isHidden = ({ notes }: Pick<Figure, 'notes'>): boolean => notes.includes('hidden')

/** The bounds of a figure as a cell. */
export const figureCell = (figure: Figure | undefined, style: Style): Cell =>
  cell(figure === undefined ? '–' : isHidden(figure) ? HIDDEN : boundsText(figure, style))

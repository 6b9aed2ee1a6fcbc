import { scaleLinear } from 'd3-scale'
import { grouped } from '../text/numbers.js'
import { at, box, type Drawing, type Fill, fillOf, label, legend, line, wordsAt } from './drawing.js'
import { html, type Markup } from './markup.js'
import type { Words } from './words.js'

/** Amounts that are compared with one another, a bar for each row. */
export interface Bars extends Pick<Drawing, 'id' | 'title' | 'description'> {
  /** A single part needs no words. */
  readonly parts: readonly (readonly [Fill, Words])[]
  readonly rows: readonly BarRow[]
  /** Counts are whole numbers; a share of 1 is 100%. */
  readonly style: 'count' | 'percent'
}

export interface BarRow {
  readonly name: Words
  /** Of each part; they stand one behind the other. */
  readonly amounts: readonly number[]
  /** The amount as the table has it. */
  readonly text: string
  /** An interval of confidence around it. */
  readonly interval?: readonly [low: number, high: number] | null
}

const NAMES = 280
const PLOT = 340
const TEXTS = 120
const ROW = 34

export function bars({ id, title, description, parts, rows, style }: Bars): Drawing {
  const top = parts.length > 1 ? 60 : 28
  const height = top + rows.length * ROW + 6
  const { x, axis } = amountAxis(rows, { from: NAMES, to: NAMES + PLOT, top, height }, style)
  const fills = parts.map(([fill]) => fill)
  const body = rows.map(({ name, amounts, text, interval }, row) => {
    const y = top + row * ROW
    const end = Math.max(x(sumOf(amounts)), interval ? x(interval[1]) : 0)
    const whisker = interval ? line(x(interval[0]), y + ROW / 2, x(interval[1]), y + ROW / 2, 1.6) : html``
    return html`${wordsAt(0, y + ROW / 2 + 4, name, NAMES - 10)}${barParts({ id, fills, x, y: y + 5, height: ROW - 10 }, amounts)}${whisker}${amountLabel(end, y + ROW / 2 + 4, text)}`
  })
  const told = parts.length > 1 ? [legend(id, parts, (NAMES + PLOT + TEXTS) / parts.length)] : []
  return { id, title, description, width: NAMES + PLOT + TEXTS, height, marks: [...told, ...axis, ...body] }
}

interface AxisPlace {
  readonly from: number
  readonly to: number
  readonly top: number
  readonly height: number
}

/** An axis from 0 that all rows have room on, with its ticks above them. */
export function amountAxis(
  rows: readonly Pick<BarRow, 'amounts' | 'interval'>[],
  { from, to, top, height }: AxisPlace,
  style: Bars['style'],
): { x: (amount: number) => number; axis: Markup[] } {
  const most = rows.map(({ amounts, interval }) => Math.max(sumOf(amounts), interval?.[1] ?? 0))
  const x = scaleLinear([0, Math.max(...most) || 1], [from, to]).nice(4)
  const axis = x
    .ticks(4)
    .filter((tick) => style === 'percent' || Number.isInteger(tick))
    .map(
      (tick) =>
        html`${label(x(tick), top - 10, style === 'percent' ? `${at(tick * 100)}%` : grouped(tick), 'middle')}${line(x(tick), top - 5, x(tick), height, 0.4)}`,
    )
  return { x, axis }
}

/** An amount behind its bar; the lines of the axis stay off it. */
export const amountLabel = (end: number, y: number, text: string): Markup =>
  html`<g class="halo">${label(end + 6, y, text)}</g>\n`

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, each) => sum + each, 0)

export interface BarPlace {
  readonly id: string
  readonly fills: readonly Fill[]
  readonly x: (amount: number) => number
  readonly y: number
  readonly height: number
}

/** The parts of a bar one behind the other; one that is not 0 is seen. */
export function barParts({ id, fills, x, y, height }: BarPlace, amounts: readonly number[]): Markup[] {
  let before = 0
  return amounts.flatMap((amount, index) => {
    if (amount <= 0) return []
    const [from, to] = [x(before), x(before + amount)]
    before += amount
    return [box({ x: from, y, width: Math.max(to - from, 0.5), height }, fillOf(id, fills[index] ?? 'other'))]
  })
}

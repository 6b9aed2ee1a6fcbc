import { scaleLinear } from 'd3-scale'
import { at, box, type Drawing, fillOf, label, legend, line, wordsAt } from './drawing.js'
import { html, type Markup } from './markup.js'
import type { Words } from './words.js'

/** Shares that grow with an amount, between a lower and an upper curve. */
export interface Curve extends Pick<Drawing, 'id' | 'title' | 'description'> {
  /** What is hatched. */
  readonly between: Words
  readonly across: Words
  readonly up: Words
  readonly points: readonly CurvePoint[]
  /** An amount with a line of its own, and a strip around it. */
  readonly mark: {
    readonly x: number
    readonly from: number
    readonly to: number
    readonly words: Words
    readonly strip: Words
  }
  /** How an amount of the axis is written. */
  readonly written: (amount: number) => string
}

export interface CurvePoint {
  readonly x: number
  /** From 0 to 1. */
  readonly least: number
  readonly most: number
}

const LEFT = 54
const WIDTH = 720
const TOP = 108
const PLOT = 280
const BOTTOM = 66

export function curve(drawn: Curve): Drawing {
  const { id, title, description, between, across, up, points, mark, written } = drawn
  const last = points.at(-1)?.x ?? 1
  const x = scaleLinear([points[0]?.x ?? 0, last], [LEFT, WIDTH - 24])
  const y = scaleLinear([0, 1], [TOP + PLOT, TOP])
  const place = (side: 'least' | 'most') => (each: CurvePoint) => `${at(x(each.x))} ${at(y(each[side]))}`
  const [below, above] = [points.map(place('least')), points.map(place('most'))]
  const shape = { markup: `M${above.join('L')}L${[...below].reverse().join('L')}Z` }
  const told = [['unknown', between] as const, ['strip', mark.strip] as const]
  const marks = [
    legend(id, told, WIDTH / told.length),
    html`${wordsAt(0, 58, up, x(mark.x) - 16)}`,
    box(
      { x: x(mark.from), y: TOP, width: x(mark.to) - x(mark.from), height: PLOT },
      fillOf(id, 'strip'),
      'none',
    ),
    ...axes(x, y, written),
    html`<path d="${shape}" fill="${fillOf(id, 'unknown')}"/>\n`,
    curveLine(below),
    curveLine(above),
    line(x(mark.x), TOP - 22, x(mark.x), TOP + PLOT, 1.8),
    wordsAt(x(mark.x) + 8, 82, mark.words, WIDTH - x(mark.x) - 8),
    wordsAt((LEFT + WIDTH) / 2, TOP + PLOT + 46, across, WIDTH - LEFT, 'middle'),
  ]
  return { id, title, description, width: WIDTH, height: TOP + PLOT + BOTTOM, marks }
}

const curveLine = (points: readonly string[]): Markup =>
  html`<path d="M${points.join('L')}" fill="none" stroke="#1a5fb4" stroke-width="2.2"/>\n`

type Scale = ReturnType<typeof scaleLinear<number>>

function axes(x: Scale, y: Scale, written: Curve['written']): Markup[] {
  const across = x
    .ticks(6)
    .map(
      (tick) =>
        html`${label(x(tick), TOP + PLOT + 20, written(tick), 'middle')}${line(x(tick), TOP + PLOT, x(tick), TOP + PLOT + 5, 1)}`,
    )
  const up = y
    .ticks(5)
    .map(
      (tick) =>
        html`${label(LEFT - 8, y(tick) + 4, `${at(tick * 100)}%`, 'end')}${line(LEFT, y(tick), WIDTH - 24, y(tick), 0.4)}`,
    )
  return [...up, line(LEFT, TOP + PLOT, WIDTH - 24, TOP + PLOT, 1), ...across]
}

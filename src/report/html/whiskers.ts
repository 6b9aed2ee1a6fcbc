import { scaleLinear } from 'd3-scale'
import { at, type Drawing, label, line, wordsAt } from './drawing.js'
import { html, type Markup } from './markup.js'
import { linesOf, type Words } from './words.js'

/** Figures with bounds, a panel for each and a row for each group. */
export interface Whiskers extends Pick<Drawing, 'id' | 'title' | 'description'> {
  readonly panels: readonly { readonly name: Words; readonly style: 'percent' | 'index' }[]
  readonly rows: readonly { readonly name: Words; readonly figures: readonly (Whisker | null)[] }[]
}

/** From least to most; around it, for samples, an interval. */
export interface Whisker {
  readonly least: number
  readonly most: number
  readonly low: number | null
  readonly high: number | null
}

const NAMES = 230
const PANEL = 150
const GAP = 40
const TOP = 62
/** Names of few rows stand in each language, one below the other. */
const ROW = { one: 24, two: 34 }
const FEW = 12

/** A dot where a figure is known, a thick line from its least to its most, and a thin one for its interval of confidence. */
export function whiskers({ id, title, description, panels, rows }: Whiskers): Drawing {
  const isTall = rows.length <= FEW && rows.some(({ name }) => linesOf(name).length > 1)
  const rowHeight = isTall ? ROW.two : ROW.one
  const height = TOP + rows.length * rowHeight + 8
  const names = rows.map(({ name }, row) =>
    wordsAt(0, TOP + (row + 0.5) * rowHeight + 4, isTall ? name : name.slice(0, 1), NAMES - 8),
  )
  const fields = panels.flatMap(({ name, style }, panel) => {
    const left = NAMES + panel * (PANEL + GAP)
    const own = rows.map(({ figures }) => figures[panel] ?? null)
    const highest = Math.max(0, ...own.map((each) => Math.max(each?.most ?? 0, each?.high ?? 0)))
    const x = scaleLinear([0, highest === 0 ? 1 : highest], [left, left + PANEL]).nice(3)
    const written = (value: number) =>
      style === 'percent' ? `${at(value * 100)}%` : String(Number(value.toFixed(4)))
    const ticks = x
      .ticks(2)
      .map(
        (tick) =>
          html`${label(x(tick), TOP - 8, written(tick), 'middle')}${line(x(tick), TOP - 3, x(tick), height, 0.4)}`,
      )
    return [
      wordsAt(left, 21, name, PANEL + GAP - 16),
      ...ticks,
      ...own.map((each, row) => (each === null ? html`` : whisker(each, x, TOP + (row + 0.5) * rowHeight))),
    ]
  })
  return {
    id,
    title,
    description,
    width: NAMES + panels.length * (PANEL + GAP) + 14,
    height,
    marks: [...names, ...fields],
  }
}

function whisker({ least, most, low, high }: Whisker, x: (value: number) => number, y: number): Markup {
  const thin = low === null || high === null ? html`` : line(x(low), y, x(high), y, 1.2)
  const dot = html`<circle cx="${at(x(least))}" cy="${y}" r="4.2" fill="#1a5fb4"/>\n`
  const thick = html`<rect x="${at(x(least))}" y="${y - 4}" width="${at(Math.max(x(most) - x(least), 1))}" height="8" fill="#1a5fb4"/>\n`
  return html`${thin}${least === most ? dot : thick}`
}

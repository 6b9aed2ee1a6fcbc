import { scaleLinear } from 'd3-scale'
import { barParts } from './bars.js'
import { type Drawing, type Fill, label, legend, line, wordsAt } from './drawing.js'
import { html } from './markup.js'
import type { Words } from './words.js'

/** Shares of a whole, a bar for each row. */
export interface Stacked extends Pick<Drawing, 'id' | 'title' | 'description'> {
  readonly parts: readonly (readonly [Fill, Words])[]
  readonly rows: readonly { readonly name: Words; readonly counts: readonly number[] }[]
}

const NAMES = 250
const WIDTH = 720
const TOP = 60
const ROW = 36

export function stackedBars({ id, title, description, parts, rows }: Stacked): Drawing {
  const x = scaleLinear([0, 100], [NAMES, WIDTH - 20])
  const height = TOP + rows.length * ROW + 6
  const axis = x
    .ticks(5)
    .map(
      (tick) =>
        html`${label(x(tick), TOP - 12, `${tick}%`, 'middle')}${line(x(tick), TOP - 6, x(tick), height, 0.4)}`,
    )
  const fills = parts.map(([fill]) => fill)
  const body = rows.map(({ name, counts }, row) => {
    const y = TOP + row * ROW
    const whole = counts.reduce((sum, count) => sum + count, 0)
    const place = { id, fills, x: (count: number) => x((count / whole) * 100), y: y + 5, height: ROW - 10 }
    return html`${wordsAt(0, y + ROW / 2 + 4, name, NAMES - 10)}${barParts(place, counts)}`
  })
  return { id, title, description, width: WIDTH, height, marks: [legend(id, parts, 170), ...axis, ...body] }
}

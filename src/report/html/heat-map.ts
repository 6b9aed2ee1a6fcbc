import { scaleQuantize } from 'd3-scale'
import { box, type Drawing, fillOf, label, slantedWords, wordsAt } from './drawing.js'
import { html, type Markup } from './markup.js'
import type { Words } from './words.js'

/** Shares in a field of rows and columns. */
export interface HeatMap extends Pick<Drawing, 'id' | 'title' | 'description'> {
  readonly columns: readonly Words[]
  readonly rows: readonly {
    readonly name: Words
    readonly n: string
    readonly cells: readonly HeatCell[]
  }[]
}

/** Of the records to which a column applies. */
export interface HeatCell {
  readonly applies: number
  readonly unmet: number
  readonly unknown: number
}

const NAMES = 190
const CELL = { width: 62, height: 26 }
const TOP = 128
const SHADES = ['#ffffff', '#fde3d8', '#f8b59b', '#e07a5f', '#b23a2a', '#74140c']
const DARK = 4

/** The number stands in each field, so that the shade only repeats it; a strip below tells what share is unknown. */
export function heatMap({ id, title, description, columns, rows }: HeatMap): Drawing {
  const heads = columns.map((words, column) =>
    slantedWords(NAMES + 50 + column * CELL.width + CELL.width / 2, TOP - 12, words),
  )
  const body = rows.map(({ name, n, cells }, row) => {
    const y = TOP + row * CELL.height
    return html`${wordsAt(0, y + 17, name.slice(0, 1), NAMES - 4)}${label(NAMES + 42, y + 17, n, 'end')}${cells.map(
      (cell, column) => cellMarkup(id, cell, NAMES + 50 + column * CELL.width, y),
    )}`
  })
  return {
    id,
    title,
    description,
    width: NAMES + 50 + columns.length * CELL.width + 110,
    height: TOP + rows.length * CELL.height + 4,
    marks: [label(NAMES + 42, TOP - 12, 'n', 'end'), ...heads, ...body],
  }
}

const shadeOf = scaleQuantize([0, 60], [0, 1, 2, 3, 4, 5])

function cellMarkup(id: string, { applies, unmet, unknown }: HeatCell, x: number, y: number): Markup {
  const place = { x, y, width: CELL.width, height: CELL.height }
  if (applies === 0) return box(place, fillOf(id, 'other'))
  const share = (unmet / applies) * 100
  const shade = unmet === 0 ? 0 : Math.max(1, shadeOf(share))
  const strip = { x, y: y + CELL.height - 5, width: (CELL.width * unknown) / applies, height: 5 }
  return html`${box(place, SHADES[shade] ?? '')}${unknown === 0 ? '' : box(strip, fillOf(id, 'unknown'))}${label(
    x + CELL.width / 2,
    y + 16,
    share.toFixed(1),
    'middle',
    shade >= DARK ? '#fff' : '#1b1b1b',
  )}`
}

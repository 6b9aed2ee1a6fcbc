import type { Voices } from '../../base/say/say.js'
import { html, type Markup, NOTHING } from '../html/markup.js'
import { said, tagOf } from '../html/words.js'

/** Mark-up in each language of the page, once where it is the same in all. */
export function voiced(voices: Voices, make: () => Markup): Markup {
  const made = voices(make)
  const [first, ...others] = made
  if (first === undefined) return NOTHING
  if (others.every((each) => each.made.markup === first.made.markup)) return first.made
  return html`${made.map((each) => html`<div lang="${tagOf(each.language)}">${each.made}</div>`)}`
}

export interface BlockColumn {
  readonly head: () => string
  readonly isNumber?: true
  /** Holds sentences; a narrow screen scrolls sideways rather than break them at each word. */
  readonly isWide?: true
}

export interface BlockRow {
  /** The place that links lead to. */
  readonly id?: string
  readonly cells: readonly Markup[]
}

/** A heading over the rows that follow. */
export interface BlockHeading {
  readonly heading: () => string
}

/** A section with a table whose cells are mark-up; nothing where it has no row. */
export function blockSection(
  voices: Voices,
  { id, title, notes = [] }: { id: string; title: () => string; notes?: readonly (() => string)[] },
  columns: readonly BlockColumn[],
  rows: readonly (BlockRow | BlockHeading)[],
): Markup {
  if (rows.length === 0) return NOTHING
  const heads = columns.map(
    (column) => html`<th scope="col"${classOf(column)}>${said(voices, column.head)}</th>`,
  )
  const label = voices(title)
    .map(({ made }) => made)
    .join(' / ')
  return html`<section id="${id}">
<h2>${said(voices, title)}</h2>
${notes.map((note) => html`<p class="note">${said(voices, note)}</p>\n`)}<div class="scroll" role="region" tabindex="0" aria-label="${label}"><table>
<caption class="aloud">${said(voices, title)}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>${rows.map((row) => rowMarkup(voices, row, columns))}</tbody>
</table></div>
</section>
`
}

function classOf(column: BlockColumn | undefined): Markup {
  if (column?.isNumber === true) return html` class="number"`
  return column?.isWide === true ? html` class="wide"` : NOTHING
}

function rowMarkup(voices: Voices, row: BlockRow | BlockHeading, columns: readonly BlockColumn[]): Markup {
  if ('heading' in row)
    return html`</tbody>\n<tbody><tr><th scope="rowgroup" colspan="${columns.length}">${said(voices, row.heading)}</th></tr>\n`
  const cells = row.cells.map((cell, at) =>
    at === 0 ? html`<th scope="row">${cell}</th>` : html`<td${classOf(columns[at])}>${cell}</td>`,
  )
  return html`<tr${row.id === undefined ? NOTHING : html` id="${row.id}"`}>${cells}</tr>\n`
}

export const code = (text: string): Markup => html`<code>${text}</code>`

/** A link to a place of the same page. */
export const linkTo = (anchor: string, text: string): Markup => html`<a href="#${anchor}">${text}</a>`

/** A day, which stays on one line. */
export const dayMarkup = (day: string): Markup => html`<span class="day">${day}</span>`

/** Pieces with a comma between. */
export const commaList = (pieces: readonly Markup[]): Markup =>
  html`${pieces.map((piece, at) => html`${at === 0 ? '' : ', '}${piece}`)}`

/** Pieces, a line each. */
export const lines = (pieces: readonly Markup[]): Markup =>
  html`${pieces.map((piece) => html`<div>${piece}</div>`)}`

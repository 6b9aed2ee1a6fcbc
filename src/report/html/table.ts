import type { Voiced, Voices } from '../../base/say/say.js'
import type { Cell, Column, Row, Section } from '../text/section.js'
import { type Drawing, figureMarkup } from './drawing.js'
import { html, type Markup, NOTHING } from './markup.js'
import { plainWords, type Words, wordsMarkup } from './words.js'

/** The same section in each language of the page: rows and columns stand at the same places. */
type Sections = readonly Voiced<Section>[]

/** Every section of a report; a drawing of a section stands above its table. */
export function sectionsMarkup(
  voices: Voices,
  make: () => readonly Section[],
  drawings: ReadonlyMap<number, Drawing> = new Map(),
  rulesPage: string | null = null,
  level: 'h2' | 'h3' = 'h2',
): Markup[] {
  const all = voices(make)
  return (all[0]?.made ?? []).map((section, at) => {
    const same = all.map(({ language, made }) => ({ language, made: made[at] ?? section }))
    const table = tableMarkup({ voices, rulesPage }, same)
    const drawing = drawings.get(at)
    const title = wordsOf(same, (each) => each.title)
    return html`<section>
<${{ markup: level }}>${wordsMarkup(voices, title)}</${{ markup: level }}>
${drawing === undefined ? table : figureMarkup(voices, drawing, table)}${notesMarkup(voices, same)}</section>
`
  })
}

function notesMarkup(voices: Voices, sections: Sections): Markup {
  const count = Math.max(...sections.map(({ made }) => made.notes.length))
  const notes = Array.from({ length: count }, (_, at) => wordsOf(sections, ({ notes }) => notes[at] ?? ''))
  return html`${notes.map((note) => html`<p class="note">${wordsMarkup(voices, note)}</p>\n`)}`
}

/** The languages of a table, and where what it names is explained. */
interface TableStyle {
  readonly voices: Voices
  readonly rulesPage: string | null
}

/** The table alone, in a box of its own that a narrow screen scrolls. */
function tableMarkup(style: TableStyle, sections: Sections): Markup {
  const { voices } = style
  const aligned = withColumnsInOneOrder(sections)
  const [first] = aligned
  if (first === undefined || first.made.rows.length === 0) return NOTHING
  const title = wordsOf(aligned, (section) => section.title)
  const { columns } = first.made
  const shown = columns.flatMap(({ drawing }, at) => (drawing ? [] : [at]))
  const heads = shown.map((at) => {
    const head = wordsOf(aligned, (section) => section.columns[at]?.head ?? '')
    return html`<th scope="col"${classOf(columns[at])}>${wordsMarkup(voices, head)}</th>`
  })
  const label = plainWords(title)
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${label}"><table>
<caption class="aloud">${wordsMarkup(voices, title)}</caption>
<thead><tr>${heads}</tr></thead>
${bodies(style, aligned, shown)}</table></div>
`
}

const wordsOf = (sections: Sections, textOf: (section: Section) => string): Words =>
  sections.map(({ language, made }) => ({ language, made: textOf(made) }))

const classOf = (column: Column | undefined): Markup =>
  column?.align === 'right' ? html` class="number"` : NOTHING

/** The rows; a heading and a rule begin a group of rows each. */
function bodies(style: TableStyle, sections: Sections, shown: readonly number[]): Markup {
  const { voices } = style
  const [first] = sections
  const rows = (first?.made.rows ?? []).map((row, at) => {
    if (row === 'rule') return html`</tbody>\n<tbody class="sum">`
    const others = sections.map(({ language, made }) => ({ language, made: made.rows[at] }))
    if ('heading' in row) {
      const heading = others.map(({ language, made }) => ({ language, made: headingOf(made) }))
      const start = html`<tr><th scope="rowgroup" colspan="${shown.length}">${wordsMarkup(voices, heading)}</th></tr>\n`
      return at === 0 ? start : html`</tbody>\n<tbody>${start}`
    }
    return rowMarkup(style, others, shown, first?.made.columns ?? [])
  })
  return html`<tbody>${rows}</tbody>\n`
}

const headingOf = (row: Row | undefined): string =>
  row !== undefined && row !== 'rule' && 'heading' in row ? row.heading : ''

const cellOf = (row: Row | undefined, at: number): Cell | undefined =>
  row !== undefined && row !== 'rule' && 'cells' in row ? row.cells[at] : undefined

function rowMarkup(
  { voices, rulesPage }: TableStyle,
  rows: readonly Voiced<Row | undefined>[],
  shown: readonly number[],
  columns: readonly Column[],
): Markup {
  const cells = shown.map((at, place) => {
    const words = rows.map(({ language, made }) => ({ language, made: cellOf(made, at)?.text ?? '' }))
    const text = linked(rulesPage, cellOf(rows[0]?.made, at), wordsMarkup(voices, words))
    if (place === 0) return html`<th scope="row">${text}</th>`
    const tone = cellOf(rows[0]?.made, at)?.tone ?? 'plain'
    const names = [columns[at]?.align === 'right' ? 'number' : '', tone === 'plain' ? '' : tone]
    const name = names.filter((each) => each !== '').join(' ')
    return name === '' ? html`<td>${text}</td>` : html`<td class="${name}">${text}</td>`
  })
  return html`<tr>${cells}</tr>\n`
}

const linked = (rulesPage: string | null, named: Cell | undefined, text: Markup): Markup =>
  rulesPage === null || named?.place === undefined
    ? text
    : html`<a href="${rulesPage}#${named.place}">${text}</a>`

/** Ids stand before labels in one language and behind them in another; the page has them as its first language does. */
function withColumnsInOneOrder(sections: Sections): Sections {
  const [first] = sections
  if (first === undefined) return sections
  return sections.map(({ language, made }) => ({ language, made: inOrderOf(first.made, made) }))
}

function inOrderOf(first: Section, other: Section): Section {
  const at = first.columns.findIndex((_, index) => areSwapped(first.rows, other.rows, index))
  if (at < 0) return other
  const swapped = <Item>(items: readonly Item[]): Item[] =>
    items.map((item, index) => items[index === at ? at + 1 : index === at + 1 ? at : index] ?? item)
  return {
    ...other,
    columns: swapped(other.columns),
    rows: other.rows.map((row) => (row !== 'rule' && 'cells' in row ? { cells: swapped(row.cells) } : row)),
  }
}

/** True if, in most rows with text, the text of a column is one column further right in the other rows. */
function areSwapped(rows: readonly Row[], others: readonly Row[], at: number): boolean {
  const pairs = rows.flatMap((row, index) => {
    const [own, moved, same] = [cellOf(row, at), cellOf(others[index], at + 1), cellOf(others[index], at)]
    return own === undefined || own.text === '' ? [] : [own.text === moved?.text && own.text !== same?.text]
  })
  return pairs.length > 0 && pairs.filter((isMoved) => isMoved).length * 2 > pairs.length
}

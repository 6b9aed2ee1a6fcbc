import { say, type Voices } from '../../base/say/say.js'
import { cut } from '../../base/text-width.js'
import { html, type Markup } from './markup.js'
import { linesOf, plainWords, said, tagOf, type Words } from './words.js'

/** A picture of numbers that its table has too. */
export interface Drawing {
  /** Unlike that of every other drawing of the page. */
  readonly id: string
  readonly title: Words
  /** What it shows and how to read it. */
  readonly description: Words
  readonly width: number
  readonly height: number
  readonly marks: readonly Markup[]
}

/** The drawing, and its table to unfold; on paper the table is open. */
export function figureMarkup(voices: Voices, drawing: Drawing, table: Markup): Markup {
  const { id, title, description, width, height, marks } = drawing
  const told = (name: string, words: Words) =>
    words.map(({ language, made }) => {
      const tag: Markup = { markup: name }
      return html`<${tag} id="${id}-${name}-${language}" lang="${tagOf(language)}">${made}</${tag}>`
    })
  const ids = (name: string, words: Words) =>
    words.map(({ language }) => `${id}-${name}-${language}`).join(' ')
  const label = plainWords(voices(() => say('page.chart', { title: titleIn(title) })))
  return html`<figure>
<div class="scroll" role="region" tabindex="0" aria-label="${label}"><svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${ids('title', title)}" aria-describedby="${ids('desc', description)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
${told('title', title)}${told('desc', description)}
${PATTERNS(id)}
${marks}
</svg></div>
<details><summary>${said(voices, () => say('page.table'))}</summary>
${table}</details>
</figure>
`
}

const titleIn = (title: Words): string => plainWords(title)

/** How a part of a drawing is filled; it tells by its pattern what it tells by its colour. */
export type Fill = 'met' | 'unmet' | 'count' | 'strip' | 'unknown' | 'other'

const COLOURS: Readonly<Record<'met' | 'unmet' | 'count' | 'strip', string>> = {
  met: '#bcd9c6',
  unmet: '#8f1d14',
  count: '#3f6fa6',
  strip: '#e4e4e4',
}

/** What is unknown is hatched, what does not apply dotted. */
const PATTERNS = (id: string): Markup => html`<defs>
<pattern id="${id}-unknown" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/><rect width="2.4" height="6" fill="#4a4a4a"/></pattern>
<pattern id="${id}-other" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/><circle cx="2" cy="2" r="0.9" fill="#767676"/></pattern>
</defs>`

export const fillOf = (id: string, fill: Fill): string =>
  fill === 'unknown' || fill === 'other' ? `url(#${id}-${fill})` : COLOURS[fill]

/** A coordinate to one place, so that the same numbers give the same bytes. */
export const at = (value: number): number => Math.round(value * 10) / 10

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const box = ({ x, y, width, height }: Box, fill: string, stroke = '#1b1b1b'): Markup =>
  html`<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" fill="${fill}" stroke="${stroke}" stroke-width="0.6"/>\n`

export const line = (x1: number, y1: number, x2: number, y2: number, width: number): Markup =>
  html`<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" stroke="#1b1b1b" stroke-width="${width}"/>\n`

type Anchor = 'start' | 'middle' | 'end'

export const label = (x: number, y: number, text: string, anchor: Anchor = 'start', fill = '#1b1b1b') =>
  html`<text x="${at(x)}" y="${at(y)}" text-anchor="${anchor}" fill="${fill}">${text}</text>\n`

/** Columns of text that a width of the drawing holds. */
const COLUMN = 6.9

/** Words in lines over one another, the last at most at `y`, cut to a width; the table has them whole. */
export function wordsAt(x: number, y: number, words: Words, width: number, anchor: Anchor = 'start'): Markup {
  const lines = linesOf(words)
  const first = y - ((lines.length - 1) * LINE) / 2
  return html`${lines.map(
    ({ language, made }, index) =>
      html`<text x="${at(x)}" y="${at(first + index * LINE)}" text-anchor="${anchor}"${
        lines.length > 1 ? html` lang="${tagOf(language)}"` : ''
      }>${cut(made, Math.floor(width / COLUMN))}</text>\n`,
  )}`
}

const LINE = 15

/** The head of a narrow column: the first two lines of its words, one below the other and slanted, so that they need little width. */
export const slantedWords = (x: number, y: number, words: Words, columns = SLANTED): Markup =>
  html`<g transform="translate(${at(x)} ${y}) rotate(-40)">${linesOf(words)
    .slice(0, 2)
    .map(({ made }, index) => label(index * 12, index * 14, cut(made, columns), 'start'))}</g>\n`

const SLANTED = 22

/** Swatches with what they mean, in one row. */
export function legend(id: string, entries: readonly (readonly [Fill, Words])[], step: number): Markup {
  return html`${entries.map(
    ([fill, words], index) =>
      html`${box({ x: index * step + 1, y: 7, width: 18, height: 18 }, fillOf(id, fill))}${wordsAt(index * step + 26, 21, words, step - 30)}`,
  )}`
}

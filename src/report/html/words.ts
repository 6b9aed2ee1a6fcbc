import { type Language, say, type Voiced, type Voices } from '../../base/say/say.js'
import { html, type Markup, NOTHING } from './markup.js'

/** A text in each language of the page. */
export type Words = readonly Voiced<string>[]

/** The value of the attribute `lang`. */
export const tagOf = (language: Language): string => (language === 'zh' ? 'zh-Hans' : language)

/** The texts that add something to the first: an id or a number is the same in all languages, and stands once. */
export const linesOf = (words: Words): Words =>
  words.filter(({ made }, at) => at === 0 || !words[0]?.made.includes(made))

/** The texts in one, for attributes. */
export const plainWords = (words: Words): string =>
  linesOf(words)
    .map(({ made }) => made)
    .join(' / ')

/** The text, or side by side the texts of all languages, each in an element of its own. */
export function wordsMarkup(voices: Voices, words: Words): Markup {
  const lines = linesOf(words)
  if (lines.length < 2) return textMarkup(voices, lines[0]?.made ?? '')
  return html`${lines.map(({ language, made }, at) => html`${at === 0 ? '' : ' '}${inLanguage('span', language, made)}`)}`
}

/** An element whose text is in a language. */
export function inLanguage(element: 'span' | 'p' | 'tspan', language: Language, text: string): Markup {
  const tag: Markup = { markup: element }
  return html`<${tag} lang="${tagOf(language)}">${text}</${tag}>`
}

export const said = (voices: Voices, make: () => string): Markup => wordsMarkup(voices, voices(make))

const BOUNDS = /^(-?[\d,.]+%?)…(-?[\d,.]+%?)?$/

/** `55…63` is read aloud as `from 55 to 63`; any other text is itself. */
function textMarkup(voices: Voices, text: string): Markup {
  const [, least, most] = BOUNDS.exec(text) ?? []
  if (least === undefined) return text === '' ? NOTHING : html`${text}`
  const aloud = voices(() =>
    most === undefined ? say('page.at-least', { least }) : say('page.range', { least, most }),
  )
  return html`<span aria-hidden="true">${text}</span><span class="aloud">${wordsMarkup(voices, aloud)}</span>`
}

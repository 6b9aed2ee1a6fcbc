import { printable } from '../../base/inert-text.js'
import { type Language, say, type Voices } from '../../base/say/say.js'
import { type Ledgers, ledgerLines } from '../text/ledger.js'
import { html, type Markup, NOTHING } from './markup.js'
import { STYLE } from './style.js'
import { inLanguage, said, tagOf, wordsMarkup } from './words.js'

/** What stands on a page beside its own parts. */
export interface PageHead {
  /** What the page is, as its heading; said in each language. */
  readonly title: () => string
  /** Sentences, the first of them strong; said in each language. */
  readonly headline: () => readonly string[]
  readonly about: readonly About[]
  readonly ledgers: Ledgers | null
}

/** A line of what a page is about: rules, files, hashes. */
export interface About {
  readonly name: () => string
  readonly values: readonly AboutValue[]
}

export interface AboutValue {
  readonly text: () => string
  /** A hash behind the text. */
  readonly hash?: string
}

/** A whole page: one file without scripts that asks for nothing. */
export function pageMarkup(voices: Voices, head: PageHead, parts: readonly Markup[]): string {
  const titles = voices(head.title)
  const [{ language } = { language: 'en' as Language }] = titles
  const name = titles.map(({ made }) => made).join(' / ')
  return html`<!DOCTYPE html>
<html lang="${tagOf(language)}">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${{ markup: POLICY }}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${name}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<main>
<h1>${wordsMarkup(voices, titles)}</h1>
${headlineMarkup(voices, head)}
${parts}${aboutMarkup(voices, head)}</main>
</body>
</html>
`.markup
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** The sentences of each language together, side by side where the screen is wide. */
function headlineMarkup(voices: Voices, { headline }: PageHead): Markup {
  const blocks = voices(headline).map(
    ({ language, made }) => html`<div>${made.map((each) => inLanguage('p', language, each))}</div>\n`,
  )
  return html`<div class="headline">${blocks}</div>`
}

function aboutMarkup(voices: Voices, { about, ledgers }: PageHead): Markup {
  const lines = about.map(
    ({ name, values }) =>
      html`<dt>${said(voices, name)}</dt>\n<dd>${values.map((value, at) => valueMarkup(voices, value, at))}</dd>\n`,
  )
  return html`<section>
<h2>${said(voices, () => say('page.about'))}</h2>
<dl>
${lines}</dl>
${ledgers === null ? NOTHING : ledgerMarkup(voices, ledgers)}</section>
`
}

const valueMarkup = (voices: Voices, { text, hash }: AboutValue, at: number): Markup =>
  html`${at === 0 ? '' : BREAK}${said(voices, text)}${hash === undefined ? '' : html` <code>${hash}</code>`}`

const BREAK: Markup = { markup: '<br/>' }

/** The ledgers, a line each as the other formats have them. */
function ledgerMarkup(voices: Voices, ledgers: Ledgers): Markup {
  const lines = voices(() => ledgerLines(ledgers))
  return html`${lines.map(
    ({ language, made }) =>
      html`<p lang="${tagOf(language)}">${made.map((line, at) => html`${at === 0 ? '' : BREAK}<code>${printable(line)}</code>`)}</p>\n`,
  )}`
}

import type { Voices } from '../../base/say/say.js'
import { say } from '../../base/say/say.js'
import { html, type Markup, NOTHING } from './markup.js'
import { said } from './words.js'

/** A sheet for each group: closed on a screen, and on paper each begins a page. */
export function sheetsMarkup(
  voices: Voices,
  title: () => string,
  sheets: readonly (readonly Markup[])[],
): Markup {
  if (sheets.length === 0) return NOTHING
  return html`<section>
<h2>${said(voices, title)}</h2>
<details><summary>${said(voices, () => say('page.sheets', { count: sheets.length }))}</summary>
${sheets.map((parts) => html`<div class="sheet">\n${parts}</div>\n`)}</details>
</section>
`
}

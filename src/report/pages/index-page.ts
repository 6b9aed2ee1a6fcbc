import { say, type Voices } from '../../base/say/say.js'
import { packTitle } from '../../lang/labels.js'
import type { Pack } from '../../lang/pack.js'
import { aboutProgram } from '../html/about.js'
import { html } from '../html/markup.js'
import { pageMarkup } from '../html/page.js'
import { said } from '../html/words.js'
import { blockSection, code } from './blocks.js'

/** A pack and the name of its page. */
export interface ListedPage {
  readonly pack: Pack
  readonly file: string
}

/** The list of the packs that have a page in a folder. */
export function indexPage(pages: readonly ListedPage[], tpa: string, voices: Voices): string {
  const head = {
    title: () => say('rules.index'),
    headline: () => [say('rules.index.headline', { count: pages.length })],
    about: [aboutProgram(tpa)],
    ledgers: null,
  }
  const columns = [
    { head: () => say('page.pack') },
    { head: () => say('rules.version') },
    { head: () => say('rules.extends') },
    { head: () => 'SHA-256' },
  ]
  const rows = pages.map(({ pack, file }) => ({
    cells: [
      html`<a href="${file}">${said(voices, () => packTitle(pack))}</a> ${code(pack.id)}`,
      html`${pack.version}`,
      pack.extends === null ? html`` : code(pack.extends),
      code(pack.hash),
    ],
  }))
  return pageMarkup(voices, head, [
    blockSection(voices, { id: 'packs', title: () => say('rules.index') }, columns, rows),
  ])
}

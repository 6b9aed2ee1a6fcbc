import { visible } from '../../base/inert-text.js'

/** Text that is mark-up already. */
export interface Markup {
  readonly markup: string
}

/** What may stand in a hole of a template: mark-up as it is, lists of it, and texts and numbers, which are escaped. */
export type Hole = Markup | string | number | readonly Markup[]

/** Mark-up from a template: what is put into it is escaped unless it is mark-up itself. */
export const html = (parts: TemplateStringsArray, ...holes: readonly Hole[]): Markup => ({
  markup: parts.map((part, at) => part + (at < holes.length ? inHole(holes[at] ?? '') : '')).join(''),
})

function inHole(hole: Hole): string {
  if (typeof hole === 'string') return escapedHtml(hole)
  if (typeof hole === 'number') return String(hole)
  return 'markup' in hole ? hole.markup : hole.map(({ markup }) => markup).join('')
}

/** Text that is read as text, inside an element as inside an attribute in quotes; characters that nobody sees print as `\u001b`. */
const escapedHtml = (text: string): string =>
  visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const NOTHING: Markup = { markup: '' }

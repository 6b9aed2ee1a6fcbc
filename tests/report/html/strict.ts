import { SaxesParser } from 'saxes'

/** An element of a page, with what stands in it. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** Reads a page as strictly as XML asks; pages are written so that both readers see the same. Throws where anything is not closed or escaped. */
export function readStrictly(page: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open: Element[] = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: { ...attributes }, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    for (const element of open) element.text += text
  })
  parser.on('closetag', () => open.pop())
  parser.write(page).close()
  return root
}

/** An element and all in it, in the order of the page. */
export const allIn = (element: Element): Element[] => [element, ...element.children.flatMap(allIn)]

/** A link inside the page, to a page in the same folder, or to an address of the web, which only a click follows. */
const HARMLESS = /^(?:[\w./-]+\.html)?(?:#[\w.-]+)?$|^https?:\/\//

/** What is wrong with the build of a page; an empty list for a sound one. */
export function faultsOf(page: string): string[] {
  const all = allIn(readStrictly(page))
  const named = (...names: readonly string[]) => all.filter(({ name }) => names.includes(name))
  const faults: string[] = []
  const levels = named('h1', 'h2', 'h3', 'h4').map(({ name }) => Number(name.slice(1)))
  if (levels.filter((level) => level === 1).length !== 1 || levels[0] !== 1) faults.push('not one h1 first')
  if (levels.some((level, at) => level > (levels[at - 1] ?? 1) + 1)) faults.push(`levels ${levels}`)
  if (named('script', 'link', 'img', 'iframe', 'form', 'object', 'base').length > 0) faults.push('foreign')
  for (const { name: element, attributes } of all)
    for (const [name, value] of Object.entries(attributes))
      if (/^(on|src$|xlink)/.test(name) || (name === 'href' && !(element === 'a' && HARMLESS.test(value))))
        faults.push(`attribute ${name}=${value}`)
  const ids = all.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]))
  if (new Set(ids).size !== ids.length) faults.push('an id twice')
  for (const table of named('table')) if (table.children[0]?.name !== 'caption') faults.push('no caption')
  for (const { attributes } of named('th')) if (attributes.scope === undefined) faults.push('no scope')
  for (const figure of named('figure')) faults.push(...figureFaults(figure, ids))
  if (named('svg').length !== named('figure').length) faults.push('a drawing outside of a figure')
  return faults
}

/** A drawing has a title, a description and a table. */
function figureFaults(figure: Element, ids: readonly string[]): string[] {
  const all = allIn(figure)
  const drawing = all.find(({ name }) => name === 'svg')
  const { role, 'aria-labelledby': titles = '', 'aria-describedby': words = '' } = drawing?.attributes ?? {}
  const isTold = (list: string) => list !== '' && list.split(' ').every((id) => ids.includes(id))
  return [
    ...(role === 'img' ? [] : ['a drawing is no picture']),
    ...(isTold(titles) && isTold(words) ? [] : ['a drawing without words']),
    ...(all.some(({ name }) => name === 'table') ? [] : ['a drawing without its table']),
  ]
}

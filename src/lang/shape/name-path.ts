import type { Path, Places } from './places.js'

/** The noun for an entry of a section, and the number of steps to it. */
export interface Element {
  readonly noun: string
  readonly depth: number
}

/** A kind of file in words: itself, and the entries of its sections. */
export interface FileWords {
  /** `the pack` */
  readonly whole: string
  readonly elements: ReadonlyMap<string, Element>
}

/** The part of a path that leads to an entry of a section, such as a parameter or a criterion; `null` if it leads to none. */
export function elementOf({ elements }: FileWords, path: Path): Path | null {
  const element = elements.get(String(path[0]))
  return element === undefined || path.length < element.depth ? null : path.slice(0, element.depth)
}

/** What stands at a path, in words: "`unit` of parameter `poverty_line`", "row 2 of table `none`", "criterion 3". */
export function nameAt(words: FileWords, places: Places, path: Path): string {
  const last = path[path.length - 1]
  if (last === undefined) return words.whole
  const element = elementOf(words, path)
  if (element?.length === path.length && !isSelector(path)) return elementName(words, places, element)
  const own =
    typeof last === 'number'
      ? itemName(path, last)
      : `${path[path.length - 2] === 'codes' ? 'code ' : ''}\`${last}\``
  const rest = path.slice(0, path[path.length - 2] === 'codes' ? -2 : -1)
  return rest.length === 0 ? own : `${own} of ${nameAt(words, places, rest)}`
}

/** `by` stands among the tables and is not one. */
const isSelector = (path: Path) => path[0] === 'decisions' && path[1] === 'by'

function elementName({ elements }: FileWords, places: Places, path: Path): string {
  const noun = elements.get(String(path[0]))?.noun ?? 'entry'
  const last = path[path.length - 1]
  if (typeof last !== 'number') return `${noun} \`${last}\``
  const id = places.text([...path, 'id'])
  return id === '' ? `${noun} ${last + 1}` : `${noun} \`${id}\``
}

function itemName(path: Path, index: number): string {
  return `${path[0] === 'decisions' && path.length === 3 ? 'row' : 'item'} ${index + 1}`
}

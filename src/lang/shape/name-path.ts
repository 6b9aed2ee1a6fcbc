import { say, sayAgain } from '../../base/say/say.js'
import type { Path, Places } from './places.js'

/** The noun for an entry of a section, and the number of steps to it. */
export interface Element {
  /** In English; `inEnglish` makes it known in other languages. */
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
  if (last === undefined) return sayAgain(words.whole)
  const element = elementOf(words, path)
  if (element?.length === path.length && !isSelector(path)) return elementName(words, places, element)
  const own =
    typeof last === 'number'
      ? itemName(path, last)
      : path[path.length - 2] === 'codes'
        ? say('place.named', { noun: say('noun.code'), name: last })
        : `\`${last}\``
  const rest = path.slice(0, path[path.length - 2] === 'codes' ? -2 : -1)
  return rest.length === 0 ? own : say('place.of', { own, owner: nameAt(words, places, rest) })
}

/** `by` stands among the tables and is not one. */
const isSelector = (path: Path) => path[0] === 'decisions' && path[1] === 'by'

function elementName({ elements }: FileWords, places: Places, path: Path): string {
  const noun = sayAgain(elements.get(String(path[0]))?.noun ?? 'entry')
  const last = path[path.length - 1]
  const name = typeof last === 'number' ? places.text([...path, 'id']) : String(last)
  return typeof last === 'number' && name === ''
    ? say('place.numbered', { noun, number: last + 1 })
    : say('place.named', { noun, name })
}

const itemName = (path: Path, index: number): string =>
  say(path[0] === 'decisions' && path.length === 3 ? 'place.row' : 'place.item', { number: index + 1 })

import type { Path, Places } from './places.js'

/** The noun for an entry of each section, and the number of steps to it. */
const ELEMENTS: ReadonlyMap<string, { readonly noun: string; readonly depth: number }> = new Map(
  Object.entries({
    parameters: { noun: 'parameter', depth: 2 },
    facts: { noun: 'fact', depth: 3 },
    derived: { noun: 'derived value', depth: 2 },
    criteria: { noun: 'criterion', depth: 2 },
    checks: { noun: 'check', depth: 2 },
    outputs: { noun: 'output', depth: 2 },
    properties: { noun: 'property', depth: 2 },
    sources: { noun: 'source', depth: 2 },
    pillars: { noun: 'pillar', depth: 2 },
    outcomes: { noun: 'outcome', depth: 2 },
    decisions: { noun: 'table', depth: 2 },
    units: { noun: 'unit', depth: 2 },
  }),
)

/** The part of a path that leads to its parameter, fact, criterion or table; `null` if it leads to none. */
export function elementOf(path: Path): Path | null {
  const element = ELEMENTS.get(String(path[0]))
  return element === undefined || path.length < element.depth ? null : path.slice(0, element.depth)
}

/** What stands at a path, in words: "`unit` of parameter `poverty_line`", "row 2 of table `none`", "criterion 3". */
export function nameInPack(places: Places, path: Path): string {
  const last = path[path.length - 1]
  if (last === undefined) return 'the pack'
  const element = elementOf(path)
  if (element?.length === path.length && !isSelector(path)) return elementName(places, element)
  const own =
    typeof last === 'number'
      ? itemName(path, last)
      : `${path[path.length - 2] === 'codes' ? 'code ' : ''}\`${last}\``
  const rest = path.slice(0, path[path.length - 2] === 'codes' ? -2 : -1)
  return rest.length === 0 ? own : `${own} of ${nameInPack(places, rest)}`
}

/** `by` stands among the tables and is not one. */
const isSelector = (path: Path) => path[0] === 'decisions' && path[1] === 'by'

function elementName(places: Places, path: Path): string {
  const noun = ELEMENTS.get(String(path[0]))?.noun ?? 'entry'
  const last = path[path.length - 1]
  if (typeof last !== 'number') return `${noun} \`${last}\``
  const id = places.text([...path, 'id'])
  return id === '' ? `${noun} ${last + 1}` : `${noun} \`${id}\``
}

function itemName(path: Path, index: number): string {
  return `${path[0] === 'decisions' && path.length === 3 ? 'row' : 'item'} ${index + 1}`
}

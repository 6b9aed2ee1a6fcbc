import type { Path, Places } from '../../lang/shape/places.js'

/** What stands at a path of a mapping, in words: "`codes` of fact `status`", "`join` of roster `roster.csv`". */
export function nameOf(places: Places, path: Path): string {
  const last = path[path.length - 1]
  const rest = path.slice(0, -1)
  if (last === undefined) return 'the mapping'
  if (path.length === 2 && path[0] === 'rosters') return rosterName(places, path)
  const own = `${nounOf(path)}${typeof last === 'number' ? last + 1 : `\`${last}\``}`
  const owner = NOUNS.has(String(rest[rest.length - 1])) ? rest.slice(0, -1) : rest
  return owner.length === 0 || nounOf(path) === 'fact ' ? own : `${own} of ${nameOf(places, owner)}`
}

/** What an entry of a group of entries is called. */
const NOUNS: ReadonlyMap<string, string> = new Map([
  ['facts', 'fact '],
  ['members', 'fact '],
  ['columns', 'column '],
  ['codes', 'code '],
  ['missing', 'missing cell '],
  ['join', 'column '],
])

function nounOf(path: Path): string {
  const noun = NOUNS.get(String(path[path.length - 2]))
  if (noun !== undefined) return noun
  return typeof path[path.length - 1] === 'number' ? 'item ' : ''
}

function rosterName(places: Places, path: Path): string {
  const file = places.text([...path, 'file'])
  return file === '' ? `roster ${Number(path[1]) + 1}` : `roster \`${file}\``
}

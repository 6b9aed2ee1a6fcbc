import { type PlainSentence, say } from '../../base/say/say.js'
import type { Path, Places } from '../../lang/shape/places.js'

/** What stands at a path of a mapping, in words: "`codes` of fact `status`", "`join` of roster `roster.csv`". */
export function nameOf(places: Places, path: Path): string {
  const last = path[path.length - 1]
  const rest = path.slice(0, -1)
  if (last === undefined) return say('place.mapping')
  if (path.length === 2 && path[0] === 'rosters') return rosterName(places, path)
  const noun = nounOf(path)
  const own = ownName(noun, last)
  const owner = NOUNS.has(String(rest[rest.length - 1])) ? rest.slice(0, -1) : rest
  return owner.length === 0 || noun === 'noun.facts'
    ? own
    : say('place.of', { own, owner: nameOf(places, owner) })
}

/** What an entry of a group of entries is called. */
const NOUNS: ReadonlyMap<string, PlainSentence> = new Map([
  ['facts', 'noun.facts'],
  ['members', 'noun.facts'],
  ['columns', 'noun.column'],
  ['codes', 'noun.code'],
  ['missing', 'noun.missing'],
  ['join', 'noun.column'],
])

const nounOf = (path: Path): PlainSentence | null => NOUNS.get(String(path[path.length - 2])) ?? null

function ownName(noun: PlainSentence | null, last: string | number): string {
  if (typeof last === 'string')
    return noun === null ? `\`${last}\`` : say('place.named', { noun: say(noun), name: last })
  const number = last + 1
  return noun === null ? say('place.item', { number }) : say('place.numbered', { noun: say(noun), number })
}

function rosterName(places: Places, path: Path): string {
  const noun = say('noun.roster')
  const name = places.text([...path, 'file'])
  return name === ''
    ? say('place.numbered', { noun, number: Number(path[1]) + 1 })
    : say('place.named', { noun, name })
}

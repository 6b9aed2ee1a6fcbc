import { say } from '../../base/say/say.js'
import type { Path, Places } from '../../lang/shape/places.js'

/** The name of what stands at a path of a file of cases: "`as_of` of case `water`", "row 2 of case 3", "`given` of base `sound`". */
export function nameInSuite(places: Places, path: Path): string {
  const last = path[path.length - 1]
  const rest = path.slice(0, -1)
  const [section] = path
  if (last === undefined) return say('place.suite')
  if (path.length === 2 && section === 'bases')
    return say('place.named', { noun: say('noun.base'), name: last })
  if (path.length === 2 && section === 'cases') return titled('noun.case', places, path, last)
  if (path.length === 4 && path[2] === 'rows') {
    const own = titled('noun.row', places, path, last)
    return say('place.of', { own, owner: nameInSuite(places, rest.slice(0, -1)) })
  }
  const own = typeof last === 'number' ? say('place.item', { number: last + 1 }) : `\`${last}\``
  return rest.length === 0 ? own : say('place.of', { own, owner: nameInSuite(places, rest) })
}

function titled(
  sentence: 'noun.case' | 'noun.row',
  places: Places,
  path: Path,
  index: string | number,
): string {
  const noun = say(sentence)
  const name = places.text([...path, 'name'])
  return name === ''
    ? say('place.numbered', { noun, number: Number(index) + 1 })
    : say('place.named', { noun, name })
}

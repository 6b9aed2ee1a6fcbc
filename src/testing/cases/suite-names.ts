import type { Path, Places } from '../../lang/shape/places.js'

/** The name of what stands at a path of a file of cases: "`as_of` of case `water`", "row 2 of case 3", "`given` of base `sound`". */
export function nameInSuite(places: Places, path: Path): string {
  const last = path[path.length - 1]
  const rest = path.slice(0, -1)
  const [section] = path
  if (last === undefined) return 'the file of cases'
  if (path.length === 2 && section === 'bases') return `base \`${last}\``
  if (path.length === 2 && section === 'cases') return titled('case', places, path, last)
  if (path.length === 4 && path[2] === 'rows')
    return `${titled('row', places, path, last)} of ${nameInSuite(places, rest.slice(0, -1))}`
  const own = typeof last === 'number' ? `item ${last + 1}` : `\`${last}\``
  return rest.length === 0 ? own : `${own} of ${nameInSuite(places, rest)}`
}

function titled(noun: string, places: Places, path: Path, index: string | number): string {
  const name = places.text([...path, 'name'])
  return name === '' ? `${noun} ${Number(index) + 1}` : `${noun} \`${name}\``
}

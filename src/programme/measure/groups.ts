import { placePath } from '../../engine/place-path.js'
import type { Pack } from '../../lang/pack.js'
import { type CaseRecord, knownText } from '../../lang/record.js'
import type { Programme } from '../policy/programme.js'

/** The facts by which figures can be grouped: places, codes, and other texts of the programme that are not personal. */
export function measuredBy(pack: Pack, programme: Programme): string[] {
  const own = [...programme.facts.values()].filter(({ type }) => type === 'text' || type === 'code')
  const codes = [...pack.facts.values()].filter(({ type }) => type === 'code')
  const personal = new Set(
    [...pack.facts.values(), ...programme.facts.values()]
      .filter((each) => each.personal)
      .map(({ name }) => name),
  )
  return [...new Set([...programme.places, ...[...codes, ...own].map(({ name }) => name)])].filter(
    (name) => !personal.has(name),
  )
}

/** The group of a record by some facts; several nest. A place is its whole path, what is not known `(blank)` with its reason. */
export function groupOfRecord(
  facts: readonly string[],
  places: readonly string[],
  record: CaseRecord,
): string {
  return facts.map((name) => groupByOne(name, places, record)).join(NESTED)
}

/** What parts the names of nested groups. */
const NESTED = ' · '

function groupByOne(name: string, places: readonly string[], { facts }: CaseRecord): string {
  const place = places.indexOf(name)
  if (place >= 0) return placePath(places.slice(0, place + 1), facts)
  const fact = facts.get(name)
  return fact?.kind === 'known' ? knownText(fact.value) : `(${fact?.reason ?? 'absent'})`
}

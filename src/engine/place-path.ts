import type { Fact } from '../lang/record.js'

/** The last part of a path whose cell is blank or unreadable. */
const UNKNOWN_PLACE = '(unknown)'

/**
 * A place by its whole path, such as `Guizhou/Wanshan/Danyang`, so that two places of one name are two. `places` are the facts from the largest
 * place down to it. Larger places without a column in the file are left out; `/` and `%` in a name are escaped.
 */
export function placePath(places: readonly string[], facts: ReadonlyMap<string, Fact>): string {
  const parts: string[] = []
  for (const [index, place] of places.entries()) {
    const fact = facts.get(place)
    const isOwn = index === places.length - 1
    if (!isOwn && (fact === undefined || (fact.kind === 'gap' && fact.reason === 'absent'))) continue
    parts.push(fact?.kind === 'known' ? escaped(String(fact.value)) : UNKNOWN_PLACE)
  }
  return parts.join('/')
}

/** The names of a path, from the largest place to the smallest. */
export const namesOfPath = (path: string): string[] => path.split('/').map(decodeURIComponentOf)

const escaped = (name: string): string => name.replace(/[%/]/g, (sign) => (sign === '%' ? '%25' : '%2F'))

const decodeURIComponentOf = (part: string): string =>
  part.replace(/%2F|%25/g, (sign) => (sign === '%2F' ? '/' : '%'))

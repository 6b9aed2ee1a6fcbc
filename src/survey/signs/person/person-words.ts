import type { FactDeclaration } from '../../../lang/pack.js'
import { meaningOf } from '../../columns/name-matching.js'
import { clean } from '../../files/row.js'

/** Words of which one alone says that the rows of a table are about persons. */
const SAYS_PERSON =
  /(?:^|[^\p{L}])(?:ages?(?=[^\p{L}]*(?:(?:years?|months?|yrs?)[^\p{L}]*)?$)|sex|gender|relation(?:ship)?|rel_to_head|relationship_to_head|birth_?date|date_of_birth|dob|yob)(?:$|[^\p{L}])|年龄|性别|关系|出生/u

/** A name is that of a person only where the header says so; a crop has a name too. */
const NAMES_PERSON =
  /(?:^|[^\p{L}])(?:person|member|hhm|ind|individual|first|last|full|family|given|sur)[_ .]?names?(?:$|[^\p{L}])|姓名/u

/** Names of tables that hold persons. */
const TABLE_OF_PERSONS = /roster|member|person|individual|\bhhm|\bind\b|人口|成员/i

export const isNamedForPersons = (table: string): boolean =>
  TABLE_OF_PERSONS.test(table.slice(table.lastIndexOf('#') + 1))

/**
 * Whether a table says something of persons: a fact of members, an age, a sex, a relation, a birth, the name of a person, or in a table
 * that is named for persons any name.
 */
export function saysOfPersons(
  headers: readonly string[],
  table: string,
  memberFacts: ReadonlyMap<string, FactDeclaration>,
): boolean {
  return headers.some((header) => {
    const meant = meaningOf(header, memberFacts)?.facts ?? []
    if (meant.some((fact) => memberFacts.get(fact)?.type !== 'text')) return true
    const words = clean(header).toLowerCase()
    if (SAYS_PERSON.test(words) || NAMES_PERSON.test(words)) return true
    return isNamedForPersons(table) && /(?:^|[/.:])names?$/.test(words)
  })
}

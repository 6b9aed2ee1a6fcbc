import type { FactDeclaration } from '../../../lang/pack.js'
import { meaningOf } from '../../columns/name-matching.js'
import { clean } from '../../files/row.js'

/** Words that each show alone that the rows of a table are about persons. */
const SAYS_PERSON =
  /(?:^|[^\p{L}])(?:ages?(?=[^\p{L}]*(?:(?:years?|months?|yrs?)[^\p{L}]*)?$)|sex|gender|relation(?:ship)?|rel_to_head|relationship_to_head|birth_?date|date_of_birth|dob|yob)(?:$|[^\p{L}])|年龄|性别|关系|出生/u

/** A name is that of a person only where the header says so; a crop has a name too. */
const NAMES_PERSON =
  /(?:^|[^\p{L}])(?:person|member|hhm|ind|individual|first|last|full|family|given|sur)[_ .]?names?(?:$|[^\p{L}])|姓名/u

/** Names of tables that hold persons. */
const TABLE_OF_PERSONS = /roster|member|person|individual|\bhhm|\bind\b|人口|成员/i

/** Words of tables and columns about what a household has, which has ages and insurance too. */
const THING =
  /(?<!\p{L})(?:animals?|livestock|cattle|cows?|cal(?:f|ves)|oxen|pigs?|sheep|goats?|horses?|donkeys?|chickens?|ducks?|poultry|crops?|plots?|parcels?|assets?|loans?|debts?|machines?|vehicles?|items?)(?!\p{L})|牲畜|家畜|禽|[牛羊猪马驴骡鸡鸭鹅](?!\p{Script=Han})|作物|地块|资产|贷款|借款|农机|保单/u

/** Persons who belong to no household of a survey, or no longer. */
const OTHER_PERSON =
  /(?<!\p{L})(?:enumerators?|interviewers?|surveyors?|supervisors?|cadres?|e?migrants?)(?!\p{L})|干部|调查员|访员|督导|联系人|外迁/u

/** Whether a name is about things, or persons who are not members. */
export const isOfOthers = (name: string): boolean => {
  const words = clean(name).toLowerCase().replaceAll('_', ' ')
  return THING.test(words) || OTHER_PERSON.test(words)
}

/** True if the rows of a table are things. Its name or a column says so, and nothing in it names a person. */
export function isOfThings(headers: readonly string[], table: string): boolean {
  if (isNamedForPersons(table)) return false
  const said = headers.map((header) => clean(header).toLowerCase())
  const name = table.slice(table.lastIndexOf('/') + 1).toLowerCase()
  if (!THING.test(name) && !said.some((header) => THING.test(header))) return false
  return !said.some((header) => WHO.test(header) || NAMES_PERSON.test(header))
}

/** What only persons have. */
const WHO =
  /(?<!\p{L})(?:relation(?:ship)?|rel_to_head|gender|marital|birth_?date|date_of_birth|dob)(?!\p{L})|关系|出生/u

export const isNamedForPersons = (table: string): boolean =>
  TABLE_OF_PERSONS.test(table.slice(table.lastIndexOf('#') + 1))

/**
 * True if a table says something about persons: a fact of members, an age, a sex, a relation, a birth or the name of a person. If the table
 * has a name for persons, any name counts.
 */
export function saysOfPersons(
  headers: readonly string[],
  table: string,
  memberFacts: ReadonlyMap<string, FactDeclaration>,
): boolean {
  if (isOfThings(headers, table) || OTHER_PERSON.test(table.slice(table.lastIndexOf('/') + 1).toLowerCase()))
    return false
  return headers.some((header) => {
    const meant = meaningOf(header, memberFacts)?.facts ?? []
    if (meant.some((fact) => memberFacts.get(fact)?.type !== 'text')) return true
    const words = clean(header).toLowerCase()
    if (SAYS_PERSON.test(words) || NAMES_PERSON.test(words)) return true
    return isNamedForPersons(table) && /(?:^|[/.:])names?$/.test(words)
  })
}

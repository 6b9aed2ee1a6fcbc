import { RESERVED } from '../../lang/parse/keywords.js'
import { clean } from '../../survey/files/row.js'
import type { ColumnProfile } from '../columns/column.js'
import { headerWords } from '../columns/header-words.js'
import type { InspectedTable, TableRole } from './inspected-table.js'
import { isUniqueHeader } from './unique-headers.js'

/** A proposed expression over one column. */
export interface Condition {
  readonly expression: string
  readonly why: string
  readonly isCertain: boolean
}

/** The condition for rows that are interviews, by a column of consent. */
export function findInterviewCondition(table: InspectedTable): Condition | null {
  for (const profile of table.profiles) {
    if (!isNamed(table, profile) || !isConsent(profile.header)) continue
    const yes = (profile.values ?? []).find(({ value }) => /^(?:yes|1|true|是|同意)$/i.test(value))
    const others = profile.filled - (yes?.count ?? 0)
    if (yes === undefined || others === 0) continue
    const why = `rows without consent are no interviews: ${others} of ${profile.filled} are not \`${yes.value}\``
    return { expression: `${profile.header} = ${JSON.stringify(yes.value)}`, why, isCertain: false }
  }
  return null
}

const isConsent = (header: string): boolean =>
  headerWords(header).some((word) => word === 'consent' || word === 'consented') ||
  clean(header).includes('同意')

const HEADS = ['户主', '本人或户主', 'head', 'household_head', 'head_of_household', 'hoh']

/** The condition for the head, by a column of the relation to the head. */
export function findHeadCondition({ table, role }: TableRole): Condition | null {
  if (role !== 'persons' && role !== 'members') return null
  for (const profile of table.profiles) {
    if (!isNamed(table, profile) || !isRelation(profile.header)) continue
    const values = table.tally.columns[profile.index]?.values ?? new Map<string, number>()
    const head = [...values].find(([cell]) => HEADS.includes(cell.toLowerCase()))
    if (head === undefined) continue
    const [cell, count] = head
    const isChinese = clean(profile.header) === '与户主关系'
    return {
      expression: `${profile.header} = ${JSON.stringify(cell)}`,
      why: `\`${cell}\` stands in ${count} rows`,
      isCertain: isChinese,
    }
  }
  return null
}

const isRelation = (header: string): boolean =>
  clean(header).includes('户主关系') || headerWords(header).some((word) => /^relation/.test(word))

/** Whether an expression can name the column by its header, and then means this one. */
export const isNamed = (table: InspectedTable, { header }: ColumnProfile): boolean =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(header) && !RESERVED.has(header) && isUniqueHeader(table, header)

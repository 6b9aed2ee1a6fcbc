import { say } from '../../base/say/say.js'
import { listedNames } from '../../base/wording.js'
import { clean } from '../../survey/files/row.js'
import {
  type InterviewColumn,
  interviewColumn,
  interviewExpression,
} from '../../survey/signs/interview/interview-columns.js'
import { goneColumn, isGone, memberExpression } from '../../survey/signs/person/gone-members.js'
import { HEADS } from '../../survey/signs/person/person-list.js'
import { plainIdentifier } from '../../survey/signs/plain-identifier.js'
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

/** The condition for rows that are interviews, by a column in which a tool says what became of them, or by one of consent. */
export function findInterviewCondition(table: InspectedTable): Condition | null {
  const found = table.profiles.flatMap((profile) => {
    const column = isNamed(table, profile) ? interviewColumn(profile.header) : null
    return column === null ? [] : (conditionBy(table, profile, column) ?? [])
  })
  return found.find(({ isSystem }) => isSystem) ?? found[0] ?? null
}

function conditionBy(
  table: InspectedTable,
  { header, index, filled }: ColumnProfile,
  column: InterviewColumn,
): (Condition & { readonly isSystem: boolean }) | null {
  const values = [...(table.tally.columns[index]?.values ?? new Map<string, number>())]
  if (column.kind === 'consent') {
    const yes = values.find(([cell]) => YES.test(cell))
    if (yes === undefined || yes[1] === filled) return null
    const why = say('condition.consent', { rest: filled - yes[1], filled, cell: yes[0] })
    return { expression: `${header} = ${JSON.stringify(yes[0])}`, why, isCertain: false, isSystem: false }
  }
  const rejected = values.filter(([cell]) => column.cells.includes(cell.toLowerCase()))
  const expression = interviewExpression(header, column)
  if (rejected.length === 0 || expression === null) return null
  const count = rejected.reduce((sum, [, cells]) => sum + cells, 0)
  const cells = rejected.map(([cell]) => cell)
  const why = say('condition.rejected', { count, filled, cells: listedNames(cells, SHOWN) })
  return { expression, why, isCertain: false, isSystem: true }
}

const YES = /^(?:yes|1|true|是|同意)$/i
const SHOWN = 4

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
      why: say('condition.head', { cell, count }),
      isCertain: isChinese,
    }
  }
  return null
}

/** Conditions for rows of persons who are members, by columns that say who died, left or is a visitor. */
export function findMemberConditions({ table, role }: TableRole): Condition[] {
  if (role !== 'persons' && role !== 'members') return []
  return table.profiles.flatMap((profile): Condition[] => {
    const { header, index, filled } = profile
    const kind = isNamed(table, profile) ? goneColumn(header) : null
    if (kind === null) return []
    const values = table.tally.columns[index]?.values ?? new Map<string, number>()
    const gone = [...values].filter(([cell]) => isGone(cell, kind))
    if (gone.length === 0) return []
    const count = gone.reduce((sum, [, cells]) => sum + cells, 0)
    const cells = gone.map(([cell]) => cell)
    const expression =
      memberExpression(header, kind) ??
      `not (${header} in (${cells.map((cell) => JSON.stringify(cell)).join(', ')}))`
    const why = say('inspect.gone', { count, filled, column: header, cells: listedNames(cells, SHOWN) })
    return [{ expression, why, isCertain: false }]
  })
}

const isRelation = (header: string): boolean =>
  clean(header).includes('户主关系') || headerWords(header).some((word) => /^relation/.test(word))

/** Whether an expression can name the column by its header, and then means this one. */
export const isNamed = (table: InspectedTable, { header }: ColumnProfile): boolean =>
  plainIdentifier(header) && isUniqueHeader(table, header)

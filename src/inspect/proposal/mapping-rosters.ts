import { say } from '../../base/say/say.js'
import { allOf, short } from '../../base/wording.js'
import type { InspectedTable, TableRole } from '../tables/inspected-table.js'
import { personColumn } from '../tables/person-column.js'
import { instrumentColumn } from '../tables/roles.js'
import { findHeadCondition, findMemberConditions } from '../tables/row-conditions.js'
import { haveOnePattern } from './file-names.js'
import type { Conclusions } from './inspection.js'
import { factLines } from './mapping-facts.js'
import { conditionLines, joinLines, missingLines, readingLines } from './mapping-tables.js'
import { yamlComment, yamlText } from './yaml-text.js'

/** The tables of members; those about which nothing is sure stand as comments. */
export function rosterLines(inspection: Conclusions): string[] {
  const blocks = inspection.roles.flatMap((role) => rostersOf(role, inspection))
  if (blocks.length === 0) return []
  const head = blocks.some(({ isSure }) => isSure) ? 'rosters:' : '# rosters:'
  const sorted = [...blocks.filter(({ isSure }) => isSure), ...blocks.filter(({ isSure }) => !isSure)]
  return [head, ...sorted.flatMap(({ isSure, lines }) => (isSure ? lines : lines.map(commented)))]
}

interface Block {
  readonly isSure: boolean
  readonly lines: readonly string[]
}

/** A line as a comment. A comment stays as it is. */
const commented = (line: string): string => (/^\s*#/.test(line) ? line : line.replace(/^ {2}/, '  # '))

function rostersOf(role: TableRole, inspection: Conclusions): Block[] {
  switch (role.role) {
    case 'members':
      return role.part === undefined ? rostersOfParts(role, inspection) : []
    case 'details':
      return [rosterOf(role, [role.table], inspection)]
    case 'block':
      return instrumentsOf(role, inspection)
    case 'records':
    case 'persons':
    case 'other':
      return []
  }
}

/** One roster of all tables that hold parts of it; where no pattern names them alone, or they are read in other ways, one for each. */
function rostersOfParts(role: TableRole, inspection: Conclusions): Block[] {
  const parts = inspection.roles.filter(({ part }) => part === role.table).map(({ table }) => table)
  const all = [role.table, ...parts]
  const isOne =
    haveOnePattern(all, inspection) && new Set(all.map(({ reading }) => JSON.stringify(reading))).size === 1
  return isOne ? [rosterOf(role, all, inspection)] : all.map((table) => rosterOf(role, [table], inspection))
}

/** @param tables the tables that it is read from, with the columns of the role's own */
function rosterOf(role: TableRole, tables: readonly InspectedTable[], inspection: Conclusions): Block {
  const { table, join } = role
  if (join === null) throw new Error('a roster has a join')
  const facts = inspection.facts.filter(({ of }) => of === 'member')
  const own = factLines(facts, (candidate) => candidate.role === role, 'facts', '    ')
  const isSure = role.role === 'members' || own.some((line) => /^ {6}[^ #]/.test(line))
  const title = yamlComment(
    say('proposal.roster', { table: allOf(tables.map(({ name }) => name)), why: role.why }),
    '  ',
  )
  if (!isSure && own.length === 0)
    return { isSure, lines: [...title, ...yamlComment(say('proposal.roster-none'), '  ')] }
  const [first = '', ...rest] = readingLines(tables, inspection, '    ', true)
  const lines = [
    ...title,
    first.replace(/^ {4}/, '  - '),
    ...rest,
    ...joinLines(join, inspection.key, '    ', joinWords(role)),
    ...personLine(role, inspection),
    ...(role.role === 'details' ? ['    role: details'] : []),
    ...findMemberConditions(role).flatMap((each) => conditionLines('rows_if', each, '    ')),
    ...conditionLines('head_if', findHeadCondition(role), '    '),
    ...(isSure ? missingLines(table, '    ') : []),
    ...own,
  ]
  return { isSure, lines }
}

function joinWords({ join }: TableRole): string {
  if (join === null) return ''
  const { matched, keyed, isExact } = join
  return say(isExact ? 'proposal.joined' : 'proposal.joined-about', { matched, keyed })
}

/** The lines for the column of the person. Details and members must name columns with the same ids. */
function personLine({ table, role }: TableRole, { joins, roles, pack }: Conclusions): string[] {
  const members = roles.find((each) => each.role === 'members')?.table
  const details = roles.find((each) => each.role === 'details')?.table
  const [child, parent] = role === 'details' ? [table, members] : [details, table]
  const shared = joins.find((join) => join.child === child && join.parent === parent)
  const at =
    (role === 'details' ? shared?.childColumn : shared?.parentColumn) ?? personColumn(table, pack) ?? null
  const header = at === null ? undefined : table.tally.headers[at]
  return header === undefined ? [] : [`    person: ${yamlText(header)}`]
}

const MEMBERS = /member|roster|person|individual|hhm|child|成员|人口/i

/** The lines for a table with the rows of several forms: a roster for each form that repeats. */
function instrumentsOf(role: TableRole, inspection: Conclusions): Block[] {
  const { table } = role
  const at = instrumentColumn(table)
  const key = table.tally.headers[inspection.key?.column ?? -1]
  if (at === null || key === undefined) return []
  const column = table.tally.headers[at] ?? ''
  const instruments = [...(table.tally.columns[at]?.values.keys() ?? [])].filter((name) =>
    /^[\w .-]+$/.test(name),
  )
  const likely = instruments.find((name) => MEMBERS.test(name))
  const facts = inspection.facts.filter(({ of }) => of === 'member')
  const person = personColumn(table, inspection.pack)
  return instruments.map((name) => {
    const isMember = name === likely
    const [first = '', ...rest] = readingLines([table], inspection, '    ', true)
    const isOwn = isMember ? factLines(facts, (candidate) => candidate.role === role, 'facts', '    ') : []
    const lines = [
      ...yamlComment(
        say(isMember ? 'proposal.instrument-members' : 'proposal.instrument', { name: short(name) }),
        '  ',
      ),
      first.replace(/^ {4}/, '  - '),
      ...rest,
      `    rows_if: ${yamlText(`${column} = ${JSON.stringify(name)}`)}`,
      `    key: ${yamlText(key)}`,
      ...(person === null ? [] : [`    person: ${yamlText(table.tally.headers[person] ?? '')}`]),
      ...isOwn,
    ]
    return { isSure: isMember && inspection.pack.memberFacts !== null, lines }
  })
}

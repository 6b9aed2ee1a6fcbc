import { createHash } from 'node:crypto'
import { rangeText } from '../../base/range.js'
import { say } from '../../base/say/say.js'
import { isEmpty, type Tree, valuesOf } from '../../base/tree/tree.js'
import {
  type CaseRecord,
  type Fact,
  type GapReason,
  knownText,
  type Member,
  type Roster,
  rosterOfRows,
} from '../../lang/record.js'
import {
  type Column,
  type Content,
  clean,
  lineAt,
  type RecordRow,
  scalarText,
  textAt,
  treeAt,
} from '../files/row.js'
import { memberPath } from './assume.js'
import type { FactColumn, Layout, ReportFault } from './column-layout.js'
import { MEMBER_ID, repeatsMember } from './repeated-members.js'

/** Reads the facts of one record. A cell that cannot be read is a gap `invalid` and is reported. */
export function readRecord(layout: Layout, row: RecordRow, id: string, report: ReportFault): CaseRecord {
  const { file, headers } = layout
  const facts = readFacts(layout.facts, row.content, (fault, column) => {
    report(fault, { file, line: lineAt(row, treeAt(row.content, column)), field: column.header })
  })
  return { id, file, line: row.line, facts, members: readRoster(layout, row, report), headers }
}

function readFacts(
  columns: readonly FactColumn[],
  content: Content,
  report: (fault: Parameters<ReportFault>[0], column: Column) => void,
): Map<string, Fact> {
  const facts = new Map<string, Fact>()
  for (const { name, column, missing, read, readNested } of columns) {
    if (column === null) {
      facts.set(name, missing)
      continue
    }
    const text = textAt(content, column)
    const { fact, fault } = text === null ? readNested(treeAt(content, column)) : read(text)
    if (fault !== null) report(fault, column)
    facts.set(name, fact)
  }
  return facts
}

const rosterGap = (reason: GapReason): Roster => ({ kind: 'gap', reason })

function readRoster(layout: Layout, row: RecordRow, report: ReportFault): Roster | null {
  if (layout.members === null) return null
  const { column, facts } = layout.members
  if (column === null) return rosterGap('absent')
  const tree = treeAt(row.content, column)
  if (tree === undefined || isEmpty(tree)) return rosterGap('blank')
  const at = { file: layout.file, line: lineAt(row, tree), field: column.header }
  if (tree.kind !== 'sequence' || !isListOfMappings(tree.items)) {
    const message = say('invalid-members', { column: column.header })
    report({ code: 'invalid-members', message, help: say('invalid-members.help') }, at)
    return rosterGap('invalid')
  }
  if (tree.items.length > MOST_MEMBERS) {
    report(tooManyMembers(tree.items.length), at)
    return rosterGap('invalid')
  }
  const read = (item: Tree) => readMember(layout.file, facts, row, item, report)
  const rows = tree.items.filter((item) => !isBlankMember(item)).map(read)
  if (rows.length === 0) {
    report(nothingOfMembers(), at)
    return rosterGap('blank')
  }
  const personal = facts.some(({ name, personal }) => name === MEMBER_ID && personal)
  return repeatsMember(rows, personal, at, report)
    ? rosterGap('suspect')
    : rosterOfRows(rows, tree.items.filter(isBlankMember).map(read))
}

/** An empty entry in place of a member is a member without known facts. */
const isListOfMappings = (items: readonly Tree[]): boolean =>
  items.some(({ kind }) => kind === 'mapping') &&
  items.every((item) => item.kind === 'mapping' || isEmpty(item))

/** A record whose members say nothing: nobody knows how many there are. */
export const nothingOfMembers = (): Parameters<ReportFault>[0] => ({
  code: 'blank-member',
  message: say('blank-member.all'),
  help: say('blank-member.help.all'),
})

/** No household is larger, and rules may look at each pair of members. */
export const MOST_MEMBERS = 10_000

export const tooManyMembers = (members: number): Parameters<ReportFault>[0] => ({
  code: 'too-many-members',
  message: say('too-many-members', { members, most: MOST_MEMBERS }),
  help: say('too-many-members.help'),
})

/** True if nothing of a member is filled in. It may be a member, or an empty place. */
const isBlankMember = (item: Tree): boolean =>
  item.kind !== 'mapping' || item.entries.every(({ value }) => scalarText(value)?.trim() === '')

function readMember(
  file: string,
  columns: readonly FactColumn[],
  row: RecordRow,
  item: Tree,
  report: ReportFault,
): Member {
  const values = item.kind === 'mapping' ? valuesOf(item) : new Map<string, Tree>()
  const source = row.content.kind === 'tree' ? row.content.source : null
  const facts = readFacts(columns, { kind: 'tree', values, source }, (fault, { header }) => {
    report(fault, { file, line: lineAt(row, values.get(header)), field: memberPath(header) })
  })
  return { facts, line: source === null ? null : lineAt(row, item) }
}

/** Equal for two records exactly if their facts are equal. Spelling, columns and the order of members do not matter. */
export function fingerprintOf(record: CaseRecord): string {
  const members =
    record.members?.kind === 'rows'
      ? [
          record.members.rows.map(({ facts }) => factsText(facts)).sort(),
          ...(record.members.maybe ?? []).map(({ facts }) => factsText(facts)).sort(),
        ]
      : record.members
  return createHash('sha256')
    .update(factsText(record.facts) + JSON.stringify(members))
    .digest('hex')
}

/** Different lists of facts have different texts, because each says how long it is. */
function factsText(facts: ReadonlyMap<string, Fact>): string {
  let text = ''
  for (const [name, fact] of facts) {
    const says = saysOf(fact)
    text += `${name}:${says.length}:${says}`
  }
  return text
}

function saysOf(fact: Fact): string {
  if (fact.kind === 'known') return (fact.assumed ? '~' : '=') + knownText(fact.value)
  return fact.range === undefined ? `?${fact.reason}` : rangeText(fact.range)
}

/** The cells of the columns that are kept, as typed; empty if a file or record lacks the column. */
export function keptCells(row: RecordRow, columns: readonly (Column | null)[]): string[] {
  return columns.map((column) => {
    if (column === null) return ''
    const tree = treeAt(row.content, column)
    if (tree === undefined) return textAt(row.content, column) ?? ''
    return scalarText(tree) ?? nestedText(row, tree)
  })
}

function nestedText(row: RecordRow, tree: Tree): string {
  const source = row.content.kind === 'tree' ? row.content.source : null
  return clean((source === null ? row.raw() : source.text).slice(tree.start, tree.end))
}

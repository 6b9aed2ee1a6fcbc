import type { Column } from '../files/row.js'
import type {
  BoundColumn,
  BoundCondition,
  BoundFact,
  BoundKey,
  BoundRecords,
  BoundRoster,
} from './bound-columns.js'
import { choiceColumns } from './choices.js'
import { type ColumnFinder, columnFinder, type TableHead } from './column-finder.js'
import { tableName } from './file-pattern.js'
import type {
  ColumnMapping,
  FactMapping,
  NamedColumn,
  NamedKey,
  NamedPart,
  RecordsMapping,
  RosterMapping,
  RowCondition,
  TableMapping,
} from './mapping.js'
import { isNumbered } from './records.js'
import { repeatsOf } from './repeats.js'

/** Finds the columns that a mapping names in the table of records. */
export function bindRecords(mapping: RecordsMapping, head: TableHead): BoundRecords {
  const finder = columnFinder(head)
  const { key, person, members, oneRowPer } = mapping
  const isWide = oneRowPer === 'record' && members.length > 0
  return {
    key: key === 'row' ? key : bindKey(finder, key),
    ...bindTable(finder, mapping),
    interviewIf: bindCondition(finder, mapping.interviewIf),
    person: isWide ? null : firstOf(finder, person),
    headIf: bindCondition(finder, mapping.headIf),
    members: isWide ? [] : bindFacts(finder, members),
    repeats: isWide ? repeatsOf(finder, person, members, bindFact) : [],
    faults: finder.faults,
  }
}

/** Finds the columns that a mapping names in a roster; `records` is the head of the table of records. */
export function bindRoster(mapping: RosterMapping, head: TableHead, records: TableHead): BoundRoster {
  const finder = columnFinder(head)
  return {
    join: bindJoin(finder, mapping, records),
    ...bindTable(finder, mapping),
    person: firstOf(finder, mapping.person),
    headIf: bindCondition(finder, mapping.headIf),
    faults: finder.faults,
  }
}

/** Whether a table has one of the columns by which a roster finds its records. */
export function hasJoin({ join }: RosterMapping, head: TableHead): boolean {
  const finder = columnFinder(head)
  return join.some(({ child }) => child.every((part) => 'sheet' in part || finder.peek(part) !== null))
}

const bindTable = (finder: ColumnFinder, { rowsIf, facts }: TableMapping) => ({
  rowsIf: bindCondition(finder, rowsIf),
  facts: bindFacts(finder, facts),
})

/** The first of several columns that the table has. It is a fault if the table has none of them. */
function firstOf(finder: ColumnFinder, named: readonly NamedColumn[]): Column | null {
  const [first] = named
  if (first === undefined) return null
  const there = named.find((each) => finder.has(each))
  if (there !== undefined) return finder.find(there)
  return first.optional ? null : finder.missing(named)
}

function bindKey(finder: ColumnFinder, key: NamedKey): BoundKey | null {
  if ('all' in key) return bindParts(finder, key.all)
  const column = firstOf(finder, key)
  return column && { header: column.header, parts: [column] }
}

/** The parts of a key. Each column that is missing is a fault. */
function bindParts(finder: ColumnFinder, named: readonly NamedPart[]): BoundKey | null {
  const parts = named.map((part) =>
    'sheet' in part ? { sheet: tableName(finder.head.file) } : finder.find(part),
  )
  const found = parts.filter((part) => part !== null)
  if (found.length < parts.length || found.length === 0) return null
  return { header: found.map((part) => ('sheet' in part ? SHEET : part.header)).join('|'), parts: found }
}

/** What stands for a sheet in the header of a key. */
const SHEET = 'sheet'

const hasAll = (finder: ColumnFinder, named: readonly NamedPart[]): boolean =>
  named.every((part) => 'sheet' in part || finder.has(part))

function bindJoin(finder: ColumnFinder, { join }: RosterMapping, records: TableHead): BoundRoster['join'] {
  const others = columnFinder(records)
  const usable = join.find(
    ({ child, parent }) => hasAll(finder, child) && (parent === null || hasAll(others, parent)),
  )
  if (usable !== undefined) {
    const child = bindParts(finder, usable.child)
    const parent = usable.parent && bindParts(others, usable.parent)
    finder.take(others.faults)
    return child === null || (usable.parent !== null && parent === null) ? null : { child, parent }
  }
  const here = join.find(({ child }) => hasAll(finder, child))
  if (here?.parent) {
    for (const parent of here.parent) if (!others.has(parent)) others.missing([parent])
    finder.take(others.faults)
  } else finder.missing(join.flatMap(({ child }) => child.flatMap((part) => ('sheet' in part ? [] : part))))
  return null
}

function bindCondition(finder: ColumnFinder, condition: RowCondition | null): BoundCondition | null {
  if (condition === null || condition.columns.some((each) => each.optional && !finder.has(each))) return null
  const columns = condition.columns.map((each) => bindColumn(finder, each))
  return columns.includes(null)
    ? null
    : { columns: columns.filter((each) => each !== null), test: condition.test }
}

const bindFacts = (finder: ColumnFinder, facts: readonly FactMapping[]): BoundFact[] =>
  facts.map((each) => bindFact(finder, each)).filter((each) => each !== null)

function bindFact(finder: ColumnFinder, { fact, columns, compute }: FactMapping): BoundFact | null {
  const [only] = columns
  const choices = compute === null ? (only?.options.choices ?? null) : null
  if (only !== undefined && choices !== null && !isNumbered(only) && !finder.has(only)) {
    const split = choiceColumns(finder, only, choices)
    return split && { fact, ...split }
  }
  const bound = columns.map((each) => bindColumn(finder, each))
  return bound.includes(null) ? null : { fact, columns: bound.filter((each) => each !== null), compute }
}

function bindColumn(finder: ColumnFinder, mapping: ColumnMapping): BoundColumn | null {
  const { declaration, options } = mapping
  const column = finder.find(mapping)
  return column && { column, declaration, options }
}

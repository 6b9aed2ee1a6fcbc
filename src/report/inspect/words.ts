import { say } from '../../base/say/say.js'
import type { ColumnProfile, SuspectedMissing } from '../../inspect/columns/column.js'
import type { InspectedTable, Join, TableRole } from '../../inspect/tables/inspected-table.js'
import { grouped } from '../text/numbers.js'
import { listed, parted } from '../text/words.js'

/** What a table is, in a word or two. */
export function roleWords({ role, table }: TableRole, records: string): string {
  switch (role) {
    case 'records':
      return records
    case 'persons':
      return say('inspect.role.persons', { records })
    case 'block':
      return say('inspect.role.block', { records })
    case 'members':
      return say('inspect.role.members')
    case 'details':
      return say('inspect.role.details')
    case 'other':
      return say(
        table.file.format === 'csv' || table.file.format === 'xlsx'
          ? 'inspect.role.unused'
          : 'inspect.role.by-names',
      )
  }
}

/** `UTF-8, comma, 2 title rows`. */
export function readAsWords({ file, reading, tally }: InspectedTable): string {
  const parts =
    file.format === 'xlsx' ? [say('inspect.sheet')] : [file.format.toUpperCase(), encodingWord(file.encoding)]
  if (file.delimiter !== null) {
    const sign = DELIMITERS[file.delimiter]
    parts.push(sign === undefined ? file.delimiter : say(sign))
  }
  if (reading.titleRows) parts.push(say('inspect.title-rows', { count: grouped(reading.titleRows) }))
  if (reading.headerRows !== null && reading.headerRows > 1)
    parts.push(say('inspect.header-rows', { count: reading.headerRows }))
  if (tally.skippedRows > (reading.titleRows ?? 0))
    parts.push(say('inspect.label-rows', { count: grouped(tally.skippedRows - (reading.titleRows ?? 0)) }))
  if (tally.betweenRows > 0) parts.push(say('inspect.sign-offs', { count: grouped(tally.betweenRows) }))
  return parts.join(say('list.clause'))
}

const DELIMITERS: Readonly<
  Record<string, 'inspect.comma' | 'inspect.semicolon' | 'inspect.tab' | 'inspect.bar'>
> = {
  ',': 'inspect.comma',
  ';': 'inspect.semicolon',
  '\t': 'inspect.tab',
  '|': 'inspect.bar',
}

const encodingWord = (encoding: string) =>
  /^(?:utf|gb|euc)/.test(encoding) ? encoding.toUpperCase() : encoding

/** How many distinct values: `12`, `more than 100`. */
export const distinctWords = ({ distinct }: ColumnProfile): string =>
  distinct.isMore ? `>${distinct.count}` : String(distinct.count)

const SHOWN = 4

/** What a column holds and what is doubtful about it, on one line. */
export function holdsWords(profile: ColumnProfile): string {
  const values = profile.personal ? '…' : (valueWords(profile) ?? rangeWords(profile))
  return parted([...(values === null ? [] : [values]), ...doubtWords(profile)])
}

function valueWords({ values }: ColumnProfile): string | null {
  if (values === null || values.length === 0) return null
  const shown = values.slice(0, SHOWN).map(({ value, count }) => `${value} ×${grouped(count)}`)
  const listed = shown.join(say('list.clause'))
  return values.length > SHOWN
    ? say('inspect.values.more', { values: listed, count: values.length - SHOWN })
    : listed
}

function rangeWords({ range, type }: ColumnProfile): string | null {
  if (range === null || (type !== 'number' && type !== 'money')) return null
  return range.low === range.high
    ? `${range.low}`
    : say('inspect.range', { low: String(range.low), high: String(range.high) })
}

/** What a person should look at in a column. */
export function doubtWords({ numbers, dates, destroyed, missing, type, personal }: ColumnProfile): string[] {
  const doubts: string[] = []
  const isNumber = type === 'number' || type === 'money'
  const cell = (example: string) => (personal ? '`…`' : `\`${example}\``)
  if (destroyed > 0)
    doubts.push(say('inspect.cut', { cells: say('count.cells', { count: grouped(destroyed) }) }))
  if (isNumber && numbers.kind === 'certain')
    doubts.push(say('inspect.written-as', { example: cell(numbers.example) }))
  if (type === 'money' && numbers.kind === 'open')
    doubts.push(say('inspect.several-numbers', { example: cell(numbers.example) }))
  if (isNumber && numbers.kind === 'mixed')
    doubts.push(say('inspect.written-otherwise', { example: cell(numbers.example) }))
  if (type === 'date') {
    if (dates.kind === 'certain')
      doubts.push(say('inspect.order', { order: dates.order, example: cell(dates.example) }))
    if (dates.kind === 'open')
      doubts.push(say('inspect.orders', { orders: listed(dates.orders, 'or'), example: cell(dates.example) }))
    if (dates.kind === 'mixed') doubts.push(say('inspect.mixed-orders', { example: cell(dates.example) }))
    if (dates.kind === 'serial') doubts.push(say('inspect.serial'))
  }
  if (missing.length > 0)
    doubts.push(say('inspect.no-answer', { cells: missing.map(missingWords).join(say('list.clause')) }))
  return doubts
}

const missingWords = ({ cell, count }: SuspectedMissing): string => `${cell} ×${grouped(count)}`

/** How many rows of a table find the row they belong to. */
export function joinWords(join: Join, records: string): string {
  const none = join.parents - join.parentsWithRows
  const said = { pair: pairWords(join), found: foundWords(join) }
  if (none === 0) return say('inspect.join', said)
  const missing = { ...said, none: grouped(none), all: grouped(join.parents), records }
  return join.isExact ? say('inspect.join.none', missing) : say('inspect.join.none.about', missing)
}

function foundWords({ matched, keyed, unkeyed, isExact }: Join): string {
  const said = { matched: grouped(matched), rows: grouped(keyed), orphans: grouped(keyed - matched) }
  const part = isExact ? say('inspect.found', said) : say('inspect.found.about', said)
  const found = matched === keyed ? say('inspect.found.all', { rows: said.rows }) : part
  return unkeyed === 0 ? found : say('inspect.found.blank', { found, blank: grouped(unkeyed) })
}

/** `_uuid` is `uuid` of main.csv */
const pairWords = (join: Join): string => {
  const { child, parent } = join
  const named = ({ tally }: Join['child'], columns: readonly number[]) =>
    columns.map((at) => tally.headers[at] ?? '').join('|')
  const own = named(child, [...(join.beside?.child ?? []), join.childColumn])
  const other = named(parent, [...(join.beside?.parent ?? []), join.parentColumn])
  const said = { column: own, table: parent.name }
  return own === other ? say('inspect.pair.same', said) : say('inspect.pair', { ...said, other })
}

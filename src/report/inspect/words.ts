import type { ColumnProfile, SuspectedMissing } from '../../inspect/columns/column.js'
import type { InspectedTable, Join, TableRole } from '../../inspect/tables/inspected-table.js'
import { counted, grouped } from '../text/numbers.js'

/** What a table is, in a word or two. */
export function roleWords({ role, table }: TableRole, plural: string): string {
  switch (role) {
    case 'records':
      return plural
    case 'persons':
      return `${plural}, a row a person`
    case 'block':
      return `${plural} and rosters`
    case 'members':
      return 'members'
    case 'details':
      return 'more about members'
    case 'other':
      return table.file.format === 'csv' || table.file.format === 'xlsx' ? 'not used' : 'read by names'
  }
}

/** `UTF-8, comma, 2 title rows`. */
export function readAsWords({ file, reading, tally }: InspectedTable): string {
  const parts = file.format === 'xlsx' ? ['sheet'] : [file.format.toUpperCase(), encodingWord(file.encoding)]
  if (file.delimiter !== null) parts.push(DELIMITERS[file.delimiter] ?? file.delimiter)
  if (reading.titleRows) parts.push(counted(reading.titleRows, 'title row', 'title rows'))
  if (reading.headerRows !== null && reading.headerRows > 1)
    parts.push(`header of ${reading.headerRows} rows`)
  if (tally.skippedRows > (reading.titleRows ?? 0))
    parts.push(counted(tally.skippedRows - (reading.titleRows ?? 0), 'row of labels', 'rows of labels'))
  if (tally.signOffs > 0)
    parts.push(counted(tally.signOffs, 'row that signs it off', 'rows that sign it off'))
  return parts.join(', ')
}

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
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
  return [...(values === null ? [] : [values]), ...doubtWords(profile)].join('; ')
}

function valueWords({ values }: ColumnProfile): string | null {
  if (values === null || values.length === 0) return null
  const shown = values.slice(0, SHOWN).map(({ value, count }) => `${value} ×${grouped(count)}`)
  return values.length > SHOWN ? `${shown.join(', ')}, ${values.length - SHOWN} more` : shown.join(', ')
}

function rangeWords({ range, type }: ColumnProfile): string | null {
  if (range === null || (type !== 'number' && type !== 'money')) return null
  return range.low === range.high ? `${range.low}` : `${range.low} to ${range.high}`
}

/** What a person should look at in a column. */
export function doubtWords({ numbers, dates, destroyed, missing, type, personal }: ColumnProfile): string[] {
  const doubts: string[] = []
  const isNumber = type === 'number' || type === 'money'
  const cell = (example: string) => (personal ? '`…`' : `\`${example}\``)
  if (destroyed > 0) doubts.push(`digits cut in ${counted(destroyed, 'cell', 'cells')}`)
  if (isNumber && numbers.kind === 'certain') doubts.push(`written ${cell(numbers.example)}`)
  if (type === 'money' && numbers.kind === 'open')
    doubts.push(`${cell(numbers.example)} can be several numbers`)
  if (isNumber && numbers.kind === 'mixed')
    doubts.push(`${cell(numbers.example)} is written otherwise than others`)
  if (type === 'date') {
    if (dates.kind === 'certain') doubts.push(`${dates.order}, such as ${cell(dates.example)}`)
    if (dates.kind === 'open') doubts.push(`${dates.orders.join(' or ')}: ${cell(dates.example)}`)
    if (dates.kind === 'mixed') doubts.push(`days in several orders, such as ${cell(dates.example)}`)
    if (dates.kind === 'serial') doubts.push('days as spreadsheets count them')
  }
  if (missing.length > 0) doubts.push(`no answer? ${missing.map(missingWords).join(', ')}`)
  return doubts
}

const missingWords = ({ cell, count }: SuspectedMissing): string => `${cell} ×${grouped(count)}`

/** How many rows of a table find the row they belong to. */
export function joinWords(join: Join, plural: string): string {
  const { matched, keyed, unkeyed, isExact } = join
  const about = isExact ? '' : 'about '
  const found =
    matched === keyed
      ? `all ${counted(keyed, 'row finds its', 'rows find theirs')}`
      : `${about}${grouped(matched)} of ${grouped(keyed)} rows find theirs, ${about}${grouped(keyed - matched)} are orphans`
  const blank = unkeyed === 0 ? '' : `, ${grouped(unkeyed)} have no key`
  const none = join.parents - join.parentsWithRows
  const parents =
    none === 0 ? '' : `; ${about}${grouped(none)} of ${grouped(join.parents)} ${plural} have none`
  return `${pairWords(join)}: ${found}${blank}${parents}`
}

/** `_uuid` is `uuid` of main.csv */
const pairWords = ({ child, parent, childColumn, parentColumn }: Join): string => {
  const [own, other] = [child.tally.headers[childColumn], parent.tally.headers[parentColumn]]
  return own === other ? `\`${own}\` as in ${parent.name}` : `\`${own}\` is \`${other}\` of ${parent.name}`
}

import { say } from '../../base/say/say.js'
import { jsonText } from '../../base/tree/json-text.js'
import {
  childColumns,
  type InspectedTable,
  type Join,
  type KeyFinding,
  parentColumns,
  type TableRole,
} from '../tables/inspected-table.js'
import { noAnswerWordsIn } from '../tables/no-answer-words.js'
import type { Condition } from '../tables/row-conditions.js'
import { filePattern } from './file-names.js'
import type { Conclusions } from './inspection.js'
import { yamlComment, yamlText } from './yaml-text.js'

/** The lines that say how a table is found and read: its file, its encoding, its first rows. */
export function readingLines(
  tables: readonly InspectedTable[],
  inspection: Conclusions,
  indent: string,
  isNamed: boolean,
): string[] {
  const [table] = tables
  if (table === undefined) return []
  const { reading, guesses, path } = table
  const pattern = filePattern(tables, inspection) ?? (isNamed ? path : null)
  const said: readonly (readonly [string, string | number | null])[] = [
    ['file', pattern],
    ['encoding', reading.encoding],
    ['delimiter', reading.delimiter === '\t' ? 'tab' : reading.delimiter],
    ['title_rows', reading.titleRows],
    ['header_rows', reading.headerRows],
    ['label_rows', reading.labelRows],
  ]
  const lines = said.flatMap(([key, value]) => {
    if (value === null) return []
    return [`${indent}${key}: ${typeof value === 'number' ? value : yamlText(value)}`]
  })
  return [
    ...guesses.flatMap((guess) => yamlComment(say('proposal.decide', { why: guess }), indent)),
    ...lines,
  ]
}

/** The lines for words of no answer in a table. Words that may mean something else are comments. */
export function missingLines(table: InspectedTable, indent: string): string[] {
  const words = noAnswerWordsIn(table)
  if (words.length === 0) return []
  const hasCertain = words.some(({ isCertain }) => isCertain)
  const lines = words.map(({ cell, kind, isCertain, count, columns }) => {
    const where = say('proposal.cells', { count, columns })
    const mark = isCertain || !hasCertain ? '' : '# '
    const rest = isCertain ? where : say('proposal.decide', { why: where })
    return `${indent}${hasCertain ? '' : '# '}  ${mark}${jsonText(cell)}: ${kind} # ${rest}`
  })
  const head = hasCertain ? `${indent}missing:` : `${indent}# missing:`
  return [...yamlComment(say('proposal.no-answer'), indent), head, ...lines]
}

export function conditionLines(key: string, condition: Condition | null, indent: string): string[] {
  if (condition === null) return []
  const { expression, why, isCertain } = condition
  const line = `${key}: ${yamlText(expression)}`
  return [
    ...yamlComment(isCertain ? why : say('proposal.maybe', { why }), indent),
    `${indent}${isCertain ? '' : '# '}${line}`,
  ]
}

/** The lines that say how rows find their record: by the key if they hold it, else by a pair of columns. */
export function joinLines(join: Join, key: KeyFinding | null, indent: string, words: string): string[] {
  const own = childColumns(join).map((at) => yamlText(join.child.tally.headers[at] ?? ''))
  const others = parentColumns(join).map((at) => yamlText(join.parent.tally.headers[at] ?? ''))
  const [first = '', ...more] = own
  const ofKey = key === null ? [] : [...(key.beside ?? []), key.column]
  const isKey = key?.withSheet !== true && JSON.stringify(ofKey) === JSON.stringify(parentColumns(join))
  const pairs = own.map((child, at) => `{ ${child}: ${others[at]} }`)
  const line =
    more.length === 0
      ? isKey
        ? `key: ${first}`
        : `join: ${pairs[0]}`
      : isKey
        ? `key: { all: [${own.join(', ')}] }`
        : `join: { all: [${pairs.join(', ')}] }`
  return [...yamlComment(words, indent), `${indent}${line}`]
}

export const isRecords = ({ role }: TableRole): boolean =>
  role === 'records' || role === 'persons' || role === 'block'

import { ANYTHING } from '../../base/range.js'
import type { FactDeclaration } from '../../lang/pack.js'
import { answerSign } from '../../survey/cells/answer-sign.js'
import { type Doubted, isDoubtful, YEAR } from '../../survey/doubts/answer-codes.js'
import type { ColumnProfile, ColumnType, SuspectedMissing } from './column.js'
import type { ColumnTally } from './column-tally.js'
import { DISTINCT } from './column-tally.js'
import { headerWords } from './header-words.js'
import { noAnswerWord } from './missing-words.js'
import { hasPersonalCells, isPersonalHeader } from './personal.js'
import { isUniqueIn, isWhole } from './value-sample.js'

/** At most this many values of a column are shown, each up to this length. */
const FEW = { values: 12, length: 40 }

/** What is known of a column apart from its cells. */
export interface ColumnContext {
  readonly header: string
  readonly index: number
  readonly rows: number
  /** The fact that its header names. */
  readonly fact: FactDeclaration | null
  /** Whether it is one choice of a question, or holds all choices of one. */
  readonly split: 'choice' | 'whole' | null
}

export function profileOf(tally: ColumnTally, context: ColumnContext): ColumnProfile {
  const { header, index, rows, fact } = context
  const personal =
    fact?.personal === true || (fact === null && isPersonalHeader(header)) || hasPersonalCells(tally)
  const missing = missingIn(tally, doubtedIn(context))
  const type = typeOf(tally, context, missing)
  const { filled, blank, values, hasMore, numbers, kinds } = tally
  const isFew = !hasMore && values.size <= FEW.values && tally.longest <= FEW.length
  const isShown = isFew && !personal && (SHOWN.has(type) || areAnswers(values))
  const ranked = [...values].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count)
  const isSerial = type === 'date' && kinds.days === 0
  return {
    header,
    index,
    type,
    personal,
    filled,
    blank,
    missing,
    numbers,
    distinct: { count: hasMore ? DISTINCT : values.size, isMore: hasMore },
    values: isShown ? ranked : null,
    range: personal || type === 'id' ? null : tally.range,
    dates: isSerial ? { kind: 'serial' } : tally.dates,
    unique: filled === rows && isUniqueIn(tally.sample) ? (isWhole(tally.sample) ? 'all' : 'part') : null,
    destroyed: kinds.destroyed,
  }
}

/** Words and marks for yes and no in one column. */
const areAnswers = (values: ReadonlyMap<string, number>): boolean =>
  values.size > 1 &&
  [...values.keys()].every((cell) => ANSWER.test(cell) || isMark(cell) || noAnswerWord(cell) !== null)

const isMark = (cell: string): boolean => ['tick', 'cross'].includes(answerSign(cell) ?? '')

const ANSWER = /^(?:[对错yn]|yes|no|true|false|是|否|有|无|没有|没|oui|non)$/i

const SHOWN: ReadonlySet<ColumnType> = new Set(['code', 'yes/no', 'number', 'money', 'choice'])

function missingIn({ words, codes, others }: ColumnTally, doubted: Doubted): SuspectedMissing[] {
  return [
    ...[...words].map(([cell, count]) => {
      const word = noAnswerWord(cell)
      return { cell, count, kind: word?.kind ?? null, isCertain: word?.isCertain ?? false }
    }),
    ...[...codes]
      .filter(([code]) => isDoubtful(Number(code), doubted, codes, others))
      .map(([cell, count]) => ({ cell, count, kind: null, isCertain: false })),
  ]
}

const AMOUNT = /收入|支出|金额|费用|元[)）\]]?$/
const AMOUNT_WORDS = [
  'income',
  'expense',
  'amount',
  'price',
  'cost',
  'salary',
  'wage',
  'debt',
  'spent',
  'cny',
  'usd',
]

/** What a column seems to hold: its fact, else what its header says. A code that the fact refuses must be declared too. */
function doubtedIn({ header, fact }: ColumnContext): Doubted {
  if (fact !== null) return { type: fact.type, unit: fact.unit, range: ANYTHING }
  const isAge = headerWords(header).includes('age') || header.includes('年龄')
  return { type: isMoney(header) ? 'money' : 'number', unit: isAge ? YEAR : null, range: ANYTHING }
}

const isMoney = (header: string): boolean =>
  AMOUNT.test(header.trim()) || headerWords(header).some((word) => AMOUNT_WORDS.includes(word))

function typeOf(
  tally: ColumnTally,
  context: ColumnContext,
  missing: readonly SuspectedMissing[],
): ColumnType {
  const { kinds, filled, values, hasMore, words } = tally
  const { fact, header, split } = context
  const answers = filled - [...words.values()].reduce((sum, each) => sum + each, 0)
  if (answers === 0) return 'empty'
  if (split !== null) return split === 'choice' ? 'choice' : 'select-multiple'
  const most = (count: number) => count > 0 && count * 100 >= answers * 95
  if (most(kinds.days)) return 'date'
  if (kinds.bracketed * 2 >= answers) return 'select-multiple'
  if (!isCounted(context) && isYesNo(tally, missing)) return 'yes/no'
  if (isId(tally, header, answers)) return 'id'
  if (most(kinds.serials) && DATED.test(header)) return 'date'
  if (most(kinds.numbers))
    return fact?.type === 'money' || (fact === null && isMoney(header)) ? 'money' : 'number'
  if (isSeveral(tally, answers)) return 'select-multiple'
  const distinct = values.size
  return !hasMore && distinct * 2 <= answers && tally.longest <= 60 ? 'code' : 'text'
}

/** Whether a column holds a number by its header. Then 1 and 2 are numbers, not yes and no. */
function isCounted({ header, fact }: ColumnContext): boolean {
  if (fact !== null) return fact.type === 'money' || fact.type === 'number' || fact.type === 'count'
  return COUNTED.test(header) || headerWords(header).some((word) => COUNTING.has(word))
}

const COUNTED = /人数|人口|数量|年龄|面积|[个次]数/
const COUNTING: ReadonlySet<string> = new Set([
  ...[
    'number',
    'size',
    'count',
    'total',
    'age',
    'rooms',
    'years',
    'months',
    'weeks',
    'days',
    'hours',
    'minute',
  ],
])

const DATED = /date|day|time|日期|时间|年月/i

function isYesNo(
  { values, hasMore, kinds, filled }: ColumnTally,
  missing: readonly SuspectedMissing[],
): boolean {
  if (hasMore || values.size > 8) return false
  const without = new Set(missing.map(({ cell }) => cell))
  const own = [...values.keys()].filter((cell) => !without.has(cell))
  if (kinds.yesNo > 0) return kinds.yesNo * 10 >= 9 * (filled - sumOf(values, without))
  const plain = new Set(own.map((cell) => cell.replace(/\.0{1,9}$/, '')))
  return plain.size === 2 && plain.has('1') && (plain.has('0') || plain.has('2'))
}

const sumOf = (values: ReadonlyMap<string, number>, cells: ReadonlySet<string>): number =>
  [...values].reduce((sum, [cell, count]) => (cells.has(cell) ? sum + count : sum), 0)

const ID_HEADER = /(?:^|[^a-z])u{0,2}id(?:$|[^a-z])|uuid|(?:^|_)key$|^key$|编号|编码|^户号|代码$/i

function isId(
  { kinds, hasMore, values, sample, longest }: ColumnTally,
  header: string,
  answers: number,
): boolean {
  if (kinds.ids * 2 >= answers) return true
  const many = hasMore || values.size * 2 > answers || longest >= 8
  return many && ID_HEADER.test(header) && longest <= 80 && sample.values.size > 1
}

/** Whether many cells hold several codes, from a short list of codes. */
function isSeveral({ kinds, choices, values, hasMore }: ColumnTally, answers: number): boolean {
  const isMany = kinds.several >= 3 && kinds.several * 10 >= answers
  return isMany && choices.size <= 40 && (hasMore || choices.size <= values.size)
}

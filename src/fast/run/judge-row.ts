import { decimalAt } from '../../base/decimal.js'
import { type CountedOutcome, LARGEST_SUMMAND } from '../outcome/outcomes.js'
import { isPlainId, keyOf } from '../read/id-bytes.js'
import { textRow } from '../read/text-rows.js'
import { type Judging, lineOf } from './judging.js'
import { learnId, learnRow } from './learn-row.js'

const QUOTE = 0x22
const RETURN = 0x0d

/** Judges a row at which the loop stopped: from its slots where it can, else as a text read by the normal reader. */
export function judgeRow(judging: Judging, at: number): void {
  const { isLearning, judges, row, width } = judging
  findRow(judging, at)
  const isFull = row.cells === width
  if (isFull) findId(judging)
  if (isFull && isPlainRecord(judging)) {
    const fits = fillRow(judging)
    if (isLearning) learnId(judging)
    if (!judges || (fits && !isRepeated(judging) && judgeSlots(judging))) return
  } else if (isLearning && learnRow(judging) && isFull) fillRow(judging)
  if (judges) judgeText(judging)
}

/** Whether the id stands for itself, and for a record. */
const isPlainRecord = ({ chunk: { bytes }, id: { start, end }, watched }: Judging): boolean =>
  isPlainId(bytes, start, end) && !watched.has(bytes, start, end)

const fillRow = ({ filler, plain, row }: Judging): boolean =>
  filler.fill(row.firstCell, row.start, row.line, plain.isFilled)

/** Puts the place of the row into `row`. */
function findRow(judging: Judging, at: number): void {
  const { chunk, row } = judging
  const { ends, rows } = chunk
  row.at = at
  row.firstCell = at === 0 ? 0 : (rows[2 * at - 2] as number)
  row.cells = (rows[2 * at] as number) - row.firstCell
  row.start = at === 0 ? 0 : (ends[row.firstCell - 1] as number) + 1
  row.line = lineOf(judging, at)
}

/** Puts the places of the id's cell into `id`. */
function findId({ chunk, id, plan, row, width }: Judging): void {
  const { bytes, ends } = chunk
  const { index } = plan.layout.id
  let start = index === 0 ? row.start : (ends[row.firstCell + index - 1] as number) + 1
  let end = ends[row.firstCell + index] as number
  if (index === width - 1 && end > start && bytes[end - 1] === RETURN) end -= 1
  if (end > start && bytes[start] === QUOTE) {
    start += 1
    end -= 1
  }
  id.start = start
  id.end = end
}

/** Whether the id is in more than one row. */
function isRepeated({ chunk, id, key, repeated }: Judging): boolean {
  if (repeated === null) return false
  keyOf(chunk.bytes, id.start, id.end, key, 0)
  return repeated.repeatsKey(key, 0)
}

/** `false`: the record must be read and judged by itself. */
function judgeSlots(judging: Judging): boolean {
  const { compiled, dates, filler, outcomes, place, plain, result, row, rows, tally } = judging
  const { values, gaps, isUsual } = filler.row
  const period = dates.periodOf(filler.row)
  const kind = plain.kindOf(period, isUsual) ?? compiled.kindOf(gaps, period)
  if (compiled.judgeKind(kind, values, gaps, period, result) === 1) return false
  if (rows !== null && result.blocked.some((word) => word !== 0)) return false
  if (result.ruling.unknown.length > 0) tally.countGaps(result)
  const outcome = outcomes.ofRuling(result.ruling, result.needs, place.row + row.at)
  countRecord(judging, outcome)
  dates.count()
  judging.count.compiled += 1
  report(judging, outcome)
  return true
}

function countRecord({ compiled, result }: Judging, outcome: CountedOutcome): void {
  const size = result.numbers[result.numbers.length - 1] as number
  outcome.records += 1
  if (Number.isNaN(size)) outcome.unsized += 1
  // Small integers are added without memory.
  else if (Math.abs(size) <= LARGEST_SUMMAND) outcome.persons += size | 0
  else outcome.otherPersons = outcome.otherPersons.plus(decimalAt(size, compiled.sizePlaces ?? 0))
}

/** Tells what is wrong with the cells of the record, which checks warn, and what it came to. */
function report(judging: Judging, outcome: CountedOutcome): void {
  const { compiled, dates, filler, id, plain, readerRows, result, row, rows } = judging
  const { faults } = filler.row
  if (faults.length > 0) for (const { fault, header } of faults) readerRows.report(fault, header, row.line)
  const warnings = compiled.warnings(result)
  if (warnings.length > 0) for (const check of warnings) readerRows.warn(check, row.line)
  plain.note(outcome, row.start, row.at)
  if (outcome.isShown) rows?.put(id, dates.cell, outcome, result.numbers, row.line)
}

function judgeText({ chunk, dates, outcomes, place, plain, readerRows, row, rows, tally }: Judging): void {
  const text = textRow(chunk, row.firstCell, row.cells, row.start, row.line)
  const assessment = readerRows.judge(text, place.from + row.start)
  if (assessment === null) return
  tally.countNamed(assessment.gaps)
  const outcome = outcomes.ofAssessment(assessment, place.row + row.at)
  outcome.records += 1
  if (assessment.size === null) outcome.unsized += 1
  else outcome.otherPersons = outcome.otherPersons.plus(assessment.size)
  dates.countOther(assessment.asOf, assessment.asOfFrom)
  plain.note(outcome, row.start, row.at)
  if (outcome.isShown) rows?.putAssessment(assessment)
}

import { decimalAt } from '../../base/decimal.js'
import type { CompiledPack } from '../../compile/compile.js'
import type { Check } from '../../lang/pack.js'
import { collectDoubts } from '../../survey/doubts/column-doubts.js'
import { ID_WORDS, repeatedIds } from '../../survey/records/repeated-ids.js'
import { planLoopLayout } from '../loop/loop-layout.js'
import { createPlainRows, type NotedRow } from '../loop/plain-rows.js'
import type { RowPlan } from '../loop/row-plan.js'
import { createAsOfDates } from '../outcome/as-of.js'
import type { ChunkResult, RowPlace, RunCount } from '../outcome/chunk-result.js'
import type { Demands, FileRun } from '../outcome/file-run.js'
import { createCountedOutcomes, LARGEST_SUMMAND } from '../outcome/outcomes.js'
import { createReaderRows, lookAtRow } from '../outcome/reader-rows.js'
import { createRowOutput } from '../outcome/row-output.js'
import { openTally } from '../outcome/tally.js'
import { createAscendingIds, digestOfId, isPlainId, keyOf } from '../read/ascending-ids.js'
import type { Chunk } from '../read/chunks.js'
import { createRowFiller } from '../read/fill-row.js'
import { textRow } from '../read/text-rows.js'

/** Judges one chunk of rows after another. */
export interface ChunkJudge {
  /** @param line and `row` are the first row's, the latter counted from 0. */
  judge(from: number, line: number, row: number): ChunkResult
  /** What all chunks came to that was not yet handed over. */
  finish(): RunCount
  /** Puts what was written for the chunk just judged into memory, or into larger memory where it does not fit. */
  output(memory: Uint8Array): Uint8Array
}

const QUOTE = 0x22
const RETURN = 0x0d

export function createChunkJudge(
  compiled: CompiledPack,
  run: FileRun,
  plan: RowPlan,
  chunk: Chunk,
  demands: Demands,
): ChunkJudge {
  const { pack } = compiled
  const { layout, slots, columns, rowMemory, outputAt, outputRoom } = plan
  const isLearning = run.doubts === null
  const width = run.file.headers.length
  const idIndex = layout.id.index
  const doubts = collectDoubts()
  const filler = createRowFiller(chunk, columns, rowMemory, slots, width - 1, isLearning ? doubts : null)
  const repeated = run.repeated === null ? null : repeatedIds(run.repeated, digestOfId)
  const dates = createAsOfDates(pack, compiled.periods, layout, run.asOf)
  const tally = openTally(compiled, layout)
  const outcomes = createCountedOutcomes(compiled, run.only === null ? null : new Set(run.only), tally)
  const readerRows = createReaderRows(compiled, layout, width, repeated ?? { repeats: () => false }, run.asOf)
  const rows = run.writes
    ? createRowOutput(compiled, run.file.file, chunk, chunk.besideAt + outputAt, outputRoom)
    : null
  const out = compiled.createResult()
  const sizeAt = out.numbers.length - 1
  const memoryPlan = planLoopLayout(compiled, chunk.besideAt + outputAt + outputRoom)
  const ids = createAscendingIds(chunk.memory, memoryPlan.ids, memoryPlan.mostIds)
  const parts = { filler, dates, outcomes, tally, rows }
  const plain = createPlainRows(compiled, run, plan, chunk, memoryPlan, parts)
  const key = new Uint32Array(ID_WORDS)
  const id = { start: 0, end: 0 }
  let counted = newCount()
  /** Where the chunk starts in the file, and its first line and row. */
  let chunkFrom = 0
  let chunkLine = 0
  let chunkRow = 0
  let judges = run.judges

  /** Puts the places of the id's cell into `id`. */
  function findId(firstCell: number, rowStart: number): void {
    const { bytes, ends } = chunk
    let start = idIndex === 0 ? rowStart : (ends[firstCell + idIndex - 1] as number) + 1
    let end = ends[firstCell + idIndex] as number
    if (idIndex === width - 1 && end > start && bytes[end - 1] === RETURN) end -= 1
    if (end > start && bytes[start] === QUOTE) {
      start += 1
      end -= 1
    }
    id.start = start
    id.end = end
  }

  /** Whether the id stands in more than one row. */
  function isRepeated(): boolean {
    if (repeated === null) return false
    keyOf(chunk.bytes, id.start, id.end, key, 0)
    return repeated.repeatsKey(key, 0)
  }

  function judgeRecord(period: number): 0 | 1 {
    const { values, gaps, isUsual } = filler.row
    const kind = plain.kindOf(period, isUsual) ?? compiled.kindOf(gaps, period)
    return compiled.judgeKind(kind, values, gaps, period, out)
  }

  /** `false`: the record must be read and judged by itself. */
  function judgeSlots(at: number, rowStart: number, line: number): boolean {
    const period = dates.periodOf(filler.row)
    if (judgeRecord(period) === 1) return false
    if (out.ruling.unknown.length > 0) tally.countGaps(out)
    const outcome = outcomes.ofRuling(out.ruling, out.needs, chunkRow + at)
    outcome.records += 1
    const size = out.numbers[sizeAt] as number
    if (Number.isNaN(size)) outcome.unsized += 1
    // Small integers are added without memory.
    else if (Math.abs(size) <= LARGEST_SUMMAND) outcome.persons += size | 0
    else outcome.otherPersons = outcome.otherPersons.plus(decimalAt(size, compiled.sizePlaces ?? 0))
    dates.count()
    counted.compiled += 1
    if (filler.row.faults.length > 0) tellFaults(line)
    const warnings = compiled.warnings(out)
    if (warnings.length > 0) for (const check of warnings) readerRows.warn(check, line)
    plain.note(outcome, rowStart, at)
    if (outcome.isShown) rows?.put(id.start, id.end, dates.cell, outcome, out.numbers, line)
    return true
  }

  function tellFaults(line: number): void {
    for (const { fault, header } of filler.row.faults) readerRows.report(fault, header, line)
  }

  function judgeText(at: number, firstCell: number, cells: number, rowStart: number, line: number) {
    const assessment = readerRows.judge(
      textRow(chunk, firstCell, cells, rowStart, line),
      chunkFrom + rowStart,
    )
    if (assessment === null) return
    tally.countNamed(assessment.gaps)
    const outcome = outcomes.ofAssessment(assessment, chunkRow + at)
    outcome.records += 1
    if (assessment.size === null) outcome.unsized += 1
    else outcome.otherPersons = outcome.otherPersons.plus(assessment.size)
    dates.countOther(assessment.asOf, assessment.asOfFrom)
    plain.note(outcome, rowStart, at)
    if (outcome.isShown) rows?.putAssessment(assessment)
  }

  /** What the first pass learns of a row that is not plain. */
  function learnText(firstCell: number, cells: number, rowStart: number, line: number): void {
    const look = lookAtRow(textRow(chunk, firstCell, cells, rowStart, line), width, layout)
    if (look.kind === 'record') {
      counted.records += 1
      if (look.hasId) counted.withId += 1
      if (look.id === '') return
      const bytes = Buffer.from(look.id)
      ids.add(bytes, 0, bytes.length)
    } else if (look.kind === 'broken') {
      if (counted.broken === 0) counted.firstBroken = look.message
      counted.broken += 1
    }
  }

  /** A row that is not plain, or the first of its kind. */
  function judgeRow(at: number): void {
    const { ends, rows: ofRows } = chunk
    const firstCell = at === 0 ? 0 : (ofRows[2 * at - 2] as number)
    const start = at === 0 ? 0 : (ends[firstCell - 1] as number) + 1
    const line = lineOf(at)
    const cells = (ofRows[2 * at] as number) - firstCell
    const isWhole = cells === width && filler.fill(firstCell, start, line, plain.isFilled)
    if (cells === width) findId(firstCell, start)
    if (cells === width && isPlainId(chunk.bytes, id.start, id.end)) {
      if (isLearning) {
        ids.add(chunk.bytes, id.start, id.end)
        counted.records += 1
        counted.withId += 1
      }
      if (!judges) return
      if (isWhole && !isRepeated() && judgeSlots(at, start, line)) return
    } else if (isLearning) learnText(firstCell, cells, start, line)
    if (judges) judgeText(at, firstCell, cells, start, line)
  }

  const warn = (check: Check, at: number) => readerRows.warn(check, lineOf(at))
  const lineOf = (at: number) => chunkLine + at + (at === 0 ? 0 : (chunk.rows[2 * at - 1] as number))

  const placesOf = (noted: readonly NotedRow[]): RowPlace[] =>
    noted.map(({ start, row }) => ({ from: chunkFrom + start, line: lineOf(row) }))

  function forgetOutcomes(): void {
    plain.flush()
    outcomes.forget()
  }

  /** Takes what was counted since it was last asked. */
  function take(): ChunkResult {
    const { ledger, engine, ...others } = readerRows.take()
    const { judged, listed, shown } = plain.take()
    const compiledCount = counted.compiled + judged
    const { records, withId, broken, firstBroken } = counted
    const learned = {
      ...{ records, withId, broken, firstBroken },
      ids: ids.end(demands.wantsKeys),
      columns: doubts.counts(),
    }
    if (outcomes.isFull()) forgetOutcomes()
    const result = {
      ...{ rows: chunk.count, lines: chunk.count + chunk.breaks, bytes: chunk.length },
      ...{ ...others, listed: placesOf(listed), shown: placesOf(shown), written: rows?.size() ?? 0 },
      ledger: { ...ledger, read: ledger.read + compiledCount, assessed: ledger.assessed + compiledCount },
      engine: { ...engine, compiled: engine.compiled + compiledCount },
      learned: isLearning ? learned : null,
    }
    if (isLearning) doubts.clear()
    counted = newCount()
    return result
  }

  return {
    judge(from, line, row) {
      chunkFrom = from
      chunkLine = line
      chunkRow = row
      judges = run.judges && !demands.onlyLooks
      plain.begin(line, row, judges)
      for (let at = 0; at < chunk.count; at++) {
        const stop = plain.run(at)
        if (isLearning) {
          counted.records += stop - at
          counted.withId += stop - at
        }
        plain.tellWarnings(warn)
        at = stop
        if (at < chunk.count) judgeRow(at)
      }
      return take()
    },
    finish() {
      filler.flush()
      forgetOutcomes()
      return { tally: tally.finish(), asOf: dates.counts(), columns: doubts.counts() }
    },
    output: (memory) => rows?.take(memory) ?? memory.subarray(0, 0),
  }
}

interface Count {
  /** Records that were judged here, row by row, from what stands in slots. */
  compiled: number
  records: number
  withId: number
  broken: number
  firstBroken: string
}

const newCount = (): Count => ({
  ...{ compiled: 0, records: 0, withId: 0, broken: 0, firstBroken: '' },
})

import type { CompiledPack } from '../../compile/compile.js'
import type { NotedRow } from '../loop/loop-state.js'
import type { RowPlan } from '../loop/row-plan.js'
import type { ChunkPlace, ChunkResult, RowPlace, RunCount } from '../outcome/chunk-result.js'
import type { Demands, FileRun } from '../outcome/file-run.js'
import type { Chunk } from '../read/chunks.js'
import { judgeRow } from './judge-row.js'
import { type Judging, lineOf, newCount, openJudging } from './judging.js'
import { takeLearned } from './learn-row.js'

/** Judges one chunk of rows after another. */
export interface ChunkJudge {
  /** Judges the chunk that was just read from a place. */
  judge(place: ChunkPlace): ChunkResult
  /** What all chunks came to that was not yet handed over. */
  finish(): RunCount
  /** Puts what was written for the chunk just judged into memory, or into larger memory where it does not fit. */
  output(memory: Uint8Array): Uint8Array
}

/** A judge of the chunks of one file; `demands` may change while it works. */
export function createChunkJudge(
  compiled: CompiledPack,
  run: FileRun,
  plan: RowPlan,
  chunk: Chunk,
  demands: Demands,
): ChunkJudge {
  const judging = openJudging(compiled, run, plan, chunk)
  const { dates, filler, rows, doubts, tally } = judging
  return {
    judge(place) {
      judging.place = { ...place }
      judging.judges = run.judges && !demands.onlyLooks
      judgeRows(judging)
      return takeResult(judging, demands.wantsKeys)
    },
    finish() {
      filler.flush()
      forgetOutcomes(judging)
      return { tally: tally.finish(), asOf: dates.counts(), columns: doubts.counts() }
    },
    output: (memory) => rows?.take(memory) ?? memory.subarray(0, 0),
  }
}

/** Lets the loop go as far as it can, and judges the row where it stopped, until all are done. */
function judgeRows(judging: Judging): void {
  const { chunk, count, isLearning, judges, place, plain, readerRows } = judging
  judging.codes?.noteChunk()
  plain.begin(place.line, place.row, judges)
  for (let at = 0; at < chunk.count; at++) {
    const stop = plain.run(at)
    if (isLearning) {
      count.records += stop - at
      count.withId += stop - at
    }
    plain.tellWarnings((check, row) => readerRows.warn(check, lineOf(judging, row)))
    at = stop
    if (at < chunk.count) judgeRow(judging, at)
  }
}

function forgetOutcomes({ outcomes, plain }: Judging): void {
  plain.flush()
  outcomes.forget()
}

/** What the chunk came to; begins to count anew. */
function takeResult(judging: Judging, withKeys: boolean): ChunkResult {
  const { chunk, isLearning, outcomes, plain, readerRows, rows } = judging
  const { ledger, engine, ...others } = readerRows.take()
  const { judged, listed, shown } = plain.take()
  const compiled = judging.count.compiled + judged
  const learned = isLearning ? takeLearned(judging, withKeys) : null
  judging.count = newCount()
  if (outcomes.isFull()) forgetOutcomes(judging)
  return {
    ...others,
    rows: chunk.count,
    lines: chunk.count + chunk.breaks,
    bytes: chunk.length,
    ledger: { ...ledger, read: ledger.read + compiled, assessed: ledger.assessed + compiled },
    engine: { ...engine, compiled: engine.compiled + compiled },
    listed: placesOf(judging, listed),
    shown: placesOf(judging, shown),
    learned,
    written: rows?.size() ?? 0,
  }
}

const placesOf = (judging: Judging, noted: readonly NotedRow[]): RowPlace[] =>
  noted.map(({ start, row }) => ({ from: judging.place.from + start, line: lineOf(judging, row) }))

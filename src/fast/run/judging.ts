import type { CompiledPack, CompiledResult } from '../../compile/compile.js'
import type { Pack } from '../../lang/pack.js'
import { type CollectedDoubts, collectDoubts } from '../../survey/doubts/column-doubts.js'
import type { WhyBroken } from '../../survey/files/row.js'
import { scanHeader } from '../../survey/records/first-pass.js'
import { ID_WORDS, type IdTable, repeatedIds } from '../../survey/records/repeated-ids.js'
import { unusedColumns, watchedWords } from '../../survey/records/unused-codes.js'
import { planLoopLayout } from '../loop/loop-layout.js'
import type { LoopParts } from '../loop/loop-setup.js'
import { createPlainRows, type PlainRows } from '../loop/plain-rows.js'
import type { RowPlan } from '../loop/row-plan.js'
import { createAsOfDates } from '../outcome/as-of.js'
import type { ChunkPlace } from '../outcome/chunk-result.js'
import type { FileRun } from '../outcome/file-run.js'
import { createCountedOutcomes } from '../outcome/outcomes.js'
import { createReaderRows, type ReaderRows } from '../outcome/reader-rows.js'
import { createRowOutput } from '../outcome/row-output.js'
import { openTally } from '../outcome/tally.js'
import { type AscendingIds, createAscendingIds } from '../read/ascending-ids.js'
import type { Chunk } from '../read/chunks.js'
import { type CodeCells, createCodeCells } from '../read/code-cells.js'
import { createRowFiller } from '../read/fill-row.js'
import { digestOfId, type WatchedIds, watchedIds } from '../read/id-bytes.js'

/** What the chunks of a file are judged with, and where this is. */
export interface Judging extends LoopParts {
  /** How many cells a row has. */
  readonly width: number
  /** Ids of rows that may be no records. */
  readonly watched: WatchedIds
  /** Whether this pass learns what only the whole file can say. */
  readonly isLearning: boolean
  readonly doubts: CollectedDoubts
  /** Codes in unused columns; `null` where none are counted. */
  readonly codes: CodeCells | null
  readonly ids: AscendingIds
  /** The ids that stand more than once; `null`: none are known. */
  readonly repeated: IdTable | null
  readonly plain: PlainRows
  readonly readerRows: ReaderRows
  /** What a judge writes of a record. */
  readonly result: CompiledResult
  /** Where the chunk starts. */
  place: ChunkPlace
  /** Whether its records are judged. */
  judges: boolean
  /** The row that is judged outside the loop, its id as places in the chunk, and the id's key; used again for each. */
  readonly row: { at: number; firstCell: number; cells: number; start: number; line: number }
  readonly id: { start: number; end: number }
  readonly key: Uint32Array
  count: RowCount
}

/** What is counted of the rows of a chunk. */
export interface RowCount {
  /** Records that were judged from their slots outside the loop. */
  compiled: number
  records: number
  withId: number
  broken: number
  firstBroken: WhyBroken | null
}

/** A count of nothing. */
export const newCount = (): RowCount => ({
  compiled: 0,
  records: 0,
  withId: 0,
  broken: 0,
  firstBroken: null,
})

/** Makes all that the chunks of a file are judged with. */
export function openJudging(compiled: CompiledPack, run: FileRun, plan: RowPlan, chunk: Chunk): Judging {
  const width = run.file.headers.length
  const isLearning = run.doubts === null
  const doubts = collectDoubts()
  const parts = loopParts(compiled, run, plan, chunk, isLearning ? doubts : null)
  const repeated = run.repeated === null ? null : repeatedIds(run.repeated, digestOfId)
  const known = repeated ?? { repeats: () => false }
  return {
    ...parts,
    width,
    watched: watchedIds(plan.layout.id.header),
    isLearning,
    doubts,
    codes: isLearning ? codesIn(compiled.pack, run, chunk) : null,
    ids: createAscendingIds(chunk.memory, parts.layout.ids, parts.layout.mostIds),
    repeated,
    plain: createPlainRows(parts),
    readerRows: createReaderRows(compiled, plan.layout, width, known, run.asOf),
    result: compiled.createResult(),
    place: { from: 0, line: 0, row: 0 },
    judges: run.judges,
    row: { at: 0, firstCell: 0, cells: 0, start: 0, line: 0 },
    id: { start: 0, end: 0 },
    key: new Uint32Array(ID_WORDS),
    count: newCount(),
  }
}

/** Counts codes in unused columns, if the file lacks a fact that they could be of. */
function codesIn(pack: Pack, { assume, file }: FileRun, chunk: Chunk): CodeCells | null {
  const { headers, headerLine } = file
  const { used, unused } = scanHeader(pack, file.file, headers, headerLine).columns
  const isSaid = { has: (fact: string) => used.has(fact) || assume.has(fact) }
  const columns = unusedColumns(pack, headers, { used: isSaid, unused })
  return createCodeCells(chunk, columns, watchedWords(pack))
}

/** The line of a row of the chunk. */
export const lineOf = ({ chunk, place }: Judging, at: number): number =>
  place.line + at + (at === 0 ? 0 : (chunk.rows[2 * at - 1] as number))

/** What the loop works with. */
function loopParts(
  compiled: CompiledPack,
  run: FileRun,
  plan: RowPlan,
  chunk: Chunk,
  doubts: CollectedDoubts | null,
): LoopParts {
  const { columns, layout, outputAt, outputRoom, rowMemory, slots } = plan
  const roomAt = chunk.besideAt + outputAt
  const lastCell = run.file.headers.length - 1
  const tally = openTally(compiled, layout)
  return {
    compiled,
    run,
    plan,
    chunk,
    layout: planLoopLayout(compiled, roomAt + outputRoom),
    filler: createRowFiller(chunk, columns, rowMemory, slots, lastCell, doubts),
    dates: createAsOfDates(compiled.pack, compiled.periods, layout, run.asOf),
    outcomes: createCountedOutcomes(compiled, run.only === null ? null : new Set(run.only), tally),
    tally,
    rows: run.writes ? createRowOutput(compiled, run.file.file, chunk, roomAt, outputRoom) : null,
  }
}

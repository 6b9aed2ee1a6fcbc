import { createLog, type DiagnosticLog } from '../../base/diagnostic.js'
import type { CompiledPack } from '../../compile/compile.js'
import type { EngineCounts } from '../../engine/assessment.js'
import { columnsOf, type Pack } from '../../lang/pack.js'
import { type AbsentColumns, createAbsentColumns } from '../../report/assess/absent-columns.js'
import { createFold, type Fold, type FoldOptions } from '../../report/assess/fold.js'
import { SHOWN, SMALL } from '../../report/assess/summary.js'
import type { Output } from '../../report/output.js'
import { type CellCounts, type CollectedDoubts, collectDoubts } from '../../survey/doubts/column-doubts.js'
import { brokenInput, changed } from '../../survey/files/input.js'
import type { Layout } from '../../survey/records/column-layout.js'
import { fingerprintOf } from '../../survey/records/facts.js'
import { type OpenLedger, openLedger } from '../../survey/records/ledger.js'
import { layoutFor } from '../loop/row-plan.js'
import type { ChunkResult, RowOf } from '../outcome/chunk-result.js'
import type { FileRun } from '../outcome/file-run.js'
import { recordAgain } from '../outcome/read-again.js'
import { type Tally, takeTallies } from '../outcome/tally.js'
import type { ByteFile, OpenedByteFile } from '../read/byte-file.js'
import { type ChunkStep, type ChunkSteps, judgeHere, type Place } from './chunk-steps.js'
import { createRepeatedIds, type RepeatedIds } from './repeated-ids.js'
import { judgeInThreads } from './threads.js'

/** What is known of a file when all its rows have been looked at. */
export interface LookedAt {
  readonly doubts: CollectedDoubts
  records: number
  withId: number
  broken: { count: number; first: string }
}

/** What one pass over all files has come to. */
export interface Pass {
  readonly log: DiagnosticLog
  readonly fold: Fold
  readonly absent: AbsentColumns
  readonly ledger: OpenLedger
  readonly engine: EngineCounts
  readonly ids: RepeatedIds
  /** Whether another pass is needed, whatever this one comes to. */
  needsSecondPass: boolean
  /** By the order of the files. */
  readonly looked: LookedAt[]
  /** The first records to be listed, and all that are shown where they are few. */
  readonly listed: RowOf[]
  readonly shown: RowOf[]
}

export function newPass({ pack }: CompiledPack, options: FoldOptions): Pass {
  return {
    log: createLog(),
    fold: createFold(pack, options),
    absent: createAbsentColumns(pack),
    ledger: openLedger(),
    engine: { compiled: 0, interpreted: 0 },
    ids: createRepeatedIds(),
    needsSecondPass: false,
    ...{ looked: [], listed: [], shown: [] },
  }
}

/** Where a pass puts what it makes, and whom it tells how far it is. */
export interface PassEnds {
  readonly outputs: readonly Output[]
  readonly rejects: Output | null
  onRows(rows: number, judged: number, bytes: number): void
  /** Whether anybody still wants what is made. */
  isWanted(): boolean
}

/** What came of a pass over one file: `odd` is for the normal reader. */
export type PassEnd = 'done' | 'not-plain' | 'unwanted'

/** Goes over the rows of one file, in so many threads. */
export async function passOver(
  pass: Pass,
  compiled: CompiledPack,
  opened: OpenedByteFile,
  run: FileRun,
  threads: number,
  ends: PassEnds,
): Promise<PassEnd> {
  const { file, blankRows, skippedRows } = opened
  const chunks = threads > 1 ? judgeInThreads(compiled.pack, run, threads) : judgeHere(compiled, run)
  const tallies: Tally[] = []
  const layout = layoutFor(compiled, run)
  const learner = createLearner(pass, compiled.pack, file, chunks)
  pass.ledger.add({ ...NOTHING_READ, blank_rows: blankRows, skipped_rows: skippedRows })
  /** What was judged is written while the next chunk is judged. */
  let writing = Promise.resolve()
  try {
    for await (const step of chunks.steps) {
      if (step.kind === 'not-plain') return 'not-plain'
      if (step.kind === 'count') {
        pass.fold.addCounted({ asOf: step.count.asOf })
        tallies.push(step.count.tally)
        learner.learnColumns(step.count.columns)
        continue
      }
      const { result, output, release } = step
      takeChunk(pass, file, result)
      hold(pass, compiled.pack, layout, file, result)
      learner.learn(result)
      const before = writing
      writing = before.then(() => write(result, output, ends)).then(release)
      writing.catch(() => {})
      ends.onRows(result.rows, result.ledger.assessed, result.bytes)
      await before
      if (!ends.isWanted()) return 'unwanted'
      // One thread that writes nothing waits for nothing else, and would hear no signal until it is done.
      await new Promise((done) => setImmediate(done))
    }
    await writing
    if (!ends.isWanted()) return 'unwanted'
  } finally {
    await writing.catch(() => {})
  }
  takeTallies(pass, layout, tallies)
  return 'done'
}

async function write({ rejects: text }: ChunkResult, output: Uint8Array, ends: PassEnds): Promise<void> {
  if (text !== '') await ends.rejects?.write(text)
  if (output.length > 0) for (const each of ends.outputs) await each.writeBytes(output)
}

/** Rows of one id are compared by what they say, of the few that are told; these are read again. */
function hold({ fold }: Pass, pack: Pack, layout: Layout, file: ByteFile, { holds }: ChunkResult): void {
  for (const { id, line, from } of holds)
    fold.hold({
      ...{ id, file: file.file, line },
      get fingerprint() {
        return fingerprintOf(recordAgain(pack, layout, { file, from, line }))
      },
    })
}

const NOTHING_READ = { read: 0, assessed: 0, rejected: 0, duplicates: 0, not_interviews: 0 }

function takeChunk(
  { log, fold, ledger, engine, listed, shown }: Pass,
  file: ByteFile,
  result: ChunkResult,
): void {
  ledger.add(result.ledger)
  engine.compiled += result.engine.compiled
  engine.interpreted += result.engine.interpreted
  log.merge(result.found)
  fold.addCounted({ failedChecks: result.failedChecks })
  for (const row of result.listed) if (listed.length < SHOWN) listed.push({ ...row, file })
  for (const row of result.shown) if (shown.length <= SMALL) shown.push({ ...row, file })
}

/** Gathers what chunks show of a file; asks for the keys of ids from where they no longer ascend. */
function createLearner(pass: Pass, pack: Pack, file: ByteFile, chunks: ChunkSteps) {
  const { ids, looked } = pass
  const look: LookedAt = {
    doubts: collectDoubts(),
    ...{ records: 0, withId: 0, broken: { count: 0, first: '' } },
  }
  looked.push(look)
  const declarations = columnsOf(pack)
  const place: Place = { from: file.start, line: file.line, row: 0 }
  const learnColumns = (columns: ReadonlyMap<string, CellCounts>) => {
    for (const [name, counts] of columns) {
      const declaration = declarations.get(name)
      if (declaration !== undefined) look.doubts.add(name, declaration, counts)
    }
  }
  return {
    learnColumns,
    learn({ learned, bytes, rows, lines }: ChunkResult): void {
      const to = place.from + bytes
      if (learned !== null) {
        look.records += learned.records
        look.withId += learned.withId
        if (look.broken.count === 0) look.broken.first = learned.firstBroken
        look.broken.count += learned.broken
        learnColumns(learned.columns)
        if (learned.ids.hasRepeats) {
          pass.needsSecondPass = true
          chunks.onlyLook()
        }
        if (!ids.add(learned.ids, file, place, to)) chunks.askForKeys()
      }
      place.from = to
      place.line += lines
      place.row += rows
    },
  }
}

/** Reads again the ids that were passed over while they seemed to ascend. */
export function addMissingKeys({ ids }: Pass, compiled: CompiledPack, runs: readonly FileRun[]): void {
  for (const { file, place, to } of ids.missing()) {
    const run = runs.find((each) => each.file === file)
    if (run === undefined) throw new Error(`a file that was not read: ${file.file}`)
    const again = { ...run, doubts: null, judges: false, writes: false }
    const chunks = judgeHere(compiled, again, place)
    chunks.askForKeys()
    let from = place.from
    for (const step of chunks.steps as Iterable<ChunkStep>) {
      if (step.kind !== 'chunk') throw brokenInput(changed(file.file))
      if (step.result.learned?.ids.keys) ids.addKeys(step.result.learned.ids.keys)
      from += step.result.bytes
      if (from >= to) break
    }
  }
}

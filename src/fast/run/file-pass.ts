import type { CompiledPack } from '../../compile/compile.js'
import { SHOWN, SMALL } from '../../report/assess/summary.js'
import type { Output } from '../../report/output.js'
import { brokenInput, changed } from '../../survey/files/input.js'
import { fingerprintOf } from '../../survey/records/facts.js'
import { layoutFor } from '../loop/row-plan.js'
import type { ChunkResult, RunCount } from '../outcome/chunk-result.js'
import type { FileRun } from '../outcome/file-run.js'
import { openRecords, type RecordsAgain } from '../outcome/read-again.js'
import { type Tally, takeTallies } from '../outcome/tally.js'
import type { ByteFile, OpenedByteFile } from '../read/byte-file.js'
import { type ChunkStep, judgeHere } from './chunk-steps.js'
import { createFileLearner, type FileLearner } from './learn-file.js'
import type { Pass } from './pass.js'
import { judgeInThreads } from './threads.js'

/** Where a pass puts what it makes, and whom it tells how far it is. */
export interface PassEnds {
  readonly outputs: readonly Output[]
  readonly rejects: Output | null
  onRows(rows: number, bytes: number): void
  /** Whether anybody still wants what is made. */
  isWanted(): boolean
}

/** What came of a pass over one file: one that is not plain is for the normal reader. */
export type PassEnd = 'done' | 'not-plain' | 'unwanted'

/** A pass at a file. */
interface AtFile {
  readonly pass: Pass
  readonly file: ByteFile
  readonly again: RecordsAgain
  readonly learner: FileLearner
  readonly ends: PassEnds
  readonly tallies: Tally[]
  /** What was judged is written while the next chunk is judged. */
  writing: Promise<void>
}

/** Goes over the rows of one file, in as many threads as the file was given. */
export async function passOver(
  pass: Pass,
  compiled: CompiledPack,
  { opened, run, threads }: { opened: OpenedByteFile; run: FileRun; threads: number },
  ends: PassEnds,
): Promise<PassEnd> {
  const { pack } = compiled
  const { file, blankRows, skippedRows } = opened
  const chunks = threads > 1 ? judgeInThreads(pack, run, threads) : judgeHere(compiled, run)
  const layout = layoutFor(compiled, run)
  const learner = createFileLearner(pass, pack, file, chunks)
  const again = openRecords(pack, layout, file)
  const at: AtFile = { pass, file, again, learner, ends, tallies: [], writing: Promise.resolve() }
  pass.ledger.add({ ...NOTHING_READ, blank_rows: blankRows, skipped_rows: skippedRows })
  try {
    for await (const step of chunks.steps) {
      if (step.kind === 'not-plain') return 'not-plain'
      if (step.kind === 'count') takeCount(at, step.count)
      else if (!(await takeChunk(at, step))) return 'unwanted'
    }
    await at.writing
    if (!ends.isWanted()) return 'unwanted'
  } finally {
    again.close()
    await at.writing.catch(() => {})
  }
  takeTallies(pass, layout, at.tallies)
  return 'done'
}

const NOTHING_READ = { read: 0, assessed: 0, rejected: 0, duplicates: 0, not_interviews: 0, total_rows: 0 }

function takeCount({ pass, learner, tallies }: AtFile, { asOf, tally, columns }: RunCount): void {
  pass.fold.addCounted({ asOf })
  tallies.push(tally)
  learner.learnColumns(columns)
}

/** Adds what a chunk came to, and begins to write it; `false` where nobody wants it any more. */
async function takeChunk(at: AtFile, step: ChunkStep & { readonly kind: 'chunk' }): Promise<boolean> {
  const { learner, ends } = at
  const { result, output, release } = step
  addResult(at, result)
  holdRows(at, result)
  learner.learn(result)
  const before = at.writing
  at.writing = before.then(() => write(result, output, ends)).then(release)
  at.writing.catch(() => {})
  ends.onRows(result.rows, result.bytes)
  await before
  return ends.isWanted()
}

async function write({ rejects: text }: ChunkResult, output: Uint8Array, ends: PassEnds): Promise<void> {
  if (text !== '') await ends.rejects?.write(text)
  if (output.length > 0) for (const each of ends.outputs) await each.writeBytes(output)
}

function addResult({ pass, file }: AtFile, result: ChunkResult): void {
  const { log, fold, ledger, engine, listed, shown } = pass
  ledger.add(result.ledger)
  engine.compiled += result.engine.compiled
  engine.interpreted += result.engine.interpreted
  log.merge(result.found)
  fold.addCounted({ failedChecks: result.failedChecks })
  for (const row of result.listed) if (listed.length < SHOWN) listed.push({ ...row, file })
  for (const row of result.shown) if (shown.length <= SMALL) shown.push({ ...row, file })
}

/** The few repeated ids that a message names are read again, to compare what their rows say. */
function holdRows({ pass, file, again }: AtFile, { holds }: ChunkResult): void {
  for (const { id, line, from } of holds)
    pass.fold.hold({
      id,
      file: file.file,
      line,
      get fingerprint() {
        return fingerprintOf(again.read({ from, line }))
      },
    })
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

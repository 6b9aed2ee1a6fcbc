import { decimal } from '../../base/decimal.js'
import { createLog, type DiagnosticLog } from '../../base/diagnostic.js'
import type { ByteFile, OpenedByteFile } from '../../data/bytes/byte-file.js'
import { brokenInput, changed } from '../../data/input.js'
import { type OpenLedger, openLedger } from '../../data/ledger.js'
import { collectSuspects, type Suspects } from '../../data/suspects.js'
import type { EngineCounts } from '../../engine/assessor.js'
import type { CompiledPack } from '../../engine/compile-js/compile.js'
import { columnsOf, type Pack } from '../../lang/pack.js'
import { type AbsentColumns, createAbsentColumns } from '../../report/absent-columns.js'
import { createFold, type Fold, type FoldOptions, SHOWN, SMALL } from '../../report/summary.js'
import type { Output } from '../output.js'
import { layoutFor } from './byte-layout.js'
import type { ByteRun } from './byte-run.js'
import type { ChunkResult, RowPlace } from './chunk-result.js'
import { type ChunkStep, type ChunkSteps, judgeHere, type Place } from './chunk-steps.js'
import { createIdChain, type IdChain } from './id-chain.js'
import type { Tally } from './outcomes.js'
import { judgeInThreads } from './threads.js'

/** What is known of a file when all its rows have been looked at. */
export interface LookedAt {
  readonly suspects: Suspects
  records: number
  withId: number
  broken: { count: number; first: string }
}

/** A row to be read again, and the file where it stands. */
export interface RowOf extends RowPlace {
  readonly file: ByteFile
}

/** What one pass over all files has come to. */
export interface BytePass {
  readonly log: DiagnosticLog
  readonly fold: Fold
  readonly absent: AbsentColumns
  readonly ledger: OpenLedger
  readonly engine: EngineCounts
  readonly ids: IdChain
  /** By the order of the files. */
  readonly looked: LookedAt[]
  /** The first records to be listed, and all that are shown where they are few. */
  readonly listed: RowOf[]
  readonly shown: RowOf[]
}

export function newPass(compiled: CompiledPack, options: FoldOptions): BytePass {
  return {
    log: createLog(),
    fold: createFold(compiled.pack, options),
    absent: createAbsentColumns(compiled.pack),
    ledger: openLedger(),
    engine: { compiled: 0, interpreted: 0 },
    ids: createIdChain(),
    ...{ looked: [], listed: [], shown: [] },
  }
}

/** Where a pass puts what it makes, and whom it tells how far it is. */
export interface PassEnds {
  readonly outputs: readonly Output[]
  readonly rejects: Output | null
  onRows(records: number, bytes: number): void
  /** Whether anybody still wants what is made. */
  isWanted(): boolean
}

/** What came of a pass over one file: `odd` is for the normal reader. */
export type PassEnd = 'done' | 'odd' | 'unwanted'

/** Goes over the rows of one file, in so many threads. */
export async function passOver(
  pass: BytePass,
  compiled: CompiledPack,
  opened: OpenedByteFile,
  run: ByteRun,
  threads: number,
  ends: PassEnds,
): Promise<PassEnd> {
  const { file, blankRows, skippedRows } = opened
  const chunks = threads > 1 ? judgeInThreads(compiled.pack, run, threads) : judgeHere(compiled, run)
  const needs: Needs = new Map()
  const learner = createLearner(pass, compiled.pack, file, chunks)
  pass.ledger.add({ ...NOTHING_READ, blank_rows: blankRows, skipped_rows: skippedRows })
  for await (const step of chunks.steps) {
    if (step.kind === 'odd') return 'odd'
    if (step.kind === 'count') {
      pass.fold.addCounted({ asOf: step.count.asOf })
      takeTally(pass, step.count.tally, needs)
      continue
    }
    const { result, output } = step
    await takeChunk(pass, file, result, output, ends)
    step.release()
    learner.learn(result)
    if (result.tally !== null) takeTally(pass, result.tally, needs)
    ends.onRows(result.rows, result.bytes)
    if (!ends.isWanted()) return 'unwanted'
    // One thread that writes nothing waits for nothing else, and would hear no signal until it is done.
    await new Promise((done) => setImmediate(done))
  }
  noteAbsent(pass, absentIn(compiled, run), needs)
  return 'done'
}

const NOTHING_READ = { read: 0, assessed: 0, rejected: 0, duplicates: 0, not_interviews: 0 }

async function takeChunk(
  { log, fold, ledger, engine, listed, shown }: BytePass,
  file: ByteFile,
  result: ChunkResult,
  output: Uint8Array,
  { outputs, rejects }: PassEnds,
): Promise<void> {
  ledger.add(result.ledger)
  engine.compiled += result.engine.compiled
  engine.interpreted += result.engine.interpreted
  log.merge(result.found)
  fold.addCounted({ failedChecks: result.failedChecks })
  for (const hold of result.holds) fold.hold(hold)
  for (const row of result.listed) if (listed.length < SHOWN) listed.push({ ...row, file })
  for (const row of result.shown) if (shown.length <= SMALL) shown.push({ ...row, file })
  if (result.rejects !== '') await rejects?.write(result.rejects)
  if (output.length > 0) for (const each of outputs) await each.writeBytes(output)
}

/** What records need, with how many they are and the number of the first. */
type Needs = Map<string, { readonly names: readonly string[]; first: number; records: number }>

function takeTally({ fold }: BytePass, { outcomes, gaps }: Tally, needs: Needs): void {
  fold.addCounted({
    gaps,
    outcomes: outcomes.map(({ persons, ...outcome }) => ({ ...outcome, persons: decimal(persons) })),
  })
  for (const { needs: names, first, records } of outcomes) {
    if (names.length === 0) continue
    const key = names.join('|')
    const known = needs.get(key)
    if (known === undefined) needs.set(key, { names, first, records })
    else {
      known.first = Math.min(known.first, first)
      known.records += records
    }
  }
}

/** Columns that the file lacks are told in the order in which its records need them. */
function noteAbsent({ absent }: BytePass, record: ReturnType<typeof absentIn>, needs: Needs): void {
  for (const { names, records } of [...needs.values()].sort((a, b) => a.first - b.first))
    absent.add({ record, needs: names }, records)
}

/** What no record of the file says, because it has no such column. */
function absentIn(compiled: CompiledPack, run: ByteRun) {
  const { file, facts, members } = layoutFor(compiled, run)
  const missing = facts.filter(({ column }) => column === null)
  return {
    file,
    facts: new Map(missing.map(({ name, missing }) => [name, missing])),
    members: members && ({ kind: 'gap', reason: 'absent' } as const),
  }
}

/** Gathers what chunks show of a file; asks for the keys of ids from where they no longer ascend. */
function createLearner({ ids, looked }: BytePass, pack: Pack, file: ByteFile, chunks: ChunkSteps) {
  const look: LookedAt = {
    suspects: collectSuspects(),
    ...{ records: 0, withId: 0, broken: { count: 0, first: '' } },
  }
  looked.push(look)
  const declarations = columnsOf(pack)
  const place: Place = { from: file.start, line: file.line, row: 0 }
  return {
    learn({ learned, bytes, rows, lines }: ChunkResult): void {
      const to = place.from + bytes
      if (learned !== null) {
        look.records += learned.records
        look.withId += learned.withId
        if (look.broken.count === 0) look.broken.first = learned.firstBroken
        look.broken.count += learned.broken
        for (const [name, counts] of learned.columns) {
          const declaration = declarations.get(name)
          if (declaration !== undefined) look.suspects.add(name, declaration, counts)
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
export function addMissingKeys({ ids }: BytePass, compiled: CompiledPack, runs: readonly ByteRun[]): void {
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

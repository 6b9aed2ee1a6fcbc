import { closeSync, openSync } from 'node:fs'
import type { CompiledPack } from '../../compile/compile.js'
import { planRows } from '../loop/row-plan.js'
import type { ChunkResult, RunCount } from '../outcome/chunk-result.js'
import type { Demands, FileRun } from '../outcome/file-run.js'
import { openChunkReader } from '../read/chunks.js'
import { createChunkJudge } from './judge-chunk.js'

/** What comes of the chunks of a file, in its order. */
export type ChunkStep =
  /** `release` gives back the memory in which the output stands. */
  | { readonly kind: 'chunk'; readonly result: ChunkResult; readonly output: Uint8Array; release(): void }
  /** What one of the threads has counted beside; after all chunks. */
  | { readonly kind: 'count'; readonly count: RunCount }
  /** The text is no plain CSV, or says what does not fit: the normal reader must read it. */
  | { readonly kind: 'not-plain' }

/** Where chunks are read from, one after another: a place in the file with its line and row. */
export interface Place {
  from: number
  line: number
  row: number
}

/** The chunks of a file as they are judged. */
export interface ChunkSteps {
  readonly steps: Iterable<ChunkStep> | AsyncIterable<ChunkStep>
  /** From now on the keys of ids are asked for. */
  askForKeys(): void
  /** From now on nothing is judged. */
  onlyLook(): void
}

/** Judges the chunks of a file here and now, from a place on. */
export function judgeHere(
  compiled: CompiledPack,
  run: FileRun,
  place: Place = { from: run.file.start, line: run.file.line, row: 0 },
): ChunkSteps {
  const demands = { wantsKeys: false, onlyLooks: false }
  return {
    steps: stepsHere(compiled, run, { ...place }, demands),
    askForKeys() {
      demands.wantsKeys = true
    },
    onlyLook() {
      demands.onlyLooks = true
    },
  }
}

const NOTHING = new Uint8Array(0)

function* stepsHere(
  compiled: CompiledPack,
  run: FileRun,
  place: Place,
  demands: Demands,
): Generator<ChunkStep> {
  const { path, delimiter, end } = run.file
  const file = openSync(path, 'r')
  try {
    const plan = planRows(compiled, run)
    const reader = plan && openChunkReader(file, end, delimiter, run.size, plan.besideSize)
    if (plan === null || reader === null) {
      yield { kind: 'not-plain' }
      return
    }
    const judge = createChunkJudge(compiled, run, plan, reader.chunk, demands)
    /** Given back when what stood in it is written. */
    const memory: Uint8Array[] = []
    while (place.from < end) {
      if (!reader.read(place.from)) {
        yield { kind: 'not-plain' }
        return
      }
      const result = judge.judge(place.from, place.line, place.row)
      const output = run.writes ? judge.output(memory.pop() ?? new Uint8Array(2 * run.size)) : NOTHING
      yield { kind: 'chunk', result, output, release: () => void memory.push(new Uint8Array(output.buffer)) }
      place.from += reader.chunk.length
      place.line += reader.chunk.count + reader.chunk.breaks
      place.row += reader.chunk.count
    }
    yield { kind: 'count', count: judge.finish() }
  } finally {
    closeSync(file)
  }
}

import { closeSync, openSync } from 'node:fs'
import type { CompiledPack } from '../../compile/compile.js'
import type { ChunkPlace, ChunkResult, RunCount } from '../outcome/chunk-result.js'
import type { Demands, FileRun } from '../outcome/file-run.js'
import { moveBehind, openChunks } from './open-chunks.js'

/** What comes of the chunks of a file, in its order. */
export type ChunkStep =
  /** `release` gives back the memory in which the output stands. */
  | { readonly kind: 'chunk'; readonly result: ChunkResult; readonly output: Uint8Array; release(): void }
  /** What one of the threads has counted; after all chunks. */
  | { readonly kind: 'count'; readonly count: RunCount }
  /** The text is not plain CSV, or a value does not fit: the normal reader must read the file. */
  | { readonly kind: 'not-plain' }

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
  place: ChunkPlace = { from: run.file.start, line: run.file.line, row: 0 },
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
  place: ChunkPlace,
  demands: Demands,
): Generator<ChunkStep> {
  const file = openSync(run.file.path, 'r')
  try {
    const chunks = openChunks(compiled, run, file, demands)
    if (chunks === null) {
      yield { kind: 'not-plain' }
      return
    }
    const { reader, judge } = chunks
    /** Given back when what stood in it is written. */
    const memory: Uint8Array[] = []
    while (place.from < run.file.end) {
      if (!reader.read(place.from)) {
        yield { kind: 'not-plain' }
        return
      }
      const result = judge.judge(place)
      const output = run.writes ? judge.output(memory.pop() ?? new Uint8Array(2 * run.size)) : NOTHING
      yield { kind: 'chunk', result, output, release: () => void memory.push(new Uint8Array(output.buffer)) }
      moveBehind(place, reader.chunk)
    }
    yield { kind: 'count', count: judge.finish() }
  } finally {
    closeSync(file)
  }
}

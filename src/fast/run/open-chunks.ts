import type { CompiledPack } from '../../compile/compile.js'
import { planRows } from '../loop/row-plan.js'
import type { ChunkPlace } from '../outcome/chunk-result.js'
import type { Demands, FileRun } from '../outcome/file-run.js'
import { type Chunk, type ChunkReader, openChunkReader } from '../read/chunks.js'
import { type ChunkJudge, createChunkJudge } from './judge-chunk.js'

/** What reads the chunks of a file, and what judges the one just read. */
export interface OpenChunks {
  readonly reader: ChunkReader
  readonly judge: ChunkJudge
}

/** Opens the chunks of an open file; `null` if the normal reader must read it, or if there is no WebAssembly. */
export function openChunks(
  compiled: CompiledPack,
  run: FileRun,
  file: number,
  demands: Demands,
): OpenChunks | null {
  const plan = planRows(compiled, run)
  const reader = plan && openChunkReader(file, run.file.end, run.file.delimiter, run.size, plan.besideSize)
  if (plan === null || reader === null) return null
  return { reader, judge: createChunkJudge(compiled, run, plan, reader.chunk, demands) }
}

/** Moves a place behind the chunk that was read there. */
export function moveBehind(place: ChunkPlace, { length, count, breaks }: Chunk): void {
  place.from += length
  place.line += count + breaks
  place.row += count
}

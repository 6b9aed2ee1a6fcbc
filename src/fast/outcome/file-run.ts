import type { ColumnDoubts } from '../../survey/doubts/column-doubts.js'
import type { ByteFile } from '../read/byte-file.js'

/** What a pass does with the rows of a file, as data that can be sent to threads. */
export interface FileRun {
  readonly file: ByteFile
  readonly assume: ReadonlyMap<string, string>
  readonly asOf: string | null
  readonly only: readonly string[] | null
  /** What is doubtful about columns; `null`: this pass learns it, and which ids are repeated, and judges as if nothing were doubtful. */
  readonly doubts: ReadonlyMap<string, ColumnDoubts> | null
  /** The keys of repeated ids, of this file and others. */
  readonly repeated: Uint32Array | null
  /** Whether records are judged, and whether their rows are written. */
  readonly judges: boolean
  readonly writes: boolean
  /** How many bytes are read at a time. */
  readonly size: number
}

/** What those who judge chunks are asked for while they work. */
export interface Demands {
  /** The keys of ids, even where they ascend. */
  readonly wantsKeys: boolean
  /** No judgement, because all rows will be read again. */
  readonly onlyLooks: boolean
}

import type { ColumnDoubts } from '../../survey/doubts/column-doubts.js'
import type { ByteFile } from '../read/byte-file.js'

/** What is to be done with the rows of a file; plain enough to be told to other threads. */
export interface FileRun {
  readonly file: ByteFile
  readonly assume: ReadonlyMap<string, string>
  readonly asOf: string | null
  readonly only: readonly string[] | null
  /** What is doubtful about columns; `null`: that is to be learned, and which ids come more than once, and nothing is doubted yet. */
  readonly doubts: ReadonlyMap<string, ColumnDoubts> | null
  /** The keys of ids that come more than once, of this file and others. */
  readonly repeated: Uint32Array | null
  /** Whether records are judged, and whether their rows are written. */
  readonly judges: boolean
  readonly writes: boolean
  /** How many bytes are read at a time. */
  readonly size: number
}

/** What is asked of those who judge chunks while they are at it. */
export interface Demands {
  /** The keys of ids, though they ascend. */
  readonly wantsKeys: boolean
  /** No judgement, because all rows will be read again. */
  readonly onlyLooks: boolean
}

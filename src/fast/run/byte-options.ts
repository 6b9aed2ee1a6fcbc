import type { ByteFile } from '../read/byte-file.js'

/** How rows are read as bytes. */
export interface ByteOptions {
  readonly threads: number
  /** How many bytes are read at a time. */
  readonly size: number
  /** A file of fewer bytes is judged in one thread. */
  readonly leastInThreads?: number
}

/** No more threads than chunks, because starting a thread takes as long as judging many chunks, and there may be thousands of files. */
export function threadsFor(
  { start, end }: Pick<ByteFile, 'start' | 'end'>,
  { threads, size, leastInThreads = 0 }: ByteOptions,
): number {
  const bytes = end - start
  return bytes < leastInThreads ? 1 : Math.min(threads, Math.ceil(bytes / size))
}

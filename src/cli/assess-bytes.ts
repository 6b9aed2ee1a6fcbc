import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { AssessStart } from './assess-all.js'
import type { ExitCode } from './exit-code.js'

/** Files that are smaller are read sooner than the code for bytes is loaded, and in one thread sooner than others are started. */
const SMALLEST = 1 << 17
const SMALLEST_IN_THREADS = 1 << 23

const CHUNK = 1 << 19

/**
 * Judges large CSV files without making texts of their cells, where all that is asked for is a CSV report or a summary; `null` where
 * something else is asked for, or where the files are not plain.
 */
export async function assessBytes(start: AssessStart): Promise<ExitCode | null> {
  const { request, plan } = start
  const { files, engine, by, keep, excel } = request
  if (engine === 'interpret' || by !== null || keep.length > 0 || excel) return null
  if (plan.reports.some(({ format }) => format === 'json' || format === 'ndjson')) return null
  const bytes = files.reduce((sum, file) => sum + sizeOf(file), 0)
  if (engine === null && bytes < SMALLEST) return null
  const { assessPlain } = await import('./bytes/assess-plain.js')
  const { threads } = request
  const leastInThreads = threads === null ? SMALLEST_IN_THREADS : 0
  return assessPlain(start, { threads: threads ?? availableParallelism(), size: CHUNK, leastInThreads })
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

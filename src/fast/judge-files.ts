import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { FilesJudged, FilesTask } from '../report/assess/files-task.js'
import type { AssessFormat } from '../report/assess/formats.js'

/** Smaller files are read sooner than this code is loaded, and sooner in one thread than others are started. */
const SMALLEST = 1 << 17
const SMALLEST_IN_THREADS = 1 << 23

const CHUNK = 1 << 19

/** The formats that this wing writes: rows of CSV, and those that need only the summary. */
const WRITABLE: ReadonlySet<AssessFormat> = new Set(['table', 'csv', 'markdown'])

/**
 * The door of files: judges large CSV files without making texts of their cells. `null` where more than a CSV report or a summary is asked
 * for, or where the files are not plain.
 */
export async function judgeFiles(task: FilesTask): Promise<FilesJudged | null> {
  const { files, formats, engine, threads, fold, keep, raw, excel, long } = task
  if (engine === 'interpret' || fold.by !== null || keep.length > 0 || raw || excel || long) return null
  if (!formats.every((format) => WRITABLE.has(format))) return null
  const bytes = files.reduce((sum, file) => sum + sizeOf(file), 0)
  if (engine === null && bytes < SMALLEST) return null
  const { judgePlainFiles } = await import('./run/passes.js')
  const leastInThreads = threads === null ? SMALLEST_IN_THREADS : 0
  return judgePlainFiles(task, { threads: threads ?? availableParallelism(), size: CHUNK, leastInThreads })
}

/** 0 where it cannot be looked at, which the normal reader tells. */
function sizeOf(file: string): number {
  try {
    return statSync(file, { throwIfNoEntry: false })?.size ?? 0
  } catch {
    return 0
  }
}

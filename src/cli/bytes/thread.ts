import { closeSync, openSync } from 'node:fs'
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { openChunkReader } from '../../data/bytes/chunks.js'
import { compilePack } from '../../engine/compile-js/compile.js'
import { restorePack } from '../../engine/kept-pack.js'
import { openBaton, type SharedBaton } from './baton.js'
import { createByteJudge } from './byte-judge.js'
import { planRows } from './byte-layout.js'
import type { ByteRun } from './byte-run.js'
import type { ChunkResult, RunCount } from './chunk-result.js'

/** What a thread is told at its start. */
export interface ThreadTask {
  /** As `keepPack` writes it. */
  readonly pack: string
  readonly run: ByteRun
  readonly baton: SharedBaton
  readonly thread: number
}

/** What a thread tells. */
export type ThreadMessage =
  | {
      readonly kind: 'chunk'
      readonly thread: number
      /** The number of the chunk. */
      readonly chunk: number
      readonly result: ChunkResult
      /** Memory to be given back, and how much of it is output. */
      readonly memory: ArrayBuffer
    }
  | { readonly kind: 'count'; readonly chunks: number; readonly count: RunCount }
  | { readonly kind: 'odd' }

/** So many pieces of output may wait to be written. */
const MOST_WAITING = 3

/** Reads and judges chunks in turn with other threads until the file ends. */
export function workInThread(): void {
  const port = parentPort
  if (port === null) throw new Error('this is to be run as a thread')
  const { pack: kept, run, baton: shared, thread } = workerData as ThreadTask
  const tell = (message: ThreadMessage, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer)
  const baton = openBaton(shared)
  const { path, delimiter, end } = run.file
  const file = openSync(path, 'r')
  const compiled = compilePack(restorePack(kept))
  const plan = 'refused' in compiled ? null : planRows(compiled, run)
  const reader = plan && openChunkReader(file, end, delimiter, run.size, plan.deskSize)
  const judge =
    'refused' in compiled || plan === null || reader === null
      ? null
      : createByteJudge(compiled, run, plan, reader.chunk, baton)
  let sent = 0

  /** Memory that came back, or new memory while there is little. */
  function nextMemory(): Uint8Array {
    if (sent >= MOST_WAITING) baton.waitFor(thread, sent - MOST_WAITING + 1)
    const received = receiveMessageOnPort(port as NonNullable<typeof port>)
    return new Uint8Array(received === undefined ? new ArrayBuffer(run.size * 2) : received.message)
  }

  try {
    while (!baton.isStopped) {
      let at = { from: end, line: 0, row: 0, chunk: 0 }
      let isPlain = judge !== null
      baton.take((place, chunk) => {
        at = { ...place, chunk }
        if (place.from >= end || !isPlain || reader === null) return
        isPlain = reader.read(place.from)
        place.from += reader.chunk.length
        place.line += reader.chunk.count + reader.chunk.breaks
        place.row += reader.chunk.count
      })
      if (!isPlain || judge === null) {
        baton.stop()
        tell({ kind: 'odd' })
        return
      }
      if (at.from >= end) {
        tell({ kind: 'count', chunks: sent, count: judge.finish() })
        return
      }
      const result = judge.judge(at.from, at.line, at.row)
      const memory = run.writes ? (judge.output(nextMemory()).buffer as ArrayBuffer) : new ArrayBuffer(0)
      tell({ kind: 'chunk', thread, chunk: at.chunk, result, memory }, [memory])
      sent += 1
    }
  } finally {
    closeSync(file)
  }
}

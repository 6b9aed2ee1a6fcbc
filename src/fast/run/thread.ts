import { closeSync, openSync } from 'node:fs'
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { compilePack } from '../../compile/compile.js'
import { planRows } from '../loop/row-plan.js'
import type { ChunkResult, RunCount } from '../outcome/chunk-result.js'
import type { FileRun } from '../outcome/file-run.js'
import { openChunkReader } from '../read/chunks.js'
import { createChunkJudge } from './judge-chunk.js'
import { restorePack } from './pack-text.js'
import { openReadTurn, type SharedReadTurn } from './read-turn.js'

/** What a thread is told at its start. */
export interface ThreadTask {
  /** As `preparePack` writes it. */
  readonly pack: string
  readonly run: FileRun
  readonly turn: SharedReadTurn
  readonly thread: number
}

/** What a thread tells. */
export type ThreadMessage =
  | {
      readonly kind: 'chunk'
      readonly thread: number
      /** The number of the chunk. */
      readonly chunk: number
      /** But for the keys of ids. */
      readonly result: ChunkResult
      /** Memory to be given back, with the output and behind it so many words of keys; empty where there is neither. */
      readonly memory: ArrayBuffer
      readonly keyWords: number | null
    }
  | { readonly kind: 'count'; readonly chunks: number; readonly count: RunCount }
  | { readonly kind: 'not-plain' }

/** So many pieces of output may wait to be written. */
const MOST_WAITING = 3

/** Reads and judges chunks in turn with other threads until the file ends. */
export function workInThread(): void {
  const port = parentPort
  if (port === null) throw new Error('this is to be run as a thread')
  const { pack: written, run, turn: shared, thread } = workerData as ThreadTask
  const tell = (message: ThreadMessage, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer)
  const turn = openReadTurn(shared)
  const { path, delimiter, end } = run.file
  const file = openSync(path, 'r')
  const compiled = compilePack(restorePack(written))
  const plan = 'refused' in compiled ? null : planRows(compiled, run)
  const reader = plan && openChunkReader(file, end, delimiter, run.size, plan.besideSize)
  const judge =
    'refused' in compiled || plan === null || reader === null
      ? null
      : createChunkJudge(compiled, run, plan, reader.chunk, turn)
  let chunks = 0
  /** Pieces of memory. */
  let sent = 0

  /** Memory that came back, or new memory while there is little. */
  function nextMemory(): Uint8Array {
    if (sent >= MOST_WAITING) turn.waitFor(thread, sent - MOST_WAITING + 1)
    const received = receiveMessageOnPort(port as NonNullable<typeof port>)
    sent += 1
    return new Uint8Array(received === undefined ? new ArrayBuffer(run.size * 2) : received.message)
  }

  try {
    while (!turn.isStopped) {
      let at = { from: end, line: 0, row: 0, chunk: 0 }
      let isPlain = judge !== null
      turn.take((place, chunk) => {
        at = { ...place, chunk }
        if (place.from >= end || !isPlain || reader === null) return
        isPlain = reader.read(place.from)
        place.from += reader.chunk.length
        place.line += reader.chunk.count + reader.chunk.breaks
        place.row += reader.chunk.count
      })
      if (!isPlain || judge === null) {
        turn.stop()
        tell({ kind: 'not-plain' })
        return
      }
      if (at.from >= end) {
        tell({ kind: 'count', chunks, count: judge.finish() })
        return
      }
      const { learned, ...others } = judge.judge(at.from, at.line, at.row)
      const keys = learned?.ids.keys ?? null
      const memory =
        run.writes || keys !== null ? withKeys(judge.output(nextMemory()), keys) : new ArrayBuffer(0)
      const result = { ...others, learned: learned && { ...learned, ids: { ...learned.ids, keys: null } } }
      tell({ kind: 'chunk', thread, chunk: at.chunk, result, memory, keyWords: keys?.length ?? null }, [
        memory,
      ])
      chunks += 1
    }
  } finally {
    closeSync(file)
  }
}

/** Puts keys behind output, in larger memory where they do not fit. */
function withKeys(output: Uint8Array, keys: Uint32Array | null): ArrayBuffer {
  const given = output.buffer as ArrayBuffer
  if (keys === null) return given
  const at = keysAt(output.length)
  const isEnough = at + keys.byteLength <= given.byteLength
  const memory = isEnough ? given : new ArrayBuffer(at + keys.byteLength)
  if (!isEnough) new Uint8Array(memory).set(output)
  new Uint32Array(memory, at, keys.length).set(keys)
  return memory
}

/** Where keys stand behind so many bytes of output. */
export const keysAt = (written: number): number => (written + 3) & ~3

import { closeSync, openSync } from 'node:fs'
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { type Language, speak } from '../../base/say/say.js'
import { compilePack } from '../../compile/compile.js'
import type { ChunkPlace, ChunkResult, RunCount } from '../outcome/chunk-result.js'
import type { FileRun } from '../outcome/file-run.js'
import { moveBehind, type OpenChunks, openChunks } from './open-chunks.js'
import { restorePack } from './pack-text.js'
import { openReadTurn, type ReadTurn, type SharedReadTurn } from './read-turn.js'

/** What a thread gets at its start. */
export interface ThreadTask {
  /** As `preparePack` writes it. */
  readonly pack: string
  readonly run: FileRun
  readonly turn: SharedReadTurn
  readonly thread: number
  readonly language: Language
}

/** What a thread tells. */
export type ThreadMessage =
  | {
      readonly kind: 'chunk'
      readonly thread: number
      /** The number of the chunk. */
      readonly chunk: number
      /** Without the keys of ids. */
      readonly result: ChunkResult
      /** The output and behind it the keys, in memory that must be given back; empty where there is neither. */
      readonly memory: ArrayBuffer
      /** How many words the keys are. */
      readonly keyWords: number | null
    }
  | { readonly kind: 'count'; readonly chunks: number; readonly count: RunCount }
  | { readonly kind: 'not-plain' }

/** How many pieces of output may wait to be written. */
const MOST_WAITING = 3

/** A thread at work. */
interface Work {
  readonly port: MessagePort
  readonly task: ThreadTask
  readonly turn: ReadTurn
  readonly chunks: OpenChunks
  /** How many pieces of memory were sent. */
  sent: number
}

/** Reads and judges chunks in turn with other threads until the file ends. */
export async function workInThread(): Promise<void> {
  const port = parentPort
  if (port === null) throw new Error('this is to be run as a thread')
  const task = workerData as ThreadTask
  await speak(task.language)
  const turn = openReadTurn(task.turn)
  const file = openSync(task.run.file.path, 'r')
  try {
    const compiled = compilePack(restorePack(task.pack))
    const chunks = 'refused' in compiled ? null : openChunks(compiled, task.run, file, turn)
    if (chunks === null) tellNotPlain(port, turn)
    else judgeInTurn({ port, task, turn, chunks, sent: 0 })
  } finally {
    closeSync(file)
  }
}

function judgeInTurn(work: Work): void {
  const { port, turn, chunks } = work
  for (let told = 0; !turn.isStopped; told++) {
    const read = readInTurn(work)
    if (read === 'not-plain') {
      tellNotPlain(port, turn)
      return
    }
    if (read === 'end') {
      tell(port, { kind: 'count', chunks: told, count: chunks.judge.finish() })
      return
    }
    tellChunk(work, read.place, read.chunk)
  }
}

function tellNotPlain(port: MessagePort, turn: ReadTurn): void {
  turn.stop()
  tell(port, { kind: 'not-plain' })
}

const tell = (port: MessagePort, message: ThreadMessage, transfer: ArrayBuffer[] = []): void =>
  port.postMessage(message, transfer)

/** Reads the next chunk when it is this thread's turn; gives its place and number. */
function readInTurn({ task, turn, chunks: { reader } }: Work) {
  return turn.take((place, chunk) => {
    if (place.from >= task.run.file.end) return 'end'
    const from = { ...place }
    if (!reader.read(from.from)) return 'not-plain'
    moveBehind(place, reader.chunk)
    return { place: from, chunk }
  })
}

/** Judges the chunk just read, and tells what it came to. */
function tellChunk(work: Work, place: ChunkPlace, chunk: number): void {
  const { port, task, chunks } = work
  const { learned, ...others } = chunks.judge.judge(place)
  const keys = learned?.ids.keys ?? null
  const memory =
    task.run.writes || keys !== null
      ? withKeys(chunks.judge.output(nextMemory(work)), keys)
      : new ArrayBuffer(0)
  const result = { ...others, learned: learned && { ...learned, ids: { ...learned.ids, keys: null } } }
  const keyWords = keys?.length ?? null
  tell(port, { kind: 'chunk', thread: task.thread, chunk, result, memory, keyWords }, [memory])
}

/** Memory that came back, or new memory while there is little. */
function nextMemory(work: Work): Uint8Array {
  const { port, task, turn } = work
  if (work.sent >= MOST_WAITING) turn.waitFor(task.thread, work.sent - MOST_WAITING + 1)
  const received = receiveMessageOnPort(port)
  work.sent += 1
  return new Uint8Array(received === undefined ? new ArrayBuffer(task.run.size * 2) : received.message)
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

/** Where keys come after output of a length in bytes. */
export const keysAt = (written: number): number => (written + 3) & ~3

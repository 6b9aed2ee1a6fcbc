import { Worker } from 'node:worker_threads'
import { languageSpoken } from '../../base/say/say.js'
import { shipped } from '../../base/shipped.js'
import type { Pack } from '../../lang/pack.js'
import type { ChunkResult } from '../outcome/chunk-result.js'
import type { FileRun } from '../outcome/file-run.js'
import type { ChunkStep, ChunkSteps } from './chunk-steps.js'
import { preparePack } from './pack-text.js'
import { newReadTurn, openReadTurn, type ReadTurn, type SharedReadTurn } from './read-turn.js'
import { keysAt, type ThreadMessage, type ThreadTask } from './thread.js'

/** The program of a thread, as it was built; whoever runs the source takes it too. */
const PROGRAM = shipped('dist', 'fast', 'worker.js')

/** What is made for a row lives shortly: more room for it makes no thread quicker. */
const YOUNG_MEGABYTES = 3

/** Judges the chunks of a file in several threads; they come in the order of the file. */
export function judgeInThreads(pack: Pack, run: FileRun, threads: number): ChunkSteps {
  const { start, line } = run.file
  const shared = newReadTurn(threads, { from: start, line, row: 0 })
  const turn = openReadTurn(shared)
  return {
    steps: stepsOf(pack, run, threads, shared, turn),
    askForKeys: turn.askForKeys,
    onlyLook: turn.onlyLook,
  }
}

async function* stepsOf(
  pack: Pack,
  run: FileRun,
  threads: number,
  shared: SharedReadTurn,
  turn: ReadTurn,
): AsyncGenerator<ChunkStep> {
  const written = preparePack(pack)
  const inbox = createInbox()
  const workers = Array.from({ length: threads }, (_, thread) =>
    startThread({ pack: written, run, turn: shared, thread, language: languageSpoken() }, inbox),
  )
  try {
    yield* inOrder(workers, inbox, turn)
  } finally {
    turn.stop()
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

function startThread(task: ThreadTask, inbox: Inbox): Worker {
  const worker = new Worker(PROGRAM, {
    workerData: task,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES, maxOldGenerationSizeMb: 192 },
  })
  worker.on('message', (message: ThreadMessage) => inbox.put(message))
  worker.on('error', (error) => inbox.fail(error))
  return worker
}

type ChunkMessage = ThreadMessage & { readonly kind: 'chunk' }

/** Puts the chunks that threads tell of into the order of the file; what the threads counted comes last. */
async function* inOrder(workers: readonly Worker[], inbox: Inbox, turn: ReadTurn): AsyncGenerator<ChunkStep> {
  const waiting = new Map<number, ChunkMessage>()
  const counts: ChunkStep[] = []
  for (let next = 0; counts.length < workers.length || waiting.size > 0; ) {
    const chunk = waiting.get(next)
    if (chunk !== undefined) {
      waiting.delete(next)
      next += 1
      yield stepOf(chunk, workers, turn)
      continue
    }
    const message = await inbox.take()
    if (message.kind === 'not-plain') {
      yield { kind: 'not-plain' }
      return
    }
    if (message.kind === 'chunk') waiting.set(message.chunk, message)
    else counts.push({ kind: 'count', count: message.count })
  }
  yield* counts
}

function stepOf(message: ChunkMessage, workers: readonly Worker[], turn: ReadTurn): ChunkStep {
  const { memory, thread } = message
  const result = withKeys(message)
  return {
    kind: 'chunk',
    result,
    output: new Uint8Array(memory, 0, result.written),
    release() {
      if (memory.byteLength === 0) return
      workers[thread]?.postMessage(memory, [memory])
      turn.giveBack(thread)
    },
  }
}

/** The result of a chunk with the keys that are in the memory. */
function withKeys({ result, memory, keyWords }: ChunkMessage): ChunkResult {
  const { learned, written } = result
  if (learned === null || keyWords === null) return result
  const keys = new Uint32Array(memory, keysAt(written), keyWords)
  return { ...result, learned: { ...learned, ids: { ...learned.ids, keys } } }
}

/** Messages of threads, in the order in which they came. */
interface Inbox {
  put(message: ThreadMessage): void
  /** From now on taking fails. */
  fail(error: Error): void
  /** The next message, when there is one. */
  take(): Promise<ThreadMessage>
}

function createInbox(): Inbox {
  const messages: ThreadMessage[] = []
  let failure: Error | null = null
  let wake: (() => void) | null = null
  const ring = () => {
    wake?.()
    wake = null
  }
  return {
    put(message) {
      messages.push(message)
      ring()
    },
    fail(error) {
      failure = error
      ring()
    },
    async take() {
      for (;;) {
        const message = messages.shift()
        if (message !== undefined) return message
        if (failure !== null) throw failure
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
}

import { Worker } from 'node:worker_threads'
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
  const came = createInbox()
  const workers = Array.from({ length: threads }, (_, thread) => {
    const task: ThreadTask = { pack: written, run, turn: shared, thread }
    const worker = new Worker(PROGRAM, {
      workerData: task,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES, maxOldGenerationSizeMb: 192 },
    })
    worker.on('message', (message: ThreadMessage) => came.put(message))
    worker.on('error', (error) => came.fail(error))
    return worker
  })
  try {
    const waiting = new Map<number, ThreadMessage & { kind: 'chunk' }>()
    let next = 0
    let working = threads
    const counts: ChunkStep[] = []
    while (working > 0 || waiting.size > 0) {
      const chunk = waiting.get(next)
      if (chunk !== undefined) {
        waiting.delete(next)
        next += 1
        const { memory, thread } = chunk
        const result = withKeys(chunk)
        const release = () => {
          if (memory.byteLength === 0) return
          workers[thread]?.postMessage(memory, [memory])
          turn.giveBack(thread)
        }
        yield { kind: 'chunk', result, output: new Uint8Array(memory, 0, result.written), release }
        continue
      }
      const message = await came.take()
      if (message.kind === 'not-plain') {
        yield { kind: 'not-plain' }
        return
      }
      if (message.kind === 'chunk') waiting.set(message.chunk, message)
      else {
        working -= 1
        counts.push({ kind: 'count', count: message.count })
      }
    }
    yield* counts
  } finally {
    turn.stop()
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

/** The result of a chunk with the keys that stand in the memory. */
function withKeys({ result, memory, keyWords }: ThreadMessage & { kind: 'chunk' }): ChunkResult {
  const { learned, written } = result
  if (learned === null || keyWords === null) return result
  const keys = new Uint32Array(memory, keysAt(written), keyWords)
  return { ...result, learned: { ...learned, ids: { ...learned.ids, keys } } }
}

/** Messages that wait to be taken, and who waits for one. */
function createInbox() {
  const messages: ThreadMessage[] = []
  let failure: Error | null = null
  let wake: (() => void) | null = null
  const ring = () => {
    wake?.()
    wake = null
  }
  return {
    put(message: ThreadMessage) {
      messages.push(message)
      ring()
    },
    fail(error: Error) {
      failure = error
      ring()
    },
    async take(): Promise<ThreadMessage> {
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

import type { Demands } from '../outcome/file-run.js'
import type { Place } from './chunk-steps.js'

/** What threads share: who may read next, where, and which chunk that is; and what each has been given back. */
export type SharedReadTurn = SharedArrayBuffer

const LOCK = 0
const STOP = 1
const KEYS = 2
const LOOKING = 3
const NUMBERS = 64

export const newReadTurn = (threads: number, { from, line, row }: Place): SharedReadTurn => {
  const shared = new SharedArrayBuffer(NUMBERS + 4 * 8 + 4 * threads)
  new Float64Array(shared, NUMBERS, 4).set([from, line, row, 0])
  return shared
}

/** The right to read the next chunk, which one thread has at a time: where a row starts is known only when the rows before it are found. */
export interface ReadTurn extends Demands {
  /** Runs `read` alone, with the next place; what it adds to the place is where the next chunk starts. */
  take(read: (place: Place, chunk: number) => void): void
  /** Nobody need read any more. */
  stop(): void
  readonly isStopped: boolean
  /** From now on the keys of ids are asked for. */
  askForKeys(): void
  /** From now on records are not judged, because all rows will be read again. */
  onlyLook(): void
  /** Tells a thread that memory has been given back to it. */
  giveBack(thread: number): void
  /** Waits until so many pieces of memory have been given back to a thread. */
  waitFor(thread: number, returned: number): void
}

export function openReadTurn(shared: SharedReadTurn): ReadTurn {
  const words = new Int32Array(shared, 0, NUMBERS / 4)
  const numbers = new Float64Array(shared, NUMBERS, 4)
  const returned = new Int32Array(shared, NUMBERS + 4 * 8)
  return {
    take(read) {
      while (Atomics.compareExchange(words, LOCK, 0, 1) !== 0) Atomics.wait(words, LOCK, 1)
      try {
        const [from = 0, line = 0, row = 0, chunk = 0] = numbers
        const place = { from, line, row }
        read(place, chunk)
        numbers.set([place.from, place.line, place.row, chunk + 1])
      } finally {
        Atomics.store(words, LOCK, 0)
        Atomics.notify(words, LOCK, 1)
      }
    },
    stop() {
      Atomics.store(words, STOP, 1)
      for (let thread = 0; thread < returned.length; thread++) this.giveBack(thread)
    },
    get isStopped() {
      return Atomics.load(words, STOP) === 1
    },
    askForKeys() {
      Atomics.store(words, KEYS, 1)
    },
    get wantsKeys() {
      return Atomics.load(words, KEYS) === 1
    },
    onlyLook() {
      Atomics.store(words, LOOKING, 1)
    },
    get onlyLooks() {
      return Atomics.load(words, LOOKING) === 1
    },
    giveBack(thread) {
      Atomics.add(returned, thread, 1)
      Atomics.notify(returned, thread)
    },
    waitFor(thread, count) {
      for (;;) {
        const now = Atomics.load(returned, thread)
        if (now >= count || Atomics.load(words, STOP) === 1) return
        Atomics.wait(returned, thread, now)
      }
    },
  }
}

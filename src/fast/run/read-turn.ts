import type { ChunkPlace } from '../outcome/chunk-result.js'
import type { Demands } from '../outcome/file-run.js'

/** What threads share: who may read next, where, and which chunk that is; and what each has been given back. */
export type SharedReadTurn = SharedArrayBuffer

/** Words, then the place and number of the next chunk as doubles, then a word for each thread. */
const LOCK = 0
const STOP = 1
const KEYS = 2
const LOOKING = 3
const NUMBERS = 64
const RETURNED = NUMBERS + 4 * 8

/** Begins at a place of a file. */
export const newReadTurn = (threads: number, { from, line, row }: ChunkPlace): SharedReadTurn => {
  const shared = new SharedArrayBuffer(RETURNED + 4 * threads)
  new Float64Array(shared, NUMBERS, 4).set([from, line, row, 0])
  return shared
}

/** The right to read the next chunk, which one thread has at a time, because a row starts where the rows before it end. */
export interface ReadTurn extends Demands {
  /** Runs `read` alone, with the place and the number of the next chunk; `read` moves the place behind it. */
  take<T>(read: (place: ChunkPlace, chunk: number) => T): T
  /** No thread needs to read any more. */
  stop(): void
  readonly isStopped: boolean
  /** From now on the keys of ids are asked for. */
  askForKeys(): void
  /** From now on records are not judged, because all rows will be read again. */
  onlyLook(): void
  /** Tells a thread that memory has been given back to it. */
  giveBack(thread: number): void
  /** Waits until this many pieces of memory have been given back to a thread. */
  waitFor(thread: number, returned: number): void
}

/** The turn as one of those who share it sees it. */
export function openReadTurn(shared: SharedReadTurn): ReadTurn {
  const words = new Int32Array(shared, 0, NUMBERS / 4)
  const numbers = new Float64Array(shared, NUMBERS, 4)
  const returned = new Int32Array(shared, RETURNED)
  return {
    take: (read) => takeTurn(words, numbers, read),
    stop() {
      set(words, STOP)
      for (let thread = 0; thread < returned.length; thread++) giveBack(returned, thread)
    },
    get isStopped() {
      return isSet(words, STOP)
    },
    askForKeys: () => set(words, KEYS),
    get wantsKeys() {
      return isSet(words, KEYS)
    },
    onlyLook: () => set(words, LOOKING),
    get onlyLooks() {
      return isSet(words, LOOKING)
    },
    giveBack: (thread) => giveBack(returned, thread),
    waitFor(thread, count) {
      for (;;) {
        const now = Atomics.load(returned, thread)
        if (now >= count || isSet(words, STOP)) return
        Atomics.wait(returned, thread, now)
      }
    },
  }
}

const isSet = (words: Int32Array, word: number): boolean => Atomics.load(words, word) === 1

const set = (words: Int32Array, word: number): void => {
  Atomics.store(words, word, 1)
}

function giveBack(returned: Int32Array, thread: number): void {
  Atomics.add(returned, thread, 1)
  Atomics.notify(returned, thread)
}

function takeTurn<T>(
  words: Int32Array,
  numbers: Float64Array,
  read: (place: ChunkPlace, chunk: number) => T,
): T {
  while (Atomics.compareExchange(words, LOCK, 0, 1) !== 0) Atomics.wait(words, LOCK, 1)
  try {
    const [from = 0, line = 0, row = 0, chunk = 0] = numbers
    const place = { from, line, row }
    const result = read(place, chunk)
    numbers.set([place.from, place.line, place.row, chunk + 1])
    return result
  } finally {
    Atomics.store(words, LOCK, 0)
    Atomics.notify(words, LOCK, 1)
  }
}

import type { CompiledResult } from '../../engine/compile-js/compile.js'
import type { Outcome, Outcomes } from './outcomes.js'
import {
  LISTS,
  OPEN,
  OUTCOME,
  outcomeAt,
  type PlainLayout,
  personsAt,
  RULING,
  rulingAt,
  SELECTOR,
  SHOWS,
  type TablePlan,
  UNDECIDED,
} from './plain-layout.js'

/** Rulings and outcomes as the run over plain rows finds them, and what it counts of these. */
export interface PlainTables {
  /** Makes views of the memory, which may have grown. */
  look(): void
  /** Adds the outcome of the record whose words its judge has just written. */
  add(out: CompiledResult, outcome: Outcome): void
  /** Adds what was counted to the outcomes, and forgets them. */
  flush(): void
}

export function createPlainTables(
  layout: PlainLayout,
  memory: WebAssembly.Memory,
  outcomes: Outcomes,
): PlainTables {
  const rulings = createEntries(layout.rulings)
  const opened = createEntries(layout.outcomes)
  /** By the order of entries. */
  const known: Outcome[] = []
  let words = new Int32Array()
  let doubles = new Float64Array()
  let counts = new Uint32Array()

  function look(): void {
    words = new Int32Array(memory.buffer)
    doubles = new Float64Array(memory.buffer)
    counts = new Uint32Array(memory.buffer, layout.counts, layout.countsLength)
  }

  const put = (address: number, value: number) => {
    words[address >> 2] = value
  }

  function outcomeFor(number: number, needs: Int32Array, outcome: Outcome): number | null {
    const { address, isNew } = opened.entry(words, [number, ...needs])
    if (address === null || !isNew) return address
    known.push(outcome)
    const own = address + outcomeAt(layout)
    const { cells, isShown, isListed } = outcome
    put(own + OUTCOME.flags, (isShown ? SHOWS : 0) | (isListed ? LISTS : 0))
    put(own + OUTCOME.behindId, cells.idAt)
    put(own + OUTCOME.behindIdLength, cells.idLength)
    put(own + OUTCOME.behindDate, cells.dateAt)
    put(own + OUTCOME.behindDateLength, cells.dateLength)
    put(own + OUTCOME.records, 0)
    put(own + OUTCOME.unsized, 0)
    doubles[(address + personsAt(layout)) >> 3] = 0
    return address
  }

  return {
    look,
    add({ ruling, needs }, outcome) {
      const { number, unknown, turning, possible, selectorTurns } = ruling
      const isOpen = possible.length > 0
      const placed = outcomeFor(number, isOpen ? needs : NO_NEEDS.subarray(0, needs.length), outcome)
      if (placed === null) return
      const from = layout.judge.words >> 2
      const { address, isNew } = rulings.entry(words, [...words.subarray(from, from + layout.rulings.key)])
      if (address === null || !isNew) return
      const own = address + rulingAt(layout)
      const isUnknown = unknown.length > 0 || isOpen
      put(
        own + RULING.flags,
        (isUnknown ? OPEN : 0) | (isOpen ? UNDECIDED : 0) | (selectorTurns ? SELECTOR : 0),
      )
      put(own + RULING.outcome, placed)
      put(own + RULING.number, number)
      for (const [nth, indices] of [unknown, turning].entries()) {
        const masks = (own + RULING.masks + 4 * nth * layout.maskWords) >> 2
        words.fill(0, masks, masks + layout.maskWords)
        for (const index of indices)
          words[masks + (index >>> 5)] = (words[masks + (index >>> 5)] as number) | (1 << (index & 31))
      }
    },
    flush() {
      const sizes = outcomeAt(layout)
      for (const [nth, outcome] of known.entries()) {
        const address = layout.outcomes.entries + nth * layout.outcomes.size
        outcome.records += words[(address + sizes + OUTCOME.records) >> 2] as number
        outcome.unsized += words[(address + sizes + OUTCOME.unsized) >> 2] as number
        outcome.persons += doubles[(address + personsAt(layout)) >> 3] as number
      }
      known.length = 0
      rulings.clear(words)
      opened.clear(words)
      outcomes.addGaps(counts)
      counts.fill(0)
    },
  }
}

const NO_NEEDS = new Int32Array(1024)

/** The entries of a table, looked up as the run over plain rows looks them up. */
function createEntries({ slots, mask, entries, size, most }: TablePlan) {
  let count = 0
  return {
    /** The entry of a key, a new one where there is none; its address is `null` where there is no more room. */
    entry(words: Int32Array, own: readonly number[]): { address: number | null; isNew: boolean } {
      let hash = 0
      for (const word of own) {
        hash = Math.imul(hash ^ word, 0x9e3779b1)
        hash ^= hash >>> 15
      }
      for (; ; hash++) {
        const slot = (slots >> 2) + (hash & mask)
        const address = words[slot] as number
        if (address === 0) {
          if (count === most) return { address: null, isNew: false }
          const made = entries + size * count
          count += 1
          words[slot] = made
          words.set(own, made >> 2)
          return { address: made, isNew: true }
        }
        if (own.every((word, index) => words[(address >> 2) + index] === word))
          return { address, isNew: false }
      }
    },
    clear(words: Int32Array): void {
      if (count > 0) words.fill(0, slots >> 2, (slots >> 2) + mask + 1)
      count = 0
    },
  }
}

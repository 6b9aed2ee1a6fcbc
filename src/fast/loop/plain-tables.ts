import { hashOf } from '../../compile/int-table.js'
import type { Ruling } from '../../compile/rulings.js'
import type { CountedOutcome } from '../outcome/outcomes.js'
import type { OpenTally } from '../outcome/tally.js'
import {
  LISTS,
  type LoopLayout,
  OPEN,
  OUTCOME,
  outcomeAt,
  personsAt,
  RULING,
  rulingAt,
  SELECTOR,
  SHOWS,
  type TablePlan,
  UNDECIDED,
} from './loop-layout.js'

/** Rulings and outcomes as the run over plain rows finds them, and what it counts of these. */
export interface PlainTables {
  /** Makes views of the memory, which may have grown. */
  look(): void
  /** Adds an outcome for records with a ruling, and with needs where that leaves them open; `null` where there is no more room. */
  addOutcome(ruling: Ruling, needs: Int32Array, outcome: CountedOutcome): number | null
  /** Adds the ruling for words; `outcome` is where its one outcome stands, if it has but one. `false`: there is no more room. */
  addRuling(words: Int32Array, ruling: Ruling, outcome: number): boolean
  /** The ruling whose entry stands there. */
  rulingOf(entry: number): Ruling
  /** Adds what was counted to the outcomes and the tally, and forgets all entries. */
  flush(): void
}

export function createPlainTables(
  layout: LoopLayout,
  memory: WebAssembly.Memory,
  tally: OpenTally,
): PlainTables {
  const rulings = createEntries(layout.rulings)
  const opened = createEntries(layout.outcomes)
  /** By the order of entries. */
  const known: CountedOutcome[] = []
  const ruled: Ruling[] = []
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

  return {
    look,
    addOutcome({ number }, needs, outcome) {
      const { address, isNew } = opened.entry(words, [number, ...needs])
      if (address === null || !isNew) return address
      known.push(outcome)
      const own = address + outcomeAt(layout)
      const { isShown, isListed } = outcome
      put(own + OUTCOME.flags, (isShown ? SHOWS : 0) | (isListed ? LISTS : 0))
      put(own + OUTCOME.behindId, outcome.idAt)
      put(own + OUTCOME.behindIdLength, outcome.idLength)
      put(own + OUTCOME.behindDate, outcome.dateAt)
      put(own + OUTCOME.behindDateLength, outcome.dateLength)
      put(own + OUTCOME.records, 0)
      put(own + OUTCOME.unsized, 0)
      doubles[(address + personsAt(layout)) >> 3] = 0
      return address
    },
    addRuling(key, ruling, outcome) {
      const { number, unknown, turning, possible, selectorTurns } = ruling
      const { address, isNew } = rulings.entry(words, key)
      if (address === null || !isNew) return address !== null
      ruled.push(ruling)
      const own = address + rulingAt(layout)
      const isOpen = possible.length > 0
      const isUnknown = unknown.length > 0 || isOpen
      put(
        own + RULING.flags,
        (isUnknown ? OPEN : 0) | (isOpen ? UNDECIDED : 0) | (selectorTurns ? SELECTOR : 0),
      )
      put(own + RULING.outcome, outcome)
      put(own + RULING.number, number)
      for (const [nth, indices] of [unknown, turning].entries()) {
        const masks = (own + RULING.masks + 4 * nth * layout.maskWords) >> 2
        words.fill(0, masks, masks + layout.maskWords)
        for (const index of indices)
          words[masks + (index >>> 5)] = (words[masks + (index >>> 5)] as number) | (1 << (index & 31))
      }
      return true
    },
    rulingOf(entry) {
      const ruling = ruled[(entry - layout.rulings.entries) / layout.rulings.size]
      if (ruling === undefined) throw new Error('an entry without a ruling')
      return ruling
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
      ruled.length = 0
      rulings.clear(words)
      opened.clear(words)
      tally.addGaps(counts)
      counts.fill(0)
    },
  }
}

/** The entries of a table, looked up as the run over plain rows looks them up. */
function createEntries({ slots, mask, entries, size, most }: TablePlan) {
  let count = 0
  return {
    /** The entry of a key, a new one where there is none; its address is `null` where there is no more room. */
    entry(
      words: Int32Array,
      own: Int32Array | readonly number[],
    ): { address: number | null; isNew: boolean } {
      for (let hash = hashOf(own, 0, own.length); ; hash++) {
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

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

/** Rulings and outcomes in memory, where the loop looks them up and counts them. */
export interface PlainTables {
  /** Makes views of the memory, which may have grown. */
  viewMemory(): void
  /** Adds an outcome for records with a ruling, and with needs if that leaves them open; `null` if there is no more room. */
  addOutcome(ruling: Ruling, needs: Int32Array, outcome: CountedOutcome): number | null
  /** Adds the ruling for words of verdicts; `outcome` is the address of its outcome, if it has only one. `false`: there is no more room. */
  addRuling(words: Int32Array, ruling: Ruling, outcome: number): boolean
  /** The ruling whose entry is there. */
  rulingOf(entry: number): Ruling
  /** Adds what was counted to the outcomes and the tally, and forgets all entries. */
  flush(): void
}

interface Tables {
  readonly layout: LoopLayout
  readonly memory: WebAssembly.Memory
  readonly tally: OpenTally
  readonly rulingEntries: Entries
  readonly outcomeEntries: Entries
  /** By the order of entries. */
  readonly rulings: Ruling[]
  readonly outcomes: CountedOutcome[]
  /** Views of the memory, and of the counts of gaps. */
  words: Int32Array
  doubles: Float64Array
  counts: Uint32Array
}

/** Tables without entries; their memory must hold zeros. */
export function createPlainTables(
  layout: LoopLayout,
  memory: WebAssembly.Memory,
  tally: OpenTally,
): PlainTables {
  const tables: Tables = {
    layout,
    memory,
    tally,
    rulingEntries: createEntries(layout.rulings),
    outcomeEntries: createEntries(layout.outcomes),
    rulings: [],
    outcomes: [],
    words: new Int32Array(),
    doubles: new Float64Array(),
    counts: new Uint32Array(),
  }
  viewMemory(tables)
  return {
    viewMemory: () => viewMemory(tables),
    addOutcome: (ruling, needs, outcome) => addOutcome(tables, ruling, needs, outcome),
    addRuling: (words, ruling, outcome) => addRuling(tables, words, ruling, outcome),
    rulingOf: (entry) => rulingOf(tables, entry),
    flush: () => flush(tables),
  }
}

function viewMemory(tables: Tables): void {
  const { memory, layout } = tables
  tables.words = new Int32Array(memory.buffer)
  tables.doubles = new Float64Array(memory.buffer)
  tables.counts = new Uint32Array(memory.buffer, layout.counts, layout.countsLength)
}

function addOutcome(
  { layout, outcomeEntries, outcomes, words, doubles }: Tables,
  { number }: Ruling,
  needs: Int32Array,
  outcome: CountedOutcome,
): number | null {
  const { address, isNew } = outcomeEntries.entry(words, [number, ...needs])
  if (address === null || !isNew) return address
  outcomes.push(outcome)
  const own = (address + outcomeAt(layout)) >> 2
  words[own + OUTCOME.flags / 4] = (outcome.isShown ? SHOWS : 0) | (outcome.isListed ? LISTS : 0)
  words[own + OUTCOME.behindId / 4] = outcome.idAt
  words[own + OUTCOME.behindIdLength / 4] = outcome.idLength
  words[own + OUTCOME.behindDate / 4] = outcome.dateAt
  words[own + OUTCOME.behindDateLength / 4] = outcome.dateLength
  words[own + OUTCOME.records / 4] = 0
  words[own + OUTCOME.unsized / 4] = 0
  doubles[(address + personsAt(layout)) >> 3] = 0
  return address
}

function addRuling(
  { layout, rulingEntries, rulings, words }: Tables,
  key: Int32Array,
  ruling: Ruling,
  outcome: number,
): boolean {
  const { address, isNew } = rulingEntries.entry(words, key)
  if (address === null || !isNew) return address !== null
  rulings.push(ruling)
  const own = (address + rulingAt(layout)) >> 2
  words[own + RULING.flags / 4] = flagsOf(ruling)
  words[own + RULING.outcome / 4] = outcome
  words[own + RULING.number / 4] = ruling.number
  const masks = own + RULING.masks / 4
  putMask(words, masks, layout.maskWords, ruling.unknown)
  putMask(words, masks + layout.maskWords, layout.maskWords, ruling.turning)
  return true
}

function flagsOf({ possible, selectorTurns, unknown }: Ruling): number {
  const isOpen = possible.length > 0
  const isUnknown = unknown.length > 0 || isOpen
  return (isUnknown ? OPEN : 0) | (isOpen ? UNDECIDED : 0) | (selectorTurns ? SELECTOR : 0)
}

/** Sets a bit for each of some criteria. */
function putMask(words: Int32Array, from: number, length: number, criteria: readonly number[]): void {
  words.fill(0, from, from + length)
  for (const index of criteria) {
    const at = from + (index >>> 5)
    words[at] = (words[at] as number) | (1 << (index & 31))
  }
}

function rulingOf({ layout, rulings }: Tables, entry: number): Ruling {
  const ruling = rulings[(entry - layout.rulings.entries) / layout.rulings.size]
  if (ruling === undefined) throw new Error('an entry without a ruling')
  return ruling
}

function flush(tables: Tables): void {
  const { layout, outcomes, rulings, words, doubles, counts, tally } = tables
  const sizes = outcomeAt(layout)
  for (const [nth, outcome] of outcomes.entries()) {
    const address = layout.outcomes.entries + nth * layout.outcomes.size
    outcome.records += words[(address + sizes + OUTCOME.records) >> 2] as number
    outcome.unsized += words[(address + sizes + OUTCOME.unsized) >> 2] as number
    outcome.persons += doubles[(address + personsAt(layout)) >> 3] as number
  }
  outcomes.length = 0
  rulings.length = 0
  tables.rulingEntries.clear(words)
  tables.outcomeEntries.clear(words)
  tally.addGaps(counts)
  counts.fill(0)
}

/** The entries of a table in memory. */
interface Entries {
  /** The entry of a key, a new one if there is none; its address is `null` if there is no more room. */
  entry(
    words: Int32Array,
    key: Int32Array | readonly number[],
  ): { readonly address: number | null; readonly isNew: boolean }
  clear(words: Int32Array): void
}

/** Entries that are looked up as the loop looks them up. */
function createEntries({ slots, mask, entries, size, most }: TablePlan): Entries {
  let count = 0
  return {
    entry(words, key) {
      for (let hash = hashOf(key, 0, key.length); ; hash++) {
        const slot = (slots >> 2) + (hash & mask)
        const address = words[slot] as number
        if (address === 0) {
          if (count === most) return { address: null, isNew: false }
          const made = entries + size * count
          count += 1
          words[slot] = made
          words.set(key, made >> 2)
          return { address: made, isNew: true }
        }
        if (key.every((word, index) => words[(address >> 2) + index] === word))
          return { address, isNew: false }
      }
    },
    clear(words) {
      if (count > 0) words.fill(0, slots >> 2, (slots >> 2) + mask + 1)
      count = 0
    },
  }
}

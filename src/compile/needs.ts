import type { Plan } from './generate.js'
import type { Ruling } from './rulings.js'
import { gapNumber } from './slots.js'

/** What keeps a record open, as sets of gaps: one bit for each name, in words of 32 bits. */
export interface OpenGaps {
  /** The gaps that keep each unknown criterion open; a criterion takes some words. */
  readonly gaps: Int32Array
  /** The gaps that would settle the decision, and those that no answer settles; none if it is decided. */
  readonly needs: Int32Array
  readonly blocked: Int32Array
}

/** Sets of gaps of the record at hand: those that no answer settles, and those in columns that the file lacks. */
export interface GapMasks {
  readonly blocked: Int32Array
  readonly absent: Int32Array
}

/** Finds what open decisions under a pack need. */
export interface Needs extends GapMasks {
  /** The number of words of a set. */
  readonly words: number
  /** The number of slots, the roster included. */
  readonly length: number
  /** The gaps that no answer settles, for any record. */
  readonly always: Int32Array
  /** The bit of each slot, last that of the roster; -1 if no criterion reads it. */
  readonly slotBits: Int32Array
  /** The slot of the selector, or -1 if one table serves all. */
  readonly selector: number
}

export function createNeeds({ pack, table, names }: Plan): Needs {
  const bitOf = (name: string) => names.byName.get(name) ?? -1
  const always = new Int32Array(names.words)
  for (const name of names.blocked) put(always, bitOf(name))
  const { by } = pack.decisions
  return {
    words: names.words,
    length: table.length,
    blocked: new Int32Array(names.words),
    absent: new Int32Array(names.words),
    always,
    slotBits: Int32Array.from([...table.slots.map(({ name }) => bitOf(name)), bitOf('members')]),
    selector: by === null ? -1 : (table.byName.get(by)?.index ?? -1),
  }
}

const CONFLICTING = gapNumber('conflicting')
const ABSENT = gapNumber('absent')

/** Works out the masks for a record with these gaps; the same arrays each time. */
export function masksOf(needs: Needs, gaps: Uint8Array): GapMasks {
  const { words, length, blocked, absent, always, slotBits } = needs
  for (let word = 0; word < words; word++) {
    blocked[word] = always[word] ?? 0
    absent[word] = 0
  }
  for (let slot = 0; slot < length; slot++) {
    if (gaps[slot] === 0) continue
    if (gaps[slot] === CONFLICTING) put(blocked, slotBits[slot] ?? -1)
    else if (gaps[slot] === ABSENT) put(absent, slotBits[slot] ?? -1)
  }
  return needs
}

/** Forgets what the last record needed. A loop over a word or two, because `fill` takes as long as all the rest. */
export function clearNeeds({ words }: Needs, out: OpenGaps): void {
  for (let word = 0; word < words; word++) {
    out.needs[word] = 0
    out.blocked[word] = 0
  }
}

/**
 * Writes what the decision needs, after the masks were worked out. Gives 1 if nothing would settle it: that is a bug, and the interpreter
 * reports it.
 */
export function findNeeds(needs: Needs, ruling: Ruling, gaps: Uint8Array, out: OpenGaps): 0 | 1 {
  if (ruling.possible.length === 0) return 0
  const { words, blocked, slotBits, selector } = needs
  if (ruling.selectorTurns && selector >= 0 && gaps[selector] !== 0) put(out.needs, slotBits[selector] ?? -1)
  let any = 0
  for (let word = 0; word < words; word++) {
    let all = out.needs[word] ?? 0
    for (const index of ruling.turning) all |= out.gaps[index * words + word] ?? 0
    out.needs[word] = all & ~(blocked[word] ?? 0)
    out.blocked[word] = all & (blocked[word] ?? 0)
    any |= all
  }
  return any === 0 ? 1 : 0
}

function put(set: Int32Array, bit: number): void {
  if (bit >= 0) set[bit >>> 5] = (set[bit >>> 5] ?? 0) | (1 << (bit & 31))
}

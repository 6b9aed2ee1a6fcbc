import { ID_WORDS } from '../../survey/records/repeated-ids.js'
import { compareIds, keyOf, LONGEST_ID } from './id-bytes.js'

/** What the ids of a chunk show. Ids that ascend, from chunk to chunk too, cannot occur twice. */
export interface IdSpan {
  readonly count: number
  readonly isAscending: boolean
  /** Whether one of them occurs twice among them. */
  readonly hasRepeats: boolean
  readonly first: Uint8Array
  readonly last: Uint8Array
  /** A key of three words for each, until the next chunk ends; `null` where they ascend and nobody asked for keys. */
  readonly keys: Uint32Array | null
}

/** Follows the ids of a chunk. Their bytes must stay where they are until the chunk ends. */
export interface AscendingIds {
  add(bytes: Uint8Array, start: number, end: number): void
  /** What came since the last end. */
  end(withKeys: boolean): IdSpan
}

/** Where the fields are in memory. The loop in WebAssembly writes them too. The place of an id is two words: its address and length. */
export const ID_FIELDS = {
  count: 0,
  /** 1 while they ascend. */
  ascends: 4,
  /** The last id. */
  address: 8,
  length: 12,
  /** A copy of the last id, where it stood elsewhere. */
  own: 16,
  places: 16 + LONGEST_ID + 1,
} as const

/** The address of an id that is not in the memory; its length is its number among these. */
const ELSEWHERE = 0xffffffff

/** How many bytes the fields take for a chunk of up to `ids` ids. */
export const ascendingIdsSize = (ids: number): number => ID_FIELDS.places + 8 * ids

interface Following {
  readonly memory: WebAssembly.Memory
  /** Where the fields start. */
  readonly at: number
  readonly most: number
  /** Views of the memory: all of it, the fields, the places of ids. */
  all: Uint8Array
  fields: Uint32Array
  places: Uint32Array
  /** Ids that are not in the memory. */
  readonly others: Uint8Array[]
  /** Used again for each chunk, because an array left behind would stay until the next collection. */
  keys: Uint32Array
}

/** Follows ids in memory whose fields start at an address, `ids` of them a chunk at most. */
export function createAscendingIds(memory: WebAssembly.Memory, at: number, ids: number): AscendingIds {
  const following: Following = {
    memory,
    at,
    most: ids,
    all: new Uint8Array(),
    fields: new Uint32Array(),
    places: new Uint32Array(),
    others: [],
    keys: new Uint32Array(0),
  }
  viewMemory(following)
  clear(following)
  return {
    add: (bytes, start, end) => addId(following, bytes, start, end),
    end: (withKeys) => endOf(following, withKeys),
  }
}

/** Makes views of the memory, which may have grown. */
function viewMemory(following: Following): void {
  const { memory, at, most } = following
  if (following.all.buffer === memory.buffer) return
  following.all = new Uint8Array(memory.buffer)
  following.fields = new Uint32Array(memory.buffer, at, ID_FIELDS.own / 4)
  following.places = new Uint32Array(memory.buffer, at + ID_FIELDS.places, 2 * most)
}

const get = ({ fields }: Following, field: number) => fields[field / 4] as number
const put = ({ fields }: Following, field: number, value: number) => {
  fields[field / 4] = value
}

function clear(following: Following): void {
  put(following, ID_FIELDS.count, 0)
  put(following, ID_FIELDS.ascends, 1)
  following.others.length = 0
}

function addId(following: Following, bytes: Uint8Array, start: number, end: number): void {
  viewMemory(following)
  const { all, at, places, others } = following
  const count = get(following, ID_FIELDS.count)
  const length = end - start
  const isHere = bytes.buffer === all.buffer
  if (get(following, ID_FIELDS.ascends) === 1 && !isBehindLast(following, bytes, start, end))
    put(following, ID_FIELDS.ascends, 0)
  if (isHere) places.set([bytes.byteOffset + start, length], 2 * count)
  else {
    if (length <= LONGEST_ID) all.set(bytes.subarray(start, end), at + ID_FIELDS.own)
    places.set([ELSEWHERE, others.push(bytes.slice(start, end)) - 1], 2 * count)
  }
  put(following, ID_FIELDS.address, isHere ? bytes.byteOffset + start : at + ID_FIELDS.own)
  put(following, ID_FIELDS.length, length)
  put(following, ID_FIELDS.count, count + 1)
}

/** Whether an id comes after the last one. A longer one than may be copied is never compared. */
function isBehindLast(following: Following, bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > LONGEST_ID) return false
  if (get(following, ID_FIELDS.count) === 0) return true
  const address = get(following, ID_FIELDS.address)
  const lastEnd = address + get(following, ID_FIELDS.length)
  return compareIds(following.all, address, lastEnd, bytes, start, end) < 0
}

function endOf(following: Following, withKeys: boolean): IdSpan {
  viewMemory(following)
  const count = get(following, ID_FIELDS.count)
  const isAscending = get(following, ID_FIELDS.ascends) === 1
  const keys = withKeys || !isAscending ? keysOf(following, count) : null
  const span = {
    count,
    isAscending,
    hasRepeats: !isAscending && keys !== null && repeats(keys, count),
    first: copyOf(following, Math.min(0, count - 1)),
    last: copyOf(following, count - 1),
    keys,
  }
  clear(following)
  return span
}

/** The bytes of the id with a number, and where they are. */
function idAt({ all, places, others }: Following, number: number) {
  const [address = 0, length = 0] = places.subarray(2 * number, 2 * number + 2)
  const other = address === ELSEWHERE ? others[length] : undefined
  return other === undefined
    ? { bytes: all, start: address, end: address + length }
    : { bytes: other, start: 0, end: other.length }
}

function copyOf(following: Following, number: number): Uint8Array {
  if (number < 0) return new Uint8Array()
  const { bytes, start, end } = idAt(following, number)
  return bytes.slice(start, end)
}

function keysOf(following: Following, count: number): Uint32Array {
  if (following.keys.length < count * ID_WORDS) following.keys = new Uint32Array(count * ID_WORDS)
  const { keys } = following
  for (let number = 0; number < count; number++) {
    const { bytes, start, end } = idAt(following, number)
    keyOf(bytes, start, end, keys, number * ID_WORDS)
  }
  return keys.subarray(0, count * ID_WORDS)
}

/** Whether two of the keys are the same. */
function repeats(keys: Uint32Array, count: number): boolean {
  const mask = 2 ** Math.ceil(Math.log2(count * 2 + 2)) - 1
  /** Numbers of keys from 1; 0 is free. */
  const slots = new Uint16Array(mask + 1)
  const word = (number: number, at: number) => keys[number * ID_WORDS + at] as number
  for (let number = 0; number < count; number++) {
    for (let slot = word(number, 0) & mask; ; slot = (slot + 1) & mask) {
      const other = slots[slot] as number
      if (other === 0) {
        slots[slot] = number + 1
        break
      }
      if ([0, 1, 2].every((at) => word(other - 1, at) === word(number, at))) return true
    }
  }
  return false
}

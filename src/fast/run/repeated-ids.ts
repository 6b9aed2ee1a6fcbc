import { createIdTable, ID_WORDS } from '../../survey/records/repeated-ids.js'
import type { ChunkPlace } from '../outcome/chunk-result.js'
import type { IdSpan } from '../read/ascending-ids.js'
import type { ByteFile } from '../read/byte-file.js'
import { compareIds, digestOfId } from '../read/id-bytes.js'

/** A part of a file whose ids were passed over. */
export interface PassedOver {
  readonly file: ByteFile
  readonly place: ChunkPlace
  /** Where it ends. */
  to: number
}

/**
 * Finds ids that stand more than once. Ids that ascend do not, so nothing is kept of them. From the first one that does not
 * ascend, the key of each id is kept, 12 bytes, and the keys of the ids before it are asked for.
 */
export interface RepeatedIds {
  /** `false` where the ids of the chunk do not follow those before. */
  add(span: IdSpan, file: ByteFile, place: ChunkPlace, to: number): boolean
  /** Parts of files whose keys are needed. They must be added before `seal`. */
  missing(): readonly PassedOver[]
  addKeys(keys: Uint32Array): void
  /** The keys of the ids that stand more than once, or `null` where there are none. */
  seal(): Uint32Array | null
  /** How many ids there are where some stand more than once, and how many different ones; to be asked after `seal`. */
  counts(): { readonly added: number; readonly distinct: number }
}

/** Repeated ids of no file yet. */
export function createRepeatedIds(): RepeatedIds {
  const table = createIdTable(digestOfId)
  const passedOver: PassedOver[] = []
  let last: Uint8Array | null = null
  let isAscending = true

  function addKeys(keys: Uint32Array): void {
    for (let at = 0; at < keys.length; at += ID_WORDS) table.addKey(keys, at)
  }

  function passOver(file: ByteFile, place: ChunkPlace, to: number): void {
    const before = passedOver.at(-1)
    if (before?.file === file && before.to === place.from) before.to = to
    else passedOver.push({ file, place: { ...place }, to })
  }

  return {
    add({ count, isAscending: ascends, first, last: end, keys }, file, place, to) {
      if (count === 0) return isAscending
      const follows = last === null || compareIds(last, 0, last.length, first, 0, first.length) < 0
      isAscending &&= ascends && follows
      last = end
      if (keys !== null && !isAscending) addKeys(keys)
      else passOver(file, place, to)
      return isAscending
    },
    missing: () => (isAscending ? [] : passedOver),
    addKeys,
    counts: table.counts,
    seal() {
      if (isAscending) return null
      table.seal()
      const repeated = table.repeated()
      return repeated.length === 0 ? null : repeated
    },
  }
}

import { createIdTable, ID_WORDS } from '../../survey/records/repeated-ids.js'
import { compareIds, digestOfId, type IdSpan } from '../read/ascending-ids.js'
import type { ByteFile } from '../read/byte-file.js'
import type { Place } from './chunk-steps.js'

/** A part of a file whose ids were passed over. */
export interface PassedOver {
  readonly file: ByteFile
  readonly place: Place
  /** Where it ends. */
  to: number
}

/**
 * Finds ids that stand more than once. While they ascend there are none, and nothing is kept; from where they do not on, the keys of all of
 * them are, 12 bytes each, and those passed over are asked for.
 */
export interface RepeatedIds {
  /** `false` where the ids of the chunk do not follow those before. */
  add(span: IdSpan, file: ByteFile, place: Place, to: number): boolean
  /** Parts of files whose keys are needed; to be added before `seal`. */
  missing(): readonly PassedOver[]
  addKeys(keys: Uint32Array): void
  /** The keys of the ids that stand more than once, or `null` where there are none. */
  seal(): Uint32Array | null
}

export function createRepeatedIds(): RepeatedIds {
  const table = createIdTable(digestOfId)
  const passedOver: PassedOver[] = []
  let last: Uint8Array | null = null
  let isAscending = true

  function addKeys(keys: Uint32Array): void {
    for (let at = 0; at < keys.length; at += ID_WORDS) table.addKey(keys, at)
  }

  function passOver(file: ByteFile, place: Place, to: number): void {
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
    seal() {
      if (isAscending) return null
      table.seal()
      const repeated = table.repeated()
      return repeated.length === 0 ? null : repeated
    },
  }
}

import { constants } from 'node:buffer'
import { getHeapStatistics } from 'node:v8'

/** How much text still fits into memory as a tree. */
export interface MemoryLimit {
  isPassedAfter(chunk: Buffer): boolean
}

/** Bytes of memory for each character that can start a value, measured on texts made only of such characters. */
const COST = { json: 500, yaml: 1200 }

const STARTS = { json: ',:[{', yaml: ',:[{-?\n' }

/** Watches how much memory a text will take, so that a large text is refused before the memory is used up. */
export function memoryLimit(format: 'json' | 'yaml'): MemoryLimit {
  const { heap_size_limit, used_heap_size } = getHeapStatistics()
  const starts = new Uint8Array(256)
  for (const byte of Buffer.from(STARTS[format])) starts[byte] = 1
  let bytes = 0
  let left = (heap_size_limit - used_heap_size) / COST[format]
  return {
    isPassedAfter(chunk) {
      bytes += chunk.length
      for (const byte of chunk) left -= starts[byte] ?? 0
      return left < 0 || bytes > constants.MAX_STRING_LENGTH
    },
  }
}

import { expect, it } from 'vitest'
import { threadsFor } from '../../../src/fast/run/byte-options.js'

const KB = 1 << 10
const DEFAULTS = { threads: 4, size: 256 * KB, leastInThreads: 8 << 20 }

it.each([
  ['a small file among many', 20 * KB, DEFAULTS, 1],
  ['just below what pays', (8 << 20) - 1, DEFAULTS, 1],
  ['what pays', 8 << 20, DEFAULTS, 4],
  ['a small file where threads are asked for', 20 * KB, { threads: 3, size: 256 * KB }, 1],
  ['two chunks where three threads are asked for', 257 * KB, { threads: 3, size: 256 * KB }, 2],
  ['as many chunks as threads', 768 * KB, { threads: 3, size: 256 * KB }, 3],
  ['one thread', 1 << 30, { threads: 1, size: 256 * KB }, 1],
])('a file is judged in no more threads than pay: %s', (_, bytes, options, expected) => {
  expect(threadsFor({ start: 100, end: 100 + bytes }, options)).toBe(expected)
})

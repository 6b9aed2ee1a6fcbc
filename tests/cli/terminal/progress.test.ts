import { afterEach, expect, test } from 'vitest'
import { speak } from '../../../src/base/say/say.js'
import { progressLine } from '../../../src/cli/terminal/progress.js'

test.each([
  [
    { records: 12_400, bytes: 1_596_000, total: 4_200_000 },
    516,
    '12,400 households, 38% of 4.2 MB, 24,031 a second, 1 s left',
  ],
  [{ records: 0, bytes: 0, total: 900 }, 0, '0 households, 0% of 1 kB'],
  [{ records: 7, bytes: 900, total: 900 }, 1000, '7 households, 100% of 1 kB, 7 a second, 0 s left'],
  [{ records: 7, bytes: 950, total: 900 }, 1000, '7 households, 100% of 1 kB, 7 a second, 0 s left'],
])('%j after %i ms', (state, milliseconds, line) => {
  expect(progressLine(state, milliseconds, 'households')).toBe(line)
})

test('in Chinese', async () => {
  await speak('zh')
  expect(progressLine({ records: 7, bytes: 900, total: 900 }, 1000, '户')).toBe(
    '已读 7 户，1 kB 的 100%，每秒 7，还需 0 秒',
  )
})

afterEach(() => speak('en'))

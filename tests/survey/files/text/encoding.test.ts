import { describe, expect, it } from 'vitest'
import { createTextCheck } from '../../../../src/survey/files/text/bad-bytes.js'
import { readText, recordsOf } from '../../read.js'

const text = 'household_id,village\nH1,丹阳\n'

describe('bytes', () => {
  it.each([
    ['plain', Buffer.from(text)],
    ['with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['with CRLF', Buffer.from(text.replaceAll('\n', '\r\n'))],
  ])('in UTF-8, %s', async (_, bytes) => {
    const reading = await readText('a.csv', bytes)
    expect(recordsOf(reading)[0]).toMatchObject({ id: 'H1', line: 2 })
    expect(reading.inputs[0]).toMatchObject({ bytes: bytes.length, encoding: 'utf-8' })
    expect(reading.diagnostics).toEqual([])
  })

  it('are checked however they are cut', () => {
    const bytes = Buffer.from('\uFEFF丹a𝄞é阳')
    const bad = Buffer.concat([bytes, Buffer.from([0xe4, 0xb8, 0x41])])
    for (const size of [1, 2, 3, 4, 5]) {
      expect(check(bytes, size)).toBe(null)
      expect(check(bad, size)).toEqual({ kind: 'not-utf-8', offset: bytes.length })
    }
  })
})

function check(bytes: Buffer, size: number) {
  const follow = createTextCheck()
  for (let at = 0; at < bytes.length; at += size) {
    const bad = follow.add(bytes.subarray(at, at + size))
    if (bad !== null) return bad
  }
  return follow.end()
}

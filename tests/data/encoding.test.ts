import { describe, expect, it } from 'vitest'
import { createTextCheck, withoutMark } from '../../src/data/encoding.js'
import { faultsOfText, readText, recordsOf } from './read.js'

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

  it.each([
    ['UTF-16 LE', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'not-text', 'this is UTF-16'],
    ['UTF-16 BE', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), 'not-text', 'this is UTF-16'],
    [
      'UTF-16 without a mark',
      Buffer.from(text, 'utf16le'),
      'not-text',
      'a NUL byte stands at line 1, column 2: this is no plain text',
    ],
    [
      'a workbook',
      Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]),
      'not-text',
      'this is an Excel workbook or a zip archive',
    ],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), 'not-text', 'this is a gzip archive'],
    [
      'GBK',
      Buffer.concat([
        Buffer.from('household_id,village\nH1,丹 '),
        Buffer.from([0xb5, 0xa4]),
        Buffer.from('\n'),
      ]),
      'not-utf-8',
      'not UTF-8: byte 0xB5 at line 2, column 6',
    ],
    [
      'a cut character at the end',
      Buffer.from(text).subarray(0, -2),
      'not-utf-8',
      'not UTF-8: byte 0xE9 at line 2, column 5',
    ],
    [
      'a bad byte behind a mark',
      Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xff]),
      'not-utf-8',
      'not UTF-8: byte 0xFF at line 1, column 2',
    ],
  ])('%s stops the run', async (_, bytes, code, message) => {
    expect(await faultsOfText('a.csv', bytes)).toMatchObject([
      { code, message, help: expect.stringMatching(/\S/) },
    ])
  })

  it('are checked and freed of their mark however they are cut', async () => {
    const bytes = Buffer.from('\uFEFF丹a𝄞é阳')
    const bad = Buffer.concat([bytes, Buffer.from([0xe4, 0xb8, 0x41])])
    for (const size of [1, 2, 3, 4, 5]) {
      expect(check(bytes, size)).toBe(null)
      expect(check(bad, size)).toEqual({ kind: 'not-utf-8', offset: bytes.length })
      const parts: Buffer[] = []
      for await (const part of withoutMark(cut(bytes, size))) parts.push(part)
      expect(Buffer.concat(parts).toString()).toBe('丹a𝄞é阳')
    }
  })
})

async function* cut(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

function check(bytes: Buffer, size: number) {
  const follow = createTextCheck()
  for (let at = 0; at < bytes.length; at += size) {
    const bad = follow.add(bytes.subarray(at, at + size))
    if (bad !== null) return bad
  }
  return follow.end()
}

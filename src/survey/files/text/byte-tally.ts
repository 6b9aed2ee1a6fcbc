/** How the bytes of a text that is not UTF-8 speak for one encoding or another. */
export interface ByteTally {
  /** Sequences of several bytes that are UTF-8. */
  readonly valid: number
  /** Bytes, or beginnings of sequences, that are not. */
  readonly invalid: number
  /** Pairs of bytes that are both 0x80 or more, as nearly all Chinese characters are in GB18030. */
  readonly highPairs: number
  /** Bytes of 0x80 or more before a letter, as the `ñ` of `Muñoz` in a Western encoding. */
  readonly lowPairs: number
}

export async function tallyBytes(chunks: AsyncIterable<Buffer>): Promise<ByteTally> {
  let valid = 0
  let invalid = 0
  let missing = 0
  let low = 0x80
  let high = 0xbf
  let highPairs = 0
  let lowPairs = 0
  let isSecond = false
  for await (const chunk of chunks) {
    for (const byte of chunk) {
      if (isSecond) {
        if (byte >= 0x80) highPairs += 1
        else if (isLetter(byte)) lowPairs += 1
        isSecond = false
      } else isSecond = byte >= 0x80

      if (missing > 0) {
        if (byte >= low && byte <= high) {
          missing -= 1
          if (missing === 0) valid += 1
          low = 0x80
          high = 0xbf
          continue
        }
        invalid += 1
        missing = 0
      }
      if (byte < 0x80) continue
      missing = continuations(byte)
      if (missing === 0) invalid += 1
      low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80
      high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf
    }
  }
  if (missing > 0) invalid += 1
  return { valid, invalid, highPairs, lowPairs }
}

const continuations = (lead: number) =>
  lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3

const isLetter = (byte: number) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)

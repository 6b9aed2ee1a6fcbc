import { isUtf8 } from 'node:buffer'
import type { Diagnostic } from '../../../base/diagnostic.js'
import { say } from '../../../base/say/say.js'

/** Follows the bytes of a file and gives the offset of the first NUL, or of the first byte that is not UTF-8. */
export interface TextCheck {
  /** The offset from the first byte of the file; `null` as long as all bytes are good. */
  add(chunk: Buffer): BadByte | null
  end(): BadByte | null
}

export interface BadByte {
  readonly kind: 'nul' | 'not-utf-8'
  readonly offset: number
}

export function createTextCheck(): TextCheck {
  let seen = 0
  let carry: Buffer = Buffer.alloc(0)
  return {
    add(chunk) {
      const bytes = carry.length === 0 ? chunk : Buffer.concat([carry, chunk])
      const start = seen - carry.length
      seen += chunk.length
      const nul = bytes.indexOf(0)
      const whole = bytes.length - openTail(bytes)
      const bad = isUtf8(bytes.subarray(0, whole)) ? -1 : firstInvalid(bytes)
      carry = Buffer.from(bytes.subarray(whole))
      if (nul >= 0 && (bad < 0 || nul < bad)) return { kind: 'nul', offset: start + nul }
      return bad < 0 ? null : { kind: 'not-utf-8', offset: start + bad }
    },
    end: () => (carry.length === 0 ? null : { kind: 'not-utf-8', offset: seen - carry.length }),
  }
}

/** A fault for a byte that no UTF-8 text has, with its line and column. Reads the file again up to that byte. */
export async function badByteFault(
  file: string,
  chunks: AsyncIterable<Buffer>,
  bad: BadByte,
): Promise<Diagnostic> {
  const { line, column, byte } = await locate(chunks, bad.offset)
  const at = { file, line, field: null }
  if (bad.kind === 'nul') {
    const message = say('not-text.nul', { line, column })
    return {
      code: 'not-text',
      severity: 'error',
      message,
      help: say('not-text.help.text'),
      at,
    }
  }
  const message = say('not-utf-8', { byte: byte.toString(16).toUpperCase(), line, column })
  const help = say('not-utf-8.help')
  return { code: 'not-utf-8', severity: 'error', message, help, at }
}

async function locate(chunks: AsyncIterable<Buffer>, offset: number) {
  let line = 1
  let column = 1
  let position = 0
  for await (const chunk of chunks) {
    for (const byte of chunk) {
      if (position === offset) return { line, column, byte }
      position += 1
      if (byte === 0x0a) {
        line += 1
        column = 1
      } else if (byte >> 6 !== 0b10 && !(position <= 3 && byte === 0xef)) {
        column += 1
      }
    }
  }
  return { line, column, byte: 0 }
}

/** How many bytes at the end may be the start of a character that the next chunk completes. */
function openTail(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >> 6 === 0b10) continue
    return lengthOf(byte) > back ? back : 0
  }
  return 0
}

const lengthOf = (lead: number) =>
  lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0

/** The first byte of the first sequence that `isUtf8` refuses, found by halving. */
function firstInvalid(bytes: Buffer): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    const part = bytes.subarray(0, middle)
    if (isUtf8(part.subarray(0, middle - openTail(part)))) good = middle
    else bad = middle
  }
  const upTo = bytes.subarray(0, good)
  return good - openTail(upTo)
}

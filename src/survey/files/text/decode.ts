import type { Encoding } from '../encodings.js'

/**
 * A text as UTF-8 without its byte order mark, chunk by chunk. In a damaged text U+FFFD stands for what cannot be read.
 * A mark that a program has read as text and saved again is removed too.
 */
export function decoded(
  chunks: AsyncIterable<Buffer>,
  encoding: Encoding,
  isDamaged: boolean,
): AsyncGenerator<Buffer> {
  return withoutMarks(encoding === 'utf-8' && !isDamaged ? chunks : recoded(chunks, encoding))
}

async function* recoded(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  yield Buffer.from(decoder.decode())
}

/** The mark itself, and the mark read as windows-1252 and saved as UTF-8. */
const MARK = Buffer.from('\uFEFF')
const MISREAD = Buffer.from('\u00EF\u00BB\u00BF')

async function* withoutMarks(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0)
  for await (const chunk of chunks) {
    if (head === null) {
      if (chunk.length > 0) yield chunk
      continue
    }
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk])
    if (head.length < MARK.length + MISREAD.length) continue
    yield markless(head)
    head = null
  }
  if (head !== null) yield markless(head)
}

function markless(text: Buffer): Buffer {
  const rest = startsWith(text, MARK) ? text.subarray(MARK.length) : text
  return startsWith(rest, MISREAD) ? rest.subarray(MISREAD.length) : rest
}

/** Whether a text begins with a mark that was read wrongly. A correct mark may come before it. */
export const startsWithMisread = (text: Buffer): boolean =>
  startsWith(startsWith(text, MARK) ? text.subarray(MARK.length) : text, MISREAD)

const startsWith = (text: Buffer, start: Buffer) => text.subarray(0, start.length).equals(start)

/** The beginning of a text, as UTF-8, from its first bytes. */
export async function decodedHead(head: Buffer, encoding: Encoding): Promise<string> {
  async function* once() {
    yield head
  }
  const decoder = new TextDecoder('utf-8')
  let text = ''
  for await (const chunk of decoded(once(), encoding, true)) text += decoder.decode(chunk, { stream: true })
  return text
}

import { createHash } from 'node:crypto'
import type { Diagnostic } from '../../base/diagnostic.js'
import { badByteFault, createTextCheck } from '../encoding.js'
import { inputFault } from '../input.js'
import { tallyBytes } from './byte-tally.js'
import { type Encoding, encodingName } from './encodings.js'

/** Bytes that can be read as often as wanted. */
export interface Bytes {
  readonly bytes: number
  chunks(): AsyncGenerator<Buffer>
}

/** What the bytes of a text say of themselves. */
export interface Look {
  readonly sha256: string
  /** The first bytes, enough to see the first rows. */
  readonly head: Buffer
  readonly encoding: Encoding
  /** Whether some bytes are no text in that encoding. */
  readonly isDamaged: boolean
  readonly remarks: readonly Diagnostic[]
}

const HEAD = 1 << 16

/**
 * Reads all bytes of a text and says what encoding they are in: by byte order mark; else UTF-8 where all of it is, or all but a
 * few bytes; else UTF-16 where every other byte is NUL; else GB18030 where all of it is. `wanted` overrides all of these.
 */
export async function lookAt(
  file: string,
  source: Bytes,
  wanted: Encoding | null,
): Promise<Look | { readonly fault: Diagnostic }> {
  const { sha256, head, bad } = await readThrough(source)
  const found = wanted === null ? markOf(head) : wanted
  if (found === null || found === 'utf-8') {
    if (bad === null) return { sha256, head, encoding: 'utf-8', isDamaged: false, remarks: [] }
    const pattern = found === null ? nulPattern(head) : null
    if (pattern !== null && (await isTextIn(source, pattern)) === 'whole') {
      const remarks = [readAs(file, pattern, 'every other byte is NUL')]
      return { sha256, head, encoding: pattern, isDamaged: false, remarks }
    }
    if (bad.kind === 'nul') return { fault: await badByteFault(file, source.chunks(), bad) }
    return { sha256, head, ...(await withoutUtf8(file, source, found !== null)) }
  }
  const state = await isTextIn(source, found)
  if (state === 'nul') return { fault: nulFault(file, found) }
  const isDamaged = state === 'broken'
  return {
    sha256,
    head,
    encoding: found,
    isDamaged,
    remarks: isDamaged ? [damaged(file, found, 'UTF-8')] : [],
  }
}

async function readThrough(source: Bytes) {
  const hash = createHash('sha256')
  const check = createTextCheck()
  const head: Buffer[] = []
  let held = 0
  let bad: ReturnType<typeof check.add> = null
  for await (const chunk of source.chunks()) {
    hash.update(chunk)
    if (held < HEAD) head.push(chunk.subarray(0, HEAD - held))
    held += chunk.length
    bad ??= check.add(chunk)
  }
  bad ??= check.end()
  return { sha256: hash.digest('hex'), head: Buffer.concat(head), bad }
}

function markOf(head: Buffer): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 'utf-8' : null
}

/** UTF-16 without a mark, as far as NUL bytes at odd or at even places tell: each comma, digit and line break brings one. */
function nulPattern(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const nuls = [0, 0]
  for (let at = 0; at < head.length; at++) {
    if (head[at] === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = nuls
  if (even > 0 === odd > 0 || (even + odd) * 16 < head.length) return null
  return odd > 0 ? 'utf-16le' : 'utf-16be'
}

/** Valid sequences for each invalid one from which on a text is damaged UTF-8 rather than another encoding. */
const FAR_MORE = 4

async function withoutUtf8(file: string, source: Bytes, isSure: boolean) {
  const tally = await tallyBytes(source.chunks())
  const isMostly = tally.valid >= tally.invalid * FAR_MORE
  const looksChinese = tally.highPairs > tally.lowPairs
  if (!isSure && !isMostly && looksChinese && (await isTextIn(source, 'gb18030')) === 'whole') {
    const remarks = [readAs(file, 'gb18030', 'its bytes are no UTF-8')]
    return { encoding: 'gb18030', isDamaged: false, remarks } as const
  }
  const likely = tally.valid > tally.invalid ? 'GB18030' : 'windows-1252'
  return { encoding: 'utf-8', isDamaged: true, remarks: [damaged(file, 'utf-8', likely)] } as const
}

async function isTextIn(source: Bytes, encoding: Encoding): Promise<'whole' | 'broken' | 'nul'> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of source.chunks()) {
      if (decoder.decode(chunk, { stream: true }).includes('\0')) return 'nul'
    }
    return decoder.decode().includes('\0') ? 'nul' : 'whole'
  } catch (error) {
    if (error instanceof TypeError) return 'broken'
    throw error
  }
}

function readAs(file: string, encoding: Encoding, why: string): Diagnostic {
  return {
    code: 'read-as',
    severity: 'note',
    message: `read as ${encodingName(encoding)}: ${why}`,
    help: 'if the text looks wrong, say with `--encoding` what it is',
    at: { file, line: null, field: null },
  }
}

function damaged(file: string, encoding: Encoding, likely: string): Diagnostic {
  return {
    code: 'bad-bytes',
    severity: 'warning',
    message: `some bytes are no ${encodingName(encoding)}: the rows that hold them are rejected`,
    help: `export the file again as UTF-8, or say what it is, such as \`--encoding ${likely.toLowerCase()}\``,
    at: { file, line: null, field: null },
  }
}

const nulFault = (file: string, encoding: Encoding): Diagnostic =>
  inputFault(
    'not-text',
    file,
    `read as ${encodingName(encoding)}, it holds NUL characters: this is no plain text`,
    'save it as UTF-8 text, such as CSV UTF-8, or say with `--encoding` what it is',
  )

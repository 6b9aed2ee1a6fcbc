import { createHash } from 'node:crypto'
import { advise } from '../../../base/advice.js'
import type { Diagnostic } from '../../../base/diagnostic.js'
import { say } from '../../../base/say/say.js'
import { type Encoding, encodingName } from '../encodings.js'
import { type Bytes, inputFault } from '../input.js'
import { type BadByte, badByteFault, createTextCheck } from './bad-bytes.js'
import { tallyBytes } from './byte-tally.js'

/** What the bytes of a text tell. */
export interface DetectedEncoding {
  readonly sha256: string
  /** The first bytes, enough to see the first rows. */
  readonly head: Buffer
  readonly encoding: Encoding
  /** Whether some bytes are not text in that encoding. */
  readonly isDamaged: boolean
  /** In a damaged UTF-8 text, the first byte that is not UTF-8. */
  readonly bad: BadByte | null
  readonly remarks: readonly Diagnostic[]
}

/** How many bytes of a text are kept to see its first rows. */
export const HEAD = 1 << 16

/**
 * Reads all bytes of a text and finds its encoding. A byte order mark decides. Else it is UTF-8 if all bytes are, or all but a few;
 * else UTF-16 if every other byte is NUL; else GB18030 if all bytes are. `wanted` overrides all of these.
 */
export async function detectEncoding(
  file: string,
  source: Bytes,
  wanted: Encoding | null,
): Promise<DetectedEncoding | { readonly fault: Diagnostic }> {
  const { sha256, head, bad } = await readThrough(source)
  const found = wanted ?? markOf(head)
  const whole = { sha256, head, isDamaged: false, bad: null, remarks: [] }
  if (found !== null && found !== 'utf-8') {
    const state = await stateIn(source, found)
    if (state === 'nul') return { fault: nulFault(file, found) }
    return state === 'whole'
      ? { ...whole, encoding: found }
      : { ...whole, encoding: found, isDamaged: true, remarks: [damaged(file, found, resave())] }
  }
  if (bad === null) return { ...whole, encoding: 'utf-8' }
  const pattern = found === null ? nulPattern(head) : null
  if (pattern !== null && (await stateIn(source, pattern)) === 'whole')
    return { ...whole, encoding: pattern, remarks: [readAs(file, pattern, say('read-as.nul'))] }
  if (bad.kind === 'nul') return { fault: await badByteFault(file, source.chunks(), bad) }
  return { ...whole, ...(await withoutUtf8(file, source, bad, found === 'utf-8')) }
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

/** The encoding that a byte order mark names; `null` if there is none. */
export function markOf(head: Buffer): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 'utf-8' : null
}

/**
 * UTF-16 without a mark: every comma, digit and line break has a NUL byte, always at odd or always at even places. A text with a few
 * stray NUL bytes is recognised because most of its line feeds have none.
 */
function nulPattern(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const nuls = { even: 0, odd: 0 }
  let feeds = 0
  let wideFeeds = 0
  for (let at = 0; at < head.length; at++) {
    if (head[at] === 0) nuls[at % 2 === 0 ? 'even' : 'odd'] += 1
    if (head[at] !== 0x0a) continue
    feeds += 1
    if (head[at % 2 === 0 ? at + 1 : at - 1] === 0) wideFeeds += 1
  }
  const { even, odd } = nuls
  const isEnough = feeds === 0 ? (even + odd) * 4 >= head.length : wideFeeds * 2 >= feeds
  if (even > 0 === odd > 0 || !isEnough) return null
  return odd > 0 ? 'utf-16le' : 'utf-16be'
}

/** With this number of valid sequences for each invalid one, a text is damaged UTF-8 and not another encoding. */
const FAR_MORE = 4

/** With this number of good characters for each lost one, a text is damaged GB18030 and not another encoding. */
const FAR_MORE_CHINESE = 50

async function withoutUtf8(file: string, source: Bytes, bad: BadByte, isSure: boolean) {
  const tally = await tallyBytes(source.chunks())
  const isMostlyUtf8 = tally.valid >= tally.invalid * FAR_MORE
  if (!isSure && !isMostlyUtf8 && tally.highPairs > tally.lowPairs) {
    const encoding = 'gb18030'
    const remarks = [readAs(file, encoding, say('read-as.no-utf-8'))]
    if ((await stateIn(source, encoding)) === 'whole') return { encoding, remarks } as const
    if ((await lostIn(source, encoding)) * FAR_MORE_CHINESE < tally.highPairs) {
      return { encoding, isDamaged: true, remarks: [...remarks, damaged(file, encoding, resave())] } as const
    }
  }
  const remark = isMostlyUtf8 ? damaged(file, 'utf-8', say('bad-bytes.help.export')) : otherEncoding(file)
  return { encoding: 'utf-8', isDamaged: true, bad, remarks: [remark] } as const
}

async function stateIn(source: Bytes, encoding: Encoding): Promise<'whole' | 'broken' | 'nul'> {
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

/** Characters that cannot be read in an encoding. */
async function lostIn(source: Bytes, encoding: Encoding): Promise<number> {
  const decoder = new TextDecoder(encoding)
  let lost = 0
  for await (const chunk of source.chunks())
    lost += decoder.decode(chunk, { stream: true }).split('\uFFFD').length - 1
  return lost + decoder.decode().split('\uFFFD').length - 1
}

/** What to do about a text that cannot be read as it is. */
export const resave = (): string => say('bad-bytes.help')

function readAs(file: string, encoding: Encoding, why: string): Diagnostic {
  return {
    code: 'read-as',
    severity: 'note',
    message: say('read-as', { encoding: encodingName(encoding), why }),
    help: say('read-as.help'),
    at: { file, line: null, field: null },
  }
}

function damaged(file: string, encoding: Encoding, help: string): Diagnostic {
  return {
    code: 'bad-bytes',
    severity: 'warning',
    message: say('bad-bytes', { encoding: encodingName(encoding) }),
    help,
    at: { file, line: null, field: null },
  }
}

/** A text of letters of one byte each, as Windows writes them in the West. */
const otherEncoding = (file: string): Diagnostic => ({
  ...damaged(file, 'utf-8', ''),
  ...advise({ flag: '--encoding windows-1252' }, (quoted) => say('bad-bytes.help.other', { flag: quoted })),
})

const nulFault = (file: string, encoding: Encoding): Diagnostic =>
  inputFault(
    'not-text',
    file,
    say('not-text.nul-as', { encoding: encodingName(encoding) }),
    say('not-text.help.encoding'),
  )

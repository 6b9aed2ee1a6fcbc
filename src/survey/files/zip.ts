import { isUtf8 } from 'node:buffer'
import { Readable } from 'node:stream'
import * as zlib from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { type Bytes, brokenInput, diagnosticOf, inputFault, type OpenInput } from './input.js'

/** A file inside an archive. Its name is only a name: nothing is ever written under it. */
export interface ZipEntry extends Bytes {
  /** With `/` between folders. */
  readonly name: string
  /** The bytes that it takes in the archive. */
  readonly packed: number
  /** Why it cannot be read, where it cannot. */
  readonly fault: Diagnostic | null
}

export interface Zip {
  readonly entries: readonly ZipEntry[]
  close(): void
}

/** Entries with more bytes than this, one or all together, and more than `MOST_TIMES` their size in the archive, are a trap. */
const MOST_BYTES = 2 ** 30
export const MOST_TIMES = 200
const MOST_ENTRIES = 20_000

/** Opens an archive or workbook. Its entries can be read as often as wanted, in any order. */
export async function openZip(input: OpenInput): Promise<{ zip: Zip } | { fault: Diagnostic }> {
  try {
    const file = await openFile(input)
    const entries = await listEntries(input.file, file)
    if ('fault' in entries) file.close()
    return 'fault' in entries ? entries : { zip: { entries: entries.list, close: () => file.close() } }
  } catch (error) {
    return { fault: diagnosticOf(error) ?? damaged(input.file, error) }
  }
}

async function openFile(input: OpenInput): Promise<ZipFile> {
  const { default: yauzl } = await import('yauzl')
  const small = smallReads(input)
  class Reader extends yauzl.RandomAccessReader {
    override _readStreamForRange(start: number, end: number): Readable {
      // A damaged directory may point beyond the end of the file.
      const last = Math.min(end, input.bytes)
      const chunks = last - start < BLOCK ? small(start, last) : input.chunks(start, last)
      return Readable.from(chunks, { objectMode: false })
    }
  }
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false } as const
  return yauzl.fromRandomAccessReaderPromise(new Reader(), input.bytes, options)
}

const BLOCK = 1 << 16

/** Reads short ranges from a block that is kept, because the directory of an archive is read in pieces of a few bytes. */
function smallReads(input: OpenInput): (start: number, end: number) => AsyncGenerator<Buffer> {
  let from = 0
  let block = Buffer.alloc(0)
  return async function* (start, end) {
    if (start < from || end > from + block.length) {
      const parts: Buffer[] = []
      for await (const chunk of input.chunks(start, Math.min(start + BLOCK, input.bytes))) parts.push(chunk)
      from = start
      block = Buffer.concat(parts)
    }
    yield block.subarray(start - from, end - from)
  }
}

async function listEntries(
  file: string,
  zip: ZipFile,
): Promise<{ list: ZipEntry[] } | { fault: Diagnostic }> {
  const list: ZipEntry[] = []
  const names = new Set<string>()
  const refused = (message: string) => ({
    fault: inputFault('bad-archive', file, message, say('bad-archive.help.unpack')),
  })
  if (zip.entryCount > MOST_ENTRIES)
    return refused(say('bad-archive.members', { count: zip.entryCount, most: MOST_ENTRIES }))
  const all: Entry[] = []
  for await (const entry of zip.eachEntry()) all.push(entry)
  const trap = trapIn(all)
  if (trap !== null) return refused(trap)
  for (const entry of all) {
    const name = nameOf(entry)
    if (name.endsWith('/')) continue
    const told = `${file}/${name}`
    const twice = names.has(name) ? say('bad-archive.twice') : null
    const wrong = twice ?? refusal(entry)
    const fault = wrong === null ? null : inputFault('bad-archive', told, wrong, say('bad-archive.help.anew'))
    names.add(name)
    const { uncompressedSize: bytes, compressedSize: packed } = entry
    list.push({ name, bytes, packed, fault, chunks: () => inflated(told, zip, entry) })
  }
  return { list }
}

/** What makes a trap of an archive as a whole: members that can be read expand without measure, or members share their bytes. */
function trapIn(entries: readonly Entry[]): string | null {
  const readable = entries.filter((entry) => refusal(entry) === null)
  const sum = (of: (entry: Entry) => number) => readable.reduce((total, entry) => total + of(entry), 0)
  const packed = sum(({ compressedSize }) => compressedSize)
  const expanded = sum(({ uncompressedSize }) => uncompressedSize)
  if (isTrap(expanded, packed)) return say('bad-archive.expands', { times: MOST_TIMES })
  let end = 0
  for (const { start, length } of entries.map(placeOf).sort((a, b) => a.start - b.start)) {
    if (start < end) return say('bad-archive.shared')
    end = start + length
  }
  return null
}

/** The least that a member takes: a header of 30 bytes and its content. */
const placeOf = ({ relativeOffsetOfLocalHeader: start, compressedSize }: Entry) => ({
  start,
  length: 30 + compressedSize,
})

const isTrap = (bytes: number, packed: number) => bytes > MOST_BYTES && bytes > packed * MOST_TIMES

function refusal(entry: Entry): string | null {
  const { compressedSize, uncompressedSize, compressionMethod } = entry
  if (entry.isEncrypted()) return say('bad-archive.password')
  if (isTrap(uncompressedSize, compressedSize))
    return say('bad-archive.member-expands', { times: MOST_TIMES })
  const isKnown = compressionMethod === 0 || compressionMethod === 8
  return isKnown ? null : say('bad-archive.method', { method: compressionMethod })
}

/** The name is UTF-8 if the archive says so or its bytes are; else GBK, as Windows in China writes it. */
function nameOf({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  const isMarked = (generalPurposeBitFlag & 0x800) !== 0
  const encoding = isMarked || isUtf8(fileNameRaw) ? 'utf-8' : 'gb18030'
  const name = new TextDecoder(encoding).decode(fileNameRaw).replaceAll('\\', '/')
  return name.replace(/\p{Cc}/gu, '?')
}

async function* inflated(file: string, zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let sum = 0
  try {
    const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream) {
      sum = zlib.crc32?.(chunk, sum) ?? entry.crc32
      yield chunk
    }
  } catch (error) {
    throw diagnosticOf(error) === null ? brokenInput(damaged(file, error)) : error
  }
  if (entry.uncompressedSize > 0 && sum !== entry.crc32)
    throw brokenInput(damaged(file, new Error(say('bad-archive.checksum'))))
}

/** The fault for an error of yauzl or zlib. Bugs of tpa stay errors. */
function damaged(file: string, error: unknown): Diagnostic {
  if (!(error instanceof Error) || error instanceof TypeError || error instanceof ReferenceError) throw error
  const help = say('bad-archive.help')
  return { ...inputFault('bad-archive', file, say('bad-archive'), help), why: error.message }
}

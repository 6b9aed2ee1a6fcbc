import { isUtf8 } from 'node:buffer'
import { Readable } from 'node:stream'
import * as zlib from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import type { Diagnostic } from '../../base/diagnostic.js'
import { type Bytes, brokenInput, diagnosticOf, inputFault, type OpenInput } from './input.js'

/** A file inside an archive. Its name is only a name: nothing is ever written under it. */
export interface ZipEntry extends Bytes {
  /** With `/` between folders. */
  readonly name: string
  /** Why it cannot be read, where it cannot. */
  readonly fault: Diagnostic | null
}

export interface Zip {
  readonly entries: readonly ZipEntry[]
  close(): void
}

/** An entry with more bytes than this, and more than `MOST_TIMES` its size in the archive, is a trap. */
const MOST_BYTES = 2 ** 30
const MOST_TIMES = 200
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
  class Reader extends yauzl.RandomAccessReader {
    override _readStreamForRange(start: number, end: number): Readable {
      // A damaged directory may point beyond the end of the file.
      return Readable.from(input.chunks(start, Math.min(end, input.bytes)), { objectMode: false })
    }
  }
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false } as const
  return yauzl.fromRandomAccessReaderPromise(new Reader(), input.bytes, options)
}

async function listEntries(
  file: string,
  zip: ZipFile,
): Promise<{ list: ZipEntry[] } | { fault: Diagnostic }> {
  const list: ZipEntry[] = []
  const names = new Set<string>()
  if (zip.entryCount > MOST_ENTRIES) {
    const message = `the archive has ${zip.entryCount} members, more than ${MOST_ENTRIES}`
    return { fault: inputFault('bad-archive', file, message, 'unpack it and name the files in it') }
  }
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry)
    if (name.endsWith('/')) continue
    const told = `${file}/${name}`
    const twice = names.has(name) ? 'the archive has two members of this name' : null
    const wrong = twice ?? refusal(entry)
    const fault = wrong === null ? null : inputFault('bad-archive', told, wrong, ADVICE)
    names.add(name)
    list.push({ name, bytes: entry.uncompressedSize, fault, chunks: () => inflated(told, zip, entry) })
  }
  return { list }
}

const ADVICE = 'unpack the archive and name the files in it, or make it anew without a password'

function refusal(entry: Entry): string | null {
  const { compressedSize, uncompressedSize, compressionMethod } = entry
  if (entry.isEncrypted()) return 'it has a password'
  if (uncompressedSize > MOST_BYTES && uncompressedSize > compressedSize * MOST_TIMES)
    return `it expands to more than 1 GiB and more than ${MOST_TIMES} times its size in the archive`
  const isKnown = compressionMethod === 0 || compressionMethod === 8
  return isKnown ? null : `it is compressed in a way (method ${compressionMethod}) that is not read here`
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
    throw brokenInput(damaged(file, new Error('its checksum is another')))
}

/** The fault for an error of yauzl or zlib. Bugs of tpa stay errors. */
function damaged(file: string, error: unknown): Diagnostic {
  if (!(error instanceof Error) || error instanceof TypeError || error instanceof ReferenceError) throw error
  const help = 'download or export it again; or unpack it elsewhere and name the files in it'
  return { ...inputFault('bad-archive', file, 'the archive is damaged', help), why: error.message }
}

import { randomUUID } from 'node:crypto'
import { type FileHandle, open, readdir, stat, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, isAbsolute, join } from 'node:path'
import type { DiagnosticCode } from '../../base/codes.js'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { didYouMean } from '../../base/suggest.js'

/** Bytes that can be read as often as wanted. */
export interface Bytes {
  readonly bytes: number
  chunks(): AsyncGenerator<Buffer>
}

/** A file or stdin that can be read twice from its start. */
export interface OpenInput {
  /** As typed, an absolute path cut to its last part; `-` for stdin. */
  readonly file: string
  /** Lower-case, without the dot; empty for stdin. */
  readonly extension: string
  readonly bytes: number
  /** All bytes, or those from `start` up to `end`. If the file has changed since it was opened, throws an error that `diagnosticOf` understands. */
  chunks(start?: number, end?: number): AsyncGenerator<Buffer>
  close(): Promise<void>
}

export type OpenedInput = { readonly input: OpenInput } | { readonly fault: Diagnostic }

const CHUNK = 1 << 16

/** Opens an operand. What cannot be read twice, stdin and pipes, is spooled to a nameless temporary file, which leaves no litter. */
export async function openInput(
  operand: string,
  stdin: NodeJS.ReadableStream,
  file = displayName(operand),
): Promise<OpenedInput> {
  if (operand === '-') return spool('-', '', stdin)
  try {
    const found = await stat(operand)
    if (found.isDirectory()) {
      return {
        fault: inputFault(
          'unreadable-file',
          file,
          say('unreadable-file.folder'),
          say('unreadable-file.help.inside'),
        ),
      }
    }
    if (found.isCharacterDevice() || found.isBlockDevice())
      return {
        fault: inputFault(
          'unreadable-file',
          file,
          say('unreadable-file.device'),
          say('unreadable-file.help.device'),
        ),
      }
    const extension = extname(operand).slice(1).toLowerCase()
    if (found.isFile()) return { input: regularFile(operand, file, extension, found) }
    const handle = await open(operand)
    return await spool(file, extension, handle.createReadStream())
  } catch (error) {
    return { fault: await openingFault(operand, file, error) }
  }
}

/** A path as results show it: absolute ones cut to their last part, so that no result depends on the machine. */
export const displayName = (operand: string): string => (isAbsolute(operand) ? basename(operand) : operand)

/** A fault of a whole file. */
export function inputFault(code: DiagnosticCode, file: string, message: string, help: string): Diagnostic {
  return { code, severity: 'error', message, help, at: { file, line: null, field: null } }
}

/** An error that carries a diagnostic: the input broke while records were already going out. */
export function brokenInput(diagnostic: Diagnostic): Error {
  return Object.assign(new Error(diagnostic.message), { diagnostic })
}

/** The diagnostic of an error of reading; `null` for errors that are bugs. */
export function diagnosticOf(error: unknown): Diagnostic | null {
  return error instanceof Error && 'diagnostic' in error ? (error.diagnostic as Diagnostic) : null
}

type Identity = { readonly size: number; readonly mtimeMs: number; readonly ino: number }

const isSame = (now: Identity, then: Identity) =>
  now.size === then.size && now.mtimeMs === then.mtimeMs && now.ino === then.ino

function regularFile(path: string, file: string, extension: string, found: Identity): OpenInput {
  async function* chunks(start = 0, end = found.size) {
    let handle: FileHandle | null = null
    try {
      handle = await open(path)
      if (!isSame(await handle.stat(), found)) throw brokenInput(changed(file))
      yield* chunksOf(handle, file, start, end)
      if (!isSame(await handle.stat(), found)) throw brokenInput(changed(file))
    } catch (error) {
      throw isSystemError(error) ? brokenInput(await openingFault(path, file, error)) : error
    } finally {
      await handle?.close()
    }
  }
  return { file, extension, bytes: found.size, chunks, close: async () => {} }
}

/** Copies a stream to a nameless temporary file, so that it can be read as often as wanted. */
export async function spool(
  file: string,
  extension: string,
  stream: AsyncIterable<Buffer | string>,
): Promise<OpenedInput> {
  const path = join(tmpdir(), `tpa-${randomUUID()}`)
  let handle: FileHandle | null = null
  try {
    handle = await open(path, 'wx+', 0o600)
    await unlink(path)
    let bytes = 0
    for await (const chunk of stream) {
      const buffer = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      await handle.writeFile(buffer)
      bytes += buffer.length
    }
    const kept = handle
    const input = {
      file,
      extension,
      bytes,
      chunks: (start = 0, end = bytes) => chunksOf(kept, file, start, end),
      close: () => kept.close(),
    }
    return { input }
  } catch (error) {
    await handle?.close()
    if (!isSystemError(error)) throw error
    return {
      fault: inputFault(
        'unreadable-file',
        file,
        say('unreadable-file.spool', { code: String(error.code) }),
        say('unreadable-file.help.spool'),
      ),
    }
  }
}

async function* chunksOf(
  handle: FileHandle,
  file: string,
  start: number,
  end: number,
): AsyncGenerator<Buffer> {
  let position = start
  while (position < end) {
    const wanted = Math.min(CHUNK, end - position)
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(wanted), 0, wanted, position)
    if (bytesRead === 0) throw brokenInput(changed(file))
    position += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

/** The fault of a file that has changed since it was opened. */
export const changed = (file: string): Diagnostic =>
  inputFault('input-changed', file, say('input-changed'), say('input-changed.help'))

export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && 'syscall' in error

async function openingFault(path: string, file: string, error: unknown): Promise<Diagnostic> {
  if (!isSystemError(error)) throw error
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR': {
      const near = didYouMean(basename(path), await readdir(dirname(path)).catch(() => []))
      return inputFault('missing-file', file, say('missing-file'), near ?? say('missing-file.help'))
    }
    case 'EACCES':
    case 'EPERM':
      return inputFault(
        'unreadable-file',
        file,
        say('unreadable-file.right'),
        say('unreadable-file.help.right'),
      )
    case 'ENAMETOOLONG':
      return inputFault('missing-file', file, say('missing-file.long'), say('missing-file.help.name'))
    case 'ELOOP':
      return inputFault('missing-file', file, say('missing-file.loop'), say('missing-file.help.loop'))
    default:
      return inputFault(
        'unreadable-file',
        file,
        say('unreadable-file', { code: String(error.code) }),
        say('unreadable-file.help'),
      )
  }
}

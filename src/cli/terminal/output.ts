import { type FileHandle, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Output } from '../../report/output.js'
import { statOf } from './inputs.js'
import { partBeside, removeIfPossible, removeLeftParts } from './part-file.js'
import { isReaderGone, systemCode, writeStdout } from './standard.js'
import { isStdout, type Target, throughLinks, writingError } from './target.js'

/** An output with its end. Whoever has several first makes all whole, and then lets all be seen. */
export interface OpenedOutput extends Output {
  /** Everything that was written is where it must be to be safe. */
  complete(): Promise<void>
  /** From now on it has its name. */
  publish(): Promise<void>
  /** Removes what has no name yet. */
  discard(): Promise<void>
}

/** What an output does with bytes and at its end. */
interface Sink {
  put(bytes: Uint8Array): void | Promise<void>
  complete(): Promise<void>
  publish(): Promise<void>
  discard(): Promise<void>
  readonly wanted: boolean
  readonly isHeldBack: boolean
}

const CHUNK = 1 << 16

/** Opens a target; what the system refuses, then or later, is an error that carries a diagnostic. */
export async function openOutput({ path, asked }: Target): Promise<OpenedOutput> {
  hearOfLargeFiles()
  try {
    return gathered(await sinkFor(path), asked)
  } catch (error) {
    throw writingError(asked, error)
  }
}

let hears = false

/** Where a limit of file sizes is reached, the system ends a program that does not listen for its signal. */
function hearOfLargeFiles(): void {
  if (!hears && process.platform !== 'win32') process.on('SIGXFSZ', () => {})
  hears = true
}

async function sinkFor(path: string | null): Promise<Sink> {
  if (path === null || isStdout(path)) return STDOUT_SINK
  const found = statOf(path)
  return found === undefined || found.isFile() ? partSink(throughLinks(path)) : deviceSink(path)
}

const NOTHING = async () => {}

const STDOUT_SINK: Sink = {
  put: writeStdout,
  complete: NOTHING,
  publish: NOTHING,
  discard: NOTHING,
  get wanted() {
    return !isReaderGone()
  },
  isHeldBack: false,
}

/** Devices and pipes are written in place, and a pipe until its reader goes away. */
async function deviceSink(path: string): Promise<Sink> {
  const handle = await open(path, 'w')
  const close = () => handle.close()
  let wanted = true
  return {
    async put(bytes) {
      try {
        if (wanted) await putAll(handle, bytes)
      } catch (error) {
        wanted = systemCode(error) !== 'EPIPE'
        if (wanted) throw error
      }
    },
    complete: close,
    publish: NOTHING,
    discard: () => close().catch(NOTHING),
    get wanted() {
      return wanted
    },
    isHeldBack: false,
  }
}

/** A file is written beside its target and renamed, so that its name always leads to a whole one. */
async function partSink(target: string): Promise<Sink> {
  removeLeftParts(target)
  const beside = partBeside(target)
  const handle = await open(beside, 'wx')
  let isThere = true
  return {
    put: (bytes) => putAll(handle, bytes),
    async complete() {
      await takeOver(handle, target)
      await syncIfPossible(handle)
      await handle.close()
    },
    async publish() {
      await rename(beside, target)
      isThere = false
      await syncFolder(dirname(target))
    },
    async discard() {
      await handle.close().catch(NOTHING)
      if (isThere) removeIfPossible(beside)
    },
    wanted: true,
    isHeldBack: true,
  }
}

async function putAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at, bytes.length - at)).bytesWritten
}

/** Gives a new file the owner and the mode of the one that it replaces; another's owner only where that is allowed. */
async function takeOver(handle: FileHandle, target: string): Promise<void> {
  const old = statOf(target)
  if (old === undefined || process.platform === 'win32') return
  const own = await handle.stat({ bigint: true })
  if (own.uid !== old.uid || own.gid !== old.gid)
    await handle.chown(Number(old.uid), Number(old.gid)).catch(NOTHING)
  await handle.chmod(Number(old.mode & 0o7777n))
}

/** What a file system says that has no such thing. */
const UNKNOWN: readonly (string | null)[] = ['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']

async function syncIfPossible(handle: FileHandle): Promise<void> {
  try {
    await handle.sync()
  } catch (error) {
    if (!UNKNOWN.includes(systemCode(error))) throw error
  }
}

/** Makes the new name outlast a loss of power, where the system lets folders be opened. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(NOTHING)
  await handle?.close()
}

/** Gathers texts, and hands them on in large pieces. */
function gathered(sink: Sink, asked: string): OpenedOutput {
  let waiting = ''
  const attempt = async (step: () => void | Promise<void>) => {
    try {
      await step()
    } catch (error) {
      throw writingError(asked, error)
    }
  }
  const flush = () => {
    const text = waiting
    waiting = ''
    return text === '' ? NOTHING() : attempt(() => sink.put(Buffer.from(text)))
  }
  return {
    write(text) {
      waiting += text
      if (waiting.length >= CHUNK) return flush()
    },
    async writeBytes(bytes) {
      await flush()
      await attempt(() => sink.put(bytes))
    },
    async complete() {
      await flush()
      await attempt(sink.complete)
    },
    publish: () => attempt(sink.publish),
    discard: sink.discard,
    get wanted() {
      return sink.wanted
    },
    isHeldBack: sink.isHeldBack,
  }
}

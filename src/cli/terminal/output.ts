import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { type FileHandle, open, rename } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Diagnostic } from '../../base/diagnostic.js'
import type { Output } from '../../report/output.js'
import { partBeside, removeIfThere, removeLeftParts } from './part-file.js'

/** Where a report goes: a file, or stdout where the path is `null`. */
export interface Target {
  readonly path: string | null
  /** How the user asked for it: `-o report.csv`. */
  readonly asked: string
}

const CHUNK = 1 << 16

/** Faults of targets that cannot be written, found before a long run starts: no folder, no right, an input, one file twice. */
export function targetFaults(targets: readonly Target[], inputs: readonly string[]): Diagnostic[] {
  const read = inputs.filter((input) => input !== '-').flatMap((input) => identity(input) ?? [])
  const seen = new Set<string>()
  return targets.flatMap(({ path, asked }) => {
    const place = path === null ? 'stdout' : resolve(path)
    const twice = seen.has(place)
    seen.add(place)
    if (twice)
      return [
        unwritable(
          asked,
          `two reports cannot go to ${path === null ? 'stdout' : 'one file'}`,
          'name another file',
        ),
      ]
    return path === null ? [] : pathFault(path, asked, read)
  })
}

function pathFault(path: string, asked: string, read: readonly string[]): Diagnostic[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) return [unwritable(asked, 'this is a folder', 'name a file in it')]
  if (found !== undefined && read.includes(`${found.dev}:${found.ino}`)) {
    return [unwritable(asked, 'this is a file that is read', 'name another file')]
  }
  const folder = dirname(path)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    return [unwritable(asked, `there is no folder \`${folder}\``, 'make it first')]
  }
  const special = found !== undefined && !found.isFile()
  if (mayWrite(special ? path : folder) && (found === undefined || mayWrite(path))) return []
  return [unwritable(asked, 'it may not be written', 'choose a place where you may write')]
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function identity(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false })
  return found === undefined ? null : `${found.dev}:${found.ino}`
}

function unwritable(asked: string, message: string, help: string): Diagnostic {
  return { code: 'unwritable-output', severity: 'error', message: `\`${asked}\`: ${message}`, help, at: null }
}

/** An error of writing as the diagnostic that it is, so that the run ends with 2 and not as a bug. */
function writingError(asked: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  return Object.assign(new Error(error.message), {
    diagnostic: unwritable(asked, `it cannot be written: ${error.code}`, 'check the disk'),
  })
}

export async function openOutput(target: Target): Promise<Output> {
  return target.path === null ? stdoutOutput() : fileOutput(target.path, target.asked)
}

let readerIsGone = false

/** From now on a reader of stdout that goes away (`| head`) ends the output quietly. */
export function watchStdout(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (!noticeGone(error)) throw error
  })
  process.stderr.on('error', () => {})
}

/** Whether an error of writing to stdout says that its reader is gone. */
function noticeGone(error: NodeJS.ErrnoException): boolean {
  if (error.code === 'EPIPE') readerIsGone = true
  return error.code === 'EPIPE'
}

export const isReaderGone = (): boolean => readerIsGone

function stdoutOutput(): Output {
  let waiting = ''
  const flush = () =>
    new Promise<void>((done) => {
      const text = waiting
      waiting = ''
      if (readerIsGone || text === '') done()
      else process.stdout.write(text, () => done())
    })
  return {
    write(text) {
      waiting += text
      if (waiting.length >= CHUNK) return flush()
    },
    async writeBytes(bytes) {
      await flush()
      if (readerIsGone) return
      // The callback is told before those who listen for errors.
      await new Promise<void>((done) =>
        process.stdout.write(bytes, (error) => {
          if (error) noticeGone(error)
          done()
        }),
      )
    },
    finish: flush,
    discard() {
      waiting = ''
      return false
    },
    get wanted() {
      return !readerIsGone
    },
    isHeldBack: false,
  }
}

/** Written beside the target and renamed; devices and pipes are written in place. */
async function fileOutput(path: string, asked: string): Promise<Output> {
  const found = statSync(path, { throwIfNoEntry: false })
  const attempt = attempts(asked)
  if (found !== undefined && !found.isFile()) {
    const handle = await attempt(() => open(path, 'w'))
    return buffered(handle, attempt, { isHeldBack: false, finish: async () => {}, discard: () => false })
  }
  const target = found === undefined ? path : realpathSync(path)
  const beside = partBeside(target)
  removeLeftParts(target)
  const handle = await attempt(() => open(beside, 'wx', found?.mode ?? 0o666))
  let isThere = true
  return buffered(handle, attempt, {
    isHeldBack: true,
    async finish() {
      await attempt(() => rename(beside, target))
      isThere = false
    },
    discard() {
      if (!isThere) return false
      isThere = false
      removeIfThere(beside)
      return true
    },
  })
}

type Attempt = <T>(step: () => Promise<T>) => Promise<T>

const attempts =
  (asked: string): Attempt =>
  async (step) => {
    try {
      return await step()
    } catch (error) {
      throw writingError(asked, error)
    }
  }

/** Gathers what is written and hands it to the file in large pieces. */
function buffered(
  handle: FileHandle,
  attempt: Attempt,
  end: Pick<Output, 'finish' | 'discard' | 'isHeldBack'>,
): Output {
  let waiting = ''
  const flush = () =>
    attempt(async () => {
      const text = waiting
      waiting = ''
      await handle.writeFile(text)
    })
  return {
    write(text) {
      waiting += text
      if (waiting.length >= CHUNK) return flush()
    },
    async writeBytes(bytes) {
      await flush()
      await attempt(async () => {
        for (let at = 0; at < bytes.length; )
          at += (await handle.write(bytes, at, bytes.length - at)).bytesWritten
      })
    },
    async finish() {
      await flush()
      await attempt(() => handle.close())
      await end.finish()
    },
    discard() {
      void handle.close().catch(() => {})
      return end.discard()
    },
    wanted: true,
    isHeldBack: end.isHeldBack,
  }
}

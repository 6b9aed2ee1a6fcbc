import { writeSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import { isatty } from 'node:tty'

export const STDOUT = 1
export const STDERR = 2

/** How long to wait for a reader who is slow, in milliseconds. */
const PAUSE = 5

const NEVER = new Int32Array(new SharedArrayBuffer(4))

/** The code of an error of the system, `null` for any other. */
export const systemCode = (error: unknown): string | null =>
  error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : null

/** Writes all bytes to a file or a pipe, however many steps that takes; throws what the system says. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at, bytes.length - at)
    } catch (error) {
      // Another program that shares the pipe has set it to refuse what it cannot take at once.
      if (systemCode(error) !== 'EAGAIN') throw error
      Atomics.wait(NEVER, 0, 0, PAUSE)
    }
  }
}

let readerIsGone = false

/** Stdin if one of the files is `-`; to open it takes time at every start, so otherwise a stream without bytes takes its place. */
export const stdinOf = (files: readonly string[]): NodeJS.ReadableStream =>
  files.some((file) => /^-(?:#|$)/.test(file)) ? process.stdin : new PassThrough().end()

/** Whether the reader of stdout has gone away, as `head` does. */
export const isReaderGone = (): boolean => readerIsGone

/** Writes to stdout, until its reader goes away; throws what the system says. */
export async function writeStdout(bytes: Uint8Array): Promise<void> {
  try {
    if (readerIsGone) return
    if (isatty(STDOUT)) await writeToTerminal(bytes)
    else writeAll(STDOUT, bytes)
  } catch (error) {
    readerIsGone = systemCode(error) === 'EPIPE'
    if (!readerIsGone) throw error
  }
}

/** A terminal is left to node, which on Windows knows its characters. */
function writeToTerminal(bytes: Uint8Array): Promise<void> {
  return new Promise((done, fail) => {
    process.stdout.once('error', fail)
    process.stdout.write(bytes, (error) => {
      process.stdout.off('error', fail)
      if (error) fail(error)
      else done()
    })
  })
}

/** Says something to a person; where stderr cannot be written, nobody listens. */
export function tellPerson(text: string): void {
  try {
    if (isatty(STDERR)) process.stderr.write(text)
    else writeAll(STDERR, Buffer.from(text))
  } catch {
    // There is no other place to say it.
  }
}

import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What one run of the program gave. */
export interface Result {
  readonly args: readonly string[]
  readonly code: number | string | undefined
  readonly out: string
  readonly err: string
  /** What escaped the program, with its stack. */
  readonly thrown: string | null
}

export type RunProgram = (args: readonly string[]) => Promise<Result>

/** What stdout and stderr were given since the last run began, by their descriptors. */
type Written = Map<number, Buffer[]>

/** The built program, run again and again without starting a process; what it writes to stdout and stderr is taken. */
export async function programOf(root: string): Promise<RunProgram> {
  const { main }: { main: (args: readonly string[]) => Promise<void> } = await import(
    pathToFileURL(join(root, 'dist', 'cli', 'main.js')).href
  )
  return async (args) => {
    const written: Written = new Map([1, 2].map((descriptor) => [descriptor, []]))
    const restore = takeWrites(written)
    const before = process.exitCode
    let thrown: string | null = null
    process.exitCode = undefined
    try {
      await main(args)
    } catch (error) {
      thrown = error instanceof Error ? (error.stack ?? error.message) : String(error)
    } finally {
      restore()
    }
    const code = process.exitCode
    process.exitCode = before
    const text = (descriptor: number) => Buffer.concat(written.get(descriptor) ?? []).toString('utf8')
    return { args, code, out: text(1), err: text(2), thrown }
  }
}

/** Takes what is written to stdout and stderr; gives back what ends that. */
function takeWrites(written: Written): () => void {
  const real = fs.writeSync
  const take = (
    descriptor: number,
    bytes: NodeJS.ArrayBufferView,
    from = 0,
    length = bytes.byteLength,
  ): number => {
    const chunks = written.get(descriptor)
    if (chunks === undefined) return real(descriptor, bytes, from, length)
    chunks.push(Buffer.from(bytes as Uint8Array).subarray(from, from + length))
    return length
  }
  fs.writeSync = take as typeof fs.writeSync
  syncBuiltinESMExports()
  return () => {
    fs.writeSync = real
    syncBuiltinESMExports()
  }
}

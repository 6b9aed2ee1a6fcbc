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

type Write = typeof process.stdout.write
type Done = (error?: Error | null) => void

/** The built program, run again and again without starting a process; what it writes to stdout and stderr is taken. */
export async function programOf(root: string): Promise<RunProgram> {
  const { main }: { main: (args: readonly string[]) => Promise<void> } = await import(
    pathToFileURL(join(root, 'dist', 'cli', 'main.js')).href
  )
  return async (args) => {
    const written: { out: Buffer[]; err: Buffer[] } = { out: [], err: [] }
    const restore = [listen(process.stdout, written.out), listen(process.stderr, written.err)]
    let thrown: string | null = null
    process.exitCode = undefined
    try {
      await main(args)
    } catch (error) {
      thrown = error instanceof Error ? (error.stack ?? error.message) : String(error)
    } finally {
      for (const each of restore) each()
      for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners('error')
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal)
    }
    const code = process.exitCode
    process.exitCode = undefined
    const text = (chunks: readonly Buffer[]) => Buffer.concat(chunks).toString('utf8')
    return { args, code, out: text(written.out), err: text(written.err), thrown }
  }
}

/** Takes what is written to a stream; gives back what ends that. */
function listen(stream: NodeJS.WriteStream, into: Buffer[]): () => void {
  const real = stream.write
  const take = (chunk: string | Uint8Array, encoding?: BufferEncoding | Done, callback?: Done): boolean => {
    into.push(Buffer.from(chunk as Uint8Array))
    const done = typeof encoding === 'function' ? encoding : callback
    if (done !== undefined) process.nextTick(done)
    return true
  }
  stream.write = take as Write
  return () => {
    stream.write = real
  }
}

import { chdir, cwd } from 'node:process'
import { vi } from 'vitest'
import { runProgram } from '../../src/cli/program.js'
import { asUsual, withEngine } from './engine.js'
import type { Run } from './run.js'

type Stream = 'stdout' | 'stderr'

/** Runs the program in a folder without starting a process for it: for what hangs on its arguments and files alone, and ends by itself. */
export const runHere = (folder: string, args: readonly string[]): Promise<Run> =>
  hearHere(folder, async () => {
    const code = await runProgram(withEngine(args))
    if (typeof code === 'object') throw new Error(code.error.message)
    return code
  })

/** Does something in a folder, and hears what it says on stdout and stderr. */
export async function hearHere(folder: string, run: () => Promise<number>): Promise<Run> {
  const written: Record<Stream, string> = { stdout: '', stderr: '' }
  const listen = (stream: Stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text, encoding, callback) => {
      written[stream] += typeof text === 'string' ? text : Buffer.from(text).toString('utf8')
      const done = typeof encoding === 'function' ? encoding : callback
      done?.()
      return true
    })
  const spies = [listen('stdout'), listen('stderr')]
  const before = cwd()
  chdir(folder)
  try {
    const code = await run()
    return { code, out: asUsual(written.stdout), err: asUsual(written.stderr) }
  } finally {
    chdir(before)
    for (const spy of spies) spy.mockRestore()
  }
}

import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { chdir, cwd } from 'node:process'
import tty from 'node:tty'
import { expect, vi } from 'vitest'
import { choosePageLanguages, LANGUAGES, languageSpoken, speak } from '../../src/base/say/say.js'
import { runProgram } from '../../src/cli/program.js'
import { STDERR, STDOUT } from '../../src/cli/terminal/standard.js'
import { undescribed } from './described.js'
import { asUsual, withEngine } from './engine.js'
import type { Run } from './run.js'

/** Runs the program in a folder without starting a process for it: for what hangs on its arguments and files alone, and ends by itself. */
export async function runHere(folder: string, args: readonly string[]): Promise<Run> {
  const run = await hearHere(folder, async () => {
    const code = await runProgram(withEngine(args))
    if (typeof code === 'object') throw new Error(code.error.message)
    return code
  })
  expect(undescribed(run.out), 'members that no schema of results describes').toEqual([])
  return run
}

/** Does something in a folder, and hears what it says on stdout and stderr. */
export async function hearHere(folder: string, run: () => Promise<number>, isTerminal = false): Promise<Run> {
  const written: Record<number, string> = { [STDOUT]: '', [STDERR]: '' }
  const spies = [
    vi.spyOn(tty, 'isatty').mockImplementation((descriptor) => isTerminal && descriptor in written),
    vi.spyOn(fs, 'writeSync').mockImplementation((descriptor: number, bytes: unknown, ...rest: unknown[]) => {
      if (!(descriptor in written) || !(bytes instanceof Uint8Array))
        throw new Error(`nothing but stdout and stderr is written so: ${descriptor}`)
      const [from = 0, length = bytes.length] = rest as number[]
      written[descriptor] += Buffer.from(bytes.subarray(from, from + length)).toString('utf8')
      return length
    }),
    ...(isTerminal ? terminalSpies(written) : []),
  ]
  syncBuiltinESMExports()
  const before = cwd()
  const language = languageSpoken()
  chdir(folder)
  try {
    const code = await run()
    return { code, out: asUsual(written[STDOUT] ?? ''), err: asUsual(written[STDERR] ?? '') }
  } finally {
    chdir(before)
    for (const spy of spies) spy.mockRestore()
    syncBuiltinESMExports()
    // A run speaks the language that it was asked for, and other tests share these modules.
    await speak(language)
    choosePageLanguages(LANGUAGES)
  }
}

/** To a terminal node's streams write. */
const terminalSpies = (written: Record<number, string>) =>
  [[STDOUT, process.stdout] as const, [STDERR, process.stderr] as const].map(([descriptor, stream]) =>
    vi.spyOn(stream, 'write').mockImplementation((bytes: unknown, done?: unknown) => {
      written[descriptor] +=
        typeof bytes === 'string' ? bytes : Buffer.from(bytes as Uint8Array).toString('utf8')
      if (typeof done === 'function') done()
      return true
    }),
  )

import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { FaultPlan } from './plan.js'

/** The repository, seen from the bundle in `faults/dist`. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PROGRAM = join(ROOT, 'bin', 'tpa.js')
const SHIM = pathToFileURL(join(ROOT, 'faults', 'shim.js')).href

/** How a run of the program ended. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
  readonly milliseconds: number
}

export interface Start {
  readonly folder: string
  readonly args: readonly string[]
  readonly plan?: FaultPlan
  /** A file that stdout goes to; a pipe where there is none. */
  readonly stdout?: string
  /** Runs before the program, such as a limit of the shell: `ulimit -f 8`. */
  readonly before?: string
  readonly onStart?: (child: ChildProcess) => void
}

/** No run takes longer, in milliseconds; one that does has hung. */
const HUNG = 120_000

/** Runs the program as a person does. */
export function run({ folder, args, plan, stdout, before, onStart }: Start): Promise<Ended> {
  const script = [...(plan === undefined ? [] : ['--import', SHIM]), PROGRAM, ...args]
  const [command, all] =
    before === undefined
      ? [process.execPath, script]
      : ['/bin/bash', ['-c', `${before}; exec "$0" "$@"`, process.execPath, ...script]]
  const out = stdout === undefined ? 'pipe' : openSync(stdout, 'w')
  const began = performance.now()
  const child = spawn(command, all, {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      TMPDIR: folder,
      CI: '1',
      ...(plan === undefined ? {} : { TPA_FAULT: written(folder, plan) }),
    },
    stdio: ['ignore', out, 'pipe'],
  })
  if (typeof out === 'number') closeSync(out)
  const said = { out: '', err: '' }
  child.stdout?.setEncoding('latin1').on('data', (text: string) => {
    said.out += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said.err += text
  })
  onStart?.(child)
  const clock = setTimeout(() => child.kill('SIGKILL'), HUNG)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(clock)
      resolve({ code, signal, ...said, milliseconds: performance.now() - began })
    })
  })
}

/** A plan may hold a whole file, which no environment takes, so it is written into one. */
function written(folder: string, plan: FaultPlan): string {
  const file = join(folder, 'fault.json')
  writeFileSync(file, JSON.stringify(plan))
  return file
}

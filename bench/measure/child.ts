import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The repository, seen from the bundle in `bench/dist`. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What one run took: seconds, seconds of all its threads together, those of them in the system, MiB. */
export interface Usage {
  readonly wall: number
  readonly cpu: number
  readonly system: number
  readonly peak: number
  readonly stdout: string
}

/** Runs a script of Node to its end in a folder; throws where it fails, with what it said. */
export async function runMeasured(folder: string, script: readonly string[]): Promise<Usage> {
  const meter = join(folder, 'usage.json')
  rmSync(meter, { force: true })
  const preload = ['--import', pathToFileURL(join(ROOT, 'bench', 'meter.js')).href]
  const began = performance.now()
  const { code, stdout, stderr } = await finished([...preload, ...script], folder, {
    ...process.env,
    TPA_BENCH_METER: meter,
  })
  const wall = (performance.now() - began) / 1000
  if (code !== 0) throw new Error(`${script.join(' ')} ended with ${code}: ${stderr.trim().slice(-2000)}`)
  const used = JSON.parse(readFileSync(meter, 'utf8')) as Pick<Usage, 'cpu' | 'system' | 'peak'>
  return { ...used, wall, stdout }
}

function finished(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.stderr += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...said }))
  })
}

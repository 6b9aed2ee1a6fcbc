import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ROOT } from './measure/child.js'
import type { Options } from './options.js'

/** A way from a CSV of households to a CSV of decisions. */
export interface Way {
  readonly name: string
  /** The script and its arguments, in the folder of the files. */
  command(input: string, output: string): string[]
  /** Whether rows that are not plain are reported; others stop at the first, or never see it. */
  readonly takesAnything: boolean
  /** Whether it is run only where `--only` names it. */
  readonly onlyWhenNamed: boolean
}

const PIPELINE = join(ROOT, 'bench', 'dist', 'pipeline.js')

/** Whether a package is installed where the bench would look for it. */
export function isInstalled(name: string): boolean {
  try {
    createRequire(join(ROOT, 'bench', 'dist', 'main.js')).resolve(name)
    return true
  } catch {
    return false
  }
}

/** All ways that can be run here and that are asked for. */
export function fileWays({ threads, ways }: Options): Way[] {
  const help = execFileSync(process.execPath, [join(ROOT, 'bin', 'tpa.js'), 'assess', '--help'], {
    encoding: 'utf8',
  })
  const all = [
    ...tpaWays(help, threads),
    ...(isInstalled('@duckdb/node-api') ? [peer('duckdb', threads)] : []),
    peer('csv-parse', threads),
  ]
  return all.filter((way) => (ways === null ? !way.onlyWhenNamed : ways.has(way.name)))
}

/** tpa as a person runs it; with its flags for threads and engine where it has them. */
function tpaWays(help: string, threads: number): Way[] {
  const hasThreads = /^ +--threads\b/m.test(help)
  const hasEngines = /^ +--engine\b/m.test(help)
  return [
    tpa('tpa', hasThreads ? ['--threads', String(threads)] : []),
    ...(hasThreads && threads > 1 ? [tpa('tpa-1', ['--threads', '1'])] : []),
    ...(hasEngines ? [tpa('tpa-interpret', ['--engine', 'interpret'], true)] : []),
  ]
}

const tpa = (name: string, flags: readonly string[], onlyWhenNamed = false): Way => ({
  name,
  command: (input, output) => [
    join(ROOT, 'bin', 'tpa.js'),
    'assess',
    input,
    '-o',
    output,
    '--allow-rejects',
    ...flags,
  ],
  takesAnything: true,
  onlyWhenNamed,
})

const peer = (name: string, threads: number): Way => ({
  name,
  command: (input, output) => [PIPELINE, name, input, output, String(threads)],
  takesAnything: false,
  onlyWhenNamed: false,
})

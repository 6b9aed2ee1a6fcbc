import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ROOT } from './measure/child.js'
import type { FileWay, Options } from './options.js'

/** A way from a CSV of households to a CSV of decisions. */
export interface Way {
  readonly name: FileWay
  /** A flag that tpa must know. */
  readonly needs: string | null
  /** The script and its arguments, in the folder of the files. */
  command(input: string, output: string): string[]
  /** Whether rows that are not plain are reported; others stop at the first, or never see it. */
  readonly takesAnything: boolean
  /** Whether it is run only where `--only` names it. */
  readonly onlyWhenNamed: boolean
}

const TPA = join(ROOT, 'bin', 'tpa.js')
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

/** The ways that can be run here and are asked for, and what is said of those that cannot be. */
export interface FileWays {
  readonly ways: readonly Way[]
  readonly notes: readonly string[]
}

export function fileWays(options: Options): FileWays {
  const help = execFileSync(process.execPath, [TPA, 'assess', '--help'], { encoding: 'utf8' })
  const isWanted = ({ name, onlyWhenNamed }: Way) => options.ways?.has(name) ?? !onlyWhenNamed
  const all = allWays(options).filter(isWanted)
  const lacks = ({ needs }: Way) => needs !== null && !new RegExp(`^ +${needs}\\b`, 'm').test(help)
  return {
    ways: all.filter((way) => !lacks(way)),
    notes: all.filter(lacks).map(({ name, needs }) => `\`${name}\` is left out: tpa knows no \`${needs}\`.`),
  }
}

function allWays({ threads, setsThreads }: Options): Way[] {
  const duckdb = isInstalled('@duckdb/node-api')
  return [
    setsThreads ? tpa('tpa', ['--threads', String(threads)]) : tpa('tpa', []),
    ...(threads > 1 ? [tpa('tpa-1', ['--threads', '1'])] : []),
    { ...tpa('tpa-interpret', ['--engine', 'interpret']), onlyWhenNamed: true },
    ...(duckdb ? [peer('duckdb', threads), peer('duckdb-stream', threads)] : []),
    peer('csv-parse', threads),
  ]
}

/** tpa as a person runs it, with flags. */
const tpa = (name: FileWay, flags: readonly string[]): Way => ({
  name,
  needs: flags[0] ?? null,
  command: (input, output) => [TPA, 'assess', input, '-o', output, '--allow-rejects', ...flags],
  takesAnything: true,
  onlyWhenNamed: false,
})

const peer = (name: FileWay, threads: number): Way => ({
  name,
  needs: null,
  command: (input, output) => [PIPELINE, name, input, output, String(threads)],
  takesAnything: false,
  onlyWhenNamed: false,
})

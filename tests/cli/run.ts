import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'
import { undescribed } from './described.js'
import { asUsual, withEngine } from './engine.js'
import { runHere } from './run-here.js'

export const PROGRAM = fileURLToPath(new URL('../../bin/tpa.js', import.meta.url))

/** A folder of its own for one test, with files in it; gone when the test is done. */
export interface Scratch {
  readonly folder: string
  write(name: string, text: string | Buffer): void
  read(name: string): string
  /** Every file, hidden ones included. */
  files(): string[]
  /** Runs the program in the folder, as a person does. */
  tpa(args: readonly string[], options?: RunOptions): Run
  /** The same without a process of its own, for what hangs on its arguments and files alone. */
  here(args: readonly string[]): Promise<Run>
  /** Starts it and comes back at once. */
  start(args: readonly string[]): ChildProcess
}

export interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A program that runs longer hangs, in milliseconds. */
const HUNG = 600_000

interface RunOptions {
  readonly input?: string | Buffer
  readonly env?: { readonly [name: string]: string }
}

/** What of the environment the program is given; colour and CI only where a test asks for them. */
const ENVIRONMENT = { PATH: process.env.PATH ?? '', TMPDIR: tmpdir() }

export function scratch(files: { readonly [name: string]: string | Buffer } = {}): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'tpa-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const write = (name: string, text: string | Buffer) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  for (const [name, text] of Object.entries(files)) write(name, text)
  return {
    folder,
    write,
    read: (name) => asUsual(readFileSync(join(folder, name), 'utf8')),
    files: () => readdirSync(folder).sort(),
    tpa(args, { input = '', env = {} } = {}) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...withEngine(args)], {
        cwd: folder,
        input,
        env: { ...ENVIRONMENT, ...env },
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        timeout: HUNG,
      })
      expect(undescribed(stdout), 'members that no schema of results describes').toEqual([])
      return { code: status, out: asUsual(stdout), err: asUsual(stderr) }
    },
    here: (args) => runHere(folder, args),
    start: (args) =>
      spawn(process.execPath, [PROGRAM, ...withEngine(args)], { cwd: folder, env: ENVIRONMENT }),
  }
}

const HEADER =
  'household_id,village,survey_date,household_size,net_income,food_secure,clothing_secure,insured_members,housing_grade,water_minutes,water_shortage,water_quality_safe,electricity,school_age_children,school_age_enrolled,registration_status,housing_remedy,risk'

/** A CSV of households that are sound in everything, with what is said otherwise: `{ household_id: 'A', net_income: '' }`. */
export function households(...changes: readonly { readonly [column: string]: string }[]): string {
  const columns = HEADER.split(',')
  const sound = 'A,Danyang,2020-08-19,2,9000,yes,yes,2,A,5,no,yes,yes,0,0,none,none,no'.split(',')
  const rows = changes.map((change) =>
    columns.map((column, index) => change[column] ?? sound[index]).join(','),
  )
  return `${[HEADER, ...rows].join('\n')}\n`
}

/** So many sound households with ids of their own. */
export const manyHouseholds = (count: number): string =>
  households(...[...Array(count).keys()].map((n) => ({ household_id: `H-${n}` })))

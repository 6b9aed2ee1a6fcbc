import { readdir, readFile, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Diagnostic } from '../../base/diagnostic.js'
import type { Pack } from '../../lang/pack.js'
import { readBases } from './bases.js'
import { readCases } from './cases.js'
import { readSuiteFile, type SuiteFile } from './suite-file.js'
import type { TestCase } from './test-case.js'

export type { TestCase }

/** The cases of a pack in the order of files and lines, or all their faults; `files` are the paths that were read. */
export type Suites = { readonly files: readonly string[] } & (
  | { readonly cases: readonly TestCase[] }
  | { readonly faults: readonly Diagnostic[] }
)

/** The folder of cases beside a pack.yaml. */
const SUITE_FOLDER = 'tests'

/**
 * Loads every case under `tests/` of a pack's folder; `shown` is the name of that folder in results. If anything is wrong in a file, no
 * cases are returned at all.
 */
export async function loadSuites(pack: Pack, folder: string, shown = folder): Promise<Suites> {
  const place = join(folder, SUITE_FOLDER)
  const names = (await readdir(place).catch(() => [])).filter((name) => /\.ya?ml$/.test(name)).sort()
  const named = (name: string) => join(shown, SUITE_FOLDER, name).split(sep).join('/')
  const files = names.map((name) => join(place, name))
  if (names.length === 0) return { files, faults: [noCases(named(''), 'there are no test cases')] }
  const read: SuiteFile[] = []
  const faults: Diagnostic[] = []
  for (const [index, path] of files.entries()) {
    const file = named(names[index] ?? '')
    const text = (await isFile(path)) ? await readFile(path, 'utf8').catch(() => null) : null
    const reading =
      text === null ? { faults: [unreadable(file)] } : readSuiteFile(file, text.replace(/^\uFEFF/, ''))
    if ('faults' in reading) faults.push(...reading.faults)
    else read.push(reading)
  }
  const complete = faults.length === 0 && read.every((file) => file.complete)
  const reading = { pack, bases: readBases(pack, read, complete), taken: new Map<string, string>() }
  const cases = read.flatMap((file) => readCases(reading, file))
  for (const { list } of read) faults.push(...list.faults)
  if (faults.length > 0) return { files, faults: inOrder(faults) }
  if (cases.length === 0) return { files, faults: [noCases(named(''), 'there are bases here, and no case')] }
  return { files, cases }
}

/** Pipes and devices may never end. */
const isFile = async (path: string) => (await stat(path).catch(() => null))?.isFile() ?? false

const noCases = (folder: string, message: string): Diagnostic => ({
  code: 'no-cases',
  severity: 'error',
  message,
  why: 'a pack without cases can change its meaning and nobody would notice',
  help: 'write cases into a YAML file of this folder',
  at: { file: folder, line: null, field: null },
})

const unreadable = (file: string): Diagnostic => ({
  code: 'unreadable-file',
  severity: 'error',
  message: 'the file cannot be read',
  help: 'ask for the right to read it, or remove it',
  at: { file, line: null, field: null },
})

/** By file, line and column. */
function inOrder(faults: readonly Diagnostic[]): Diagnostic[] {
  const keyed = faults.map((fault) => {
    const { at } = fault
    return {
      fault,
      file: at?.file ?? '',
      line: at?.line ?? 0,
      column: at !== null && 'column' in at ? at.column : 0,
    }
  })
  keyed.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column))
  return keyed.map(({ fault }) => fault)
}

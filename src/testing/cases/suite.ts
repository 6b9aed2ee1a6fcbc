import { readdir, readFile, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import type { Pack } from '../../lang/pack.js'
import { readBases } from './bases.js'
import { readCases } from './cases.js'
import { readSuiteFile, type SuiteFile } from './suite-file.js'
import type { TestCase } from './test-case.js'

export type { TestCase }

/** Cases in the order of files and lines, or all their faults. */
export type SuiteCases = { readonly cases: readonly TestCase[] } | { readonly faults: readonly Diagnostic[] }

/** The cases of a pack; `files` are the paths that were read, and `texts` what stood there, side by side. */
export type Suites = { readonly files: readonly string[]; readonly texts: readonly SuiteText[] } & SuiteCases

/** A file of cases: its name in results, and its text without a mark; `null` where it cannot be read. */
export interface SuiteText {
  readonly file: string
  readonly text: string | null
}

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
  if (names.length === 0) return { files, texts: [], faults: [noCases(named(''), say('suite.no-cases'))] }
  const texts: SuiteText[] = []
  for (const [index, path] of files.entries()) {
    const text = (await isFile(path)) ? await readFile(path, 'utf8').catch(() => null) : null
    texts.push({ file: named(names[index] ?? ''), text: text?.replace(/^\uFEFF/, '') ?? null })
  }
  const read = readSuites(pack, texts)
  if ('cases' in read && read.cases.length === 0)
    return { files, texts, faults: [noCases(named(''), say('suite.only-bases'))] }
  return { files, texts, ...read }
}

/** The cases of the files of one folder, which share their bases. */
export function readSuites(pack: Pack, texts: readonly SuiteText[]): SuiteCases {
  const read: SuiteFile[] = []
  const faults: Diagnostic[] = []
  for (const { file, text } of texts) {
    const reading = text === null ? { faults: [unreadable(file)] } : readSuiteFile(file, text)
    if ('faults' in reading) faults.push(...reading.faults)
    else read.push(reading)
  }
  const complete = faults.length === 0 && read.every((file) => file.complete)
  const reading = { pack, bases: readBases(pack, read, complete), taken: new Map<string, string>() }
  const cases = read.flatMap((file) => readCases(reading, file))
  for (const { list } of read) faults.push(...list.faults)
  return faults.length > 0 ? { faults: inOrder(faults) } : { cases }
}

/** Pipes and devices may never end. */
const isFile = async (path: string) => (await stat(path).catch(() => null))?.isFile() ?? false

const noCases = (folder: string, message: string): Diagnostic => ({
  code: 'no-cases',
  severity: 'error',
  message,
  why: say('suite.no-cases.why'),
  help: say('suite.no-cases.help'),
  at: { file: folder, line: null, field: null },
})

const unreadable = (file: string): Diagnostic => ({
  code: 'unreadable-file',
  severity: 'error',
  message: say('suite.unreadable'),
  help: say('suite.unreadable.help'),
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

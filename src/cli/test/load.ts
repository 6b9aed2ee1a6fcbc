import type { TestedPack } from '../../report/test/summary.js'
import { loadSuites, type SuiteText } from '../../testing/cases/suite.js'
import type { TestCase } from '../../testing/cases/test-case.js'
import { folderOf, loadRules } from '../request/rules.js'

/** A pack with its cases, before any is run. */
export interface Loaded extends Omit<TestedPack, 'results' | 'notRun' | 'measures'> {
  readonly cases: readonly TestCase[]
  /** What was read, so that no report overwrites it. */
  readonly packFiles: readonly string[]
  readonly suiteFiles: readonly string[]
  /** What stood in the files of cases, beside them. */
  readonly texts: readonly SuiteText[]
}

export async function loadCases(place: string): Promise<Loaded> {
  const { folder, shown } = folderOf(place)
  const rules = await loadRules(place)
  const packFiles = rules.files
  if ('faults' in rules)
    return { place: shown, pack: null, faults: rules.faults, cases: [], packFiles, suiteFiles: [], texts: [] }
  const suites = await loadSuites(rules.pack, folder, shown)
  const { files: suiteFiles, texts } = suites
  const { faults, cases } = { faults: [], cases: [], ...suites }
  return { place: shown, pack: rules.pack, faults, cases, packFiles, suiteFiles, texts }
}

import type { Pack } from '../../lang/pack.js'
import type { SeenValue } from '../cases/compare.js'
import type { CaseResult } from '../cases/run-case.js'
import type { SuiteText } from '../cases/suite.js'
import type { TestCase } from '../cases/test-case.js'

/** The cases of one pack as they were read, and what came of those that were run. */
export interface TestedSuites {
  readonly pack: Pack
  readonly texts: readonly SuiteText[]
  /** What tells the files apart, beside `texts`: the same for all names of one file. */
  readonly files: readonly string[]
  readonly cases: readonly TestCase[]
  readonly results: readonly CaseResult[]
}

/** The file of each case, as `files` calls it. */
export function fileOfCases(packs: readonly TestedSuites[]): (each: TestCase) => string {
  const byCase = new Map<TestCase, string>()
  for (const { texts, files, cases } of packs) {
    const byName = new Map(texts.map(({ file }, index) => [file, files[index] ?? file]))
    for (const each of cases) byCase.set(each, byName.get(each.file) ?? each.file)
  }
  return (each) => byCase.get(each) ?? each.file
}

/** For each case to rewrite, the members and their new values. */
export type Wanted = ReadonlyMap<TestCase, ReadonlyMap<string, SeenValue>>

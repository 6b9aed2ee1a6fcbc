import { expectedMembers, sameSeen } from '../cases/compare.js'
import { readSuites } from '../cases/suite.js'
import type { TestCase } from '../cases/test-case.js'
import { UNKNOWN_FORM } from './draft.js'
import { fileOfCases, type TestedSuites, type Wanted } from './tested-suites.js'

/**
 * Reads the new texts as the next run will, and gives each case as it stands in them; or the cases of files in which anything else than what
 * was wanted would be expected.
 */
export function rereadSuites(
  packs: readonly TestedSuites[],
  texts: ReadonlyMap<string, string>,
  wanted: Wanted,
): { readonly cases: ReadonlyMap<TestCase, TestCase> } | { readonly left: ReadonlyMap<TestCase, string> } {
  const fileOf = fileOfCases(packs)
  const cases = new Map<TestCase, TestCase>()
  const wrong = new Set<string>()
  for (const pack of packs) {
    const reading = readSuites(
      pack.pack,
      pack.texts.map(({ file, text }, index) => ({ file, text: texts.get(pack.files[index] ?? '') ?? text })),
    )
    if ('faults' in reading) {
      const names = new Set(reading.faults.map(({ at }) => at?.file))
      for (const each of pack.cases) if (names.has(each.file)) wrong.add(fileOf(each))
      continue
    }
    const read = reading.cases
    for (const [index, each] of pack.cases.entries()) {
      const again = read[index]
      if (again !== undefined && isAsWanted(each, again, wanted)) cases.set(each, again)
      else wrong.add(fileOf(each))
    }
  }
  if (wrong.size === 0) return { cases }
  const left = [...wanted.keys()].filter((each) => wrong.has(fileOf(each)))
  if (left.length === 0)
    throw new Error('a file of cases reads otherwise although nothing was rewritten in it')
  return { left: new Map(left.map((each) => [each, UNKNOWN_FORM])) }
}

function isAsWanted(before: TestCase, after: TestCase, wanted: Wanted): boolean {
  const expected = new Map([...expectedMembers(before.expect), ...(wanted.get(before) ?? [])])
  const now = expectedMembers(after.expect)
  return (
    before.name === after.name &&
    expected.size === now.size &&
    [...expected].every(([member, value]) => {
      const found = now.get(member)
      return found !== undefined && sameSeen(found, value)
    })
  )
}

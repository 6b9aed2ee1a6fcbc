import type { Span } from '../../base/source.js'
import type { Tree } from '../../base/tree/tree.js'
import type { Path } from '../../lang/shape/places.js'
import { expectedMembers } from '../cases/compare.js'
import { treeAt } from '../cases/suite-file.js'
import type { CaseOrigin, TestCase } from '../cases/test-case.js'
import { fileOfCases, type TestedSuites } from './tested-suites.js'

/** Where a member of an expectation stands. */
export interface Site {
  readonly value: Tree
  /** Whether it is of the table, and not of the row that expects it. */
  readonly isInherited: boolean
}

/** The place of a member, named as mismatches name it: that of the row, else that of its table; `null` where nothing is written. */
export function siteOf({ suite, path }: CaseOrigin, member: string): Site | null {
  const [, group, key] = /^(verdicts|outputs)\.(.*)$/s.exec(member) ?? []
  const inExpect = group === undefined || key === undefined ? [member] : [group, key]
  const at = (of: Path) => treeAt(suite, [...of, 'expect', ...inExpect])
  const own = at(path)
  if (own !== null) return { value: own, isInherited: false }
  const table = path.length > TABLE ? at(path.slice(0, TABLE)) : null
  return table === null ? null : { value: table, isInherited: true }
}

/** The length of the way to a case that is not a row. */
const TABLE = 2

/** The row or case itself. */
export const treeOf = ({ suite, path }: CaseOrigin): Tree | null => treeAt(suite, path)

/** A case that expects what stands at a site. */
export interface User {
  readonly case: TestCase
  readonly member: string
}

/** Who expects what stands at each place. */
export interface Users {
  at(each: TestCase, site: Site): readonly User[]
  /** All cases that stand where one stands; more than it, where an alias repeats it. */
  asWritten(each: TestCase): readonly TestCase[]
}

/** Who among all cases expects what stands at each place. */
export function usersBySite(packs: readonly TestedSuites[]): Users {
  const fileOf = fileOfCases(packs)
  const keyOf = (each: TestCase, { start, end }: Span) => `${fileOf(each)}\n${start}-${end}`
  const users = new Map<string, User[]>()
  const written = new Map<string, TestCase[]>()
  for (const each of packs.flatMap(({ cases }) => cases)) {
    const tree = treeOf(each.origin)
    if (tree !== null) addTo(written, keyOf(each, tree), each)
    for (const member of expectedMembers(each.expect).keys()) {
      const site = siteOf(each.origin, member)
      if (site !== null) addTo(users, keyOf(each, site.value), { case: each, member })
    }
  }
  return {
    at: (each, site) => users.get(keyOf(each, site.value)) ?? [],
    asWritten(each) {
      const tree = treeOf(each.origin)
      return (tree && written.get(keyOf(each, tree))) ?? []
    },
  }
}

function addTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const found = lists.get(key)
  if (found === undefined) lists.set(key, [value])
  else found.push(value)
}

import { positionOf } from '../../base/source.js'
import { type SeenValue, sameSeen } from '../cases/compare.js'
import type { TestCase } from '../cases/test-case.js'
import { type Edit, edited } from './edit.js'
import { insertMembers } from './insert.js'
import { rewriteValue } from './rewrite.js'
import { type Site, siteOf, treeOf, type Users, usersBySite } from './sites.js'
import { fileOfCases, type TestedSuites, type Wanted } from './tested-suites.js'

/** New texts by file; and cases that cannot be rewritten, with the reason. If there are any, leave them and draft the rest again. */
export interface Draft {
  readonly texts: ReadonlyMap<string, string>
  readonly left: ReadonlyMap<TestCase, string>
}

/** What is gathered for one draft. */
interface Drafting {
  readonly wanted: Wanted
  readonly users: Users
  readonly fileOf: (each: TestCase) => string
  readonly edits: Map<string, Edit[]>
  readonly left: Map<TestCase, string>
  /** What is to stand at each place that was looked at; `null` where what stands there stays. */
  readonly agreed: Map<string, SeenValue | null>
}

/** Writes what is wanted into the texts of the files. */
export function draftUpdate(packs: readonly TestedSuites[], wanted: Wanted): Draft {
  const users = usersBySite(packs)
  const drafting: Drafting = {
    wanted,
    users,
    fileOf: fileOfCases(packs),
    edits: new Map(),
    left: new Map(),
    agreed: new Map(),
  }
  for (const [each, members] of wanted) {
    const own = new Map<string, SeenValue>()
    for (const [member, now] of members) {
      const site = siteOf(each.origin, member)
      const agreed = site && rewrittenAt(drafting, each, site)
      if (site === null) drafting.left.set(each, UNKNOWN_FORM)
      else if (agreed !== null && sameSeen(agreed, now)) continue
      else if (canHaveOwn(users, each, site)) own.set(member, now)
      else drafting.left.set(each, sharedWords(users, each, site))
    }
    if (own.size > 0) giveOwn(drafting, each, own)
  }
  return { texts: textsOf(drafting, [...wanted.keys()]), left: drafting.left }
}

/**
 * What stands at a site afterwards, if it is to change; else `null`. Who cannot have its own decides that, if all of those agree and nobody
 * who shares the site expects what stands there rightly.
 */
function agreedAt({ users, wanted }: Drafting, each: TestCase, site: Site): SeenValue | null {
  const all = users.at(each, site).map((user) => ({
    now: wanted.get(user.case)?.get(user.member) ?? null,
    isBound: !canHaveOwn(users, user.case, siteOf(user.case.origin, user.member)),
  }))
  const deciding = all.some(({ isBound }) => isBound) ? all.filter(({ isBound }) => isBound) : all
  const first = deciding[0]?.now ?? null
  const isAgreed = deciding.every(({ now }) => now !== null && first !== null && sameSeen(now, first))
  return isAgreed && all.every(({ now }) => now !== null) ? first : null
}

/** Only a row that stands once can say otherwise what its table says. */
const canHaveOwn = (users: Users, each: TestCase, site: Site | null): boolean =>
  site?.isInherited === true && users.asWritten(each).length === 1

/** Rewrites what stands at a site, the first time that it is looked at, and says what stands there then. */
function rewrittenAt(drafting: Drafting, each: TestCase, site: Site): SeenValue | null {
  const { start, end } = site.value
  const place = `${drafting.fileOf(each)}\n${start}-${end}`
  const known = drafting.agreed.get(place)
  if (known !== undefined) return known
  const agreed = agreedAt(drafting, each, site)
  drafting.agreed.set(place, agreed)
  if (agreed === null) return null
  const sharing = drafting.users.at(each, site).map((user) => user.case)
  add(drafting, sharing, rewriteValue(textOf(each), site.value, agreed))
  return agreed
}

function giveOwn(drafting: Drafting, each: TestCase, own: ReadonlyMap<string, SeenValue>): void {
  const row = treeOf(each.origin)
  add(drafting, [each], row && insertMembers(textOf(each), row, own))
}

/** Adds edits for cases of one file; without any the cases are left. */
function add(
  { fileOf, edits, left }: Drafting,
  cases: readonly TestCase[],
  made: readonly Edit[] | null,
): void {
  if (made === null) for (const each of cases) left.set(each, UNKNOWN_FORM)
  const [first] = cases
  if (made === null || first === undefined) return
  const found = edits.get(fileOf(first))
  if (found === undefined) edits.set(fileOf(first), [...made])
  else found.push(...made)
}

function textsOf({ fileOf, edits, left }: Drafting, cases: readonly TestCase[]): Map<string, string> {
  const texts = new Map<string, string>()
  for (const each of cases) {
    const file = fileOf(each)
    const made = edits.get(file)
    if (made === undefined || texts.has(file)) continue
    const text = edited(textOf(each), made)
    if (text === null) left.set(each, UNKNOWN_FORM)
    else texts.set(file, text)
  }
  return texts
}

const textOf = ({ origin }: TestCase) => origin.suite.source.text

/** Why a case is left: its form would lose something, or is too rare to be known. */
export const UNKNOWN_FORM = 'a comment, an anchor or an alias stands within what it expects: write it by hand'

function sharedWords(users: Users, each: TestCase, { value }: Site): string {
  const { line } = positionOf(each.origin.suite.source, value.start)
  const count = users.at(each, { value, isInherited: false }).length
  return `what it expects stands at line ${line} for ${count} cases, and not all of them come to the same`
}

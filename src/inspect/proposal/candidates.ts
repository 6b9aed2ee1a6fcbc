import { say } from '../../base/say/say.js'
import { short } from '../../base/wording.js'
import { recordNames } from '../../lang/labels.js'
import { columnsOf, type FactDeclaration, type Pack } from '../../lang/pack.js'
import { knownText } from '../../lang/record.js'
import type { ColumnProfile } from '../columns/column.js'
import { fitsWell, mayFit } from '../columns/fact-fit.js'
import type { Join, TableRole } from '../tables/inspected-table.js'
import { bestSize, ownSize } from '../tables/roles.js'
import type { Hinted } from '../tables/table-tally.js'
import { isUniqueHeader } from '../tables/unique-headers.js'
import { columnYaml } from './candidate-yaml.js'
import { codeCandidates } from './code-candidates.js'
import type { Candidate, FactFinding } from './inspection.js'

/** The most uncertain candidates that are listed for a fact. */
const MOST = 3

/** Which columns may be which facts of the pack, in its order. */
export function findFacts(roles: readonly TableRole[], key: number | null, pack: Pack): FactFinding[] {
  const facts = [...columnsOf(pack)].filter(([name]) => name !== pack.record.id)
  const found = (of: Hinted['of'], name: string, declaration: FactDeclaration) => {
    const all = roles.flatMap((role) =>
      role.table.tally.hinted
        .filter((hinted) => hinted.of === of && hinted.hint.fact === name && isAsked(role, hinted, key))
        .flatMap((hinted) => candidateOf(role, hinted, roles, key, pack) ?? []),
    )
    const others = of === 'record' ? codeCandidates(pack, roles, declaration, all) : []
    return ranked([...all, ...others])
  }
  const finding =
    (of: Hinted['of']) =>
    ([fact, declaration]: readonly [string, FactDeclaration]): FactFinding => {
      const candidates = found(of, fact, declaration)
      const [first] = candidates
      const status = first === undefined ? 'absent' : first.isCertain ? 'found' : 'maybe'
      return { fact, of, declaration, status, instead: insteadOf(fact, declaration, roles, pack), candidates }
    }
  return [...facts.map(finding('record')), ...[...(pack.memberFacts ?? [])].map(finding('member'))]
}

/** What an assessment does if no column gives a fact. */
function insteadOf(
  fact: string,
  { assume }: FactDeclaration,
  roles: readonly TableRole[],
  { record, derived }: Pack,
): string | null {
  const hasMembers = roles.some(({ role }) => role === 'members' || role === 'persons' || role === 'block')
  if (fact === record.size && hasMembers) return say('proposal.counted')
  if (derived.has(fact)) return say('proposal.derived')
  return assume === null ? null : say('proposal.assumed', { value: knownText(assume) })
}

/** Whether a table of this role can hold a fact of this kind. */
function isAsked(
  { role, join }: TableRole,
  { of, hint, repeat, columns }: Hinted,
  key: number | null,
): boolean {
  const points = role === 'members' || role === 'details' ? (join?.childColumn ?? null) : key
  if (columns[0] === points) return false
  if (of === 'record') return role === 'records' || role === 'persons' || role === 'block'
  if (repeat !== null) return role === 'records'
  if (role === 'details') return hint.fact !== 'member_id'
  return role === 'persons' || role === 'members' || role === 'block'
}

/** The certain candidate first; if there are several, none is certain. Of the others, those whose ground is not much weaker than the best. */
function ranked(candidates: readonly Candidate[]): Candidate[] {
  const certain = candidates.filter(({ isCertain }) => isCertain)
  const [first] = certain
  const isClear = certain.every(({ role, column }) => column === first?.column && isAlike(role, first.role))
  if (first !== undefined && isClear) return [first]
  const best = Math.min(...candidates.map(({ rank }) => rank))
  return candidates
    .filter(({ rank }) => rank <= best + 1)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map((each) => (each.isCertain ? unsure(each) : each))
}

const isAlike = (one: TableRole, two: TableRole) => one.role === two.role && one.join === two.join

const unsure = (candidate: Candidate): Candidate => ({
  ...candidate,
  isCertain: false,
  why: say('proposal.others-too', { why: candidate.why }),
})

function candidateOf(
  role: TableRole,
  { hint, columns, repeat, fit }: Hinted,
  roles: readonly TableRole[],
  key: number | null,
  pack: Pack,
): Candidate | null {
  const { table } = role
  const profiles = columns.map((at) => table.profiles[at]).filter((each) => each !== undefined)
  const [profile] = profiles
  if (profile === undefined) return null
  const size = hint.fact === pack.record.size ? sizeMatch(role, profile.index, roles, key) : null
  const { declaration } = fit
  if (!isOfType(declaration, profile) && !hint.isName) return null
  const named = repeat?.pattern ?? profile.header
  const { yaml, decide, settles } = columnYaml(named, profiles, declaration, fit, hint.other)
  if (!hint.isName && !mayFit(fit) && !settles) return null
  if (repeat === null && !isUniqueHeader(table, profile.header)) return null
  const reads = mayFit(fit) || settles || fit.answers === 0
  const plain = repeat?.plain ?? null
  const isKnown = plain === null && ((hint.isName && reads) || size !== null)
  const others =
    fitsWell(fit) || settles || declaration.personal ? [] : unreadWords(profile.personal, fit.unread)
  const why = [
    ...(size === null ? [] : [sizeWords(size, pack)]),
    hint.why,
    ...(settles ? [] : [fitWords(fit.answers, fit.read)]),
    ...others,
    ...(plain === null ? [] : [say('proposal.plain-too', { column: short(plain) })]),
  ]
  return {
    role,
    column: named,
    isCertain: isKnown,
    rank: hint.rank,
    why: why.join(say('remarks.item')),
    yaml,
    decide,
  }
}

/** Whether a column of this kind can hold a fact of this type. */
function isOfType({ type }: FactDeclaration, profile: ColumnProfile): boolean {
  if (type === 'yes_no') return profile.type !== 'date' && profile.type !== 'money'
  if (profile.type === 'choice' || profile.type === 'select-multiple') return false
  const isNumber = type === 'money' || type === 'number' || type === 'count'
  return !isNumber || (profile.type !== 'yes/no' && profile.type !== 'date' && profile.type !== 'id')
}

const sizeWords = ({ equal, compared }: Join['sizes'][number], pack: Pack): string =>
  say('proposal.size', { equal, compared, plural: recordNames(pack) })

const fitWords = (answers: number, read: number): string =>
  answers === 0
    ? say('proposal.blank')
    : say(read === answers ? 'proposal.fit.all' : 'proposal.fit', { read, answers })

function unreadWords(isPersonal: boolean, unread: ReadonlyMap<string, number>): string[] {
  const [first] = unread.keys()
  return first === undefined || isPersonal ? [] : [say('proposal.unread', { cell: short(first) })]
}

/** How often a column holds the number of rows of a record in the table of members, or in this table. */
function sizeMatch(
  role: TableRole,
  column: number,
  roles: readonly TableRole[],
  key: number | null,
): Join['sizes'][number] | null {
  const members = roles.find((each) => each.role === 'members')?.join ?? null
  const size =
    role.role === 'persons' && key !== null
      ? ownSize(role.table, key)
      : members === null
        ? null
        : bestSize(members)
  return size?.column === column ? size : null
}

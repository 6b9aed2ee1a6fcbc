import type { FactDeclaration } from '../../../lang/pack.js'
import { foldName } from '../../columns/column-names.js'
import { type NumberedHeader, numberedHeader } from './numbered-header.js'
import { isNamedForPersons, saysOfPersons } from './person-words.js'

/** Columns that say the same of one member after another: `age_1`, `age_2`; `children[1]/age`; `AGE(1)`; `1_age`; `成员1的年龄`. */
export interface Repeat {
  /** The header with `{n}` for the number. */
  readonly pattern: string
  /** What it says of each member. */
  readonly stem: string
  readonly numbers: readonly number[]
  /** Positions of the columns. */
  readonly columns: readonly number[]
  /** A column without a number beside columns of the same members, which may be of another member; `null` where there is none. */
  readonly plain: string | null
}

interface Group extends Omit<Repeat, 'plain'> {
  readonly header: NumberedHeader
  readonly numbers: number[]
  readonly columns: number[]
}

/**
 * The repeats among headers, in the order of their first columns. Numbers must run from 1 on, but those of an index (`[3]`). A name that ends
 * in a number itself (`completed_grade_9_1`) counts where another column repeats in the same numbers, and no other name differs in that number
 * alone. Where the number does not stand behind `_` or in an index, the columns of the same form must say something of persons: `q1` and `q2`,
 * or `1_crop` and `2_crop`, do not.
 */
export function repeatsIn(headers: readonly string[], memberFacts: MemberFacts): readonly Repeat[] {
  const groups = groupsOf(headers)
  const names = new Map(headers.map((header) => [foldName(header), header]))
  const found = groups.filter(({ header: { kind, stem }, pattern, numbers }) => {
    if (new Set(numbers).size < numbers.length) return false
    // Where numbers run from 0, the first member would be lost.
    if (kind !== 'index' && names.has(foldName(pattern.replace('{n}', '0')))) return false
    const isRun = numbers.length > 1 && numbers.every((_, at) => numbers.includes(at + 1))
    const mayBePlain = kind !== 'behind' && kind !== 'joined'
    return kind === 'index' || (isRun && (mayBePlain || !names.has(foldName(stem))))
  })
  const families = groups.map(familyOf)
  const runs = new Set(found.filter((each) => isStrict(each) && familyOf(each) === null).map(runOf))
  const loose = byForm(found.filter((each) => !isStrict(each)))
  const forms = new Map(
    [...loose].map(([form, same]) => [
      form,
      saysOfMembers(same, memberFacts) ? { plain: plainOf(same, names, memberFacts) } : null,
    ]),
  )
  return found.flatMap((group): Repeat[] => {
    const { header: _, ...repeat } = group
    const family = familyOf(group)
    const isAlone = families.filter((other) => other === family).length === 1
    if (!isStrict(group)) {
      const form = forms.get(formOf(group)) ?? null
      return form === null ? [] : [{ ...repeat, ...form }]
    }
    return family === null || (runs.has(runOf(group)) && isAlone) ? [{ ...repeat, plain: null }] : []
  })
}

function groupsOf(headers: readonly string[]): Group[] {
  const groups = new Map<string, Group>()
  for (const [column, text] of headers.entries()) {
    const header = numberedHeader(text)
    if (header === null) continue
    const { pattern, stem } = header
    const group = groups.get(pattern) ?? { header, pattern, stem, numbers: [], columns: [] }
    group.numbers.push(header.number)
    group.columns.push(column)
    groups.set(pattern, group)
  }
  return [...groups.values()]
}

/** Whether the number alone says that a column repeats. */
const isStrict = ({ header: { kind } }: Group): boolean => kind === 'index' || kind === 'behind'

/** What is left of a name that ends in a number: `completed_grade_` of `completed_grade_9_{n}`; `null` of others. */
function familyOf({ header: { kind, stem } }: Group): string | null {
  const at = stem.lastIndexOf('_')
  return kind === 'behind' && at >= 0 && /^\d+$/.test(stem.slice(at + 1)) ? stem.slice(0, at) : null
}

const runOf = ({ numbers }: Group): string => [...numbers].sort((a, b) => a - b).join(' ')

const formOf = (group: Group): string => `${foldName(group.header.form)} ${runOf(group)}`

function byForm(groups: readonly Group[]): ReadonlyMap<string, readonly Group[]> {
  const forms = new Map<string, Group[]>()
  for (const group of groups) {
    const same = forms.get(formOf(group)) ?? []
    same.push(group)
    forms.set(formOf(group), same)
  }
  return forms
}

type MemberFacts = ReadonlyMap<string, FactDeclaration> | null

/** True if columns of one form are about persons. All of them are looked at together. */
const saysOfMembers = (same: readonly Group[], memberFacts: MemberFacts): boolean =>
  memberFacts !== null &&
  saysOfPersons(
    same.map(({ stem }) => stem),
    ofThem(same),
    memberFacts,
  )

/** The words for persons that stand beside the numbers. */
const ofThem = (same: readonly Group[]): string =>
  same.map(({ header }) => header.of).find((words) => isNamedForPersons(words)) ?? ''

/** The column that says of a person without a number what one of these says with it. */
const plainOf = (
  same: readonly Group[],
  names: ReadonlyMap<string, string>,
  memberFacts: MemberFacts,
): string | null =>
  same
    .filter(({ stem }) => saysOfPersons([stem], ofThem(same), memberFacts ?? new Map()))
    .map(({ stem }) => names.get(foldName(stem)))
    .find((header) => header !== undefined) ?? null

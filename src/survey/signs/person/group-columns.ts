import type { FactDeclaration } from '../../../lang/pack.js'
import { foldName, questionName } from '../../columns/column-names.js'
import { memberNumber } from '../../columns/member-number.js'
import { isSystemHeader } from '../tool-columns.js'
import { type NumberedHeader, numberedHeader } from './numbered-header.js'
import { isOfOthers, saysOfPersons } from './person-words.js'

/** The columns of one of several members that are beside each other in one row. */
export interface NumberedGroup {
  readonly number: number
  /** Positions of the columns that facts or the person's id are read from. */
  readonly columns: readonly number[]
}

/** A column from which nothing is read that is in the group of a member. */
export interface GroupColumn {
  readonly index: number
  readonly header: string
  /** False where only its number speaks for it: it may count crops as well as persons. */
  readonly isSure: boolean
}

/** A header cut at one number in it: `name_3` is 3 between `name_` and nothing. */
interface Form {
  readonly before: string
  readonly after: string
  readonly columns: ReadonlyMap<number, number>
  /** How it writes the number of a member; `null` where it writes it in no known way. */
  readonly way: NumberedHeader | null
}

/**
 * The columns beside those of the groups, by the number of the group. Such a column has a header of the same form. It surely belongs to the
 * group if it begins as the others do (`p{n}_age`, `p{n}_job`), is among them, or is named for persons; else it may belong to it if there
 * are as many as groups.
 */
export function columnsBeside(
  headers: readonly string[],
  groups: readonly NumberedGroup[],
  taken: ReadonlySet<number>,
  memberFacts: ReadonlyMap<string, FactDeclaration>,
): ReadonlyMap<number, readonly GroupColumn[]> {
  const beside = new Map<number, GroupColumn[]>(groups.map(({ number }) => [number, []]))
  const least = Math.min(2, groups.length)
  const own = formsOf(
    groups.flatMap((group) =>
      group.columns.map((at) => ({ at, header: headers[at] ?? '', only: group.number })),
    ),
  ).filter(({ columns }) => columns.size >= least)
  const others = headers.flatMap((header, at) =>
    taken.has(at) || isSystemHeader(header) ? [] : [{ at, header, only: null }],
  )
  for (const form of formsOf(others)) {
    const isSure = belongs(form, own, groups, memberFacts)
    if (form.columns.size < least || isSure === null) continue
    for (const [number, index] of form.columns)
      beside.get(number)?.push({ index, header: headers[index] ?? '', isSure })
  }
  return beside
}

/** True if columns surely belong to the groups, false if they may, `null` if they do not. */
function belongs(
  form: Form,
  own: readonly Form[],
  groups: readonly NumberedGroup[],
  memberFacts: ReadonlyMap<string, FactDeclaration>,
): boolean | null {
  const isOther = isOfOthers(form.before + form.after)
  const isWorded = form.way?.kind === 'worded'
  if (!isOther && own.some((each) => beginsAlike(form, each) || (isWorded && isSameWay(form, each))))
    return true
  if (!own.some((each) => endsAlike(form, each) || isSameWay(form, each))) return null
  const stem = form.way?.stem ?? form.before.replace(/[^\p{L}\p{N}]{1,9}$/u, '') + form.after
  if (!isOther && (saysOfPersons([stem], 'members', memberFacts) || standsAmong(form, groups))) return true
  return groups.every(({ number }) => form.columns.has(number)) && form.columns.size === groups.length
    ? false
    : null
}

const beginsAlike = (one: Form, other: Form) =>
  one.before === other.before &&
  one.after !== '' &&
  other.after !== '' &&
  /\p{L}/u.test(one.before) &&
  !ANYTHING.test(one.before)

/** What stands before any number: `第`, and the `X` of R. */
const ANYTHING = /(?:^|\/)[x第]$/

const isSameWay = ({ way: one }: Form, { way: other }: Form) => one !== null && one.form === other?.form

const endsAlike = (one: Form, other: Form) => one.after === other.after && markOf(one) === markOf(other)

/** The mark between a word and its number. */
const markOf = ({ before }: Form) => /[^\p{L}\p{N}]?$/u.exec(before)?.[0] ?? ''

/** Whether all columns of one number come before those of the next one. */
function standsAmong({ columns }: Form, groups: readonly NumberedGroup[]): boolean {
  const spans = groups
    .filter(({ number }) => columns.has(number))
    .map((group) => [...group.columns, columns.get(group.number) ?? 0])
    .map((all) => ({ first: Math.min(...all), last: Math.max(...all) }))
    .sort((a, b) => a.first - b.first)
  return (
    spans.length > 1 && spans.every(({ first }, at) => at === 0 || first > (spans[at - 1]?.last ?? first))
  )
}

function wayOf(header: string, pattern: string): NumberedHeader | null {
  const way = numberedHeader(header)
  return way?.pattern === pattern ? way : null
}

interface NamedAt {
  readonly at: number
  readonly header: string
  /** The number that counts, if only one does. */
  readonly only: number | null
}

/** Longer headers hold no number of a member. */
const LONGEST = 300

/** Every form that headers have, with the columns by their numbers. A form with two columns of one number is none. */
function formsOf(named: readonly NamedAt[]): Form[] {
  const forms = new Map<string, Form & { columns: Map<number, number>; isDouble: boolean }>()
  for (const { at, header, only } of named) {
    const folded = foldName(questionName(header) ?? header)
    if (folded.length > LONGEST) continue
    for (const { 0: digits, index } of folded.matchAll(/\d+|[一二三四五六七八九十]{1,3}/g)) {
      const number = memberNumber(digits)
      if (number === null || (only !== null && number !== only)) continue
      const [before, after] = [folded.slice(0, index), folded.slice(index + digits.length)]
      const key = `${before}\0${after}`
      const form = forms.get(key) ?? {
        before,
        after,
        way: wayOf(folded, `${before}{n}${after}`),
        columns: new Map(),
        isDouble: false,
      }
      form.isDouble ||= form.columns.has(number)
      form.columns.set(number, at)
      forms.set(key, form)
    }
  }
  return [...forms.values()].filter(({ isDouble }) => !isDouble)
}

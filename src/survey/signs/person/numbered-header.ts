import { questionName } from '../../columns/column-names.js'
import { memberNumber } from '../../columns/member-number.js'
import { clean } from '../../files/row.js'
import { isNamedForPersons } from './person-words.js'

/** A header that may be a column of one of several members that are beside each other in one row. */
export interface NumberedHeader {
  readonly number: number
  /** The header with `{n}` for the number, without the number of a question. */
  readonly pattern: string
  /** What is left without the number and its words: `age` of `age_1`, `1_age`, `AGE(1)` and `第1位成员的年龄`. */
  readonly stem: string
  /** The pattern with `…` for the stem. The columns of one member have the same. */
  readonly form: string
  /** The words for persons beside the number; empty where there are none. */
  readonly of: string
  readonly kind: NumberKind
}

/**
 * How a header writes the number. `index`: `members[1]/age`. `behind`: `age_1`. `joined`: `age1`, `age.1`. `marked`: in another way that a
 * tool for surveys has. `worded`: beside words for persons.
 */
export type NumberKind = 'index' | 'behind' | 'joined' | 'marked' | 'worded'

/** Longer headers, and those with more numbers, hold no number of a member. */
const MOST = { length: 300, numbers: 8 }

/** How a header writes the number of a member, by the first way that fits; `null` where it writes none. */
export function numberedHeader(header: string): NumberedHeader | null {
  const text = questionName(header) ?? clean(header)
  if (text.length > MOST.length || text.includes('{n}')) return null
  const parts = [...text.matchAll(NUMBERS)].slice(0, MOST.numbers).map(
    ({ 0: written, index }): Parts => ({
      written,
      before: text.slice(0, index),
      after: text.slice(index + written.length),
    }),
  )
  for (const [kind, way] of WAYS)
    for (const each of parts) {
      const number = memberNumber(each.written)
      const rest = number === null ? null : way(each)
      if (number === null || rest === null) continue
      const { stem, form, of = '' } = rest
      const pattern = `${each.before}{n}${each.after}`
      return { number, pattern, stem: stem.trim(), form, of, kind }
    }
  return null
}

const NUMBERS = /\d{1,6}|[一二三四五六七八九十]{1,3}/g

/** A header cut at one number in it. */
interface Parts {
  readonly written: string
  readonly before: string
  readonly after: string
}

type Rest = Pick<NumberedHeader, 'stem' | 'form'> & { readonly of?: string }

const WAYS: readonly (readonly [NumberKind, (parts: Parts) => Rest | null])[] = [
  ['index', inIndex],
  ['marked', inCell],
  ['marked', inBracketsBehind],
  ['marked', behindDollar],
  ['marked', inFront],
  ['worded', ordinal],
  ['worded', inWordsBehind],
  ['worded', behindWords],
  ['worded', behindAll],
  ['behind', behind],
  ['joined', joined],
]

const isDigits = (text: string, most: number): boolean => /^\d+$/.test(text) && text.length <= most
/** The number of a person, with zeros before it. */
const isShort = (text: string): boolean => /^0{0,2}[1-9]\d?$/.test(text)
const isShortOrHan = (text: string): boolean => isShort(text) || !/\d/.test(text)

/** `members[1]/age` */
function inIndex({ written, before: start, after: end }: Parts): Rest | null {
  if (!isDigits(written, 3) || !start.endsWith('[') || !end.startsWith(']')) return null
  const [group, rest] = [start.slice(0, -1), end.slice(1)]
  return /[[\]]/.test(group + rest) ? null : { stem: group + rest, form: '[{n}]' }
}

/** `members[1_age]`, `members[SQ001_age]`, `members[age_1]`: a cell of a question that is a table. */
function inCell({ written, before: start, after: end }: Parts): Rest | null {
  const open = start.indexOf('[')
  const [group, own] = [start.slice(0, open + 1), start.slice(open + 1)]
  if (!isShort(written) || open < 0 || !end.endsWith(']') || /[[\]]/.test(own + end.slice(0, -1))) return null
  const stem = end.slice(1, -1)
  if (/^\p{L}{0,10}$/u.test(own) && end.startsWith('_') && stem !== '')
    return { stem, form: `${group}${own}{n}_…]` }
  const mark = own.lastIndexOf('_')
  const code = own.slice(mark + 1)
  return mark > 0 && end === ']' && /^\p{L}{0,10}$/u.test(code)
    ? { stem: own.slice(0, mark), form: `${group}…_${code}{n}]` }
    : null
}

/** `AGE(1)`, `age[SQ001]` */
function inBracketsBehind({ written, before: start, after: end }: Parts): Rest | null {
  const [, mark = ''] = /(\(|\[SQ)$/.exec(start) ?? []
  const stem = start.slice(0, start.length - mark.length)
  const isClosed = end === (mark === '(' ? ')' : ']')
  if (mark === '' || !isClosed || !isShort(written) || stem === '' || /[[\]()]/.test(stem)) return null
  return { stem, form: `…${mark}{n}${end}` }
}

/** `AGE$1` */
function behindDollar({ written, before: start, after: end }: Parts): Rest | null {
  return end === '' && isShort(written) && /[^\s$]\$$/.test(start)
    ? { stem: start.slice(0, -1), form: '…$' }
    : null
}

/** `1_age`, and `X1_age` as R writes it */
function inFront({ written, before: start, after: end }: Parts): Rest | null {
  return /^x?$/i.test(start) && isShort(written) && /^_\p{L}/u.test(end)
    ? { stem: end.slice(1), form: `${start}{n}_…` }
    : null
}

const MEASURE = /^(?:[位个名口](?:家庭)?(?:成员|人口|人)?|家庭成员|成员|人)/

/** `第1位成员的年龄`, `年龄（第1位成员）` */
function ordinal({ written, before: start, after: end }: Parts): Rest | null {
  const of = MEASURE.exec(end)?.[0]
  if (!start.endsWith('第') || of === undefined || !isShortOrHan(written)) return null
  const rest = end.slice(of.length)
  const group = start.slice(0, -1)
  const words = of.endsWith('人') || of.includes('成员') ? of : '成员'
  if (/[([]$/.test(group) && /^[)\]]$/.test(rest)) return bracketed(group, `第{n}${of}${rest}`, words)
  return group === '' || group.endsWith('/') ? withRest(rest, `${group}第{n}${of}`, words) : null
}

/** `年龄（成员1）`, `Age [Member 1]` */
function inWordsBehind({ written, before: start, after: end }: Parts): Rest | null {
  const open = Math.max(start.lastIndexOf('('), start.lastIndexOf('['))
  const of = start.slice(open + 1)
  const isMeant = open > 0 && /^[)\]]$/.test(end) && isShortOrHan(written) && isOfPersons(of)
  return isMeant ? bracketed(start.slice(0, open + 1), `${of}{n}${end}`, of) : null
}

/** `member1_age`, `成员1的年龄`, `成员1（年龄）` */
function behindWords({ written, before: start, after: end }: Parts): Rest | null {
  const of = start.slice(start.lastIndexOf('/') + 1)
  if (!isShortOrHan(written) || !isOfPersons(of)) return null
  const [, inside] = /^\(([^()]+)\)$/.exec(end) ?? []
  return inside === undefined
    ? withRest(end, `${start}{n}`, of)
    : { stem: inside, form: `${start}{n}(…)`, of }
}

/** `age_member_1`, `年龄-成员1`, `Age of member 1` */
function behindAll({ written, before: start, after: end }: Parts): Rest | null {
  const all = start.replace(/[\s_-]$/, '')
  const mark = Math.max(...[' ', '_', '-'].map((each) => all.lastIndexOf(each)))
  const of = all.slice(mark + 1)
  const stem = all.slice(0, Math.max(0, mark)).replace(/\sof$/i, '')
  if (end !== '' || !isShortOrHan(written) || !isOfPersons(of)) return null
  if (stem === '' || HOUSEHOLD.test(stem) || isNamedForPersons(stem)) return null
  return { stem, form: `…${start.slice(stem.length)}{n}`, of }
}

const HOUSEHOLD = /^(?:household|family|hh|家庭)$/i

const isOfPersons = (of: string): boolean => !/[\d()[\]]/.test(of) && isNamedForPersons(of)

/** What stands before the brackets is the stem. */
function bracketed(start: string, words: string, of: string): Rest | null {
  const stem = start.slice(0, -1).replace(/[\s_-]{1,3}$/, '')
  return stem === '' || /[[\]()]/.test(stem)
    ? null
    : { stem, form: `…${start.slice(stem.length)}${words}`, of }
}

/** What stands behind the number, and marks and particles behind that, is the stem. */
function withRest(end: string, start: string, of: string): Rest | null {
  const marks = /^(?:[的之]|'s)?[\s_.:,、/-]{0,3}/.exec(end)?.[0] ?? ''
  const stem = end.slice(marks.length)
  return /^\p{L}/u.test(stem) ? { stem, form: `${start}${marks}…`, of } : null
}

/** `age_1`, `age_01`; two numbers may stand there, one behind the other */
function behind({ written, before: start, after: end }: Parts): Rest | null {
  const stem = start.slice(0, -1)
  const isStem = /[^\d_]$/.test(stem) || /_\d+$/.test(stem.slice(-4))
  return end === '' && start.endsWith('_') && isStem && /^0{0,2}[1-9]\d{0,2}$/.test(written)
    ? { stem, form: '…_{n}' }
    : null
}

/** `age1`, `age 1`, `age.1` */
function joined({ written, before: start, after: end }: Parts): Rest | null {
  if (end !== '' || !/^[1-9]\d?$/.test(written) || !/[^\d\s_.-][ .-]?$/.test(start)) return null
  const mark = /[ .-]?$/.exec(start)?.[0] ?? ''
  return { stem: start.slice(0, start.length - mark.length), form: `…${mark}{n}` }
}

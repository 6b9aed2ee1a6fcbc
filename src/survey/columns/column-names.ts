import { unguarded } from '../../base/csv-guard.js'
import { clean } from '../files/row.js'

/**
 * A header, key or name in the form that is compared: trimmed, NFKC, without the mark of a guarded cell or of a question that must be
 * answered (`*`), lower-case, underscores for spaces and line breaks, none between Chinese characters or beside the slash of a path.
 */
export const foldName = (name: string): string =>
  withoutStars(unguarded(clean(name)))
    .replace(BETWEEN_IDEOGRAMS, '')
    .toLowerCase()
    .split('/')
    .map((part) => part.trim())
    .join('/')
    .replace(/\s+/g, '_')

const BETWEEN_IDEOGRAMS = /(?<=\p{Script=Han})\s(?:\s{0,99})(?=\p{Script=Han})/gu

/** A header without the mark of a question that must be answered. */
export const withoutStars = (name: string): string => name.replace(/^[*\s]{1,9}|[*\s]{1,9}$/g, '')

/** A folded path with one mark between its groups: `g1/g2/q`, `g1-g2-q`, `g1.g2.q` and `g1:g2:q` are the same. */
export const foldPath = (folded: string): string => folded.replace(/[-.:]/g, '/')

/**
 * A name as R rewrites it: a point for every sign that is not a letter, digit, point or underscore, and an `X` before what cannot begin
 * a name. Case, that `X` and a byte order mark read as letters (`ï..name`) are left out.
 */
export function foldForR(name: string): string {
  const letters = clean(name)
    .toLowerCase()
    .replace(/^(?:ï\.\.|ï»¿)/, '')
  return letters.replace(/[^\p{L}\p{N}._]/gu, '.').replace(/^x(?=[_\d.])/, '')
}

/** Whether R can have written a header. */
export const isFromR = (header: string): boolean => /^[\p{L}.][\p{L}\p{N}._]*$/u.test(header)

/**
 * What a form asks for, without what it writes around it: the number of the question (`3. 户类型`, `Q12 village`), marks of how to answer
 * (`户类型？（必填）`), and the words of the question behind its name (`village. Where do you live?`, `age[SQ001]. How old? [1]`). `null` where there is none of that.
 */
export function questionName(header: string): string | null {
  const whole = clean(header)
  if (whole.length > LONGEST_QUESTION) return null
  const [, named] = /^([A-Za-z]\w{0,63}(?:\[\w{1,63}\])?)\. \S/.exec(whole) ?? []
  let name = named ?? whole.replace(NUMBER_OF_QUESTION, '')
  for (let before = ''; before !== name; ) {
    before = name
    name = name.replace(HOW_TO_ANSWER, '').replace(/[\s?:*]$/, '')
  }
  return name === '' || name === withoutStars(whole) ? null : name
}

/**
 * The same where nothing can make it another question: its number is that of no part of another question, and no words stand behind its
 * name, which may say another time, unit or person.
 */
export const plainQuestion = (header: string): string | null =>
  PART_OF_QUESTION.test(clean(header)) || WORDS_BEHIND.test(clean(header)) ? null : questionName(header)

const PART_OF_QUESTION = /^[*\s]{0,9}q?\d{1,3}[-.]\d/i
const WORDS_BEHIND = /^[A-Za-z]\w{0,63}(?:\[\w{1,63}\])?\. \S/

/** No header that is a question is longer. */
const LONGEST_QUESTION = 500

const NUMBER_OF_QUESTION =
  /^(?:[*\s]{0,9}q?\d{1,3}(?:[-.]\d{1,2})?\s?[.、:)]\s?(?!\d)|(?:q\d{1,3}|\d{1,3}[-.]\d{1,2})\s)\s?/i

const HOW_TO_ANSWER =
  /(?:\((?:必填|选填|必答|选答|单选|多选|required|optional|select one|select all that apply)题?\)|[[【](?:必填|选填|必答|选答|单选|多选|填空)题?[\]】])$/i

/** A header without the brackets at its end, and what is inside them; `null` if it has none. */
export function withoutBrackets(header: string): { name: string; inside: string } | null {
  const [, name = '', inside = ''] = (BRACKETS.exec(withoutStars(clean(header))) ?? []).map((part) =>
    part.trim(),
  )
  return name === '' || inside === '' ? null : { name, inside }
}

const BRACKETS = /^([^()[\]]+)[([]([^()[\]]+)[)\]]$/

/** The last part of a folded path and all before it, with the mark between; `null` for a plain name and for one of several repeats. */
export function lastSegment(folded: string): { group: string; mark: string; name: string } | null {
  const [, group = '', mark = '', name = ''] = /^(.*)([/.:-])([^/.:-]+)$/s.exec(folded) ?? []
  return group === '' || name === '' || /\[\d+\]/.test(group) ? null : { group, mark, name }
}

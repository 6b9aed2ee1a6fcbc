import { clean } from '../../survey/files/row.js'

/** Short words of surveys, in full. */
const FULL: ReadonlyMap<string, string> = new Map([
  ['hh', 'household'],
  ['hhold', 'household'],
  ['households', 'household'],
  ['no', 'number'],
  ['num', 'number'],
  ['nb', 'number'],
  ['nr', 'number'],
  ['n', 'number'],
  ['ind', 'member'],
  ['individual', 'member'],
  ['person', 'member'],
  ['membrs', 'member'],
  ['members', 'member'],
  ['hhm', 'member'],
  ['inc', 'income'],
  ['wages', 'wage'],
  ['exp', 'expense'],
  ['expenditure', 'expense'],
  ['expenses', 'expense'],
  ['dob', 'birth_date'],
  ['birthdate', 'birth_date'],
  ['yob', 'birth_year'],
  ['edu', 'school'],
  ['education', 'school'],
  ['mins', 'minute'],
  ['minutes', 'minute'],
  ['elec', 'electricity'],
  ['insurance', 'insured'],
])

/** The words of a header in small letters, short ones in full: `hh_size` and `hhSize` are household and size. */
export function headerWords(header: string): string[] {
  const parted = clean(header)
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
  const words = parted.split(/[^\p{L}\d]+/u).filter((word) => word !== '')
  return words.flatMap((word) => {
    const glued = /^hh(size|id|no|number|head)$/.exec(word)?.[1]
    const parts = glued === undefined ? [word] : ['hh', glued]
    return parts.flatMap((part) => (FULL.get(part) ?? part).split('_'))
  })
}

/** Whether all wanted words are among the words. */
export const hasWords = (words: readonly string[], wanted: readonly string[]): boolean =>
  wanted.length > 0 && wanted.every((word) => words.includes(word))

/** The last part of a path: what the question itself is called. */
export const lastPart = (header: string): string => clean(header).split(/[/:]/).at(-1) ?? header

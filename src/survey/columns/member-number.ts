/** How a header writes a number, as part of a pattern: in digits, or in Chinese characters. */
export const NUMBER = '\\d{1,6}|[一二三四五六七八九十]{1,3}'

/** The number of a member that a header writes: `3` of `3`, `03` and `三`; `null` for a year and for what is no number. */
export function memberNumber(text: string): number | null {
  if (YEAR.test(text)) return null
  if (DIGITS.test(text)) return Number(text)
  const [, tens = '', ten, ones = ''] = CHINESE.exec(text) ?? []
  if (ten === undefined) return ONES.includes(text) && text.length === 1 ? ONES.indexOf(text) + 1 : null
  return (tens === '' ? 1 : ONES.indexOf(tens) + 1) * 10 + ONES.indexOf(ones) + (ones === '' ? 0 : 1)
}

const YEAR = /^(?:19|20)\d\d$/
const DIGITS = /^\d{1,6}$/
const CHINESE = /^([一二三四五六七八九]?)(十)([一二三四五六七八九]?)$/
const ONES = '一二三四五六七八九'

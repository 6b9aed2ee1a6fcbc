import { clean } from '../files/row.js'

/** Cells of a column of units that name another unit than facts have: sums are counted by years, ages in years, ways in minutes. */
export const OTHER_UNIT_WORDS: readonly string[] = [
  ...['month', 'months', 'monthly', 'per month', 'mo', '月', '每月', '个月', '按月', '元/月'],
  ...['week', 'weeks', 'weekly', 'per week', 'fortnight', '周', '每周', '星期', '元/周'],
  ...['day', 'days', 'daily', 'per day', '天', '日', '每天', '每日', '按天', '元/天', '元/日'],
  ...['quarter', 'quarterly', 'season', 'per season', '季', '季度', '每季', '半年', 'half year'],
  ...['hour', 'hours', 'hourly', 'hr', 'hrs', 'h', '小时', 'second', 'seconds', '秒'],
  ...['usd', 'us$', '$', 'dollar', 'dollars', 'eur', '€', 'euro', 'euros', 'gbp', 'hkd', 'jpy'],
  ...['美元', '港元', '港币', '欧元', '日元', '千元', '万元', '元/人', '万'],
]

const UNIT = /(?:^|[^\p{L}])(?:units?|periods?|frequency|currency|per)$|(?:单位|币种|货币|周期|频率)$/u

/** What a column of units is about, in small letters: `wage` of `wage_period`, nothing of `currency`; `null` where it is none. */
export function unitColumn(header: string): string | null {
  const words = clean(header)
    .toLowerCase()
    .replace(/[\s_.-]+/gu, ' ')
    .replace(/ ?(?:\d{1,4}|\{n\})$/, '')
  if (words.length > LONGEST || !UNIT.test(words)) return null
  return (words.replace(UNIT, '').split(/[/:]/).at(-1) ?? '').trim()
}

const LONGEST = 200

/** True if a column of units belongs to the column of a fact: they share a word, or the first has no such word and the fact is money. */
export function isUnitOf(about: string, header: string, isMoney: boolean): boolean {
  if (about === '') return isMoney
  const own = clean(header)
    .toLowerCase()
    .replace(/[\s_.-]+/gu, ' ')
  return about
    .split(' ')
    .some((word) => (/^[a-z]/.test(word) ? own.split(/[^\p{L}]+/u).includes(word) : own.includes(word)))
}

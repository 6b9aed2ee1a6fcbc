/** What a printed list is called, at its end: `丹阳村建档立卡户名单（第 2 页）`. */
const IN_CHINESE =
  /^(?=.{0,40}(?:户|农|贫|收入|调查|登记|汇总|统计|情况|信息|建档|人员|人口)).{2,60}(?:表|名单|名册|花名册|台账|清单|一览)(?:\([^()]{1,20}\))?$/u
const IN_ENGLISH =
  /^(?:\S+ ){1,9}(?:list|register|roster|survey|table)$|^(?:list|register|roster|table) of (?:\S+ ?){1,9}$/i
/** The number of a page, and the unit of a table. */
const OF_A_PAGE =
  /^(?:第\s?\d{1,4}\s?页(?:[,、]?\s?共\s?\d{1,4}\s?页)?|page \d{1,4}(?: of \d{1,4})?|(?:计量)?单位:元)$/i

/** Amounts below such a title are in another unit. */
const OTHER_UNIT = /[万千百]元|美元|usd|thousand|million/i

/** No title is longer. */
const LONGEST = 80

/** Whether a cell, trimmed and in plain width, is the title of a printed list, its unit or the number of a page. One that names another unit than yuan is none. */
export const isTitle = (cell: string): boolean =>
  cell.length <= LONGEST &&
  !OTHER_UNIT.test(cell) &&
  (OF_A_PAGE.test(cell) || IN_CHINESE.test(cell) || IN_ENGLISH.test(cell))

/** What a printed list is called, at its end: `丹阳村建档立卡户名单（第 2 页）`. */
const IN_CHINESE = /^.{2,60}(?:表|名单|名册|花名册|台账|清单|一览)(?:\([^()]{1,20}\))?$/u
const IN_ENGLISH =
  /^(?:\S+ ){1,9}(?:list|register|roster|survey|table)$|^(?:list|register|roster|table) of (?:\S+ ?){1,9}$/i
/** The number of a page, and the unit of a table. */
const OF_A_PAGE =
  /^(?:第\s?\d{1,4}\s?页(?:[,、]?\s?共\s?\d{1,4}\s?页)?|page \d{1,4}(?: of \d{1,4})?|(?:计量)?单位:\S{1,10})$/i

/** No title is longer. */
const LONGEST = 80

/** Whether a cell, trimmed and in plain width, is the title of a printed list, its unit or the number of a page. */
export const isTitle = (cell: string): boolean =>
  cell.length <= LONGEST && (OF_A_PAGE.test(cell) || IN_CHINESE.test(cell) || IN_ENGLISH.test(cell))

import { clean } from '../../files/row.js'

/** Words for a total, without blanks between their letters. */
export const TOTAL_WORDS: ReadonlySet<string> = new Set([
  ...[
    '合计',
    '合計',
    '总计',
    '總計',
    '小计',
    '小計',
    '共计',
    '共計',
    '累计',
    '累計',
    '总和',
    '總和',
    '汇总',
    '匯總',
  ],
  ...['平均', '平均数', '平均值', '均值', '人均', '户均'],
  ...[
    'total',
    'totals',
    'grandtotal',
    'grand-total',
    'grand_total',
    'subtotal',
    'subtotals',
    'pagetotal',
    'page-total',
    'page_total',
    'sub-total',
    'sub_total',
    'sum',
    'average',
    'avg',
    'mean',
  ],
])

/** In Chinese the name of what is summed comes before the word: 全村合计, 本页小计. */
const ENDS_IN_TOTAL = /^(?:第\d{1,3}页|\p{Script=Han}{1,8})(?:合计|合計|总计|總計|小计|小計|共计|共計)$/u

/** No such cell is longer. */
const LONGEST = 20

/** Whether a whole cell is a word for a total: `合 计：`, `Grand total`. */
export function isTotalWord(cell: string): boolean {
  if (cell === '' || cell.length > LONGEST) return false
  const word = clean(cell)
    .toLowerCase()
    .replace(/[\s:]/g, '')
    .replace(/\(\d{1,5}(?:户|人|households?|persons?)\)$/, '')
  return TOTAL_WORDS.has(word) || ENDS_IN_TOTAL.test(word)
}

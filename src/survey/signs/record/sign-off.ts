/** Words that come before a colon below a table and not in it: who filled it in, who checked it, when, and remarks. */
const IN_CHINESE =
  /^(?:(?:填表|填报|制表|审核|复核|经办|录入|报送|核查|调查|联系)(?:单位|人|员|时间|日期|说明|意见|电话)?|(?:单位|驻村|村|乡镇|镇|乡|主要|分管)?(?:负责人|领导|(?:党支部|支部|第一)?书记|主任|(?:工作)?队长)|日期|电话|签字|签名|签章|(?:单位|村委会)?(?:盖章|公章)|注|备注|说明|数据来源)$/
/** Persons who sign, whose name may follow behind a blank. */
const SIGNERS = /^(?:填表|填报|制表|审核|复核|经办)人(?=\s)/
/** What says that a table is at its end. */
const AT_END = /^[((]?(?:以下空白|以下无正文|此页无正文|空白)[))]?$/
const IN_ENGLISH =
  /^(?:(?:filled in|prepared|compiled|checked|reviewed|approved|signed) by|signature|notes?|remarks?|sources?)$/

/** No such word is longer. */
const LONGEST = 20

/** What comes after the colon of a cell such as `审核人:张三`; `null` of any other cell. Letters of the word may be apart. */
function signedBy(cell: string): string | null {
  const signer = SIGNERS.exec(cell)
  if (signer !== null) return cell.slice(signer[0].length).trim()
  const end = cell.indexOf(':')
  if (end < 1 || end > LONGEST) return AT_END.test(cell) ? cell : null
  const word = cell
    .slice(0, end)
    .replace(/\([^()]*\)$/, '')
    .trim()
    .toLowerCase()
  return IN_CHINESE.test(word.replace(/\s/g, '')) || IN_ENGLISH.test(word) ? cell.slice(end + 1).trim() : null
}

/** True if a cell, trimmed and in plain width, is a sign-off at the end of a table. */
export const isSignOff = (cell: string): boolean => signedBy(cell) !== null

/** True if the filled cells of a row, in their order, are sign-offs: `填表人:`, `李四`, `审核人:王五`. */
export function areSignOffs(cells: readonly string[]): boolean {
  return cells.every((cell, at) => isSignOff(cell) || (at > 0 && signedBy(cells[at - 1] ?? '') === ''))
}

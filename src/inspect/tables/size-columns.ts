import { columnsOf, type Pack } from '../../lang/pack.js'
import { foldName, namesOf } from '../../survey/columns/columns.js'
import { headerWords, lastPart } from '../columns/header-words.js'

/** The most columns that are looked at for a size. */
const MOST = 6

const CHINESE = /(?:家庭|户|总|在册|共同生活).{0,4}(?:人口|人数|成员数)|人口数/

/** Positions of the columns that may hold the number of members of a record, by their headers. */
export function sizeColumns(headers: readonly string[], pack: Pack): readonly number[] {
  const { size } = pack.record
  const declaration = size === null ? undefined : columnsOf(pack).get(size)
  const names = new Set((declaration === undefined ? [] : namesOf(declaration)).map(foldName))
  const found = headers.flatMap((header, at) => {
    const own = lastPart(header)
    const words = headerWords(own)
    const isSize =
      names.has(foldName(own)) ||
      CHINESE.test(own) ||
      (words.includes('size') && words.length <= 3) ||
      (words.includes('number') && words.includes('member')) ||
      (words.includes('count') && (words.includes('member') || words.includes('roster')))
    return isSize ? [at] : []
  })
  return found.slice(0, MOST)
}

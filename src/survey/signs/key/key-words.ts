import { foldName, questionName } from '../../columns/column-names.js'

/** What any survey may call the key of its households, without the signs between the words; the best first. */
const OF_HOUSEHOLDS: readonly ReadonlySet<string>[] = [
  new Set([
    ...['hhid', 'idhh', 'hhno', 'hhnum', 'hhnumber', 'hhcode', 'hhkey', 'hhuid', 'hhserial'],
    ...['householdid', 'householdno', 'householdnum', 'householdnumber', 'householdcode', 'householdkey'],
    ...['idhousehold', 'householduid', 'uniquehhid', 'uniquehouseholdid'],
    ...[
      '户号',
      '户编号',
      '户编码',
      '户代码',
      '户码',
      '家庭编号',
      '家庭编码',
      '家庭号',
      '农户编号',
      '农户编码',
      '农户号',
    ],
  ]),
]

/** The same of any record. */
const OF_RECORDS: readonly ReadonlySet<string>[] = [
  new Set(['caseid', 'caseno', 'uniqueid', 'uniquecode', 'questionnaireid', 'questionnaireno', '问卷编号']),
  new Set(['recordid', 'interviewid', 'responseid']),
]

/** How good a name of the key of a record a header is, 0 the best; `null` where it is none. The last part of a path counts. */
export function keyRank(header: string, record: string): number | null {
  if (header.length > LONGEST) return null
  const word = keyWord(header)
  const own = [`${record}id`, `${record}no`, `${record}number`, `${record}code`, `id${record}`]
  const ranks =
    record === 'household' ? [...OF_HOUSEHOLDS, ...OF_RECORDS] : [new Set(own.map(keyWord)), ...OF_RECORDS]
  const rank = ranks.findIndex((words) => words.has(word))
  return rank < 0 ? null : rank
}

/** No header that is a name of a key is longer. */
const LONGEST = 200

/** The last part of a header in small letters, without the signs between its words. */
export const keyWord = (header: string): string =>
  (
    foldName(questionName(header) ?? header)
      .split(/[/:]/)
      .at(-1) ?? ''
  ).replace(/[\s._#-]/g, '')

/** The place of the header that is the best name of a key; `several` where two are as good, `null` where none is one. */
export function keyAmong(headers: readonly string[], record: string): number | 'several' | null {
  const ranked = headers.flatMap((header, at) => {
    const rank = keyRank(header, record)
    return rank === null ? [] : [{ rank, at }]
  })
  const best = Math.min(...ranked.map(({ rank }) => rank))
  const [first, second] = ranked.filter(({ rank }) => rank === best)
  if (first === undefined) return null
  return second === undefined ? first.at : 'several'
}

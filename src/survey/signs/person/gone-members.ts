import { unwrapText } from '../../cells/text.js'
import { saysNo } from '../../cells/yes-no.js'
import { clean } from '../../files/row.js'
import { plainIdentifier } from '../plain-identifier.js'

/**
 * How a column of persons may say that somebody is not a member of the household. `present`: it asks whether the person lives there, so that a
 * no says it. `left`: it asks whether the person died, left, or is a visitor. `status`: its cells name what became of the person.
 */
export type GoneKind = 'present' | 'left' | 'status'

/** With `_` for a blank. */
const GONE = [
  ...[
    'dead',
    'deceased',
    'died',
    'passed_away',
    'moved',
    'moved_out',
    'moved_away',
    'left',
    'left_household',
  ],
  ...['left_the_household', 'no_longer_lives_here', 'no_longer_a_member', 'not_a_member', 'non-member'],
  ...['non_member', 'former_member', 'visitor', 'guest', '死亡', '已死亡', '去世', '已去世', '已故', '亡故'],
  ...[
    '身故',
    '病故',
    '过世',
    '迁出',
    '已迁出',
    '户口迁出',
    '户籍迁出',
    '搬走',
    '搬离',
    '嫁出',
    '已嫁出',
    '出嫁',
  ],
  ...['注销', '户口注销', '死亡注销', '销户', '访客', '客人', '非家庭成员', '非本户成员'],
]

/** Cells that say it in any column that may. */
export const GONE_WORDS: readonly string[] = GONE.flatMap((word) => [
  ...new Set([word, word.replaceAll('_', ' ')]),
])

const PRESENT =
  /(?<!\p{L})(?:still (?:here|lives?|living|member|a member|resident|in (?:the )?(?:household|hh))|(?:lives?|living|resides?|residing) (?:here|(?:in|with) (?:the |this )?(?:household|hh))|usual (?:member|resident)|current(?:ly)? (?:a )?(?:member|resident|lives?|living)|alive)(?!\p{L})|(?<!\p{L})is (?:still )?(?:an? )?(?:household |hh )?member$|是否(?:健在|在世|在户|本户|家庭成员|共同生活|仍)/u

const LEFT =
  /(?<!\p{L})(?:moved (?:out|away)|left (?:the )?(?:household|hh|home|village)|deceased|died|dead|passed away|visitor|guest)(?!\p{L})|是否(?:已)?(?:死亡|去世|已故|迁出|搬走|搬离)/u

const STATUS =
  /(?<!\p{L})(?:(?:member|person|individual|residency|residence|household|hh|living|life|vital|presence) (?:status|type)|relation(?:ship)?|rel to head|membership)(?!\p{L})|^status$|(?:成员|人员|人口|户籍)(?:状态|类型|变动|变化|情况)|^(?:状态|备注)$|关系|(?:减少|变更|变动)原因/u

/** What is asked of somebody else, or of times. */
const OTHER =
  /(?<!\p{L})(?:father|mother|parents?|spouse|husband|wife|partner|since|months?|years?|days?|why|reason)(?!\p{L})|父|母|配偶|双亲/u

/** What a header of a table of persons may say of who is gone; `null` where it says nothing of that. */
export function goneColumn(header: string): GoneKind | null {
  const words = clean(header)
    .toLowerCase()
    .replace(/[\s_.-]+/gu, ' ')
  if (words.length > LONGEST || OTHER.test(words)) return null
  if (PRESENT.test(words)) return 'present'
  if (LEFT.test(words)) return 'left'
  return STATUS.test(
    words
      .split(/[/:]/)
      .at(-1)
      ?.replace(/ ?\{n\}$| \d+$/, '') ?? '',
  )
    ? 'status'
    : null
}

const LONGEST = 200

/** Whether a cell says that somebody is gone, in a column of this kind. */
export function isGone(cell: string, kind: GoneKind): boolean {
  const word = unwrapText(cell).toLowerCase()
  if (GONE_CELLS.has(word)) return true
  return kind === 'present' ? saysNo(word) : kind === 'left' && YES.includes(word)
}

/** How a cell says yes. */
export const YES: readonly string[] = ['yes', 'y', 'true', '1', '是']

const GONE_CELLS: ReadonlySet<string> = new Set(GONE_WORDS)

/** The condition of rows of members, for `rows_if`; `null` where an expression cannot name the column, or the cells must be known. */
export function memberExpression(header: string, kind: GoneKind): string | null {
  if (kind === 'status' || !plainIdentifier(header)) return null
  return kind === 'present' ? header : `not (${header})`
}

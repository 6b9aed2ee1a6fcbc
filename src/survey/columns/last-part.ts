import { say } from '../../base/say/say.js'
import { shortName } from '../../base/wording.js'
import { lastSegment } from './column-names.js'

/** What of a pack bears on headers that end in the name of a fact. */
export interface PathFacts {
  /** The fact that says how many persons there are. */
  readonly size: string | null
  /** Years that a column may be about: that of the records and the one before. */
  readonly years: readonly string[]
  /** Facts that are counted by the year. */
  readonly yearly: ReadonlySet<string>
}

/** A header as far as it may change what another means. */
interface PathHeader {
  readonly header: string
  readonly folded: string
}

/**
 * Says why a header whose last part is the name of a fact may be about something else: a year, a part of the household or one person stands
 * before it, or another column ends alike. `null` where nothing speaks against it.
 * @param all the headers that may be paths
 */
export function lastPartDoubts(
  all: readonly PathHeader[],
  { size, years, yearly }: PathFacts,
): (folded: string, fact: string) => string | null {
  const alike = new Map<string, PathHeader[]>()
  const asksOfPerson = new Set<string>()
  for (const each of all) {
    const segment = lastSegment(each.folded)
    if (segment === null) continue
    const same = alike.get(segment.name) ?? []
    if (same.length < 2 && same.every(({ folded }) => folded !== each.folded))
      alike.set(segment.name, [...same, each])
    if (OF_A_PERSON.test(segment.name)) asksOfPerson.add(segment.group + segment.mark)
  }
  return (folded, fact) => {
    const segment = lastSegment(folded)
    if (segment === null) return null
    const { group, name } = segment
    const year = YEARS.exec(group)?.[0]
    if (year !== undefined && !years.includes(year)) return say('last-part.why.year', { year })
    const period = yearly.has(fact) && !WHOLE_YEAR.test(group) ? PERIODS.exec(group)?.[0] : undefined
    if (period !== undefined) return say('last-part.why.period', { period })
    const part = fact === size ? PARTS.exec(group)?.[0] : undefined
    if (part !== undefined) return say('last-part.why.part', { part })
    const twin = alike.get(name)?.find((each) => each.folded !== folded)
    if (twin !== undefined) return say('last-part.why.twin', { column: shortName(twin.header) })
    const person = ANOTHER.exec(group) ?? (asksOfPerson.has(group + segment.mark) ? ONE.exec(group) : null)
    return person === null ? null : say('last-part.why.person', { person: person[0] })
  }
}

const words = (latin: string, han: string): RegExp =>
  new RegExp(`(?<![\\p{L}])(?:${latin})(?![\\p{L}])|(?:${han})`, 'u')

const YEARS = /(?<!\d)(?:19|20)\d\d(?!\d)/

/** Persons beside the head of a household; what is asked of them is not asked of the household. */
const ANOTHER = words(
  'spouse|wife|husband|partner|mother|father|grandmother|grandfather',
  '配偶|妻子|丈夫|父亲|母亲',
)

const ONE = words(
  'head|hoh|respondent|interviewee|informant|member|person|individual|child|son|daughter|brother|sister',
  '户主|受访者|被访者|受访人|本人|成员|儿子|女儿|子女|孩子',
)

const OF_A_PERSON = words(
  'ages?|sex|gender|names?|relation(?:ship)?|birth|birthday|birthdate|dob|yob|occupation|marital|literate|education',
  '年龄|性别|姓名|关系|出生|身份证|民族|婚姻|文化程度|学历|职业',
)

/** Times that are shorter than a year. */
const PERIODS = words(
  'months?|monthly|weeks?|weekly|days?|daily|fortnight',
  '每月|上月|上个月|本月|按月|月均|每周|每日|每天|日均',
)

/** Such words of a whole year. */
const WHOLE_YEAR = /(?<!\d)12(?!\d)|365|twelve|十二|year|annual|年/

/** Words for persons: a household may have several of them, or none. */
const PARTS = words(
  'labou?r(?:ers?)?|workers?|working|migrants?|students?|pupils?|children|elderly|disabled|women|men|girls|boys|females?|males?|absent|visitors?|guests?',
  '劳动力|劳力|务工|外出|学生|在校|儿童|老人|老年|残疾|妇女|女性|男性|患病|病人|低保|五保|党员|非常住',
)

import { plainHeader } from '../../columns/plain-header.js'
import { clean } from '../../files/row.js'
import { plainIdentifier } from '../plain-identifier.js'
import { TOOLS } from '../tools/tools.js'

/** A column that may say that there was no interview, and the cells that say so, in small letters. */
export interface InterviewColumn {
  /** `system`: a survey tool fills it in, and its values are known. `consent`: somebody was asked, perhaps for something else. */
  readonly kind: 'system' | 'consent'
  /** The plain header of a column of a tool, by which `SYSTEM_COLUMNS` knows it; `null` for one of consent. */
  readonly system: string | null
  readonly cells: readonly string[]
}

/** What tools write of interviews that are not to be used, by plain header. */
export const SYSTEM_COLUMNS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.values(TOOLS).flatMap(({ unusable = [] }) =>
    unusable.map(({ header, cells }) => [plainHeader(header), cells] as const),
  ),
)

/** Cells by which a person says no: as any yes/no is read, and in other words. */
export const REFUSALS: readonly string[] = ['no', 'n', 'false', '0', '否']
export const OTHER_REFUSALS: readonly string[] = [
  ...['refused', 'refuse', 'declined', 'not consented', 'not_consented', 'non', 'não', 'nao'],
  ...['不同意', '拒绝', '不愿意'],
]

const CONSENT =
  /(?<!\p{L})(?:consent(?:ed)?|agree(?:d|s)?|willing(?:ness)?|participat(?:e|es|ion))(?!\p{L})|同意|愿意接受|是否接受/u

/** What is asked beside the interview itself. */
const OTHER =
  /(?<!\p{L})(?:photos?|pictures?|audio|video|record(?:ing)?|gps|locations?|share|sharing|contact|recontact|call|callback|phone|follow|future|signature|sign)(?!\p{L})|照|录音|录像|拍|电话|签/u

/** What a header says of interviews; `null` where it says nothing of them. */
export function interviewColumn(header: string): InterviewColumn | null {
  const plain = plainHeader(header)
  for (const system of [plain, plain.slice(plain.lastIndexOf('.') + 1)]) {
    const known = SYSTEM_COLUMNS.get(system)
    if (known !== undefined) return { kind: 'system', system, cells: known.map((cell) => cell.toLowerCase()) }
  }
  const words = clean(header).toLowerCase()
  return CONSENT.test(words) && !OTHER.test(words)
    ? { kind: 'consent', system: null, cells: [...REFUSALS, ...OTHER_REFUSALS] }
    : null
}

/** The condition of rows that are interviews, for `interview_if`; `null` where an expression cannot name the column. */
export function interviewExpression(header: string, { kind, cells }: InterviewColumn): string | null {
  if (!plainIdentifier(header)) return null
  if (kind === 'consent') return header
  const named = (SYSTEM_COLUMNS.get(plainHeader(header)) ?? cells).map((cell) => JSON.stringify(cell))
  return `not (${header} in (${named.join(', ')}))`
}

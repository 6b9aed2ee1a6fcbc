import type { Assessment, FindingSource, Reason, Verdict } from '../../engine/assessment.js'
import type { ExplainNode } from '../../engine/explain/explain.js'
import type { SettlingFact } from '../../engine/explain/settling-facts.js'
import { checksInWords, reasonInWords } from '../../engine/sentences.js'
import { type Pack, packLabel, VERIFY } from '../../lang/pack.js'
import { everyRow, type GapReason } from '../../lang/record.js'
import type { AssessedCase } from '../assess/report.js'
import { askedOf, columnDoubts } from '../text/doubts.js'
import { blockedWords, decisionTitle, factWords, GAP_WORDS, listed, whyWords } from '../text/words.js'

/** All that is said about one record. */
export interface Explanation {
  readonly pack: Pack
  readonly each: AssessedCase
  /** One tree a criterion, in pack order. */
  readonly trees: readonly ExplainNode[]
  readonly settlers: readonly SettlingFact[]
}

/** `DY-0007 comes to retain (keep on the register): income does not exceed the line.` */
export function decisionSentence(pack: Pack, assessment: Assessment): string {
  const { decision, record } = assessment
  return `${record.id} comes to ${decision} (${decisionTitle(pack, decision)}): ${whyWords(pack, assessment)}.`
}

/** Which record of which file, under which pack, on which date, and what was assumed. */
export function circumstances(pack: Pack, { record, asOf, asOfFrom, assumed }: Assessment): string {
  const from = {
    option: 'as asked with --as-of',
    record: `its ${pack.record.date ?? 'date'}`,
    pack: 'from the pack',
  }
  const date =
    asOf === null ? 'as of no date, because its own cannot be read' : `as of ${asOf} (${from[asOfFrom]})`
  const taken = assumed.length === 0 ? '' : `; assumed ${listed(assumed, 'and')}`
  return `${record.file}:${record.line}, judged by ${packLabel(pack)} ${date}${taken}.`
}

/** A verdict never stands out by colour alone. */
export const VERDICT_MARKS: Record<Verdict, string> = {
  met: '✓',
  unmet: '✗',
  unknown: '?',
  not_applicable: '–',
}

export const VERDICT_WORDS: Record<Verdict, string> = {
  met: 'met',
  unmet: 'unmet',
  unknown: 'unknown',
  not_applicable: 'does not apply',
}

/** A comparison: what was seen, the threshold, since when it is in force, and the cell. The file is named where it is not the record's own. */
export function reasonLine(reason: Reason, file: string): string {
  const { effectiveFrom, gap, gapField, checks, at } = reason
  const parts = [reasonInWords(reason)]
  if (effectiveFrom !== null && reason.threshold !== null) parts.push(`in force since ${effectiveFrom}`)
  if (gap !== null) {
    const of = gapField === null || gapField === at?.field ? '' : `${gapField.replaceAll('|', ', ')} `
    parts.push(`${of}${GAP_WORDS[gap]}${checks.length === 0 ? '' : `, ${checksInWords(checks)}`}`)
  }
  if (at !== null) {
    const where = at.file === file ? '' : `${at.file} `
    parts.push(`${where}line ${at.line}, ${at.field.replaceAll('|', ', ')}`)
  }
  return parts.join('; ')
}

/** The source of a rule, with its words. */
export const sourceLine = ({ title, evidence, quote }: FindingSource): string =>
  `${title} (${evidence})${quote === null ? '' : `: “${quote}”`}`

/** What is missing, and what no answer can settle: a line each. */
export function missingLines(pack: Pack, assessment: Assessment): string[] {
  const doubts = new Map(columnDoubts(assessment.record).map((each) => [each.fact, each]))
  const needs = assessment.needs.map((path) => {
    const checks = assessment.takenAway.get(path)
    if (checks !== undefined) return `${path}: ${factWords(pack, path)}, suspect, ${checksInWords(checks)}`
    const gap = gapReasonOf(assessment, path)
    const doubt = doubts.get(path)
    if (doubt !== undefined)
      return `${path}: ${factWords(pack, path)}, suspect, because ${doubt.cells} of ${doubt.of} filled cells of its column hold the same`
    return `${path}: ${factWords(pack, path)}${gap === null ? '' : `, ${GAP_WORDS[gap]}`}`
  })
  const asked = askedOf(pack, assessment).map((fact) => `${fact}: ${NO_DAY}`)
  const blocked = assessment.blocked.map((name) => `${name}: ${blockedWords(pack, name, assessment)}`)
  return [...asked, ...needs, ...blocked]
}

const NO_DAY = 'there is no day to judge on; a day that reads, or `--as-of`, settles it'

function gapReasonOf({ record }: Assessment, path: string): GapReason | null {
  const [, row, name] = /^members\[(\d+)\]\.(.+)$/.exec(path) ?? []
  const { members, facts } = record
  if (path === 'members') return members?.kind === 'gap' ? members.reason : null
  const rows = members?.kind === 'rows' ? everyRow(members) : []
  const fact = name === undefined ? facts.get(path) : rows[Number(row) - 1]?.facts.get(name)
  return fact?.kind === 'gap' ? fact.reason : null
}

/** `transfer_income ≥ 300.00: exit, else retain`; `food_secure yes: exit, no: retain` */
export function settlerLine({ fact, answers }: SettlingFact): string {
  if (answers.length === 0) return `${fact}: too many answers to list`
  if (answers.every(({ leadsTo }) => leadsTo === VERIFY)) return `${fact}: only together with the others`
  const named = answers.some(({ when }) => when.startsWith(fact))
  const parts = answers.map(({ when, leadsTo }) =>
    when === 'else' ? `else ${leadsTo}` : `${when}: ${leadsTo}`,
  )
  return `${named ? '' : `${fact} `}${parts.join(', ')}`
}

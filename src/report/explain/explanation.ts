import { say } from '../../base/say/say.js'
import type { Assessment, FindingSource, Reason, Verdict } from '../../engine/assessment.js'
import type { ExplainNode } from '../../engine/explain/explain.js'
import type { SettlingFact } from '../../engine/explain/settling-facts.js'
import { factBehind } from '../../engine/possible-answers.js'
import { checksInWords, rangeInWords, reasonInWords } from '../../engine/sentences.js'
import { decisionName, decisionTitle, factName } from '../../lang/labels.js'
import { type Pack, packLabel, VERIFY } from '../../lang/pack.js'
import type { AssessedCase } from '../assess/report.js'
import { askedOf, columnDoubts } from '../text/doubts.js'
import { blockedWords, factWords, gapWords, listed, parted, whyWords } from '../text/words.js'

/** All that is said about one record. */
export interface Explanation {
  readonly pack: Pack
  readonly each: AssessedCase
  /** One tree a criterion, in pack order. */
  readonly trees: readonly ExplainNode[]
  readonly settlers: readonly SettlingFact[]
}

/** `The decision for DY-0007 is retain (keep on the register): income does not exceed the line.` */
export function decisionSentence(pack: Pack, assessment: Assessment): string {
  const { decision, record } = assessment
  return say('explain.decision', {
    id: record.id,
    decision,
    meaning: decisionTitle(pack, decision),
    why: whyWords(pack, assessment),
  })
}

/** Which record of which file, under which pack, on which date, and what was assumed. */
export function circumstances(pack: Pack, assessment: Assessment): string {
  const { record, assumed } = assessment
  const said = {
    file: record.file,
    line: record.line,
    pack: packLabel(pack),
    date: dateWords(pack, assessment),
  }
  return assumed.length === 0
    ? say('explain.judged', said)
    : say('explain.judged.assumed', { ...said, facts: listed(assumed, 'and') })
}

function dateWords(pack: Pack, { asOf: day, asOfFrom }: Assessment): string {
  const { date } = pack.record
  if (day === null) return say('explain.as-of.none')
  return asOfFrom === 'record'
    ? say('explain.as-of.record', { day, date: date === null ? say('explain.date') : factName(pack, date) })
    : say(`explain.as-of.${asOfFrom}`, { day })
}

/** A verdict never stands out by colour alone. */
export const VERDICT_MARKS: Record<Verdict, string> = {
  met: '✓',
  unmet: '✗',
  unknown: '?',
  not_applicable: '–',
}

export const verdictWords = (verdict: Verdict): string => say(`verdict.${verdict}`)

/** A comparison: what was seen, the threshold, since when it is in force, and the cell. The file is named where it is not the record's own. */
export function reasonLine(pack: Pack, reason: Reason, file: string): string {
  const { effectiveFrom, gap, gapField, checks, at } = reason
  const parts = [reasonInWords(reason)]
  if (effectiveFrom !== null && reason.threshold !== null)
    parts.push(say('explain.in-force', { day: effectiveFrom }))
  if (gap !== null) {
    const own = gapField === null || gapField === at?.field
    const words = own
      ? gapWords(gap)
      : say('explain.gap.of', { field: fieldWords(gapField), gap: gapWords(gap) })
    parts.push(
      checks.length === 0
        ? words
        : say('explain.gap.checks', { gap: words, checks: checksInWords(pack, checks) }),
    )
  }
  if (at !== null) {
    const cell = { line: at.line, field: fieldWords(at.field) }
    parts.push(
      at.file === file ? say('explain.cell', cell) : say('explain.cell.file', { ...cell, file: at.file }),
    )
  }
  return parted(parts)
}

/** Headers that are listed together. */
const fieldWords = (field: string) => field.replaceAll('|', say('names.item'))

/** The source of a rule, with its words. */
export const sourceLine = ({ title, evidence, quote }: FindingSource): string =>
  quote === null
    ? say('explain.source', { title, evidence: say(`evidence.${evidence}`) })
    : say('explain.source.quote', { title, evidence: say(`evidence.${evidence}`), quote })

/** What is missing, and what no answer can settle: a line each. */
export function missingLines(pack: Pack, assessment: Assessment): string[] {
  const doubts = new Map(columnDoubts(assessment.record).map((each) => [each.fact, each]))
  const needs = assessment.needs.map((path) => {
    const said = { path, fact: factWords(pack, path) }
    const checks = assessment.takenAway.get(path)
    if (checks !== undefined)
      return say('explain.missing.checks', { ...said, checks: checksInWords(pack, checks) })
    const doubt = doubts.get(path)
    if (doubt !== undefined)
      return say('explain.missing.column', { ...said, cells: doubt.cells, all: doubt.of })
    const why = whyMissing(assessment, path)
    return why === null
      ? say('explain.missing', { path, words: said.fact })
      : say('explain.missing.gap', { ...said, gap: why })
  })
  const asked = askedOf(pack, assessment).map((path) =>
    say('explain.missing', { path, words: say('explain.no-day') }),
  )
  const blocked = assessment.blocked.map((path) =>
    say('explain.missing', { path, words: blockedWords(pack, path, assessment) }),
  )
  return [...asked, ...needs, ...blocked]
}

/** Why a fact is missing, or the range that the record says; `null` where it is not the record that lacks it. */
function whyMissing({ record }: Assessment, path: string): string | null {
  if (path === 'members') return record.members?.kind === 'gap' ? gapWords(record.members.reason) : null
  const fact = factBehind(record, path)
  if (fact?.kind !== 'gap') return null
  return fact.range === undefined ? gapWords(fact.reason) : rangeInWords(fact.range)
}

/** `transfer_income ≥ 300.00: exit, else retain`; `food_secure yes: exit, no: retain` */
export function settlerLine(pack: Pack, { fact, answers }: SettlingFact): string {
  if (answers.length === 0) return say('explain.settle.many', { fact })
  if (answers.every(({ leadsTo }) => leadsTo === VERIFY)) return say('explain.settle.together', { fact })
  const named = answers.some(({ when }) => when.startsWith(fact))
  const parts = answers
    .map(({ when, leadsTo }) => {
      const decision = decisionName(pack, leadsTo)
      return when === 'else'
        ? say('explain.answer.else', { decision })
        : say('explain.answer', { when: answerWords(when), decision })
    })
    .join(say('list.clause'))
  return named ? parts : say('explain.settle', { fact, answers: parts })
}

/** An answer as results hold it, in the language that is spoken. */
function answerWords(when: string): string {
  if (when === 'yes' || when === 'no') return say(`value.${when}`)
  if (when === 'any number') return say('explain.when.any')
  const [, fact, least, most] = /^(\S+) from (\S+) to (\S+)$/.exec(when) ?? []
  return fact === undefined || least === undefined || most === undefined
    ? when
    : say('explain.when.between', { fact, least, most })
}

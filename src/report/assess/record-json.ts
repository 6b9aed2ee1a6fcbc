import type { Json } from '../../base/tree/json-text.js'
import { evaluationOf } from '../../engine/assess.js'
import type { Assessment, Finding, Reason } from '../../engine/assessment.js'
import { countedRows, rowsAsRead } from '../../engine/who-is-member.js'
import { columnsOf, type Pack } from '../../lang/pack.js'
import type { CaseRecord } from '../../lang/record.js'
import { askedOf, columnDoubts } from '../text/doubts.js'
import { factsJson, rangeJson, rosterJson, rowsJson, valueJson } from '../text/value-json.js'
import type { AssessedCase, FindingsShown } from './report.js'

/** The members that every judged record has in JSON, beside the one named by the pack's id. */
export const RECORD_MEMBERS = [
  'decision',
  'possible',
  'reasons',
  'needs',
  'blocked',
  'assumed',
  'suspects',
  'ask',
  'findings',
  'findings_shown',
  'outputs',
  'facts',
  'maybe_members',
  'counted_by',
  'as_of',
  'as_of_from',
  'file',
  'line',
  'id',
] as const

/** One judged record as JSON, with the findings to show; `kept` cells come after `line` under their own headers. */
export function recordJson(
  pack: Pack,
  each: AssessedCase,
  shown: FindingsShown = 'all',
  kept: { readonly [header: string]: Json } = {},
): Json {
  const { assessment } = each
  return {
    [pack.record.id]: assessment.record.id,
    decision: assessment.decision,
    possible: assessment.possible,
    reasons: assessment.reasons,
    needs: assessment.needs,
    blocked: assessment.blocked,
    assumed: assessment.assumed,
    suspects: suspectsJson(assessment),
    ask: askedOf(pack, assessment),
    findings: findingsShown(each, shown).map(findingJson),
    findings_shown: shown === 'all' ? undefined : shown,
    outputs: outputsJson(assessment),
    facts: recordFactsJson(pack, assessment.record),
    maybe_members: maybeMembersJson(pack, assessment),
    counted_by: countedByJson(assessment.record),
    as_of: assessment.asOf,
    as_of_from: assessment.asOfFrom,
    file: assessment.record.file,
    line: assessment.record.line,
    ...kept,
    id: each.id(),
  }
}

function findingsShown(each: AssessedCase, shown: FindingsShown): readonly Finding[] {
  if (shown === 'none') return []
  return shown === 'all' ? each.findings() : each.findings().filter(({ verdict }) => verdict === 'unmet')
}

/** Facts that a check takes away, each with the check; `facts` keeps what was read. Then those that their column puts in doubt. */
const suspectsJson = ({ takenAway, record }: Assessment): Json => [
  ...[...takenAway].flatMap(([fact, checks]) =>
    checks.map(({ id, message }) => ({ fact, check: id, message })),
  ),
  ...columnDoubts(record).map(({ fact, cells, of }) => ({ fact, by: 'column', cells, of })),
]

export function outputsJson({ outputs }: Assessment): { readonly [name: string]: Json } {
  return Object.fromEntries([...outputs].map(([name, range]) => [name, rangeJson(range)]))
}

function recordFactsJson(pack: Pack, record: CaseRecord): Json {
  const declared = columnsOf(pack)
  const facts = factsJson(record.facts, (name) => declared.get(name))
  if (record.members === null || pack.memberFacts === null) return facts
  return { ...facts, members: rosterJson(record.members, pack.memberFacts) }
}

/** Rows in which nothing stands, numbered after the members, and how many members there are with them; left out where there is none. */
function maybeMembersJson(pack: Pack, assessment: Assessment): Json | undefined {
  const { members } = assessment.record
  if (members?.kind !== 'rows' || members.maybe === undefined) return undefined
  const { roster } = evaluationOf(pack, assessment)
  const count = roster.kind === 'rows' ? countedRows(roster.isMember) : rowsAsRead(members)
  return { count: rangeJson(count), rows: rowsJson(members.maybe, pack.memberFacts ?? new Map()) }
}

/** Members that only a column without a fact shows; left out if there is none. */
function countedByJson({ members }: CaseRecord): Json | undefined {
  const rows = members?.kind === 'rows' ? members.rows : []
  const counted = rows.flatMap(({ countedBy }, index) =>
    countedBy === undefined ? [] : [{ member: index + 1, column: countedBy }],
  )
  return counted.length === 0 ? undefined : counted
}

/** A finding as JSON. */
export function findingJson(finding: Finding): Json {
  const { source, title, evidence, quote, note } = finding.source
  return {
    criterion: finding.criterion,
    verdict: finding.verdict,
    advisory: finding.advisory,
    because: finding.because.map(reasonJson),
    source: { id: source, title, evidence, quote, note },
    message: finding.message,
  }
}

function reasonJson(reason: Reason): Json {
  return {
    expression: reason.expression,
    observed: valueJson(reason.observed, reason.gap),
    threshold: reason.threshold && valueJson(reason.threshold, null),
    margin: reason.margin,
    unit: reason.unit,
    effective_from: reason.effectiveFrom,
    gap: reason.gap,
    gap_field: reason.gapField,
    at: reason.at && { file: reason.at.file, line: reason.at.line, field: reason.at.field },
  }
}

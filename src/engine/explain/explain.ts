import { describeRange } from '../../base/range.js'
import { say } from '../../base/say/say.js'
import { truthValue, type Value } from '../../base/value.js'
import { childrenOf, isRosterForm } from '../../lang/expression/children.js'
import type { Expression } from '../../lang/expression/expression.js'
import { unitText } from '../../lang/expression/unit.js'
import { sourceTitle } from '../../lang/labels.js'
import type { Derived, DerivedSource, Pack } from '../../lang/pack.js'
import { printExpression } from '../../lang/parse/print.js'
import { type CaseRecord, type GapReason, isSaid, type Member } from '../../lang/record.js'
import { evaluationOf } from '../assess.js'
import type { Assessment } from '../assessment.js'
import { type Evaluation, isMember } from '../evaluation.js'
import { type Bindings, deriveValue, evaluate, rowsBound, sourceValue } from '../interpret.js'
import { memberPlace } from '../member.js'
import { checksInWords } from '../sentences.js'
import { countedRows, rowsAsRead } from '../who-is-member.js'

/** An expression with the value seen, down to cells and parameters. */
export interface ExplainNode {
  readonly text: string
  /** The value, as far as it is known; `null` for a heading. */
  readonly value: Value | null
  readonly unit: string | null
  /** The origin of the value: a cell, the reason of a gap, a parameter's date and source. */
  readonly note: string | null
  readonly children: readonly ExplainNode[]
}

/** The whole tree behind one criterion's verdict. */
export function explainCriterion(pack: Pack, assessment: Assessment, id: string): ExplainNode {
  const evaluation = evaluationOf(pack, assessment)
  const criterion = pack.criteria.find((each) => each.id === id)
  if (criterion === undefined) throw new Error(`no criterion ${id}`)
  const children: ExplainNode[] = []
  if (criterion.since !== null) {
    const value = truthValue(evaluation.asOf === null ? 'open' : evaluation.asOf >= criterion.since)
    children.push({
      text: `since ${criterion.since}`,
      value,
      unit: null,
      note: say('tree.as-of', { day: dayOf(evaluation) }),
      children: [],
    })
  }
  if (criterion.appliesIf !== null)
    children.push(heading('applies if', tree(evaluation, criterion.appliesIf, [])))
  children.push(heading('met if', tree(evaluation, criterion.met, [])))
  return { text: id, value: null, unit: null, note: assessment.verdicts.get(id) ?? null, children }
}

const heading = (text: string, child: ExplainNode): ExplainNode => ({
  text,
  value: null,
  unit: null,
  note: null,
  children: [child],
})

function tree(evaluation: Evaluation, e: Expression, bound: Bindings): ExplainNode {
  const unit = evaluation.pack.tables.units.get(e.id)
  return {
    text: printExpression(e),
    value: evaluate(evaluation, e, bound),
    unit: unit === undefined ? null : unitText(unit),
    note: noteOf(evaluation, e, bound),
    children: branches(evaluation, e, bound),
  }
}

function branches(evaluation: Evaluation, e: Expression, bound: Bindings): ExplainNode[] {
  if (isRosterForm(e)) {
    return rowsBound(evaluation, bound).map((inner) => ({
      text: `members[${inner[inner.length - 1]?.number ?? 0}]`,
      value: null,
      unit: null,
      note: rowNote(evaluation, inner),
      children: childrenOf(e).map((child) => tree(evaluation, child, inner)),
    }))
  }
  const reference = evaluation.pack.tables.references[e.id]
  const derived = reference?.kind === 'derived' ? evaluation.pack.derived.get(reference.name) : undefined
  if (derived !== undefined) return sources(evaluation, derived)
  return childrenOf(e)
    .filter((child) => child.kind !== 'text' && child.kind !== 'number')
    .map((child) => tree(evaluation, child, bound))
}

function sources(evaluation: Evaluation, derived: Derived): ExplainNode[] {
  return derived.sources.map((source) => sourceNode(evaluation, derived, source))
}

function sourceNode(evaluation: Evaluation, derived: Derived, source: DerivedSource): ExplainNode {
  const seen = {
    value: sourceValue(evaluation, derived, source),
    unit: derived.declaration.unit && unitText(derived.declaration.unit),
  }
  switch (source.kind) {
    case 'given':
      return { text: 'given', ...seen, note: cellNote(evaluation, derived.name), children: [] }
    case 'expression':
      return { ...tree(evaluation, source.expression, []), ...seen }
    case 'rounded':
      return {
        text: say('tree.rounded', {
          of: printExpression(source.of),
          within: printExpression(source.within),
        }),
        ...seen,
        note: null,
        children: [source.of, source.within].map((part) => tree(evaluation, part, [])),
      }
  }
}

const dayOf = ({ asOf }: Evaluation): string => asOf ?? say('tree.unreadable-date')

function noteOf(evaluation: Evaluation, e: Expression, bound: Bindings): string | null {
  const { pack } = evaluation
  const reference = pack.tables.references[e.id]
  switch (reference?.kind) {
    case 'fact':
      return cellNote(evaluation, reference.name)
    case 'derived':
      return deriveValue(evaluation, reference.name).conflicting ? 'conflicting' : null
    case 'parameter': {
      const { inForce } = evaluation.parameter(reference.name)
      if (inForce === null) return say('tree.not-in-force', { day: dayOf(evaluation) })
      return say('tree.in-force', { day: inForce.from, source: sourceTitle(pack, inForce.citation.source) })
    }
    case 'member': {
      const member = bound[reference.depth]
      const fact = member?.row?.facts.get(reference.name)
      if (fact === undefined || !member?.row) return null
      if (isSaid(fact)) return memberNote(evaluation.record, member.row, reference.name)
      return withChecks(evaluation, `members[${member?.number}].${reference.name}`, fact.reason)
    }
    case undefined:
      return isRosterForm(e) ? rosterNote(evaluation) : null
  }
}

/** That a row may be nobody or is, or which column alone says that it is somebody. */
function rowNote(evaluation: Evaluation, bound: Bindings): string | null {
  const member = isMember(evaluation, bound)
  if (member !== true) return say(member ? 'tree.maybe-nobody' : 'tree.nobody')
  const by = bound[bound.length - 1]?.row?.countedBy
  return by === undefined ? null : say('tree.counted-by', { column: by })
}

/** The reason why the roster is a gap, or that it has another number of rows than the size. */
function rosterNote(evaluation: Evaluation): string | null {
  const { roster, pack } = evaluation
  if (roster.kind === 'gap') {
    const checks = evaluation.takenAway.get('members')
    const gap = say(`gap.${roster.reason}`)
    return say('tree.members', {
      words: checks === undefined ? gap : withChecks(evaluation, 'members', roster.reason),
    })
  }
  if (roster.length !== 'right')
    return say('tree.rows-not-size', {
      rows: describeRange(rowsAsRead(roster.asRead)),
      size: pack.record.size ?? '',
    })
  return roster.isMember.includes('open')
    ? say('tree.members', { words: describeRange(countedRows(roster.isMember)) })
    : null
}

/** The reason of a gap, with the checks that made it. */
function withChecks({ takenAway, pack }: Evaluation, name: string, reason: GapReason): string {
  const checks = takenAway.get(name)
  return checks === undefined
    ? reason
    : say('tree.suspect', { reason: say(`gap.${reason}`), checks: checksInWords(pack, checks) })
}

/** The place of a cell, if it is in another file than the record. */
function memberNote(record: CaseRecord, row: Member, name: string): string | null {
  const { file, line } = memberPlace(record, row, name)
  return file === record.file ? null : say('tree.file-line', { file, line })
}

function cellNote(evaluation: Evaluation, name: string): string | null {
  const { record } = evaluation
  const fact = record.facts.get(name)
  if (fact === undefined) return null
  if (!isSaid(fact)) return withChecks(evaluation, name, fact.reason)
  if (fact.kind === 'known' && fact.assumed) return say('tree.assumed')
  const header = record.headers.get(name)
  return header === undefined || header === name
    ? say('tree.line', { line: record.line })
    : say('tree.cell', { line: record.line, column: header })
}

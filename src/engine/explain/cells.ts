import { childrenOf, isRosterForm } from '../../lang/expression/children.js'
import type { Expression } from '../../lang/expression/expression.js'
import type { Pack } from '../../lang/pack.js'
import { expressionsOf } from '../../lang/reads.js'
import { isSaid } from '../../lang/record.js'
import type { Reason } from '../assessment.js'
import type { Evaluation } from '../evaluation.js'
import { factsBehind, keptByPart } from '../facts-behind.js'
import type { Gap } from '../gaps.js'
import { type Bindings, truthOf } from '../interpret.js'
import { memberPlace } from '../member.js'

const memberOf = (name: string): string | null => /^members\.(.+)$/.exec(name)?.[1] ?? null

/** The cells that a value was read from, without those of a branch that was not taken; or those in which the answers to these gaps would stand. */
export function cellsOf(
  evaluation: Evaluation,
  e: Expression,
  bound: Bindings,
  gaps: readonly Gap[],
): Reason['at'] {
  const { record } = evaluation
  const inner = bound[bound.length - 1]
  const isKnown = (name: string): boolean => {
    const member = memberOf(name)
    const fact = member === null ? record.facts.get(name) : inner?.row?.facts.get(member)
    return isSaid(fact)
  }
  const names = gaps.length > 0 ? namesOf(evaluation, gaps) : readBy(evaluation, e, bound).filter(isKnown)
  const [first] = names
  if (first === undefined) return null
  const { file, line } = inner?.row ? memberPlace(record, inner.row, memberOf(first)) : record
  return { file, line, field: headersOf(evaluation, names).join('|') }
}

/** The columns in which the answers to gaps would stand, as the file names them; the name of a fact that has no column. */
export const columnsOf = (evaluation: Evaluation, gaps: readonly Gap[]): string[] =>
  headersOf(evaluation, namesOf(evaluation, gaps))

function namesOf({ record }: Evaluation, gaps: readonly Gap[]): string[] {
  const names = gaps.map((gap) => gap.name.replace(/\[\d+\]/, ''))
  return names.filter((name) => name.startsWith('members') || record.facts.has(name))
}

const headersOf = ({ record }: Evaluation, names: readonly string[]): string[] => [
  ...new Set(names.map((name) => record.headers.get(name) ?? name)),
]

/** Whether an expression, or a derived value that it reads, takes one branch or another. */
const hasBranches = keptByPart((pack: Pack, e: Expression): boolean => {
  const seen = new Set<string>()
  const visit = (each: Expression): boolean => {
    if (each.kind === 'if') return true
    const derived = derivedOf(pack, each)
    if (derived !== undefined && !seen.has(derived.name)) {
      seen.add(derived.name)
      if (derived.sources.flatMap(expressionsOf).some(visit)) return true
    }
    return childrenOf(each).some(visit)
  }
  return visit(e)
})

function derivedOf({ tables, derived }: Pack, e: Expression) {
  const reference = tables.references[e.id]
  return reference?.kind === 'derived' ? derived.get(reference.name) : undefined
}

/** What an expression was read from, in the order of writing. */
function readBy(evaluation: Evaluation, e: Expression, bound: Bindings): readonly string[] {
  const { pack } = evaluation
  const all = factsBehind(pack, e)
  if (!hasBranches(pack, e)) return all
  const taken = new Set<string>()
  const seen = new Set<string>()
  const visit = (each: Expression, rows: Bindings): void => {
    if (each.kind === 'if') {
      const condition = truthOf(evaluation, each.condition, rows)
      visit(each.condition, rows)
      if (condition !== false) visit(each.yes, rows)
      if (condition !== true) visit(each.no, rows)
    } else if (isRosterForm(each) || !hasBranches(pack, each))
      for (const name of factsBehind(pack, each)) taken.add(name)
    else {
      const derived = derivedOf(pack, each)
      if (derived !== undefined && !seen.has(derived.name)) {
        seen.add(derived.name)
        if (derived.sources.some(({ kind }) => kind === 'given')) taken.add(derived.name)
        for (const part of derived.sources.flatMap(expressionsOf)) visit(part, [])
      }
      for (const child of childrenOf(each)) visit(child, rows)
    }
  }
  visit(e, bound)
  return all.filter((name) => taken.has(name))
}

import { isClosed, type Value } from '../../base/value.js'
import { evaluationAsIs } from '../../engine/evaluation.js'
import { gapsOf } from '../../engine/gaps.js'
import { evaluate } from '../../engine/interpret.js'
import { childrenOf } from '../../lang/expression/children.js'
import type { Expression } from '../../lang/expression/expression.js'
import type { FactDeclaration, Reference } from '../../lang/pack.js'
import type { CaseRecord, Fact, GapReason } from '../../lang/record.js'
import type { Reading } from '../cells/cell.js'
import { clean } from '../files/row.js'
import type { Use } from './column-types.js'
import { packOfColumns, plainFact } from './columns-as-pack.js'

/** The value of an expression for one row. If it is not known, `open` is the reason of the first cell that keeps it open; `range` only if all say a range. */
export interface FormulaValue {
  readonly value: Value
  readonly open: GapReason | null
}

/** Two texts that no cell holds, because an unknown text can be one that nobody has named. */
const UNNAMED = [' ', '  ']

/**
 * Evaluates an expression for the cells of its columns, given in the order of `columns`. It means what the rule language says: the
 * interpreter of rules evaluates it over a record whose facts are the columns. A blank cell is the empty text in a column that is
 * compared with `""`, and with `blanksAreTexts` in every column of texts.
 */
export function formulaOver(
  e: Expression,
  columns: ReadonlyMap<string, Use>,
  references: readonly (Reference | undefined)[],
  blanksAreTexts: boolean,
): (cells: readonly Reading[]) => FormulaValue {
  const names = [...columns.keys()]
  const texts = textsIn(e)
  const spelling = new Map(texts.map((text) => [clean(text), text]))
  const isText = (name: string) => columns.get(name) === 'text'
  const withBlanks = blanksAreTexts ? new Set(names.filter(isText)) : comparedWithNothing(e)
  const plain = packOfColumns(declared(columns, texts), references)
  const single = names.filter(isText).length < 2

  const factOf = (name: string, reading: Reading | undefined): Fact => {
    const fact: Fact = reading?.fact ?? { kind: 'gap', reason: 'absent' }
    if (fact.kind === 'gap')
      return fact.reason === 'blank' && withBlanks.has(name) ? { kind: 'known', value: '' } : fact
    if (typeof fact.value !== 'string') return fact
    return { kind: 'known', value: spelling.get(fact.value) ?? fact.value }
  }

  return (cells) => {
    const facts = new Map(names.map((name, index) => [name, factOf(name, cells[index])]))
    const known = [...facts.values()].flatMap((fact) =>
      fact.kind === 'known' && typeof fact.value === 'string' ? [fact.value] : [],
    )
    const pack =
      single || known.length === 0
        ? plain
        : packOfColumns(declared(columns, [...new Set([...texts, ...known])]), references)
    const evaluation = evaluationAsIs(pack, recordOf(facts), null)
    const value = evaluate(evaluation, e)
    if (isClosed(value)) return { value, open: null }
    return { value, open: reasonOf([...gapsOf(evaluation, e).keys()].map((name) => facts.get(name))) }
  }
}

/** The reason of the first gap, of those first that are no ranges. */
function reasonOf(facts: readonly (Fact | undefined)[]): GapReason {
  const reasons = facts.map((fact) => (fact?.kind === 'gap' ? fact.reason : 'blank'))
  return reasons.find((reason) => reason !== 'range') ?? reasons[0] ?? 'blank'
}

/** Columns as facts. A text that is not known is any of `texts` or something else. */
const declared = (
  columns: ReadonlyMap<string, Use>,
  texts: readonly string[],
): ReadonlyMap<string, FactDeclaration> => {
  const codes = [...texts, ...UNNAMED].map((code) => ({ code, title: code, aliases: [] }))
  return new Map(
    [...columns].map(([name, use]) => [
      name,
      use === 'text' ? { ...plainFact(name, 'code'), codes } : plainFact(name, use),
    ]),
  )
}

const recordOf = (facts: ReadonlyMap<string, Fact>): CaseRecord => ({
  id: '',
  file: '',
  line: 0,
  facts,
  members: null,
  headers: new Map(),
})

/** Every part of an expression, itself included. */
export const partsOf = (e: Expression): Expression[] => [e, ...childrenOf(e).flatMap(partsOf)]

const textsIn = (e: Expression): string[] => [
  ...new Set(partsOf(e).flatMap((part) => (part.kind === 'text' ? [part.text] : []))),
]

function comparedWithNothing(e: Expression): ReadonlySet<string> {
  const groups = partsOf(e).filter((part) => part.kind === 'comparison' || part.kind === 'one-of')
  const found = groups.map(childrenOf).filter((parts) => parts.some(isNothing))
  return new Set(found.flat().flatMap((part) => (part.kind === 'name' ? [part.name] : [])))
}

const isNothing = (e: Expression) => e.kind === 'text' && clean(e.text) === ''

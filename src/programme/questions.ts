import { decimal, ONE } from '../base/decimal.js'
import type { Expression, ExpressionForm } from '../lang/expression/expression.js'
import { RATIO } from '../lang/expression/unit.js'
import { freeId } from '../lang/free-id.js'
import type { OutputDeclaration, Pack, Reference } from '../lang/pack.js'
import type { Programme } from './policy/programme.js'

/** What is asked of each record beside its decision: a number, or if something holds. */
export type Question =
  | { readonly name: string; readonly number: Expression; readonly step: typeof ONE }
  | { readonly name: string; readonly holds: Expression }

/** Makes expressions that no file holds, with numbers of their own. */
export interface ExpressionMaker {
  named(name: string): Expression
  make(form: ExpressionForm): Expression
}

/**
 * The pack with the programme's facts, and with an output for each question. Criteria, decisions and the hash stay those of the pack, so both
 * engines judge it as they judge the pack. An output of a yes/no is 1, 0, or both while it is open.
 */
export function withQuestions(
  pack: Pack,
  programme: Programme,
  ask: (maker: ExpressionMaker) => readonly Question[],
): Pack {
  let next = freeId({ ...pack, tables: programme.tables })
  const references: (Reference | undefined)[] = [...programme.tables.references]
  const units = new Map(programme.tables.units)
  const maker: ExpressionMaker = {
    make(form) {
      const made: Expression = { ...form, id: next }
      next += 1
      return made
    },
    named(name) {
      const made = maker.make({ kind: 'name', name })
      references[made.id] = { kind: pack.derived.has(name) ? 'derived' : 'fact', name }
      const unit = (pack.derived.get(name)?.declaration ?? pack.facts.get(name) ?? programme.facts.get(name))
        ?.unit
      if (unit != null) units.set(made.id, unit)
      return made
    },
  }
  const outputs = ask(maker).map((question): OutputDeclaration => {
    if ('number' in question)
      return { name: question.name, of: question.number, per: null, step: question.step, unit: RATIO }
    const yes = maker.make({ kind: 'number', value: ONE })
    const no = maker.make({ kind: 'number', value: decimal(0) })
    units.set(yes.id, RATIO)
    const of = maker.make({ kind: 'if', condition: question.holds, yes, no })
    units.set(of.id, RATIO)
    return { name: question.name, of, per: null, step: ONE, unit: RATIO }
  })
  return {
    ...pack,
    facts: new Map([...pack.facts, ...programme.facts]),
    outputs,
    tables: { ...programme.tables, references, units },
  }
}

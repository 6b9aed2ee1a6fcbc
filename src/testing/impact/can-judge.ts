import type { Expression } from '../../lang/expression/expression.js'
import { unitText } from '../../lang/expression/unit.js'
import { freeId } from '../../lang/free-id.js'
import type { FactDeclaration, Pack, Reference } from '../../lang/pack.js'
import { expressionsOf, expressionsOfCriterion, readsOf } from '../../lang/reads.js'

/**
 * True if a pack made from parts of two others can judge records. It has all that its expressions read, with the type and unit that
 * these have in the pack of the expression, and it has a table for every code of the selector.
 */
export function canJudge(hybrid: Pack, old: Pack, changed: Pack): boolean {
  const firstNew = freeId(old)
  const expressions = [
    ...hybrid.criteria.flatMap(expressionsOfCriterion),
    ...hybrid.checks.map(({ when }) => when),
    ...[...hybrid.derived.values()].flatMap(({ sources }) => sources.flatMap(expressionsOf)),
  ]
  return hasTables(hybrid) && expressions.every((e) => fits(hybrid, e.id < firstNew ? old : changed, e))
}

function hasTables({ decisions, facts }: Pack): boolean {
  const { by, tables } = decisions
  if (by === null) return tables.has('')
  return facts.get(by)?.codes.every(({ code }) => tables.has(code)) ?? false
}

const fits = (hybrid: Pack, home: Pack, e: Expression): boolean =>
  readsOf(hybrid, e).every((read) => {
    if (read === 'members') return hybrid.memberFacts !== null
    const type = typeOf(hybrid, read)
    return type !== null && type === homeType(home, read)
  })

/** Asks the home pack by name, because a change may have turned a reference to another kind of declaration. */
function homeType(home: Pack, read: Reference): string | null {
  if (read.kind === 'member') return typeOf(home, read)
  const { name } = read
  return (
    typeOf(home, { kind: 'fact', name }) ??
    typeOf(home, { kind: 'derived', name }) ??
    typeOf(home, { kind: 'parameter', name })
  )
}

/** The type and unit of what a name stands for, `null` if there is no such thing. */
function typeOf(pack: Pack, { kind, name }: Reference): string | null {
  switch (kind) {
    case 'parameter': {
      const parameter = pack.parameters.get(name)
      return parameter === undefined ? null : `number ${unitText(parameter.unit)}`
    }
    case 'fact':
      return columnType(pack.facts.get(name))
    case 'derived':
      return columnType(pack.derived.get(name)?.declaration)
    case 'member':
      return columnType(pack.memberFacts?.get(name))
  }
}

function columnType(declaration: FactDeclaration | undefined): string | null {
  if (declaration === undefined) return null
  return declaration.unit === null ? declaration.type : `number ${unitText(declaration.unit)}`
}

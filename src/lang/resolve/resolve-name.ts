import type { Expression } from '../expression/expression.js'
import type { Reference } from '../pack.js'
import { declaredAt } from '../shape/context.js'
import type { MemberNamed, Names } from './names.js'
import { type MemberScope, type Resolving, refuseExpression } from './resolving.js'
import { BROKEN, type Type } from './type.js'

/** The type of a bare name: in a filter a fact of the member, else what the pack declares under this name. */
export function nameType(resolving: Resolving, e: Expression & { kind: 'name' }, scope: MemberScope): Type {
  const { record, members } = resolving.names
  const member = scope.bare === null ? undefined : members?.get(e.name)
  if (member !== undefined && scope.bare !== null) return memberFact(resolving, e, scope.bare, member)
  const found = record.get(e.name)
  if (found !== undefined) return read(resolving, e, found.type, found.reference)
  return isRefused(resolving, e.name) ? broken(resolving) : unknownName(resolving, e, scope)
}

/** The type of `m.age`. */
export function memberType(
  resolving: Resolving,
  e: Expression & { kind: 'member' },
  scope: MemberScope,
): Type {
  const { context, names } = resolving
  const depth = scope.variables.lastIndexOf(e.variable)
  if (depth < 0) {
    const bound = scope.variables.filter((each) => each !== null)
    const help =
      context.suggest(e.variable, bound) ??
      'bind it with `every m in members satisfies …` or `some m in members satisfies …`'
    return refuseExpression(resolving, 'unknown-name', e, `\`${e.variable}\` is not a member here`, { help })
  }
  const member = names.members?.get(e.name)
  if (member !== undefined) return memberFact(resolving, e, depth, member)
  if (context.refused.has('facts', e.name)) return broken(resolving)
  const help = context.suggest(e.name, names.members?.keys() ?? [])
  return refuseExpression(resolving, 'unknown-name', e, `a member has no fact \`${e.name}\``, { help })
}

type Name = Expression & { kind: 'name' | 'member' }

const memberFact = (resolving: Resolving, e: Name, depth: number, { type }: MemberNamed): Type =>
  read(resolving, e, type, { kind: 'member', depth, name: e.name })

/** The type of a declared name. A name that no expression may read is reported. */
function read(resolving: Resolving, e: Name, type: Type | null, reference: Reference): Type {
  resolving.references[e.id] = reference
  if (type?.kind === 'broken') resolving.broken = true
  if (type !== null) return type
  return refuseExpression(resolving, 'type', e, `\`${e.name}\` cannot be an input of a rule`, {
    why: 'dates, texts and personal facts are recorded, not judged',
  })
}

/** True if a name was declared and its declaration was refused. */
const isRefused = ({ context: { refused } }: Resolving, name: string): boolean =>
  refused.has('facts', name) || refused.has('derived', name) || refused.has('parameters', name)

function broken(resolving: Resolving): Type {
  resolving.broken = true
  return BROKEN
}

function unknownName(resolving: Resolving, e: Expression & { kind: 'name' }, scope: MemberScope): Type {
  const { context, names } = resolving
  if (names.members?.has(e.name)) {
    return refuseExpression(
      resolving,
      'unknown-name',
      e,
      `\`${e.name}\` is a fact of a member, not of the record`,
      {
        help: `reach it through the roster: \`every m in members satisfies m.${e.name}\``,
      },
    )
  }
  const [nearest, ...others] = context.near(e.name, knownNames(names, scope))
  const path =
    nearest === undefined ? undefined : (names.record.get(nearest) ?? names.members?.get(nearest))?.path
  const question = [nearest, ...others].map((each) => `\`${each}\``).join(' or ')
  const help = path && `did you mean ${question}?${others.length > 0 ? '' : declaredAt(context, path)}`
  return refuseExpression(resolving, 'unknown-name', e, `unknown name \`${e.name}\``, {
    why: 'an expression may use only what `facts`, `derived` and `parameters` declare',
    help,
  })
}

function* knownNames({ record, members }: Names, scope: MemberScope): Generator<string> {
  yield* record.keys()
  if (scope.bare !== null && members !== null) yield* members.keys()
}

import { say } from '../../base/say/say.js'
import { inBackticks } from '../../base/wording.js'
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
    const help = context.suggest(e.variable, bound) ?? say('unknown-name.member.help')
    return refuseExpression(resolving, 'unknown-name', e, say('unknown-name.member', { name: e.variable }), {
      help,
    })
  }
  const member = names.members?.get(e.name)
  if (member !== undefined) return memberFact(resolving, e, depth, member)
  if (context.refused.has('facts', e.name)) return broken(resolving)
  const help = context.suggest(e.name, names.members?.keys() ?? [])
  return refuseExpression(resolving, 'unknown-name', e, say('unknown-name.member-fact', { name: e.name }), {
    help,
  })
}

type Name = Expression & { kind: 'name' | 'member' }

const memberFact = (resolving: Resolving, e: Name, depth: number, { type }: MemberNamed): Type =>
  read(resolving, e, type, { kind: 'member', depth, name: e.name })

/** The type of a declared name. A name that no expression may read is reported. */
function read(resolving: Resolving, e: Name, type: Type | null, reference: Reference): Type {
  resolving.references[e.id] = reference
  if (type?.kind === 'broken') resolving.broken = true
  if (type !== null) return type
  return refuseExpression(resolving, 'type', e, say('type.input', { name: e.name }), {
    why: say('type.input.why'),
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
    return refuseExpression(resolving, 'unknown-name', e, say('unknown-name.of-member', { name: e.name }), {
      help: say('unknown-name.of-member.help', { name: e.name }),
    })
  }
  const near = context.near(e.name, knownNames(names, scope))
  return refuseExpression(resolving, 'unknown-name', e, say('unknown-name', { name: e.name }), {
    why: say('unknown-name.why'),
    help: near.length === 0 ? undefined : meant(resolving, near),
  })
}

/** Asks for the names that are near; a single one is told with its place. */
function meant({ context, names }: Resolving, near: readonly string[]): string {
  const question = say('names.meant', { names: inBackticks(near, 'names.or') })
  const [nearest = '', ...others] = near
  const path = (names.record.get(nearest) ?? names.members?.get(nearest))?.path
  return path === undefined || others.length > 0
    ? question
    : say('unknown-name.declared', { question, ...declaredAt(context, path) })
}

function* knownNames({ record, members }: Names, scope: MemberScope): Generator<string> {
  yield* record.keys()
  if (scope.bare !== null && members !== null) yield* members.keys()
}

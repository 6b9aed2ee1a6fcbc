import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { childrenOf } from '../../lang/expression/children.js'
import type { Expression } from '../../lang/expression/expression.js'
import type { Pack, Parameter } from '../../lang/pack.js'
import { expressionsOf } from '../../lang/reads.js'
import { finding } from './finding.js'

/** Finds values that end before any criterion reads them, and values that repeat the one before. */
export function idleValues(pack: Pack): Diagnostic[] {
  return [...pack.parameters.values()].flatMap((parameter) => [
    ...tooEarly(pack, parameter),
    ...repeated(pack, parameter),
  ])
}

function tooEarly(pack: Pack, parameter: Parameter): Diagnostic[] {
  const starts = startsOf(pack, parameter.name)
  if (starts.length === 0 || starts.includes(null)) return []
  const first = starts.reduce((a, b) => (a !== null && b !== null && a < b ? a : b))
  return parameter.values.flatMap(({ from }, index) => {
    const end = parameter.values[index + 1]?.from
    if (first === null || end === undefined || end > first) return []
    const message = say('proof.idle-value', { name: parameter.name, from })
    return [
      finding(pack, 'warning', 'idle-value', `parameters.${parameter.name}`, message, {
        why: say('proof.idle-value.why', { end, first }),
      }),
    ]
  })
}

/** The date since which each reader of a parameter applies; `null` for one that always does. */
function startsOf(pack: Pack, name: string): (string | null)[] {
  const reads = (e: Expression) => dependsOn(pack, e, name, new Set())
  const criteria = pack.criteria.filter(
    ({ met, appliesIf }) => reads(met) || (appliesIf !== null && reads(appliesIf)),
  )
  const others = [
    ...pack.checks.flatMap(({ when, unless }) => [when, unless]),
    ...pack.outputs.flatMap(({ of, per }) => [of, per]),
  ]
  return [
    ...criteria.map(({ since }) => since),
    ...others.filter((e) => e !== null && reads(e)).map(() => null),
  ]
}

/** True if an expression reads a parameter, also through derived values. */
function dependsOn(pack: Pack, e: Expression, name: string, seen: Set<string>): boolean {
  const reference = pack.tables.references[e.id]
  if (reference?.kind === 'parameter' && reference.name === name) return true
  if (reference?.kind === 'derived' && !seen.has(reference.name)) {
    seen.add(reference.name)
    const sources = pack.derived.get(reference.name)?.sources ?? []
    return sources.flatMap(expressionsOf).some((each) => dependsOn(pack, each, name, seen))
  }
  return childrenOf(e).some((child) => dependsOn(pack, child, name, seen))
}

function repeated(pack: Pack, { name, values }: Parameter): Diagnostic[] {
  return values.flatMap(({ from, to, value }, index) => {
    const before = values[index - 1]
    if (before === undefined || before.to !== null || to !== null || !before.value.eq(value)) return []
    return [
      finding(pack, 'note', 'idle-value', `parameters.${name}`, say('proof.same-value', { name, from })),
    ]
  })
}

import type { Expression } from '../../../lang/expression/expression.js'
import type { Criterion, Pack } from '../../../lang/pack.js'
import { expressionsOf, readsOf } from '../../../lang/reads.js'

/** The comparison of an income with a poverty line that a pack makes. */
export interface IncomeLine {
  readonly criterion: Criterion
  /** What the record has. */
  readonly income: Expression
  /** What it needs. */
  readonly line: Expression
  /** True if an income exactly at the line is still too low. */
  readonly isOver: boolean
  /** The parameters that the line is made of. */
  readonly parameters: readonly string[]
}

/**
 * The first decisive criterion of all records that asks for an amount of at least, or more than, something made of dated parameters; `null` where a
 * pack has none.
 */
export function incomeLineOf(pack: Pack): IncomeLine | null {
  for (const criterion of pack.criteria) {
    const { met, appliesIf, since, advisory } = criterion
    if (advisory || appliesIf !== null || since !== null || met.kind !== 'comparison') continue
    const { operator, left, right } = met
    if (operator === '=' || operator === '!=') continue
    const [income, line] = operator.startsWith('>') ? [left, right] : [right, left]
    const parameters = parametersBehind(pack, line)
    if (parameters.length > 0 && isAmount(pack, income))
      return { criterion, income, line, isOver: !operator.endsWith('='), parameters }
  }
  return null
}

/** The parameters in an expression and in what is always worked out. */
function parametersBehind(pack: Pack, e: Expression): string[] {
  const names = readsOf(pack, e).flatMap((read) => {
    if (read === 'members' || (read.kind !== 'parameter' && read.kind !== 'derived')) return []
    if (read.kind === 'parameter') return [read.name]
    const sources = pack.derived.get(read.name)?.sources ?? []
    if (sources.some(({ kind }) => kind === 'given')) return []
    return sources.flatMap(expressionsOf).flatMap((each) => parametersBehind(pack, each))
  })
  return [...new Set(names)]
}

/** True if an expression uses money of the record and no parameter. */
const isAmount = (pack: Pack, e: Expression): boolean =>
  parametersBehind(pack, e).length === 0 &&
  readsOf(pack, e).some(
    (read) =>
      read !== 'members' &&
      (pack.facts.get(read.name) ?? pack.derived.get(read.name)?.declaration)?.type === 'money',
  )

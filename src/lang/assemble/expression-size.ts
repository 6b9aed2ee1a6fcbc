import type { DiagnosticCode } from '../../base/codes.js'
import { childrenOf } from '../expression/children.js'
import type { Expression } from '../expression/expression.js'
import type { Pack } from '../pack.js'
import { MAX_HEIGHT } from '../parse/cursor.js'
import { expressionsOf } from '../reads.js'
import type { LoadContext } from '../shape/context.js'

/** The size of an expression if the derived values in it were written out. */
interface ExpressionSize {
  /** Operators above each other; a derived value counts as two. */
  readonly height: number
  /** Digits that its values can have. */
  readonly digits: number
}

type PackParts = Pick<Pack, 'derived' | 'tables' | 'criteria' | 'checks' | 'outputs'>

/** A number has at most 15 digits and 9 places. */
const LEAF: ExpressionSize = { height: 0, digits: 24 }

/** A roster has fewer than 10^9 members. */
const SUM_DIGITS = 9

/** Products of products would reach millions of digits within a few lines. */
const MOST_DIGITS = 500

/**
 * True if every expression stays small with its derived values written out. Larger ones are reported, because working them out could take
 * for ever. `order` has each derived value after those it reads.
 */
export function areAllSmall(context: LoadContext, pack: PackParts, order: readonly string[]): boolean {
  const before = context.faults.length
  const known = new Map<string, ExpressionSize>()
  const measure = (e: Expression): ExpressionSize => {
    const reference = pack.tables.references[e.id]
    if (reference?.kind === 'derived') return known.get(reference.name) ?? LEAF
    const children = childrenOf(e)
    if (children.length === 0) return LEAF
    const parts = children.map(measure)
    const all = { height: 1 + most(parts, 'height'), digits: digitsOf(e, parts) }
    return within(context, e, all)
  }
  /** Measures an expression that is a name alone too: it has no operator at which its size would be checked. */
  const whole = (e: Expression): ExpressionSize => within(context, e, measure(e))
  for (const name of order) {
    const parts = (pack.derived.get(name)?.sources ?? []).flatMap(expressionsOf).map(whole)
    known.set(name, {
      height: 2 + most(parts, 'height'),
      digits: Math.max(LEAF.digits, most(parts, 'digits')),
    })
  }
  const others = [
    ...pack.criteria.flatMap(({ met, appliesIf }) => [met, appliesIf]),
    ...pack.checks.flatMap(({ when, unless }) => [when, unless]),
    ...pack.outputs.flatMap(({ of, per }) => [of, per]),
  ]
  for (const e of others) if (e !== null) whole(e)
  return context.faults.length === before
}

const most = (parts: readonly ExpressionSize[], key: keyof ExpressionSize): number =>
  parts.reduce((highest, part) => Math.max(highest, part[key]), 0)

function digitsOf(e: Expression, parts: readonly ExpressionSize[]): number {
  if (e.kind === 'arithmetic' && e.operator === '*') return parts.reduce((sum, part) => sum + part.digits, 0)
  const digits = Math.max(LEAF.digits, most(parts, 'digits'))
  if (e.kind === 'sum') return digits + SUM_DIGITS
  return e.kind === 'arithmetic' ? digits + 1 : digits
}

/** Reports what is too large, once: further up it counts as a single value. */
function within(context: LoadContext, e: Expression, measure: ExpressionSize): ExpressionSize {
  const refuse = (code: DiagnosticCode, message: string, help: string): ExpressionSize => {
    context.fault(code, context.spans.get(e.id) ?? { start: 0, end: 1 }, message, { help })
    return LEAF
  }
  if (measure.digits > MOST_DIGITS)
    return refuse('bad-number', `this can have more than ${MOST_DIGITS} digits`, 'multiply fewer numbers')
  if (measure.height > MAX_HEIGHT)
    return refuse(
      'too-deep',
      `more than ${MAX_HEIGHT} operators stand above each other, those of derived values included`,
      'let fewer derived values build on each other',
    )
  return measure
}

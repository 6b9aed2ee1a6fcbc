import { equalValues, meetValues, type Value } from '../../base/value.js'
import type { VerdictSet } from '../../engine/assessment.js'
import { createOpenEvaluation, type Evaluation, evaluationAsIs, openValue } from '../../engine/evaluation.js'
import { sourceValue } from '../../engine/interpret.js'
import { judge } from '../../engine/judge.js'
import type { Derived, Pack } from '../../lang/pack.js'
import { derivedReadBy } from '../../lang/reads.js'

/**
 * All that an expression can ever be, on any day and for any record. What is one value here is that value always, and no gap ever keeps it
 * open. A value that sources may contradict is its declared range, as it is in conflict.
 */
export const everOpen = keptFor((pack) =>
  widened(evaluationAsIs(withoutSize(pack), createOpenEvaluation(pack).record, null)),
)

/**
 * The same with parameters that have some value. If a record gives one value while a parameter has none, it gives that value with any value
 * of the parameter, so every value that an expression can have is among these.
 */
export const everKnown = keptFor((pack) => widened(createOpenEvaluation(withoutSize(pack))))

/** The verdicts that each criterion can ever have, advisory ones left out. */
export const verdictsEver = keptFor((pack): EverVerdicts => {
  const ever = everKnown(pack)
  return new Map(pack.criteria.flatMap((each) => (each.advisory ? [] : [[each.id, judge(ever, each)]])))
})

export type EverVerdicts = ReadonlyMap<string, VerdictSet>

/** Worked out once for each pack. */
function keptFor<T extends object>(make: (pack: Pack) => T): (pack: Pack) => T {
  const kept = new WeakMap<Pack, T>()
  return (pack) => {
    const found = kept.get(pack) ?? make(pack)
    kept.set(pack, found)
    return found
  }
}

/** A roster may have more rows than a size says, so no size bounds it. */
const withoutSize = (pack: Pack): Pack => ({ ...pack, record: { ...pack.record, size: null } })

/** The evaluation with the widest value of each derived value. */
function widened(evaluation: Evaluation): Evaluation {
  const { pack, derived } = evaluation
  const widen = (name: string): void => {
    const declared = pack.derived.get(name)
    if (declared === undefined || derived.has(name)) return
    for (const inner of derivedReadBy(pack, declared.sources)) widen(inner)
    derived.set(name, { value: widestOf(evaluation, declared), conflicting: false })
  }
  for (const name of pack.derived.keys()) widen(name)
  return evaluation
}

function widestOf(evaluation: Evaluation, derived: Derived): Value {
  const open = openValue(derived.declaration)
  const [source, ...others] = derived.sources
  if (source === undefined || source.kind === 'given' || others.length > 0) return open
  const value = sourceValue(evaluation, derived, source)
  const within = meetValues(open, value)
  return within !== null && equalValues(within, value) ? value : open
}

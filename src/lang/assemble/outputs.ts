import { decimal } from '../../base/decimal.js'
import { invertUnit, multiplyUnits } from '../expression/unit.js'
import { quoted } from '../fault-list.js'
import type { OutputDeclaration } from '../pack.js'
import type { Resolving } from '../resolve/resolving.js'
import { readDecimalAt } from '../shape/context.js'
import type { RawPack } from '../shape/pack-schema.js'
import { entriesOf } from '../shape/places.js'
import { expectNumber } from './expected-type.js'

const CENT = decimal('0.01')

/** The figures to report, in the order of the file; every fault in them is reported. */
export function buildOutputs(resolving: Resolving, raw: RawPack): OutputDeclaration[] {
  const { context } = resolving
  return entriesOf(context.places, ['outputs'], raw.outputs).map(([name, each]) => {
    const path = ['outputs', name]
    if (raw.criteria.some((criterion) => criterion.id === name))
      context.fault('duplicate-name', context.places.key(path), `${quoted(name)} is also a criterion`, {
        why: 'results have a column for each criterion and for each output',
        help: 'give the output another name',
      })
    const of = expectNumber(resolving, [...path, 'of'])
    const per = each.per === undefined ? null : expectNumber(resolving, [...path, 'per'])
    return {
      name,
      of: of.expression,
      per: per?.expression ?? null,
      step: each.step === undefined ? CENT : readDecimalAt(context.places, context, [...path, 'step']),
      unit: per === null ? of.unit : multiplyUnits(of.unit, invertUnit(per.unit)),
    }
  })
}

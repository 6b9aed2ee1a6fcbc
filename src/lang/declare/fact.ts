import { type Decimal, decimal, ONE } from '../../base/decimal.js'
import type { Range } from '../../base/range.js'
import { REFUSED_UNIT, type Unit } from '../expression/unit.js'
import { quoted } from '../fault-list.js'
import type { FactDeclaration, FactType } from '../pack.js'
import { type LoadContext, readDecimalAt } from '../shape/context.js'
import type { RawDerived, RawFact } from '../shape/pack-schema.js'
import type { Path } from '../shape/places.js'
import { declareAssumed } from './assumed.js'
import { declareCodes } from './codes.js'
import { declareUnit } from './units.js'

/** A fact by type, range and column names; every fault is reported. */
export function declareFact(
  context: LoadContext,
  path: Path,
  name: string,
  raw: RawFact,
  units: ReadonlySet<string>,
): FactDeclaration {
  if (!isNumeric(raw.type))
    refuseKeys(context, path, raw, [...NUMBER_KEYS, 'completed_years_since'], raw.type)
  if (raw.type !== 'code') refuseKeys(context, path, raw, ['codes'], raw.type)
  const codes = raw.type === 'code' ? declareCodes(context, path, name, raw.codes) : []
  const fact = { ...declareColumn(context, path, name, raw.type, raw, units), codes }
  return {
    ...fact,
    assume: raw.assume === undefined ? null : declareAssumed(context, path, fact),
    personal: raw.personal ?? false,
    completedYearsSince: raw.completed_years_since ?? null,
  }
}

/** Type, unit and range of a derived value: a number if it has a unit, else a yes/no. */
export function declareDerived(
  context: LoadContext,
  path: Path,
  name: string,
  raw: RawDerived,
  units: ReadonlySet<string>,
): FactDeclaration {
  const type: FactType = raw.type ?? (raw.unit === undefined ? 'yes_no' : 'number')
  if (type === 'yes_no') refuseKeys(context, path, raw, NUMBER_KEYS, type)
  return declareColumn(context, path, name, type, raw, units)
}

const NUMBER_KEYS = ['unit', 'min', 'max', 'step'] as const

const isNumeric = (type: FactType) => type === 'money' || type === 'number' || type === 'count'

/** Reports keys that mean nothing for a value of this type. */
function refuseKeys(
  context: LoadContext,
  path: Path,
  raw: RawFact | RawDerived,
  keys: readonly string[],
  type: FactType,
): void {
  for (const key of keys) {
    if (!Object.hasOwn(raw, key)) continue
    const why = key === 'codes' ? 'only codes have it' : 'only money, numbers and counts have it'
    context.fault('shape', context.places.key([...path, key]), `\`${key}\` does not fit the type ${type}`, {
      why,
    })
  }
}

function declareColumn(
  context: LoadContext,
  path: Path,
  name: string,
  type: FactType,
  raw: RawFact | RawDerived,
  units: ReadonlySet<string>,
): FactDeclaration {
  return {
    name,
    type,
    unit: isNumeric(type) ? unitOf(context, path, name, raw, units) : null,
    range: declareRange(context, path, name, raw),
    step:
      raw.step === undefined ? defaultStep(type) : readDecimalAt(context.places, context, [...path, 'step']),
    codes: [],
    labels: raw.labels ?? {},
    aliases: raw.aliases ?? [],
    assume: null,
    personal: false,
    completedYearsSince: null,
  }
}

const CENT = decimal('0.01')

const defaultStep = (type: FactType): Decimal => (type === 'money' ? CENT : ONE)

function unitOf(
  context: LoadContext,
  path: Path,
  name: string,
  raw: RawFact | RawDerived,
  units: ReadonlySet<string>,
): Unit {
  if (raw.unit !== undefined) return declareUnit(context, [...path, 'unit'], raw.unit, units)
  context.fault('unit', context.places.key(path), `${quoted(name)} has no unit`, {
    help: 'add `unit:`, such as CNY/year or person; a plain share has `ratio`',
  })
  return REFUSED_UNIT
}

/** `min` and `max` at a path. Ends in the wrong order are reported and count as none. */
export function declareRange(
  context: LoadContext,
  path: Path,
  name: string,
  raw: { min?: number | undefined; max?: number | undefined },
): Range {
  const lo = raw.min === undefined ? null : readDecimalAt(context.places, context, [...path, 'min'])
  const hi = raw.max === undefined ? null : readDecimalAt(context.places, context, [...path, 'max'])
  if (lo === null || hi === null || lo.lte(hi)) return { lo, hi }
  context.fault(
    'bad-number',
    context.places.value([...path, 'min']),
    `\`min\` of ${quoted(name)} is above its \`max\``,
  )
  return { lo: null, hi: null }
}

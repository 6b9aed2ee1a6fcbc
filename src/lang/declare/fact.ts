import { isDate } from '../../base/date.js'
import { type Decimal, decimal, ONE } from '../../base/decimal.js'
import type { Range } from '../../base/range.js'
import { short } from '../../base/wording.js'
import { REFUSED_UNIT, type Unit } from '../expression/unit.js'
import { quoted } from '../fault-list.js'
import type { DayRange, FactDeclaration, FactType } from '../pack.js'
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
  if (!isNumeric(raw.type)) {
    const keys =
      raw.type === 'date' ? NUMBER_KEYS.filter((key) => key !== 'min' && key !== 'max') : NUMBER_KEYS
    refuseKeys(context, path, raw, [...keys, 'completed_years_since'], raw.type)
  }
  if (raw.type !== 'code') refuseKeys(context, path, raw, ['codes'], raw.type)
  const codes = raw.type === 'code' ? declareCodes(context, path, name, raw.codes) : []
  const days = declareDays(context, path, name, raw)
  const column = declareColumn(context, path, name, raw.type, withNumbers(context, path, name, raw), units)
  const fact = { ...column, codes, days, near: raw.near ?? [] }
  return {
    ...fact,
    assume: raw.assume === undefined ? null : declareAssumed(context, path, fact),
    personal: raw.personal ?? false,
    completedYearsSince: raw.completed_years_since ?? null,
  }
}

const NO_END: DayRange = { from: null, to: null }

/** The days that a date can be. */
function declareDays(context: LoadContext, path: Path, name: string, { type, min, max }: RawFact): DayRange {
  if (type !== 'date') return NO_END
  const from = dayAt(context, [...path, 'min'], min)
  const to = dayAt(context, [...path, 'max'], max)
  if (from === null || to === null || from <= to) return { from, to }
  context.fault('shape', context.places.value([...path, 'max']), `${quoted(name)} ends before it begins`, {
    help: 'write the earlier day as `min`',
  })
  return NO_END
}

function dayAt(context: LoadContext, path: Path, day: string | number | undefined): string | null {
  if (day === undefined) return null
  if (typeof day === 'string' && isDate(day)) return day
  context.fault('shape', context.places.value(path), `\`${day}\` is not a day`, {
    help: 'write a day that exists as YYYY-MM-DD',
  })
  return null
}

/** The same fact with numbers alone as ends; texts as ends of a number are reported. */
function withNumbers(context: LoadContext, path: Path, name: string, raw: RawFact): Numbered<RawFact> {
  const { min, max, ...rest } = raw
  const number = (key: 'min' | 'max', end: string | number | undefined) => {
    if (typeof end === 'number') return { [key]: end }
    if (end !== undefined && raw.type !== 'date')
      context.fault(
        'shape',
        context.places.value([...path, key]),
        `\`${key}\` of fact ${quoted(name)} is the text \`${short(end)}\`, where a number is expected`,
        { help: 'write plain digits, such as 4000 or 0.02' },
      )
    return {}
  }
  return raw.type === 'date' ? rest : { ...rest, ...number('min', min), ...number('max', max) }
}

type Numbered<T> = Omit<T, 'min' | 'max'> & {
  readonly min?: number | undefined
  readonly max?: number | undefined
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
  raw: Numbered<RawFact> | RawDerived,
  units: ReadonlySet<string>,
): FactDeclaration {
  return {
    name,
    type,
    unit: isNumeric(type) ? unitOf(context, path, name, raw, units) : null,
    range: declareRange(context, path, name, raw),
    step:
      raw.step === undefined ? defaultStep(type) : readDecimalAt(context.places, context, [...path, 'step']),
    days: NO_END,
    codes: [],
    labels: raw.labels ?? {},
    aliases: raw.aliases ?? [],
    near: [],
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
  raw: Pick<RawDerived, 'unit'>,
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

import { digits } from '../../base/decimal.js'
import { contains, describeRange, type Range } from '../../base/range.js'
import { quoted } from '../fault-list.js'
import type { DatedValue, Parameter } from '../pack.js'
import { checkDate, type LoadContext, readDecimalAt } from '../shape/context.js'
import type { RawParameter } from '../shape/pack-schema.js'
import type { Path } from '../shape/places.js'
import type { Cite } from './citation.js'
import { declareRange } from './fact.js'
import { declareUnit } from './units.js'

/** A parameter with its dated values. Faulty dates, values outside its range, and values out of order are reported. */
export function declareParameter(
  context: LoadContext,
  name: string,
  raw: RawParameter,
  cite: Cite,
  units: ReadonlySet<string>,
): Parameter {
  const path = ['parameters', name]
  const range = declareRange(context, path, name, raw)
  const values = raw.values.map((each, index): DatedValue => {
    const at = [...path, 'values', index]
    const value = readDecimalAt(context.places, context, [...at, 'value'])
    checkRange(context, [...at, 'value'], name, value, range)
    return { from: each.from, to: each.to ?? null, value, citation: cite(at, each) }
  })
  checkDates(context, [...path, 'values'], raw.values)
  return {
    name,
    title: raw.title,
    unit: declareUnit(context, [...path, 'unit'], raw.unit, units),
    range,
    values: values.sort((a, b) => byCodeUnit(a.from, b.from)),
  }
}

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function checkRange(
  context: LoadContext,
  path: Path,
  name: string,
  value: DatedValue['value'],
  range: Range,
): void {
  if (contains(range, value)) return
  const message = `\`${digits(value)}\` is outside the range of ${quoted(name)}: ${describeRange(range)}`
  context.fault('bad-number', context.places.value(path), message)
}

/** Reports days that do not exist, and days on which two values are in force. */
function checkDates(context: LoadContext, path: Path, raw: RawParameter['values']): void {
  const { places } = context
  const existing = raw.flatMap(({ from, to }, index) => {
    const starts = checkDate(context, [...path, index, 'from'])
    const ends = to === undefined || checkDate(context, [...path, index, 'to'])
    if (starts && ends && to !== undefined && to < from)
      context.fault('bad-date', places.value([...path, index, 'to']), '`to` is before `from`')
    return starts ? [{ from, to: ends ? to : undefined, index }] : []
  })
  existing.sort((a, b) => byCodeUnit(a.from, b.from))
  for (const [place, { from, index }] of existing.entries()) {
    const before = existing[place - 1]
    if (before === undefined) continue
    const at = places.value([...path, Math.max(index, before.index), 'from'])
    if (from === before.from) context.fault('bad-date', at, `two values start on ${from}`)
    else if (before.to !== undefined && from <= before.to && before.from <= before.to)
      context.fault(
        'bad-date',
        places.value([...path, index, 'from']),
        `on ${from} the value from ${before.from} is in force too, until ${before.to}`,
        {
          help: 'let the earlier one end the day before, or leave its `to` out: a later `from` ends it',
        },
      )
  }
}

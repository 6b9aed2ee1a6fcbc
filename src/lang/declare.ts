import { isDate } from '../base/date.js'
import { decimal, ONE, readDecimal } from '../base/decimal.js'
import { contains, hull, point, type Range } from '../base/range.js'
import { didYouMean } from '../base/suggest.js'
import type { LoadContext } from './context.js'
import { RESERVED } from './lexer.js'
import type { Citation, CodeDeclaration, DatedValue, FactDeclaration, FactType, Parameter } from './pack.js'
import type { Known } from './record.js'
import type { RawCitation, RawDerived, RawFact, RawPack } from './schema.js'
import { BASE_UNITS, RATIO, readUnit, type Unit } from './unit.js'

type Path = readonly (string | number)[]

/** A fact or derived value by type, range and column names; every fault is reported. */
export function declareFact(
  context: LoadContext,
  path: Path,
  name: string,
  raw: RawFact,
  units: ReadonlySet<string>,
): FactDeclaration {
  const numeric = raw.type === 'money' || raw.type === 'number' || raw.type === 'count'
  const refuse = (key: string, why: string) =>
    context.fault(
      'shape',
      context.places.key([...path, key]),
      `\`${key}\` does not fit a fact of type ${raw.type}`,
      { why },
    )
  if (!numeric) {
    for (const key of ['unit', 'min', 'max', 'step', 'completed_years_since'] as const)
      if (raw[key] !== undefined) refuse(key, 'only money, numbers and counts have it')
  }
  if (
    raw.type === 'code'
      ? raw.codes === undefined || Object.keys(raw.codes).length < 2
      : raw.codes !== undefined
  ) {
    context.fault(
      'shape',
      context.places.key(path),
      raw.type === 'code'
        ? `\`${name}\` needs two codes or more`
        : `\`codes\` does not fit a fact of type ${raw.type}`,
    )
  }
  const codes = declareCodes(context, path, raw.codes ?? {})
  const fact = column(context, path, name, raw.type, raw, units)
  return {
    ...fact,
    codes,
    assume: raw.assume === undefined ? null : assumed(context, path, raw.assume, fact, codes),
    personal: raw.personal ?? false,
    completedYearsSince: raw.completed_years_since ?? null,
  }
}

/** Type, unit and range of a derived value: a number where a unit is said, a yes/no otherwise. */
export function declareDerived(
  context: LoadContext,
  path: Path,
  name: string,
  raw: RawDerived,
  units: ReadonlySet<string>,
): FactDeclaration {
  const type: FactType = raw.type ?? (raw.unit === undefined ? 'yes_no' : 'number')
  if (type === 'yes_no') {
    for (const key of ['unit', 'min', 'max', 'step'] as const) {
      if (raw[key] !== undefined)
        context.fault('shape', context.places.key([...path, key]), `\`${key}\` does not fit a yes/no`)
    }
  }
  return column(context, path, name, type, raw, units)
}

type RawColumn = Pick<RawDerived, 'unit' | 'min' | 'max' | 'step' | 'labels' | 'aliases'>

function column(
  context: LoadContext,
  path: Path,
  name: string,
  type: FactType,
  raw: RawColumn,
  units: ReadonlySet<string>,
): FactDeclaration {
  const numeric = type === 'money' || type === 'number' || type === 'count'
  if (numeric && raw.unit === undefined) {
    context.fault('unit', context.places.key(path), `\`${name}\` has no unit`, {
      help: 'add `unit:`, such as CNY/year or person; a plain share has `ratio`',
    })
  }
  const range = rangeOf(raw.min, raw.max)
  if (range.lo !== null && range.hi !== null && range.lo.gt(range.hi)) {
    context.fault(
      'bad-number',
      context.places.key([...path, 'min']),
      `\`min\` of \`${name}\` is above its \`max\``,
    )
  }
  return {
    name,
    type,
    unit: numeric ? declareUnit(context, [...path, 'unit'], raw.unit ?? 'ratio', units) : null,
    range,
    step: raw.step === undefined ? (type === 'money' ? decimal('0.01') : ONE) : decimal(raw.step),
    codes: [],
    labels: raw.labels ?? {},
    aliases: raw.aliases ?? [],
    assume: null,
    personal: false,
    completedYearsSince: null,
  }
}

const rangeOf = (min: number | undefined, max: number | undefined): Range => ({
  lo: min === undefined ? null : decimal(min),
  hi: max === undefined ? null : decimal(max),
})

function declareCodes(
  context: LoadContext,
  path: Path,
  raw: NonNullable<RawFact['codes']>,
): CodeDeclaration[] {
  const seen = new Set<string>()
  return Object.entries(raw).map(([code, meaning]) => {
    const declared =
      typeof meaning === 'string'
        ? { code, title: meaning, aliases: [] }
        : { code, title: meaning.title, aliases: meaning.aliases ?? [] }
    if (code.includes('"'))
      context.fault('shape', context.places.key([...path, 'codes', code]), 'a code cannot contain `"`')
    for (const spelling of [code, ...declared.aliases]) {
      if (seen.has(spelling))
        context.fault(
          'duplicate-name',
          context.places.key([...path, 'codes', code]),
          `\`${spelling}\` names two codes`,
        )
      seen.add(spelling)
    }
    return declared
  })
}

function assumed(
  context: LoadContext,
  path: Path,
  raw: string | number,
  fact: FactDeclaration,
  codes: readonly CodeDeclaration[],
): Known | null {
  const text = String(raw)
  const at = context.places.value([...path, 'assume'])
  if (fact.type === 'yes_no' && (text === 'yes' || text === 'no')) return text === 'yes'
  if (fact.type === 'code' && codes.some((each) => each.code === text)) return text
  if (fact.type === 'date' && isDate(text)) return text
  const reading = readDecimal(text)
  if (fact.unit !== null && 'value' in reading && contains(fact.range, reading.value)) return reading.value
  const help =
    fact.type === 'code'
      ? didYouMean(
          text,
          codes.map((each) => each.code),
        )
      : fact.type === 'yes_no'
        ? 'write yes or no'
        : undefined
  context.fault('shape', at, `\`${text}\` is no value of \`${fact.name}\``, { help })
  return null
}

/** A unit by its text; an unknown base unit is reported and counts as no unit. */
export function declareUnit(
  context: LoadContext,
  path: Path,
  text: string,
  known: ReadonlySet<string>,
): Unit {
  const reading = readUnit(text, known)
  if ('unit' in reading) return reading.unit
  context.fault('unit', context.places.value(path), `unknown unit \`${reading.unknown}\``, {
    help:
      didYouMean(reading.unknown, known) ??
      `units are built from ${[...known].join(', ')}; add others under \`units\``,
  })
  return RATIO
}

export function knownUnits(raw: RawPack): ReadonlySet<string> {
  return new Set([...BASE_UNITS, ...(raw.units ?? [])])
}

export function declareParameter(
  context: LoadContext,
  name: string,
  raw: NonNullable<RawPack['parameters']>[string],
  cite: Cite,
  units: ReadonlySet<string>,
): Parameter {
  const path = ['parameters', name]
  const declared = rangeOf(raw.min, raw.max)
  const values: DatedValue[] = raw.values.map((each, index) => {
    const at = [...path, 'values', index]
    checkDate(context, [...at, 'from'], each.from)
    if (each.to !== undefined && checkDate(context, [...at, 'to'], each.to) && each.to < each.from) {
      context.fault('bad-date', context.places.value([...at, 'to']), `\`to\` is before \`from\``)
    }
    const value = decimal(each.value)
    if (!contains(declared, value))
      context.fault(
        'bad-number',
        context.places.value([...at, 'value']),
        `\`${value.toFixed()}\` is outside the parameter's own \`min\` and \`max\``,
      )
    return { from: each.from, to: each.to ?? null, value, citation: cite(at, each) }
  })
  values.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  for (const [index, value] of values.entries()) {
    if (index > 0 && values[index - 1]?.from === value.from)
      context.fault(
        'bad-date',
        context.places.key([...path, 'values']),
        `two values of \`${name}\` start on ${value.from}`,
      )
  }
  return {
    name,
    title: raw.title,
    unit: declareUnit(context, [...path, 'unit'], raw.unit, units),
    range: declared,
    values,
  }
}

/** Everything that the parameter is at some time. */
export const valuesOf = (parameter: Parameter): Range =>
  parameter.values.map((each) => point(each.value)).reduce((a, b) => hull(a, b))

export function checkDate(context: LoadContext, path: Path, text: string): boolean {
  if (isDate(text)) return true
  context.fault('bad-date', context.places.value(path), `\`${text}\` is no date that exists`, {
    help: 'write YYYY-MM-DD',
  })
  return false
}

/** Turns raw citation keys into a citation; unknown sources and evidence that the pack does not allow are reported. */
export type Cite = (path: Path, raw: RawCitation) => Citation

export function createCite(context: LoadContext, raw: RawPack): Cite {
  const sources = Object.keys(raw.sources)
  return (path, { source = '', evidence = 'unverified', quote, note }) => {
    if (!sources.includes(source)) {
      context.fault(
        'unknown-source',
        context.places.value([...path, 'source']),
        `\`${source}\` is none of the pack's sources`,
        {
          help: didYouMean(source, sources) ?? 'declare it under `sources`',
        },
      )
    }
    if (evidence === 'unverified' && raw.allow_unverified !== true) {
      context.fault(
        'unverified',
        context.places.value([...path, 'evidence']),
        'this stands in no source at hand',
        {
          why: 'a decision should rest on what somebody can look up',
          help: 'find a source, or say `allow_unverified: true` at the top of the pack',
        },
      )
    }
    return { source, evidence, quote: quote ?? null, note: note ?? null }
  }
}

/** Reports a name that is a word of the language. */
export function checkReserved(context: LoadContext, path: Path, name: string): void {
  if (RESERVED.has(name))
    context.fault('duplicate-name', context.places.key(path), `\`${name}\` is a word of the language`, {
      help: 'give it another name',
    })
}

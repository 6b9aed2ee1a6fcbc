import { childrenOf } from '../../../src/lang/expression/children.js'
import type { Expression } from '../../../src/lang/expression/expression.js'
import { printExpression } from '../../../src/lang/parse/print.js'
import {
  type Bounds,
  type PackSketch,
  type ParameterSketch,
  type SourceSketch,
  STATUS_CODES,
  type TableSketch,
} from './sketch.js'
import { CODES, DERIVED_NUMBERS, MEMBER_CODES, MEMBER_NUMBERS, MEMBER_YES_NO, YES_NO } from './vocabulary.js'

/** Names that an expression reads. */
function namesIn(e: Expression): string[] {
  const roster = e.kind === 'count' || e.kind === 'sum' || e.kind === 'every' || e.kind === 'some'
  const own = e.kind === 'name' || e.kind === 'member' ? [e.name] : roster ? ['members'] : []
  return [...own, ...childrenOf(e).flatMap(namesIn)]
}

const expressionsIn = (source: SourceSketch): Expression[] =>
  source === 'given'
    ? []
    : 'of' in source && 'within' in source
      ? [source.of, source.within]
      : [source as Expression]

const PARAMETERS = ['line', 'tolerance', 'few', 'rate', 'adult', 'per_head']

/** What a check on this condition can take away, in an order that does not depend on how the condition is written. */
function columnsReadBy(
  when: Expression,
  derived: { readonly [name: string]: readonly SourceSketch[] },
): string[] {
  const read = new Set<string>()
  const visit = (name: string) => {
    if (read.has(name)) return
    read.add(name)
    for (const source of derived[name] ?? [])
      for (const each of expressionsIn(source)) namesOutside(each).forEach(visit)
  }
  namesOutside(when).forEach(visit)
  const ofRecord = [...read].filter(
    (name) => !PARAMETERS.includes(name) && (derived[name]?.includes('given') ?? true),
  )
  const ofMember = when.kind === 'some' ? namesOf(when.variable, when.satisfies) : []
  return [...new Set([...ofRecord, ...ofMember.map((name) => `members.${name}`)])].sort()
}

/** Names of the record that an expression reads; a bare name in a filter may be a member's. */
function namesOutside(e: Expression): string[] {
  if (e.kind === 'member') return []
  const roster = e.kind === 'count' || e.kind === 'sum' || e.kind === 'every' || e.kind === 'some'
  const own = e.kind === 'name' && !isMemberName(e.name) ? [e.name] : roster ? ['members'] : []
  return [...own, ...childrenOf(e).flatMap(namesOutside)]
}

const isMemberName = (name: string) =>
  [...Object.values(MEMBER_NUMBERS).flat(), ...MEMBER_YES_NO, ...Object.keys(MEMBER_CODES)].includes(name)

const namesOf = (variable: string, e: Expression): string[] => [
  ...(e.kind === 'member' && e.variable === variable ? [e.name] : []),
  ...childrenOf(e).flatMap((child) => namesOf(variable, child)),
]

const citation = { source: 's', evidence: 'verified' }

/** The pack file as data, without what nothing reads. */
function packData(sketch: PackSketch): object {
  const derivedSources: { [name: string]: readonly SourceSketch[] } = Object.fromEntries(
    Object.entries(sketch.derived).map(([name, { sources }]) => [name, sources]),
  )
  if (sketch.size !== null) derivedSources.size = sketch.size
  const used = new Set<string>()
  const visit = (name: string) => {
    if (used.has(name)) return
    used.add(name)
    for (const source of derivedSources[name] ?? []) for (const each of expressionsIn(source)) read(each)
  }
  const read = (e: Expression) => namesIn(e).forEach(visit)
  for (const { met, appliesIf } of sketch.criteria) {
    read(met)
    if (appliesIf !== null) read(appliesIf)
  }
  for (const { when } of sketch.checks) read(when)
  read(sketch.output)
  visit('size')
  const isUsed = ([name]: readonly [string, unknown]) => used.has(name)
  const hasMembers = [...used].some((name) => name === 'members')
  const checks = sketch.checks.flatMap(({ id, when, picks }) => {
    const columns = columnsReadBy(when, derivedSources)
    const gap = new Set(picks.flatMap((pick) => columns[pick % columns.length] ?? []))
    return gap.size === 0
      ? []
      : [{ id, when: printExpression(when), severity: 'warning', message: id, gap: [...gap] }]
  })
  return {
    language: 1,
    pack: 'random',
    title: 'Random',
    version: '1.0.0',
    ...(sketch.asOf === null ? {} : { as_of: sketch.asOf }),
    record: {
      name: 'household',
      id: 'household_id',
      ...(sketch.hasDate ? { date: 'survey_date' } : {}),
      ...(sketch.hasSize ? { size: 'size' } : {}),
    },
    sources: { s: { title: 'Source' } },
    pillars: { p: 'Pillar' },
    parameters: Object.fromEntries(
      Object.entries({ ...sketch.parameters, tolerance: TOLERANCE })
        .filter(isUsed)
        .map(([name, each]) => [name, parameterData(name, each)]),
    ),
    facts: {
      household: {
        household_id: { type: 'text' },
        survey_date: { type: 'date' },
        ...(sketch.selector
          ? { status: { type: 'code', codes: Object.fromEntries(STATUS_CODES.map((each) => [each, each])) } }
          : {}),
        ...Object.fromEntries(
          Object.entries(sketch.numbers)
            .filter(isUsed)
            .map(([name, range]) => [name, { type: typeOf(name), unit: unitOf(name), ...some(range) }]),
        ),
        ...(sketch.size === null ? { size: { type: 'count', unit: 'person', min: 1 } } : {}),
        ...Object.fromEntries(
          YES_NO.filter((name) => used.has(name)).map((name) => [name, { type: 'yes_no' }]),
        ),
        ...codesData(CODES, used),
      },
      ...(hasMembers ? { member: memberData(sketch, used) } : {}),
    },
    derived: {
      ...(sketch.size === null
        ? {}
        : { size: { type: 'count', unit: 'person', min: 1, sources: sketch.size.map(sourceData) } }),
      ...Object.fromEntries(
        Object.entries(sketch.derived)
          .filter(isUsed)
          .map(([name, { sources, ...range }]) => [
            name,
            {
              ...(isIn(DERIVED_NUMBERS, name) ? { unit: 'CNY', ...some(range) } : {}),
              sources: sources.map(sourceData),
            },
          ]),
      ),
    },
    criteria: sketch.criteria.map(({ id, met, appliesIf, since, advisory }) => ({
      id,
      pillar: 'p',
      title: id,
      reason: `not ${id}`,
      met: printExpression(met),
      ...(appliesIf === null ? {} : { applies_if: printExpression(appliesIf) }),
      ...(since === null ? {} : { since }),
      ...(advisory ? { advisory } : {}),
      ...citation,
    })),
    decisions: sketch.selector
      ? {
          by: 'status',
          ...Object.fromEntries(STATUS_CODES.map((each, index) => [each, tableData(sketch.tables[index])])),
        }
      : { table: tableData(sketch.tables[0]) },
    ...(checks.length === 0 ? {} : { checks }),
    outputs: {
      a: { of: printExpression(sketch.output), per: 'size', step: 0.01 },
      b: { of: printExpression(sketch.output), step: 1 },
    },
  }
}

const TOLERANCE: ParameterSketch = {
  min: 0,
  max: null,
  values: [
    { from: '2014-01-01', to: null, value: 0.5 },
    { from: '2018-07-01', to: null, value: 1 },
  ],
}

const PARAMETER_UNITS: { readonly [name: string]: string } = {
  line: 'CNY',
  tolerance: 'CNY',
  few: 'person',
  rate: 'ratio',
  adult: 'year',
  per_head: 'CNY/person',
}

const isIn = (names: readonly string[], name: string) => names.includes(name)
const some = ({ min, max }: Bounds) => ({
  ...(min === null ? {} : { min }),
  ...(max === null ? {} : { max }),
})
const unitOf = (name: string) => (name === 'heads' ? 'person' : name === 'share' ? 'ratio' : 'CNY')
const typeOf = (name: string) => (name === 'heads' ? 'count' : name === 'share' ? 'number' : 'money')

const codesData = (declared: Readonly<Record<string, readonly string[]>>, used: ReadonlySet<string>) =>
  Object.fromEntries(
    Object.entries(declared)
      .filter(([name]) => used.has(name))
      .map(([name, codes]) => [
        name,
        { type: 'code', codes: Object.fromEntries(codes.map((each) => [each, each])) },
      ]),
  )

function memberData({ memberNumbers, since }: PackSketch, used: ReadonlySet<string>) {
  const units = Object.entries(MEMBER_NUMBERS).flatMap(([unit, names]) =>
    names.map((name) => [name, unit] as const),
  )
  return {
    birth_date: { type: 'date' },
    ...Object.fromEntries(
      units
        .filter(([name]) => used.has(name))
        .map(([name, unit]) => [
          name,
          {
            type: 'number',
            unit,
            ...some(memberNumbers[name] ?? { min: null, max: null }),
            ...((name === 'age' && since.age) || (name === 'years' && since.years)
              ? { completed_years_since: 'birth_date' }
              : {}),
          },
        ]),
    ),
    ...Object.fromEntries(
      MEMBER_YES_NO.filter((name) => used.has(name)).map((name) => [name, { type: 'yes_no' }]),
    ),
    ...codesData(MEMBER_CODES, used),
  }
}

const parameterData = (name: string, { values, ...range }: ParameterSketch) => ({
  title: name,
  unit: PARAMETER_UNITS[name],
  ...some(range),
  values: values.map(({ from, to, value }) => ({ from, ...(to === null ? {} : { to }), value, ...citation })),
})

const sourceData = (source: SourceSketch) =>
  source === 'given'
    ? 'given'
    : 'within' in source
      ? { of: printExpression(source.of), within: printExpression(source.within) }
      : printExpression(source)

const tableData = (sketch: TableSketch | undefined) =>
  sketch === undefined
    ? []
    : [
        ...sketch.rows.map(({ when, criteria: ids, outcome }) =>
          Object.fromEntries([
            ['when', `${when} of [${ids.join(', ')}]`],
            ['then', outcome],
          ]),
        ),
        { otherwise: sketch.otherwise },
      ]

export const packText = (sketch: PackSketch): string => JSON.stringify(packData(sketch))

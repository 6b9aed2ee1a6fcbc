import { decimal } from '../base/decimal.js'
import type { Diagnostic } from '../base/diagnostic.js'
import type { Source } from '../base/source.js'
import { didYouMean } from '../base/suggest.js'
import { readYaml } from '../base/yaml.js'
import { createContext, type LoadContext } from './context.js'
import { readDecisions } from './decisions.js'
import {
  type Cite,
  checkDate,
  checkReserved,
  createCite,
  declareDerived,
  declareFact,
  declareParameter,
  knownUnits,
} from './declare.js'
import { findCycles, unreadFaults } from './dependencies.js'
import type { Expression } from './expression.js'
import { packHash } from './hash.js'
import type {
  Check,
  CitedSource,
  Criterion,
  Derived,
  DerivedSource,
  FactDeclaration,
  Output,
  Pack,
  Parameter,
  Property,
  RecordDeclaration,
  Reference,
} from './pack.js'
import {
  createResolver,
  type Names,
  PERSON,
  type Resolver,
  type Type,
  typeName,
  typeOfFact,
} from './resolve.js'
import type { RawPack } from './schema.js'
import { readShape } from './shape.js'
import { invertUnit, multiplyUnits, RATIO, sameUnit, type Unit, unitText } from './unit.js'

export type PackReading = { readonly pack: Pack } | { readonly faults: readonly Diagnostic[] }

/** Reads a pack from the text of its pack.yaml: a whole pack, or every fault that can be found in one go. */
export function readPack(source: Source): PackReading {
  const yaml = readYaml(source)
  if ('faults' in yaml) return yaml
  const [tree, ...others] = yaml.documents
  if (tree === undefined || others.length > 0) {
    const message = tree === undefined ? 'the pack file is empty' : 'a pack file holds one document'
    return {
      faults: [
        { code: 'shape', severity: 'error', message, at: { file: source.file, line: 1, field: null } },
      ],
    }
  }
  const shape = readShape(source, tree)
  if ('faults' in shape) return shape
  const context = createContext(source, shape.places)
  const pack = buildPack(context, shape.raw)
  return context.faults.length > 0
    ? { faults: inFileOrder(context.faults) }
    : { pack: { ...pack, hash: packHash(pack) } }
}

const inFileOrder = (faults: readonly Diagnostic[]) => {
  const place = ({ at }: Diagnostic) =>
    (at?.line ?? 0) * 1e6 + (at !== null && 'column' in at ? at.column : 0)
  return [...faults].sort((a, b) => place(a) - place(b))
}

interface Declarations {
  readonly record: RecordDeclaration
  readonly facts: Map<string, FactDeclaration>
  readonly memberFacts: Map<string, FactDeclaration> | null
  readonly derived: Map<string, FactDeclaration>
  readonly parameters: Map<string, Parameter>
}

function buildPack(context: LoadContext, raw: RawPack): Omit<Pack, 'hash'> {
  const cite = createCite(context, raw)
  const declarations = declareAll(context, raw, cite)
  const references: (Reference | undefined)[] = []
  const units = new Map<number, Unit>()
  const resolver = createResolver(context, namesOf(declarations), references, units)
  const expect = createExpect(context, resolver)
  const derived = buildDerived(context, raw, declarations, expect)
  const criteria = buildCriteria(context, raw, cite, expect)
  const pack: Omit<Pack, 'hash'> = {
    id: raw.pack,
    title: raw.title,
    version: raw.version,
    asOf: raw.as_of !== undefined && checkDate(context, ['as_of'], raw.as_of) ? raw.as_of : null,
    record: declarations.record,
    sources: new Map(Object.entries(raw.sources).map(([id, each]) => [id, citedSource(id, each)])),
    pillars: new Map(Object.entries(raw.pillars)),
    parameters: declarations.parameters,
    facts: declarations.facts,
    memberFacts: declarations.memberFacts,
    derived,
    criteria,
    decisions: readDecisions(context, raw, declarations.facts, criteria, cite),
    checks: buildChecks(context, raw, expect),
    outputs: buildOutputs(raw, expect),
    properties: buildProperties(context, raw),
    tables: {
      source: context.source,
      spans: context.spans,
      references,
      units,
      places: placesOf(context, raw),
    },
  }
  findCycles(context, pack)
  unreadFaults(context, pack)
  return pack
}

const citedSource = (id: string, raw: RawPack['sources'][string]): CitedSource => ({
  id,
  title: raw.title,
  publisher: raw.publisher ?? null,
  date: raw.date === undefined ? null : String(raw.date),
  url: raw.url ?? null,
})

function declareAll(context: LoadContext, raw: RawPack, cite: Cite): Declarations {
  const units = knownUnits(raw)
  const group = (name: string) =>
    new Map(
      Object.entries(raw.facts[name] ?? {}).map(([fact, each]) => [
        fact,
        declareFact(context, ['facts', name, fact], fact, each, units),
      ]),
    )
  for (const name of Object.keys(raw.facts)) {
    if (name === raw.record.name || name === 'member') continue
    context.fault('shape', context.places.key(['facts', name]), `\`${name}\` is no group of facts`, {
      help: `the groups are \`${raw.record.name}\` (the record) and \`member\``,
    })
  }
  const declarations: Declarations = {
    record: recordOf(raw),
    facts: group(raw.record.name),
    memberFacts: raw.facts.member === undefined || raw.record.name === 'member' ? null : group('member'),
    derived: new Map(
      Object.entries(raw.derived ?? {}).map(([name, each]) => [
        name,
        declareDerived(context, ['derived', name], name, each, units),
      ]),
    ),
    parameters: new Map(
      Object.entries(raw.parameters ?? {}).map(([name, each]) => [
        name,
        declareParameter(context, name, each, cite, units),
      ]),
    ),
  }
  checkNames(context, raw, declarations)
  checkRecord(context, declarations)
  checkAges(context, declarations)
  return declarations
}

const recordOf = (raw: RawPack): RecordDeclaration => ({
  name: raw.record.name,
  plural: raw.record.plural ?? `${raw.record.name}s`,
  id: raw.record.id,
  date: raw.record.date ?? null,
  size: raw.record.size ?? null,
  places: raw.record.places ?? [],
})

function checkNames(context: LoadContext, raw: RawPack, declarations: Declarations): void {
  const seen = new Map<string, readonly string[]>()
  const spaces: ReadonlyArray<readonly [readonly string[], Iterable<string>]> = [
    [['parameters'], declarations.parameters.keys()],
    [['facts', raw.record.name], declarations.facts.keys()],
    [['facts', 'member'], declarations.memberFacts?.keys() ?? []],
    [['derived'], declarations.derived.keys()],
  ]
  for (const [prefix, names] of spaces) {
    for (const name of names) {
      const path = [...prefix, name]
      checkReserved(context, path, name)
      const before = seen.get(name)
      if (before !== undefined) {
        context.fault(
          'duplicate-name',
          context.places.key(path),
          `\`${name}\` is declared twice${context.declaredAt(before)}`,
          { help: 'give one of the two another name' },
        )
      }
      seen.set(name, path)
    }
  }
}

function checkRecord(context: LoadContext, { record, facts, derived }: Declarations): void {
  const wrong = (key: string, name: string, what: string, index?: number) => {
    const at = context.places.value(index === undefined ? ['record', key] : ['record', key, index])
    context.fault('unknown-name', at, `\`${name}\` is no ${what}`, {
      help: didYouMean(name, [...facts.keys(), ...derived.keys()]),
    })
  }
  if (facts.get(record.id)?.type !== 'text') wrong('id', record.id, `text fact of the ${record.name}`)
  if (record.date !== null && facts.get(record.date)?.type !== 'date')
    wrong('date', record.date, `date fact of the ${record.name}`)
  if (record.size !== null) {
    const size = facts.get(record.size) ?? derived.get(record.size)
    if (size?.unit == null || !sameUnit(size.unit, PERSON)) wrong('size', record.size, 'count in person')
  }
  for (const [index, place] of record.places.entries()) {
    const type = facts.get(place)?.type
    if (type !== 'text' && type !== 'code')
      wrong('places', place, `text or code fact of the ${record.name}`, index)
  }
}

function checkAges(context: LoadContext, { record, facts, memberFacts }: Declarations): void {
  for (const fact of facts.values()) {
    if (fact.completedYearsSince !== null) {
      context.fault(
        'shape',
        context.places.key(['facts', record.name, fact.name, 'completed_years_since']),
        'only a fact of a member has `completed_years_since`',
      )
    }
  }
  for (const fact of memberFacts?.values() ?? []) {
    const since = fact.completedYearsSince
    if (since === null) continue
    const path = ['facts', 'member', fact.name, 'completed_years_since']
    if (memberFacts?.get(since)?.type !== 'date') {
      context.fault('unknown-name', context.places.value(path), `\`${since}\` is no date fact of a member`, {
        help: didYouMean(since, memberFacts?.keys() ?? []),
      })
    }
    if (fact.unit === null || unitText(fact.unit) !== 'year')
      context.fault('unit', context.places.key(path), 'completed years have the unit year')
  }
}

function namesOf({ record, facts, memberFacts, derived, parameters }: Declarations): Names {
  type Entry = NonNullable<ReturnType<Names['lookup']>>
  const entries = new Map<string, Entry>()
  for (const [name, fact] of facts)
    entries.set(name, {
      reference: { kind: 'fact', name },
      type: typeOfFact(fact),
      path: ['facts', record.name, name],
    })
  for (const [name, each] of derived)
    entries.set(name, {
      reference: { kind: 'derived', name },
      type: typeOfFact(each),
      path: ['derived', name],
    })
  for (const [name, each] of parameters)
    entries.set(name, {
      reference: { kind: 'parameter', name },
      type: { kind: 'number', unit: each.unit },
      path: ['parameters', name],
    })
  return {
    lookup: (name) => entries.get(name),
    member(name) {
      const fact = memberFacts?.get(name)
      return fact && { type: typeOfFact(fact), path: ['facts', 'member', name] }
    },
    all: [...entries.keys()],
    members: memberFacts && [...memberFacts.keys()],
  }
}

/** Parses the expression at a path and checks that it has the type wanted. */
type Expect = (
  path: (string | number)[],
  text: string | number,
  wanted: 'truth' | 'number',
  unit?: Unit | null,
) => { expression: Expression; unit: Unit | null } | null

function createExpect(context: LoadContext, resolver: Resolver): Expect {
  return (path, text, wanted, unit) => {
    const expression = context.expression(path, text)
    if (expression === null) return null
    const type: Type = resolver.resolve(expression)
    if (type.kind === 'broken') return { expression, unit: null }
    const at = context.spans.get(expression.id) ?? context.places.value(path)
    if (type.kind !== wanted) {
      context.fault(
        'type',
        at,
        `${wanted === 'truth' ? 'a yes/no' : 'a number'} is expected here, and this is ${typeName(type)}`,
      )
      return { expression, unit: null }
    }
    const found = type.kind === 'number' ? type.unit : null
    if (unit && found && !sameUnit(unit, found)) {
      context.fault('unit', at, `this is in ${unitText(found)}, where ${unitText(unit)} is expected`, {
        why: 'only quantities of one unit can be compared',
      })
    }
    return { expression, unit: found }
  }
}

/** Stands for an expression that was refused, in a pack that is refused with it. */
const REFUSED: Expression = { kind: 'number', value: decimal(0), id: -1 }

function buildDerived(
  context: LoadContext,
  raw: RawPack,
  { derived }: Declarations,
  expect: Expect,
): Map<string, Derived> {
  const built = new Map<string, Derived>()
  for (const [name, declaration] of derived) {
    const wanted = declaration.type === 'yes_no' ? 'truth' : 'number'
    const rawSources = raw.derived?.[name]?.sources ?? []
    const sources = rawSources.map((each, index): DerivedSource => {
      const path = ['derived', name, 'sources', index]
      if (each === 'given') return { kind: 'given' }
      if (typeof each !== 'object')
        return {
          kind: 'expression',
          expression: expect(path, each, wanted, declaration.unit)?.expression ?? REFUSED,
        }
      if (wanted === 'truth') context.fault('type', context.places.key(path), 'a yes/no cannot be rounded')
      const of = expect([...path, 'of'], each.of, 'number', declaration.unit)?.expression ?? REFUSED
      const within =
        expect([...path, 'within'], each.within, 'number', declaration.unit)?.expression ?? REFUSED
      return { kind: 'rounded', of, within }
    })
    const givens = sources.filter((source) => source.kind === 'given').length
    if (givens > 1)
      context.fault(
        'duplicate-name',
        context.places.key(['derived', name, 'sources']),
        '`given` stands twice',
      )
    if (givens === sources.length) {
      context.fault(
        'shape',
        context.places.key(['derived', name]),
        `\`${name}\` has no source but \`given\``,
        { help: 'declare it under `facts` instead' },
      )
    }
    built.set(name, { name, declaration, sources })
  }
  return built
}

function buildCriteria(context: LoadContext, raw: RawPack, cite: Cite, expect: Expect): Criterion[] {
  const seen = new Set<string>()
  return raw.criteria.map((each, index) => {
    const path = ['criteria', index]
    if (seen.has(each.id))
      context.fault(
        'duplicate-name',
        context.places.value([...path, 'id']),
        `criterion \`${each.id}\` is declared twice`,
      )
    seen.add(each.id)
    if (raw.pillars[each.pillar] === undefined) {
      context.fault(
        'unknown-name',
        context.places.value([...path, 'pillar']),
        `\`${each.pillar}\` is no pillar`,
        { help: didYouMean(each.pillar, Object.keys(raw.pillars)) ?? 'declare it under `pillars`' },
      )
    }
    if (each.since !== undefined) checkDate(context, [...path, 'since'], each.since)
    return {
      id: each.id,
      pillar: each.pillar,
      title: each.title,
      reason: each.reason,
      met: expect([...path, 'met'], each.met, 'truth')?.expression ?? REFUSED,
      appliesIf:
        each.applies_if === undefined
          ? null
          : (expect([...path, 'applies_if'], each.applies_if, 'truth')?.expression ?? REFUSED),
      since: each.since ?? null,
      advisory: each.advisory ?? false,
      citation: cite(path, each),
    }
  })
}

function buildChecks(context: LoadContext, raw: RawPack, expect: Expect): Check[] {
  const seen = new Set<string>()
  return (raw.checks ?? []).map((each, index) => {
    const path = ['checks', index]
    if (seen.has(each.id))
      context.fault(
        'duplicate-name',
        context.places.value([...path, 'id']),
        `check \`${each.id}\` is declared twice`,
      )
    seen.add(each.id)
    return {
      id: each.id,
      when: expect([...path, 'when'], each.when, 'truth')?.expression ?? REFUSED,
      unless:
        each.unless === undefined
          ? null
          : (expect([...path, 'unless'], each.unless, 'truth')?.expression ?? REFUSED),
      severity: each.severity,
      message: each.message,
    }
  })
}

function buildOutputs(raw: RawPack, expect: Expect): Output[] {
  return Object.entries(raw.outputs ?? {}).map(([name, each]) => {
    const of = expect(['outputs', name, 'of'], each.of, 'number')
    const per = each.per === undefined ? null : expect(['outputs', name, 'per'], each.per, 'number')
    return {
      name,
      of: of?.expression ?? REFUSED,
      per: per === null ? null : per.expression,
      step: decimal(each.step ?? '0.01'),
      unit: multiplyUnits(of?.unit ?? RATIO, invertUnit(per?.unit ?? RATIO)),
    }
  })
}

function buildProperties(context: LoadContext, raw: RawPack): Property[] {
  const outcomes = new Set(
    Object.values(raw.decisions).flatMap((rows) =>
      typeof rows === 'string' ? [] : rows.flatMap((row) => row.then ?? row.otherwise ?? []),
    ),
  )
  return (raw.properties ?? []).map((each, index) => {
    for (const [position, outcome] of each.order.entries()) {
      if (outcomes.has(outcome)) continue
      context.fault(
        'bad-table',
        context.places.value(['properties', index, 'order', position]),
        `no table gives \`${outcome}\``,
        { help: didYouMean(outcome, outcomes) },
      )
    }
    return each
  })
}

/** Where the things stand that later findings speak of. */
function placesOf(context: LoadContext, raw: RawPack) {
  const places = new Map<string, { start: number; end: number }>()
  const put = (name: string, path: (string | number)[]) => places.set(name, context.places.key(path))
  for (const name of Object.keys(raw.parameters ?? {})) put(`parameters.${name}`, ['parameters', name])
  for (const [group, facts] of Object.entries(raw.facts))
    for (const name of Object.keys(facts)) put(`facts.${name}`, ['facts', group, name])
  for (const name of Object.keys(raw.derived ?? {})) put(`derived.${name}`, ['derived', name])
  for (const name of Object.keys(raw.outputs ?? {})) put(`outputs.${name}`, ['outputs', name])
  for (const [index, each] of raw.criteria.entries())
    places.set(`criteria.${each.id}`, context.places.value(['criteria', index, 'id']))
  for (const [index, each] of (raw.properties ?? []).entries())
    places.set(`properties.${each.id}`, context.places.value(['properties', index, 'id']))
  for (const [index, each] of (raw.checks ?? []).entries())
    places.set(`checks.${each.id}`, context.places.value(['checks', index, 'id']))
  for (const [table, rows] of Object.entries(raw.decisions)) {
    put(`decisions.${table}`, ['decisions', table])
    if (typeof rows !== 'string')
      for (const index of rows.keys()) put(`decisions.${table}.${index}`, ['decisions', table, index])
  }
  return places
}

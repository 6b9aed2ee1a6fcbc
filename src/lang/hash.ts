import { createHash } from 'node:crypto'
import type { Range } from '../base/range.js'
import { canonicalJson, type Json } from '../base/tree/json-text.js'
import type { Expression } from './expression/expression.js'
import { unitText } from './expression/unit.js'
import type {
  Check,
  Citation,
  Criterion,
  Decisions,
  DerivedSource,
  FactDeclaration,
  Pack,
  Parameter,
  TableRow,
} from './pack.js'
import { printExpression } from './parse/print.js'

/**
 * SHA-256 in hex over the canonical JSON of all that can change a result. Titles, notes, comments, layout and the order of keys and
 * parameters do not count. The order of facts, criteria, rows and outcomes does, because lists in results follow it.
 */
export function packHash(pack: Omit<Pack, 'hash'>): string {
  return createHash('sha256')
    .update(canonicalJson(canonicalPack(pack)), 'utf8')
    .digest('hex')
}

function canonicalPack(pack: Omit<Pack, 'hash'>): Json {
  return {
    language: 1,
    pack: pack.id,
    version: pack.version,
    as_of: pack.asOf,
    record: { ...pack.record },
    sources: [...pack.sources.keys()].sort(),
    pillars: [...pack.pillars.keys()],
    parameters: Object.fromEntries(
      [...pack.parameters].map(([name, parameter]) => [name, canonicalParameter(parameter)]),
    ),
    facts: [...pack.facts.values()].map(canonicalFact),
    members: pack.memberFacts && [...pack.memberFacts.values()].map(canonicalFact),
    derived: [...pack.derived.values()].map(({ declaration, sources }) => ({
      ...canonicalFact(declaration),
      // No column is known by the labels of a value that no file brings.
      ...(sources.some(({ kind }) => kind === 'given') ? {} : { labels: {} }),
      sources: sources.map(canonicalSource),
    })),
    criteria: pack.criteria.map(canonicalCriterion),
    decisions: canonicalDecisions(pack.decisions),
    checks: pack.checks.map(canonicalCheck),
    outputs: pack.outputs.map(({ name, of, per, step }) => ({
      name,
      of: text(of),
      per: per && text(per),
      step,
    })),
    properties: pack.properties.map(({ id, order }) => ({ id, order })),
  }
}

const text = (expression: Expression): Json => printExpression(expression)
const canonicalRange = (range: Range): { [key: string]: Json } => ({ min: range.lo, max: range.hi })

const canonicalCitation = (citation: Citation): Json => ({
  source: citation.source,
  evidence: citation.evidence,
  quote: citation.quote,
})

function canonicalParameter(parameter: Parameter): Json {
  const values = parameter.values.map(({ from, to, value, citation }) => ({
    from,
    to,
    value,
    citation: canonicalCitation(citation),
  }))
  return { unit: unitText(parameter.unit), ...canonicalRange(parameter.range), values }
}

/** A fact as its hash knows it. */
export function canonicalFact(fact: FactDeclaration): { [key: string]: Json } {
  return {
    name: fact.name,
    type: fact.type,
    unit: fact.unit && unitText(fact.unit),
    ...canonicalRange(fact.range),
    ...(fact.days.from === null && fact.days.to === null ? {} : { min: fact.days.from, max: fact.days.to }),
    step: fact.step,
    codes: fact.codes.map(({ code, aliases }) => ({ code, aliases })),
    labels: fact.labels,
    aliases: fact.aliases,
    ...(fact.near.length === 0 ? {} : { near: fact.near }),
    assume: fact.assume,
    personal: fact.personal,
    completed_years_since: fact.completedYearsSince,
  }
}

function canonicalSource(source: DerivedSource): Json {
  switch (source.kind) {
    case 'given':
      return 'given'
    case 'expression':
      return text(source.expression)
    case 'rounded':
      return { of: text(source.of), within: text(source.within) }
  }
}

const canonicalCriterion = (criterion: Criterion): Json => ({
  id: criterion.id,
  pillar: criterion.pillar,
  met: text(criterion.met),
  applies_if: criterion.appliesIf && text(criterion.appliesIf),
  since: criterion.since,
  advisory: criterion.advisory,
  citation: canonicalCitation(criterion.citation),
})

const canonicalCheck = ({ id, when, unless, severity, message, gap }: Check): Json => ({
  id,
  when: text(when),
  unless: unless && text(unless),
  severity,
  message,
  ...(gap.length === 0 ? {} : { gap }),
})

const canonicalDecisions = ({ by, outcomes, tables }: Decisions): Json => ({
  by,
  outcomes: [...outcomes.keys()],
  tables: Object.fromEntries([...tables].map(([code, rows]) => [code, rows.map(canonicalRow)])),
})

function canonicalRow(row: TableRow): Json {
  const when = row.when.kind === 'otherwise' ? null : { [row.when.kind]: row.when.criteria }
  return { when, then: row.then, citation: row.citation && canonicalCitation(row.citation) }
}

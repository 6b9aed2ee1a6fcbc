import { createCite } from '../declare/citation.js'
import { declareAll } from '../declare/declare-all.js'
import { citedSource } from '../declare/source.js'
import type { Pack } from '../pack.js'
import { declaredNames } from '../resolve/names.js'
import type { Resolving } from '../resolve/resolving.js'
import { checkDate, type LoadContext } from '../shape/context.js'
import type { RawPack } from '../shape/pack-schema.js'
import { entriesOf } from '../shape/places.js'
import { buildChecks, refuseUnreadGaps } from './checks.js'
import { buildCriteria } from './criteria.js'
import { readDecisions } from './decisions.js'
import { buildDerived } from './derived.js'
import { areAllSmall } from './expression-size.js'
import { orderOfDerived } from './order.js'
import { readProperties } from './outcomes.js'
import { buildOutputs } from './outputs.js'
import { packPlaces } from './pack-places.js'
import { refuseReadingNoFact } from './reads-no-fact.js'

/** Builds a pack from its raw form. Every fault is reported to the context; with any there, what is returned is no pack to use. */
export function buildPack(context: LoadContext, raw: RawPack): Omit<Pack, 'hash'> {
  const cite = createCite(context, raw)
  const declarations = declareAll(context, raw, cite)
  const names = declaredNames(declarations)
  const resolving: Resolving = {
    context,
    names,
    references: [],
    units: new Map(),
    broken: false,
    bareNumbers: false,
  }
  const derived = buildDerived(resolving, raw, declarations)
  const criteria = buildCriteria(resolving, raw, cite)
  const { decisions, given } = readDecisions(context, raw, declarations.facts, criteria, cite)
  const { places } = context
  const pack: Omit<Pack, 'hash'> = {
    id: raw.pack,
    title: raw.title,
    version: raw.version,
    asOf: raw.as_of !== undefined && checkDate(context, ['as_of']) ? raw.as_of : null,
    extends: raw.extends ?? null,
    set: new Map(),
    record: declarations.record,
    sources: new Map(
      entriesOf(places, ['sources'], raw.sources).map(([id, each]) => [id, citedSource(context, id, each)]),
    ),
    pillars: new Map(entriesOf(places, ['pillars'], raw.pillars)),
    parameters: declarations.parameters,
    facts: declarations.facts,
    memberFacts: declarations.memberFacts,
    derived,
    criteria,
    decisions,
    checks: buildChecks(resolving, raw),
    outputs: buildOutputs(resolving, raw),
    properties: readProperties(context, raw, given),
    tables: {
      source: context.source,
      spans: context.spans,
      references: resolving.references,
      units: resolving.units,
      places: packPlaces(context, raw),
    },
  }
  const order = orderOfDerived(context, pack)
  if (order !== null && areAllSmall(context, pack, order)) {
    refuseReadingNoFact(context, pack)
    refuseUnreadGaps(context, pack, raw)
  }
  return pack
}

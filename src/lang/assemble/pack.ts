import { createCite } from '../declare/citation.js'
import type { Declarations } from '../declare/declarations.js'
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
import { labelsOf, titleOf } from './labels.js'
import { orderOfDerived } from './order.js'
import { readProperties } from './outcomes.js'
import { buildOutputs } from './outputs.js'
import { packPlaces } from './pack-places.js'
import { refuseReadingNoFact } from './reads-no-fact.js'

/** Builds a pack from its raw form and reports every fault to the context. If there is any, the result must not be used. */
export function buildPack(context: LoadContext, raw: RawPack): Omit<Pack, 'hash'> {
  const cite = createCite(context, {
    sources: new Set(Object.keys(raw.sources)),
    allowsUnverified: raw.allow_unverified === true,
  })
  const declarations = declareAll(context, raw, cite)
  const resolving = createResolving(context, declarations)
  const derived = buildDerived(resolving, raw, declarations)
  const criteria = buildCriteria(resolving, raw, cite)
  const { decisions, given } = readDecisions(context, raw, declarations.facts, criteria, cite)
  const pack: Omit<Pack, 'hash'> = {
    ...headOf(context, raw),
    record: declarations.record,
    sources: sourcesOf(context, raw),
    pillars: new Map(
      entriesOf(context.places, ['pillars'], raw.pillars).map(([id, each]) => [id, titleOf(each)]),
    ),
    parameters: declarations.parameters,
    facts: declarations.facts,
    memberFacts: declarations.memberFacts,
    derived,
    criteria,
    decisions,
    checks: buildChecks(resolving, raw),
    outputs: buildOutputs(resolving, raw),
    properties: readProperties(context, raw, given),
    labels: labelsOf(raw),
    tables: {
      source: context.source,
      spans: context.spans,
      references: resolving.references,
      units: resolving.units,
      places: packPlaces(context, raw),
    },
  }
  checkWhole(context, pack, raw)
  return pack
}

const createResolving = (context: LoadContext, declarations: Declarations): Resolving => ({
  context,
  names: declaredNames(declarations),
  references: [],
  units: new Map(),
  broken: false,
  bareNumbers: false,
})

/** The id, title, version and dates of a pack. */
const headOf = (
  context: LoadContext,
  raw: RawPack,
): Pick<Pack, 'id' | 'title' | 'version' | 'asOf' | 'extends' | 'set'> => ({
  id: raw.pack,
  title: raw.title,
  version: raw.version,
  asOf: raw.as_of !== undefined && checkDate(context, ['as_of']) ? raw.as_of : null,
  extends: raw.extends ?? null,
  set: new Map(),
})

const sourcesOf = (context: LoadContext, raw: RawPack): Pack['sources'] =>
  new Map(
    entriesOf(context.places, ['sources'], raw.sources).map(([id, each]) => [
      id,
      citedSource(context, id, each),
    ]),
  )

/** Runs the checks that need the whole pack. They stop at circles and at expressions that grow too large. */
function checkWhole(context: LoadContext, pack: Omit<Pack, 'hash'>, raw: RawPack): void {
  const order = orderOfDerived(context, pack)
  if (order === null || !areAllSmall(context, pack, order)) return
  refuseReadingNoFact(context, pack)
  refuseUnreadGaps(context, pack, raw)
}

import { type Diagnostic, type TextPlace, textPlace } from '../../base/diagnostic.js'
import { makeSource } from '../../base/source.js'
import { readOnlyDocument } from '../../lang/assemble/load.js'
import { createCite } from '../../lang/declare/citation.js'
import { citedSource } from '../../lang/declare/source.js'
import { collectFaults } from '../../lang/fault-list.js'
import { freeId } from '../../lang/free-id.js'
import type { CitedSource, Pack } from '../../lang/pack.js'
import type { Resolving } from '../../lang/resolve/resolving.js'
import { createContext, type LoadContext } from '../../lang/shape/context.js'
import { entriesOf, type Path } from '../../lang/shape/places.js'
import { readShape } from '../../lang/shape/read-shape.js'
import { type Building, checkAllKnown, titled } from './building.js'
import {
  buildAreas,
  buildEvaluation,
  buildIndex,
  buildPrivacy,
  buildRegions,
  incomeFloorOf,
} from './figures.js'
import { PROGRAMME_FORM } from './form.js'
import { programmeHash } from './hash.js'
import {
  buildAssistance,
  buildBooks,
  buildCauses,
  buildKey,
  buildLines,
  buildNeeds,
  buildVisits,
} from './households.js'
import { declareOwnFacts, namesFor } from './own-facts.js'
import { buildProcedures } from './procedures.js'
import type { Method, Programme } from './programme.js'
import type { RawProgramme } from './schema.js'

export type ProgrammeReading =
  | {
      readonly programme: Programme
      /** Where an entry stands in the file. */
      readonly at: (path: Path) => TextPlace
    }
  | { readonly faults: readonly Diagnostic[] }

/** Reads the text of a programme.yaml for a pack. Gives a whole programme, or every fault that can be found in one go. */
export function readProgramme(file: string, text: string, pack: Pack): ProgrammeReading {
  const source = makeSource(file, text.replace(/^\uFEFF/, ''))
  const list = collectFaults(source)
  const document = readOnlyDocument(source, source, list, 'programme')
  if (document !== null && 'faults' in document) return document
  const shape = document && readShape(list, document.tree, PROGRAMME_FORM)
  if (shape !== null) {
    const context = createContext(source, list, shape, freeId(pack))
    const programme = build(context, pack, shape.raw)
    if (list.faults.length === 0) {
      const at = (path: Path) => textPlace(source, context.places.key(path))
      return { programme: { ...programme, hash: programmeHash(programme) }, at }
    }
  }
  return { faults: inFileOrder(list.faults) }
}

function inFileOrder(faults: readonly Diagnostic[]): Diagnostic[] {
  const column = ({ at }: Diagnostic) => (at !== null && 'column' in at ? at.column : 0)
  return [...faults].sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || column(a) - column(b))
}

function build(context: LoadContext, pack: Pack, raw: RawProgramme): Omit<Programme, 'hash'> {
  checkPack(context, pack, raw)
  const sources = sourcesOf(context, pack, raw)
  const facts = declareOwnFacts(context, pack, raw)
  const cite = createCite(context, { sources: new Set(sources.keys()), allowsUnverified: true })
  const resolving = resolvingFor(context, pack, facts)
  const building: Building = { context, pack, facts, resolving, cite }
  const places = placesOf(building, raw)
  return {
    id: raw.id,
    ...titled(raw),
    version: raw.version,
    judges: raw.judges,
    sources,
    facts,
    places,
    books: buildBooks(building, raw),
    lines: buildLines(building, raw),
    key: buildKey(building, raw),
    procedures: buildProcedures(building, raw),
    ...assistanceOf(building, raw),
    visits: buildVisits(building, raw),
    areas: buildAreas(building, raw, places),
    regions: buildRegions(building, raw),
    evaluation: buildEvaluation(building, raw),
    index: buildIndex(building, raw),
    incomeFloor: incomeFloorOf(building, raw),
    largestSize:
      raw.sizes === undefined ? null : { persons: raw.sizes.most, citation: cite(['sizes'], raw.sizes) },
    privacy: buildPrivacy(building, raw),
    tables: {
      ...pack.tables,
      references: resolving.references,
      units: resolving.units,
      spans: new Map([...pack.tables.spans, ...context.spans]),
    },
  }
}

/** What is needed, and what answers it. */
const assistanceOf = (
  building: Building,
  raw: RawProgramme,
): Pick<Programme, 'methods' | 'assistance' | 'causes' | 'needs'> => ({
  methods: methodsOf(building, raw),
  assistance: buildAssistance(building, raw),
  causes: buildCauses(building, raw),
  needs: buildNeeds(building, raw),
})

/** Expressions of the programme continue the tables of the pack. */
const resolvingFor = (context: LoadContext, pack: Pack, facts: Programme['facts']): Resolving => ({
  context,
  names: namesFor(pack, facts),
  references: [...pack.tables.references],
  units: new Map(pack.tables.units),
  broken: false,
  bareNumbers: false,
})

/** A programme is for the pack that it names, or for one that extends it. */
function checkPack(context: LoadContext, pack: Pack, { judges }: RawProgramme): void {
  if (judges === pack.id || judges === pack.extends || context.refused.hasAny('judges')) return
  context.fault(
    'unknown-name',
    context.places.value(['judges']),
    `this programme is for the pack \`${judges}\`, and not for \`${pack.id}\``,
    {
      help: `name a programme for \`${pack.id}\` with \`--programme\``,
    },
  )
}

const sourcesOf = (context: LoadContext, pack: Pack, raw: RawProgramme): Map<string, CitedSource> =>
  new Map([
    ...pack.sources,
    ...entriesOf(context.places, ['sources'], raw.sources).map(([id, each]): [string, CitedSource] => [
      id,
      citedSource(context, id, each),
    ]),
  ])

function placesOf(building: Building, raw: RawProgramme): readonly string[] {
  const { pack, facts } = building
  if (raw.places === undefined) return pack.record.places
  const known = [...pack.facts.values(), ...facts.values()]
    .filter(({ type }) => type === 'text' || type === 'code')
    .map(({ name }) => name)
  return checkAllKnown(building, ['places'], raw.places, { known, noun: 'place', section: 'facts' })
}

const methodsOf = ({ context, cite }: Building, raw: RawProgramme): Map<string, Method> =>
  new Map(
    entriesOf(context.places, ['methods'], raw.methods).map(([id, each]) => [
      id,
      { id, ...titled(each), citation: cite(['methods', id], each) },
    ]),
  )

import { ONE } from '../../base/decimal.js'
import { ANYTHING } from '../../base/range.js'
import { makeSource } from '../../base/source.js'
import type { FactDeclaration, FactType, Pack, Reference } from '../../lang/pack.js'

/** A fact with a name and a type, and nothing else. */
export const plainFact = (name: string, type: FactType): FactDeclaration => ({
  name,
  type,
  unit: null,
  range: ANYTHING,
  days: { from: null, to: null },
  step: ONE,
  codes: [],
  labels: {},
  aliases: [],
  near: [],
  assume: null,
  personal: false,
  completedYearsSince: null,
})

/** A pack that holds only facts, so that the interpreter of rules can evaluate an expression over the columns of a row. */
export const packOfColumns = (
  facts: ReadonlyMap<string, FactDeclaration>,
  references: readonly (Reference | undefined)[],
): Pack => ({
  id: '',
  title: '',
  version: '',
  hash: '',
  asOf: null,
  extends: null,
  set: new Map(),
  record: { name: '', plural: '', id: '', date: null, size: null, places: [] },
  sources: new Map(),
  pillars: new Map(),
  parameters: new Map(),
  facts,
  memberFacts: null,
  derived: new Map(),
  criteria: [],
  checks: [],
  outputs: [],
  properties: [],
  labels: new Map(),
  decisions: { by: null, tables: new Map(), outcomes: new Map() },
  tables: {
    source: makeSource('', ''),
    spans: new Map(),
    references,
    units: new Map(),
    places: new Map(),
  },
})

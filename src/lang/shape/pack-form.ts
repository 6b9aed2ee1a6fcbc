import { packSchema, type RawPack } from './pack-schema.js'
import type { FileForm } from './read-shape.js'

/** The form of a pack.yaml. */
export const PACK_FORM: FileForm<RawPack> = {
  schema: packSchema,
  whole: 'the pack',
  elements: new Map(
    Object.entries({
      parameters: { noun: 'parameter', depth: 2 },
      facts: { noun: 'fact', depth: 3 },
      derived: { noun: 'derived value', depth: 2 },
      criteria: { noun: 'criterion', depth: 2 },
      checks: { noun: 'check', depth: 2 },
      outputs: { noun: 'output', depth: 2 },
      properties: { noun: 'property', depth: 2 },
      sources: { noun: 'source', depth: 2 },
      pillars: { noun: 'pillar', depth: 2 },
      outcomes: { noun: 'outcome', depth: 2 },
      decisions: { noun: 'table', depth: 2 },
      units: { noun: 'unit', depth: 2 },
    }),
  ),
  standIns: new Map(Object.entries({ language: '1', pack: 'pack', title: 'title', version: '0.0.0' })),
  optional: { mapping: ['parameters', 'derived', 'outcomes'], sequence: ['units'], scalar: [] },
}

import { inEnglish } from '../../base/say/say.js'
import { packSchema, type RawPack } from './pack-schema.js'
import type { FileForm } from './read-shape.js'

/** The form of a pack.yaml. */
export const PACK_FORM: FileForm<RawPack> = {
  schema: packSchema,
  whole: inEnglish('place.pack'),
  elements: new Map(
    Object.entries({
      parameters: { noun: inEnglish('noun.parameters'), depth: 2 },
      facts: { noun: inEnglish('noun.facts'), depth: 3 },
      derived: { noun: inEnglish('noun.derived'), depth: 2 },
      criteria: { noun: inEnglish('noun.criteria'), depth: 2 },
      checks: { noun: inEnglish('noun.checks'), depth: 2 },
      outputs: { noun: inEnglish('noun.outputs'), depth: 2 },
      properties: { noun: inEnglish('noun.properties'), depth: 2 },
      sources: { noun: inEnglish('noun.sources'), depth: 2 },
      pillars: { noun: inEnglish('noun.pillars'), depth: 2 },
      outcomes: { noun: inEnglish('noun.outcomes'), depth: 2 },
      decisions: { noun: inEnglish('noun.decisions'), depth: 2 },
      units: { noun: inEnglish('noun.units'), depth: 2 },
    }),
  ),
  standIns: new Map(Object.entries({ language: '1', pack: 'pack', title: 'title', version: '0.0.0' })),
  optional: { mapping: ['parameters', 'derived', 'outcomes'], sequence: ['units'], scalar: [] },
}

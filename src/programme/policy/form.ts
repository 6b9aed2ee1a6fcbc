import type { FileForm } from '../../lang/shape/read-shape.js'
import { programmeSchema, type RawProgramme } from './schema.js'

/** The form of a programme.yaml. */
export const PROGRAMME_FORM: FileForm<RawProgramme> = {
  schema: programmeSchema,
  whole: 'the programme',
  elements: new Map(
    Object.entries({
      sources: { noun: 'source', depth: 2 },
      facts: { noun: 'fact', depth: 3 },
      books: { noun: 'book', depth: 2 },
      lines: { noun: 'line', depth: 2 },
      key: { noun: 'mark', depth: 2 },
      steps: { noun: 'step', depth: 2 },
      procedures: { noun: 'procedure', depth: 2 },
      methods: { noun: 'method', depth: 2 },
      assistance: { noun: 'assistance', depth: 2 },
      needs: { noun: 'need', depth: 2 },
      areas: { noun: 'area', depth: 2 },
      regions: { noun: 'region', depth: 2 },
      evaluation: { noun: 'limit', depth: 2 },
    }),
  ),
  standIns: new Map(
    Object.entries({ programme: '1', id: 'programme', title: 'title', judges: 'pack', version: '0.0.0' }),
  ),
  optional: {
    mapping: ['facts', 'steps', 'procedures', 'methods', 'regions', 'evaluation'],
    sequence: ['lines', 'key', 'assistance', 'needs', 'areas', 'places', 'causes'],
    scalar: [],
  },
}

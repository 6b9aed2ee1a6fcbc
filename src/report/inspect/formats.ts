import type { Inspection } from '../../inspect/proposal/inspection.js'
import type { Formats } from '../format.js'
import type { InspectContext } from './context.js'

/** Writes a whole inspection. */
export type InspectReport = (inspection: Inspection, context: InspectContext) => string

/** Every format of an inspection; a new one is one file and one line here. */
export const INSPECT_FORMATS = {
  table: async () => (await import('./table.js')).inspectTable,
  json: async () => (await import('./json.js')).inspectJson,
  markdown: async () => (await import('./markdown.js')).inspectMarkdown,
} satisfies Formats<InspectReport>

export type InspectFormat = keyof typeof INSPECT_FORMATS

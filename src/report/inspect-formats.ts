import type { Inspection } from '../data/inspect/inspection.js'
import type { InspectContext } from './inspect-context.js'
import { inspectJson } from './inspect-json.js'
import { inspectMarkdown } from './inspect-markdown.js'
import { inspectTable } from './inspect-table.js'

export type InspectFormat = 'table' | 'json' | 'markdown'

/** Every format of an inspection; a new one is one file and one line here. */
export const INSPECT_FORMATS: Record<
  InspectFormat,
  (inspection: Inspection, context: InspectContext) => string
> = {
  table: inspectTable,
  json: inspectJson,
  markdown: inspectMarkdown,
}

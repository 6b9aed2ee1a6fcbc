import type { Inspection } from '../../inspect/proposal/inspection.js'
import type { InspectContext } from './context.js'
import { inspectJson } from './json.js'
import { inspectMarkdown } from './markdown.js'
import { inspectTable } from './table.js'

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

import { jsonText } from '../../base/tree/json-text.js'
import { recordJson } from './record-json.js'
import type { AssessContext, Report } from './report.js'

/** One JSON object a line, a record each. */
export function ndjsonReport({ pack, keep, findings }: AssessContext): Report {
  return {
    record(each) {
      const kept = Object.fromEntries(keep.map((header, index) => [header, each.kept[index] ?? '']))
      return `${jsonText(recordJson(pack, each, findings, kept))}\n`
    },
  }
}

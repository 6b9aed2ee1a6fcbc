import { type Json, jsonText } from '../../base/tree/json-text.js'
import type { Value } from '../../base/value.js'
import type { ExplainNode } from '../../engine/explain/explain.js'
import { recordJson } from '../assess/record-json.js'
import type { ReportContext } from '../context.js'
import { packJson } from '../text/run-json.js'
import { rangeJson } from '../text/value-json.js'
import type { Explanation } from './explanation.js'

const EXPLAIN_SCHEMA = 'tpa/explain@1'

/** One record explained as JSON; the record itself is as in an assessment, under the pack's name for it. */
export function explainJson({ pack, each, trees, settlers }: Explanation, { tpa }: ReportContext): string {
  const json: Json = {
    schema: EXPLAIN_SCHEMA,
    tpa,
    pack: packJson(pack),
    [pack.record.name]: recordJson(pack, each),
    trees: trees.map(nodeJson),
    settlers: settlers.map(({ fact, answers }) => ({
      fact,
      answers: answers.map(({ when, leadsTo }) => ({ when, leads_to: leadsTo })),
    })),
  }
  return `${jsonText(json)}\n`
}

const nodeJson = ({ text, value, unit, note, children }: ExplainNode): Json => ({
  text,
  value: value && seenJson(value),
  unit,
  note,
  children: children.map(nodeJson),
})

/** What is still possible: a numeral or range, a yes/no or both, a code or several. */
function seenJson(value: Value): Json {
  switch (value.kind) {
    case 'number':
      return rangeJson(value.range)
    case 'truth':
      return value.truth === 'open' ? [false, true] : value.truth
    case 'code':
      return value.codes.length === 1 ? (value.codes[0] ?? null) : value.codes
  }
}

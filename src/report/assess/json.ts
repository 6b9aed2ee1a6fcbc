import { type Json, jsonText } from '../../base/tree/json-text.js'
import type { Pack } from '../../lang/pack.js'
import { diagnosticJson } from '../diagnostics/json.js'
import { engineJson, inputsJson, packJson } from '../text/run-json.js'
import type { DecisionCounts } from './count/decision-count.js'
import { recordJson } from './record-json.js'
import type { RepeatedId } from './repeated-ids.js'
import type { AssessContext, Report } from './report.js'
import type { Summary } from './summary.js'

/** Changes to this form are additive. */
const ASSESS_SCHEMA = 'tpa/assess@1'

/** One object for the whole run, written as it goes: each record on a line of its own. */
export function jsonReport(context: AssessContext): Report {
  const { pack, tpa, findings } = context
  let records = 0
  return {
    start() {
      const head = { schema: ASSESS_SCHEMA, tpa, pack: packJson(pack), ...inputsJson(context) }
      return `${openEnded(head)},\n${jsonText(pack.record.plural)}:[`
    },
    record(each) {
      records += 1
      return `${records === 1 ? '' : ','}\n${jsonText(recordJson(pack, each, findings))}`
    },
    end(summary) {
      const tail = {
        held: summary.held.flatMap((held) => heldJson(pack, held)),
        ledger: { ...summary.ledger },
        rosters: summary.rosters.map((each) => ({ ...each })),
        summary: summaryJson(summary),
        diagnostics: summary.diagnostics.map(diagnosticJson),
        ...engineJson(summary.engine),
      }
      return `${records === 0 ? '' : '\n'}],\n${jsonText(tail).slice(1)}\n`
    },
  }
}

const openEnded = (json: Json) => jsonText(json).slice(0, -1)

const heldJson = (pack: Pack, { id, places, agrees }: RepeatedId): Json[] =>
  places.flatMap(({ file, lines }) => lines.map((line) => ({ [pack.record.id]: id, file, line, agrees })))

function summaryJson(summary: Summary): Json {
  const criteria = [...summary.criteria].map(
    ([id, { met, unmet, unknown, not_applicable, commonestGap }]) => [
      id,
      { met, unmet, unknown, not_applicable, commonest_gap: commonestGap },
    ],
  )
  return {
    ...countsJson(summary),
    criteria: Object.fromEntries(criteria),
    assumed: summary.assumed,
    by: summary.by === null ? undefined : byJson(summary.by),
  }
}

function countsJson({ decisions, personsUnknown }: DecisionCounts): { [name: string]: Json } {
  return {
    decisions: Object.fromEntries([...decisions].map(([name, { records }]) => [name, records])),
    persons: Object.fromEntries([...decisions].map(([name, { persons }]) => [name, persons])),
    persons_unknown: personsUnknown,
  }
}

function byJson({ fact, groups }: NonNullable<Summary['by']>): Json {
  const list = groups.map((group) => ({
    value: group.value === null ? { gap: group.gap } : group.value,
    assessed: group.assessed,
    ...countsJson(group),
  }))
  return { fact, groups: list }
}

import { canonicalJson, type Json, jsonText } from '../../base/tree/json-text.js'
import type { Cause } from '../../testing/impact/impact.js'
import type { DecisionCounts } from '../assess/count/decision-count.js'
import { engineJson, inputsJson, packJson } from '../text/run-json.js'
import type { DiffContext, DiffSide } from './context.js'
import type { Count } from './count.js'
import type { DiffSummary, Moved } from './summary.js'

/** Changes to this form are additive. */
export const DIFF_SCHEMA = 'tpa/diff@1'

/** The whole comparison as one object. */
export function diffJson(context: DiffContext, summary: DiffSummary): string {
  const { old, new: changed, tpa } = context
  const { pack } = changed
  const json: Json = {
    schema: DIFF_SCHEMA,
    tpa,
    old: sideJson(old, summary.old),
    new: sideJson(changed, summary.new),
    ...inputsJson(context),
    ...resultJson(summary),
    [pack.record.plural]: summary.households.map((each) => movedJson(pack.record.id, each)),
    ledger: { ...summary.ledger },
    rosters: summary.rosters.map((each) => ({ ...each })),
    ...engineJson(summary.engine),
  }
  return `${jsonText(json)}\n`
}

/** What a comparison came to, as canonical JSON without ids, places, files or versions: the same moves give the same text. */
export function acceptedJson(summary: DiffSummary): string {
  const counts = new Map<string, { readonly move: Json; records: number }>()
  for (const { from, to, cause } of summary.households) {
    const move = { from, to, cause: causeJson(cause) }
    const key = canonicalJson(move)
    const count = counts.get(key) ?? { move, records: 0 }
    counts.set(key, count)
    count.records += 1
  }
  const causes = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { move, records }]): Json => ({ move, records }))
  const json: Json = { schema: DIFF_SCHEMA, ...resultJson(summary), causes, ledger: { ...summary.ledger } }
  return `${canonicalJson(json)}\n`
}

function resultJson(summary: DiffSummary): { [name: string]: Json } {
  const { moved } = summary
  return {
    changes: summary.changes.map(({ id, kind, words, before, after, decisive, alone, inPairs }) => ({
      id,
      kind,
      words,
      before,
      after,
      decisive,
      moves: alone,
      moves_in_pairs: inPairs,
    })),
    assessed: summary.assessed,
    moved: moved.records,
    moved_persons: moved.persons,
    moved_persons_unknown: moved.personsUnknown,
    moved_by_whole_change_only: summary.whole,
    transitions: summary.transitions.map(({ from, to, ...count }) => ({ from, to, ...countJson(count) })),
    by: summary.by === null ? null : summary.by.fact,
    groups: (summary.by?.groups ?? []).map((group) => ({
      value: group.value === null ? { gap: group.gap } : group.value,
      assessed: group.assessed,
      moved: group.moved.records,
      moved_persons: group.moved.persons,
      moved_persons_unknown: group.moved.personsUnknown,
    })),
  }
}

function sideJson({ place, pack }: DiffSide, counts: DecisionCounts): Json {
  const list = [...counts.decisions]
  return {
    place,
    pack: packJson(pack),
    decisions: Object.fromEntries(list.map(([name, { records }]) => [name, records])),
    persons: Object.fromEntries(list.map(([name, { persons }]) => [name, persons])),
    persons_unknown: counts.personsUnknown,
  }
}

const countJson = ({ records, persons, personsUnknown }: Count): { [name: string]: Json } => ({
  records,
  persons,
  persons_unknown: personsUnknown,
})

const causeJson = ({ kind, sets }: Cause): Json => ({ kind, sets })

function movedJson(idName: string, { id, place, file, line, from, to, cause }: Moved): Json {
  return { [idName]: id, place: place === '' ? null : place, from, to, cause: causeJson(cause), file, line }
}

import type { Cite } from '../declare/citation.js'
import { quoted } from '../fault-list.js'
import type { Criterion } from '../pack.js'
import type { Resolving } from '../resolve/resolving.js'
import { checkDate, type LoadContext } from '../shape/context.js'
import type { RawPack } from '../shape/pack-schema.js'
import type { Path } from '../shape/places.js'
import { expectTruth } from './expected-type.js'
import { checkIds } from './ids.js'

/** The criteria in the order of the file; every fault in them is reported. */
export function buildCriteria(resolving: Resolving, raw: RawPack, cite: Cite): Criterion[] {
  const { context } = resolving
  checkIds(context, 'criteria', 'criterion', raw.criteria)
  const pillars = new Set(Object.keys(raw.pillars))
  return raw.criteria.map((each, index) => {
    const path = ['criteria', index]
    checkPillar(context, [...path, 'pillar'], each.pillar, pillars)
    if (each.since !== undefined) checkDate(context, [...path, 'since'])
    return {
      id: each.id,
      pillar: each.pillar,
      title: each.title,
      reason: each.reason,
      met: expectTruth(resolving, [...path, 'met']),
      appliesIf: each.applies_if === undefined ? null : expectTruth(resolving, [...path, 'applies_if']),
      since: each.since ?? null,
      advisory: each.advisory ?? false,
      citation: cite(path, each),
    }
  })
}

function checkPillar(context: LoadContext, path: Path, pillar: string, pillars: ReadonlySet<string>): void {
  if (pillars.has(pillar) || context.refused.has('pillars', pillar)) return
  const help = context.suggest(pillar, pillars) ?? 'declare it under `pillars`'
  context.fault('unknown-name', context.places.value(path), `${quoted(pillar)} is not a pillar`, { help })
}

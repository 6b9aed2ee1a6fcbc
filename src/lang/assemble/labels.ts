import type { Labels } from '../pack.js'
import type { RawPack, RawTitle } from '../shape/pack-schema.js'

/** The text of a title that may stand with its labels. */
export const titleOf = (raw: RawTitle): string => (typeof raw === 'string' ? raw : raw.title)

/** The texts of a pack in further languages, by what they are of. */
export function labelsOf(raw: RawPack): Map<string, Labels> {
  const found = new Map<string, Labels>()
  const put = (path: string, labels: Labels | undefined) => labels && found.set(path, labels)
  put('pack', raw.labels)
  put('record', raw.record.labels)
  for (const section of ['sources', 'parameters'] as const)
    for (const [id, { labels }] of Object.entries(raw[section] ?? {})) put(`${section}.${id}`, labels)
  for (const section of ['pillars', 'outcomes'] as const)
    for (const [id, each] of Object.entries(raw[section] ?? {}))
      if (typeof each !== 'string') put(`${section}.${id}`, each.labels)
  for (const { id, labels, reason_labels } of raw.criteria) {
    put(`criteria.${id}`, labels)
    put(`criteria.${id}.reason`, reason_labels)
  }
  for (const { id, labels } of raw.checks ?? []) put(`checks.${id}`, labels)
  return found
}

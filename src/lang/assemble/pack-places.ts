import type { Span } from '../../base/source.js'
import type { LoadContext } from '../shape/context.js'
import type { RawPack } from '../shape/pack-schema.js'
import type { Path } from '../shape/places.js'

/** The places that later findings speak of, by path: `parameters.poverty_line`, `parameters.poverty_line.2020-01-01`, `criteria.income`, `decisions.none.0`. */
export function packPlaces({ places }: LoadContext, raw: RawPack): Map<string, Span> {
  const found = new Map<string, Span>()
  const put = (name: string, path: Path) => found.set(name, places.key(path))
  for (const section of ['sources', 'parameters', 'derived', 'outputs'] as const)
    for (const name of Object.keys(raw[section] ?? {})) put(`${section}.${name}`, [section, name])
  for (const [name, { values }] of Object.entries(raw.parameters ?? {}))
    for (const [index, { from }] of values.entries())
      found.set(`parameters.${name}.${from}`, places.value(['parameters', name, 'values', index, 'from']))
  for (const [group, facts] of Object.entries(raw.facts))
    for (const name of Object.keys(facts)) put(`facts.${name}`, ['facts', group, name])
  for (const section of ['criteria', 'properties', 'checks'] as const)
    for (const [index, { id }] of (raw[section] ?? []).entries())
      found.set(`${section}.${id}`, places.value([section, index, 'id']))
  for (const [table, rows] of Object.entries(raw.decisions)) {
    put(`decisions.${table}`, ['decisions', table])
    if (!Array.isArray(rows)) continue
    for (const index of rows.keys()) put(`decisions.${table}.${index}`, ['decisions', table, index])
  }
  return found
}

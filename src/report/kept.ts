import type { Pack } from '../lang/pack.js'
import { columnsOf } from '../lang/pack.js'
import type { CaseRecord } from '../lang/record.js'
import { PERSONAL } from './value-json.js'

/** The kept cells of a record as they may be shown: those of a personal fact as `…`. */
export function keptCells(
  pack: Pack,
  { headers }: CaseRecord,
  keep: readonly string[],
  cells: readonly string[],
): readonly string[] {
  if (keep.length === 0) return cells
  const personal = personalHeaders(pack, headers)
  return personal.size === 0
    ? cells
    : cells.map((cell, index) => (personal.has(keep[index] ?? '') && cell !== '' ? PERSONAL : cell))
}

function personalHeaders(pack: Pack, headers: CaseRecord['headers']): ReadonlySet<string> {
  const names = new Set<string>()
  for (const [name, { personal }] of columnsOf(pack)) if (personal) names.add(headers.get(name) ?? name)
  return names
}

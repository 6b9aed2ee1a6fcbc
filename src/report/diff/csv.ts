import { csvStyle } from '../../base/csv-text.js'
import type { DiffContext } from './context.js'
import type { DiffSummary } from './summary.js'

/** One line for each household that moves; sets of changes are joined by `|`, the changes of a set by `+`. */
export function diffCsv({ new: { pack } }: DiffContext, { households }: DiffSummary): string {
  const head = [pack.record.id, 'place', 'from', 'to', 'cause', 'changes', 'file', 'line']
  const rows = households.map(({ id, place, from, to, cause, file, line }) => [
    id,
    place,
    from,
    to,
    cause.kind,
    cause.sets.map((set) => set.join('+')).join('|'),
    file,
    String(line),
  ])
  const { line } = csvStyle({ excel: false })
  return [head, ...rows].map((cells) => line(cells)).join('')
}

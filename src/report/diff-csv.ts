import type { DiffContext } from './diff-context.js'
import type { DiffSummary } from './diff-summary.js'

/** One line for each household that moves; sets of changes are joined by `|`, the changes of a set by `+`. */
export function diffCsv({ new: { pack } }: DiffContext, { households }: DiffSummary): string {
  const head = [pack.record.id, 'place', 'from', 'to', 'cause', 'changes', 'file', 'line']
  const rows = households.map(({ id, place, from, to, cause, file, line }) => [
    ...[id, guarded(place), from, to, cause.kind],
    ...[cause.sets.map((set) => set.join('+')).join('|'), file, String(line)],
  ])
  return [head, ...rows].map((row) => `${row.map(quoted).join(',')}\n`).join('')
}

/** Text that a spreadsheet would run as a formula, behind an apostrophe. */
const guarded = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** Quoted where CSV asks for it, and where a line would otherwise begin like a command of a CI runner. */
const quoted = (cell: string) =>
  /[",\n\r]|^\s|\s$|^::/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

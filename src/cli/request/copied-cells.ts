import { unguarded } from '../../base/csv-guard.js'
import { columnsOf, type Pack } from '../../lang/pack.js'
import type { CaseRecord } from '../../lang/record.js'
import { PERSONAL } from '../../report/text/value-json.js'
import { foldName } from '../../survey/columns/columns.js'
import { memberPath } from '../../survey/records/assume.js'

/**
 * Turns the kept cells of a record into what may be shown: those of a personal fact are `…`, and others are without what their file guards
 * them with, so that a report guards them once.
 * @param raw leaves them as typed
 */
export function createKeptCells(pack: Pack, keep: readonly string[], raw: boolean) {
  const declared = [
    ...[...columnsOf(pack).values()].map(({ name, personal }) => ({ path: name, personal })),
    ...[...(pack.memberFacts?.values() ?? [])].map(({ name, personal }) => ({
      path: memberPath(name),
      personal,
    })),
  ]
  const shown = raw ? (cell: string) => cell : unguarded
  const personal = declared.filter((each) => each.personal)
  if (keep.length === 0 || personal.length === 0)
    return (_: CaseRecord, cells: readonly string[]) => cells.map(shown)
  const folded = keep.map(foldName)
  return ({ headers }: CaseRecord, cells: readonly string[]): readonly string[] => {
    const hidden = new Set(personal.map(({ path }) => foldName(headers.get(path) ?? path)))
    return cells.map((cell, index) =>
      cell !== '' && hidden.has(folded[index] ?? '') ? PERSONAL : shown(cell),
    )
  }
}

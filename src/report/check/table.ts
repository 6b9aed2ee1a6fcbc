import type { Diagnostic, Severity } from '../../base/diagnostic.js'
import { printable } from '../../base/inert-text.js'
import { say } from '../../base/say/say.js'
import { hanging } from '../../base/text-width.js'
import { type Pack, packLabel } from '../../lang/pack.js'
import type { Change } from '../../testing/changes/change.js'
import { byImportance, diagnosticLines } from '../diagnostics/text.js'
import { grouped } from '../text/numbers.js'
import type { CheckContext } from './context.js'
import { type CheckedPack, type CheckedProgramme, foundIn } from './result.js'

/** What a person reads in a terminal: for each pack what was found, a line with the result, and what it changes in its parent. */
export function checkTable(checked: readonly CheckedPack[], context: CheckContext): string {
  return `${checked.flatMap((each) => packLines(each, context)).join('\n')}\n`
}

function packLines(checked: CheckedPack, context: CheckContext): string[] {
  const { place, pack, changes, programme } = checked
  const { width, paint, quiet, notes } = context
  if (pack === null) return [`${paint.red('✗')} ${say('check.unloaded', { place })}`]
  const diagnostics = foundIn(checked)
  const isShown = ({ severity }: Diagnostic) =>
    severity === 'error' || (!quiet && (notes || severity !== 'note'))
  return [
    ...byImportance(diagnostics.filter(isShown)).flatMap((each) => diagnosticLines(each, width, paint)),
    ...resultLines(place, pack, diagnostics, context),
    ...(programme === null ? [] : programmeLines(place, programme, context)),
    ...(changes === null || quiet ? [] : parentLines(pack, changes, width)),
  ]
}

function resultLines(
  place: string,
  pack: Pack,
  diagnostics: readonly Diagnostic[],
  { width, paint }: CheckContext,
): string[] {
  const rows = [...pack.decisions.tables.values()].reduce((sum, table) => sum + table.length, 0)
  const count = (wanted: Severity) => diagnostics.filter(({ severity }) => severity === wanted).length
  const [errors, warnings, notes] = [count('error'), count('warning'), count('note')]
  const found = [
    errors === 0 ? say('check.proved') : say('count.errors', { count: grouped(errors) }),
    ...(warnings === 0 ? [] : [say('count.warnings', { count: grouped(warnings) })]),
    ...(notes === 0 ? [] : [say('check.notes', { count: grouped(notes) })]),
  ]
  const mark = errors > 0 ? paint.red('✗') : paint.green('✓')
  const result = say('check.result', {
    place,
    pack: packLabel(pack),
    criteria: say('check.criteria', { count: grouped(pack.criteria.length) }),
    rows: say('check.rows', { count: grouped(rows) }),
    properties: say('check.properties', { count: grouped(pack.properties.length) }),
    found: found.join(say('list.clause')),
  })
  const [first = '', ...rest] = hanging('  ', printable(result), width)
  return [`${mark} ${first.slice(2)}`, ...rest]
}

/** Which programme goes with the pack; one that does not load is told of even where only errors are. */
function programmeLines(
  place: string,
  { programme }: CheckedProgramme,
  { width, paint, quiet }: CheckContext,
): string[] {
  if (programme === null) return [`${paint.red('✗')} ${say('check.programme.unloaded', { place })}`]
  if (quiet) return []
  const { id, version, hash } = programme
  const told = say('check.programme', { programme: `${id}@${version}`, hash: hash.slice(0, HASH_SHOWN) })
  return hanging('  ', printable(told), width)
}

/** As many digits of a hash as tell two of them apart. */
const HASH_SHOWN = 12

/** What differs from the pack that it extends. */
function parentLines(pack: Pack, changes: readonly Change[], width: number): string[] {
  const parent = pack.extends ?? ''
  if (changes.length === 0) return [`  ${say('check.same', { pack: parent })}`]
  const words = changes.flatMap((each) => hanging('    ', printable(each.words), width))
  return [`  ${say('check.changes', { count: grouped(changes.length), pack: parent })}`, ...words]
}

import { digits } from '../../base/decimal.js'
import { type Pack, packLabel } from '../../lang/pack.js'
import { counted, grouped, share } from '../text/numbers.js'
import { listed } from '../text/words.js'
import { type FindingKind, touched } from './kinds.js'
import type { ValidateSummary } from './summary.js'

/** What was read, which pack checked it, and what it found: a sentence each. */
export function validateHeadline(pack: Pack, summary: ValidateSummary, files: readonly string[]): string[] {
  const { name, plural } = pack.record
  const { ledger, assumed, affected } = summary
  const where = files.length === 1 ? (files[0] ?? '') : counted(files.length, 'file', 'files')
  const set = [...pack.set].map(([parameter, value]) => `${parameter} at ${digits(value)}`)
  const has = affected === 1 ? 'has' : 'have'
  const { error, warning } = summary.severities
  const found =
    affected === 0
      ? `Nothing to mend in any ${name}.`
      : `${counted(affected, name, plural)} (${share(affected, ledger.read)}) ${has} something to mend.`
  return [
    `${counted(ledger.read, name, plural)} in ${where}, checked by ${packLabel(pack)}: ${severityWords(error, warning)}.`,
    found,
    ...(set.length === 0 ? [] : [`What if: ${listed(set, 'and')}, on every date.`]),
    ...(assumed.length === 0
      ? []
      : [`Assumed, because the file has no such column: ${listed(assumed, 'and')}.`]),
  ]
}

function severityWords(errors: number, warnings: number): string {
  if (errors + warnings === 0) return 'no error, no warning'
  const words = [
    ...(errors === 0 ? [] : [counted(errors, 'error', 'errors')]),
    ...(warnings === 0 ? [] : [counted(warnings, 'warning', 'warnings')]),
  ]
  return listed(words, 'and')
}

/** What was found, in the words of its first example: `15 min is no number; write 15`. */
export function kindWords({ diagnostic: { message, help } }: FindingKind): string {
  return help === undefined ? message : `${message}; ${help}`
}

/** Longer advice makes a table hard to read, and most findings say by themselves what to do. */
const BRIEF = 50

/** The same for a table: without advice that is long. */
export const briefWords = (kind: FindingKind): string =>
  (kind.diagnostic.help?.length ?? 0) <= BRIEF ? kindWords(kind) : kind.diagnostic.message

/** `12, 14, 15 …` */
export function linesWords({ count, lines }: Pick<FindingKind, 'count' | 'lines'>, most: number): string {
  const shown = lines.slice(0, most)
  return shown.length === 0 ? '' : `${shown.join(', ')}${count > shown.length ? ' …' : ''}`
}

/** How many rows or cells are wrong, and out of how many: `1,207 of 2,670 (45.2%)`. */
export function extentWords(kind: FindingKind): string {
  const count = touched(kind)
  return kind.of === null
    ? grouped(count)
    : `${grouped(count)} of ${grouped(kind.of)} (${share(count, kind.of)})`
}

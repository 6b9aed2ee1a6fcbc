import { digits } from '../../base/decimal.js'
import { say } from '../../base/say/say.js'
import { widthOf } from '../../base/text-width.js'
import { recordName, recordNames } from '../../lang/labels.js'
import { type Pack, packLabel } from '../../lang/pack.js'
import { grouped, share } from '../text/numbers.js'
import { countedRecords, listed, parted } from '../text/words.js'
import { type FindingKind, touched } from './kinds.js'
import type { ValidateSummary } from './summary.js'

/** What was read, which pack checked it, and what it found: a sentence each. */
export function validateHeadline(pack: Pack, summary: ValidateSummary, files: readonly string[]): string[] {
  const { ledger, assumed, affected } = summary
  const where = files.length === 1 ? (files[0] ?? '') : say('count.files', { count: grouped(files.length) })
  const set = [...pack.set].map(([parameter, value]) =>
    say('assess.set', { parameter, value: digits(value) }),
  )
  const { error, warning } = summary.severities
  const found =
    affected === 0
      ? say('validate.clean', { record: recordName(pack) })
      : say('validate.affected', {
          count: grouped(affected),
          records: affected === 1 ? recordName(pack) : recordNames(pack),
          share: share(affected, ledger.read),
        })
  return [
    say('validate.checked', {
      records: countedRecords(pack, ledger.read),
      files: where,
      pack: packLabel(pack),
      found: severityWords(error, warning),
    }),
    found,
    ...(set.length === 0 ? [] : [say('validate.what-if', { set: listed(set, 'and') })]),
    ...(assumed.length === 0 ? [] : [say('assess.assumed', { facts: listed(assumed, 'and') })]),
  ]
}

function severityWords(errors: number, warnings: number): string {
  if (errors + warnings === 0) return say('validate.no-finding')
  const words = [
    ...(errors === 0 ? [] : [say('count.errors', { count: grouped(errors) })]),
    ...(warnings === 0 ? [] : [say('count.warnings', { count: grouped(warnings) })]),
  ]
  return listed(words, 'and')
}

/** What was found, in the words of its first example: `15 min is not a number; write 15`. */
export function kindWords({ diagnostic: { message, help } }: FindingKind): string {
  return help === undefined ? message : parted([message, help])
}

/** Longer advice makes a table hard to read, and most findings say by themselves what to do. */
const BRIEF = 50

/** The same for a table: without advice that is long. */
export const briefWords = (kind: FindingKind): string =>
  widthOf(kind.diagnostic.help ?? '') <= BRIEF ? kindWords(kind) : kind.diagnostic.message

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
    : say('validate.extent', {
        count: grouped(count),
        all: grouped(kind.of),
        share: share(count, kind.of),
      })
}

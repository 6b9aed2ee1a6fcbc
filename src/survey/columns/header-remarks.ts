import type { CellPlace, Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { allOf, andMore, shortName } from '../../base/wording.js'
import { foldName } from './column-names.js'

/** Remarks about columns without a name, and about names that occur twice. */
export function headerRemarks(headers: readonly string[], at: CellPlace): Diagnostic[] {
  const names = new Map<string, string>()
  const repeated = new Set<string>()
  for (const header of headers) {
    const folded = foldName(header)
    if (names.has(folded)) repeated.add(folded)
    else names.set(folded, header)
  }
  const blank = headers.filter((header) => foldName(header) === '').length
  repeated.delete('')
  return [
    ...(blank > 0 ? [blankHeader(blank, at)] : []),
    ...[...repeated].map((folded) => duplicateHeader(names.get(folded) ?? folded, at)),
  ]
}

const NAMES_LISTED = 8

/** One note on all facts that are known by the last part of a header; the rest of the header is not looked at. */
export function lastPartNote(
  facts: readonly (readonly [fact: string, header: string])[],
  at: CellPlace,
): Diagnostic[] {
  if (facts.length === 0) return []
  const shown = facts
    .slice(0, NAMES_LISTED)
    .map(([fact, header]) => say('last-part.fact', { fact, column: shortName(header) }))
  const more = facts.length - shown.length
  const message = say('last-part', { facts: more > 0 ? andMore(shown, more) : allOf(shown) })
  return [{ code: 'last-part', severity: 'note', message, at }]
}

export const blankHeader = (count: number, at: CellPlace): Diagnostic => ({
  code: 'blank-header',
  severity: 'warning',
  message: say('blank-header', { count }),
  help: say('blank-header.help'),
  at,
})

export const duplicateHeader = (header: string, at: CellPlace): Diagnostic => ({
  code: 'duplicate-header',
  severity: 'warning',
  message: say('duplicate-header', { column: shortName(header) }),
  help: say('duplicate-header.help'),
  at,
})

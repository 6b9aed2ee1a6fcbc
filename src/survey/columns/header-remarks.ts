import type { CellPlace, Diagnostic } from '../../base/diagnostic.js'
import { shortName } from '../../base/wording.js'
import { foldName } from './column-names.js'

/** Remarks about columns without a name, and about names that stand twice. */
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

export const blankHeader = (count: number, at: CellPlace): Diagnostic => ({
  code: 'blank-header',
  severity: 'warning',
  message: count === 1 ? '1 column has no name' : `${count} columns have no name`,
  help: 'name them, or remove them',
  at,
})

export const duplicateHeader = (header: string, at: CellPlace): Diagnostic => ({
  code: 'duplicate-header',
  severity: 'warning',
  message: `column \`${shortName(header)}\` stands more than once and is not used`,
  help: 'rename or remove all but one',
  at,
})

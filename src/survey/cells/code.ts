import { didYouMean } from '../../base/suggest.js'
import type { FactDeclaration } from '../../lang/pack.js'
import type { CellOptions } from './options.js'
import { type CellReader, invalid, known, quoteCell } from './reading.js'
import { unwrapText } from './text.js'

const CODES_LISTED = 12

/** Reads the cells of a code: first by what is declared for the column, then by the pack's codes and aliases, then by these without case. */
export function codeReader(declaration: FactDeclaration, options: CellOptions): CellReader {
  const exact = new Map<string, string>()
  const loose = new Map<string, string | null>()
  for (const { code, aliases } of declaration.codes) {
    for (const spelling of [code, ...aliases].map(unwrapText)) {
      if (!exact.has(spelling) || spelling === code) exact.set(spelling, code)
      const folded = spelling.toLowerCase()
      loose.set(folded, (loose.get(folded) ?? code) === code ? code : null)
    }
  }
  for (const [spelling, code] of declaredCodes(options)) {
    exact.set(spelling, code)
    loose.set(spelling.toLowerCase(), code)
  }
  const codes = declaration.codes.map(({ code }) => `\`${code}\``)
  const more = codes.length > CODES_LISTED ? [`${codes.length - CODES_LISTED} more`] : []
  const listed = [...codes.slice(0, CODES_LISTED), ...more].join(', ')
  return (cell) => {
    const code = exact.get(cell) ?? loose.get(cell.toLowerCase())
    if (code) return known(code)
    const near = declaration.personal || cell.length > 40 ? undefined : didYouMean(cell, exact.keys())
    const message = `${quoteCell(cell, declaration)} is none of the codes ${listed}`
    return invalid(
      'invalid-code',
      message,
      near ??
        'write one of the codes, or leave the cell blank; a mapping says under `codes` what other cells mean',
    )
  }
}

const declaredCodes = ({ codes }: CellOptions): [string, string][] =>
  [...(codes ?? [])].map(([spelling, code]) => [unwrapText(spelling), code])

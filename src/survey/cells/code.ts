import { say } from '../../base/say/say.js'
import { didYouMean } from '../../base/suggest.js'
import { allOf } from '../../base/wording.js'
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
  const more = codes.length - CODES_LISTED
  const first = allOf(codes.slice(0, CODES_LISTED))
  const listed = more > 0 ? say('invalid-code.more', { codes: first, more }) : first
  return (cell) => {
    const code = exact.get(cell) ?? loose.get(cell.toLowerCase())
    if (code) return known(code)
    const near = declaration.personal || cell.length > 40 ? undefined : didYouMean(cell, exact.keys())
    const message = say('invalid-code', { cell: quoteCell(cell, declaration), codes: listed })
    return invalid('invalid-code', message, near ?? say('invalid-code.help'))
  }
}

const declaredCodes = ({ codes }: CellOptions): [string, string][] =>
  [...(codes ?? [])].map(([spelling, code]) => [unwrapText(spelling), code])

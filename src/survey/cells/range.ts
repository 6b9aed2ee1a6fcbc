import { meet, type Range } from '../../base/range.js'
import { say } from '../../base/say/say.js'
import { isNull, type Tree } from '../../base/tree/tree.js'
import type { FactDeclaration } from '../../lang/pack.js'
import { factOfRange } from '../../lang/record.js'
import { unansweredReader } from './missing.js'
import type { CellOptions } from './options.js'
import { type CellReader, invalid, quoteCell, type Reading } from './reading.js'

const BETWEEN = '..'

/**
 * Reads numbers and ranges of them: `55..63`, `55..`, `..63`, with or without blanks around the points. Each end is read as a number of the
 * column would be. A range that leaves one number is that number.
 */
export function rangeReader(
  declaration: FactDeclaration,
  options: CellOptions,
  readNumber: CellReader,
): CellReader {
  const unanswered = unansweredReader(declaration.type, { ...options, suspects: new Set() })
  const readEnd = (end: string, typed: string): Reading =>
    unanswered(end) === null ? readNumber(end, typed) : noEnd(end, declaration)
  return (cell, typed) => {
    const ends = endsOf(cell)
    if (ends === null) return readNumber(cell, typed)
    const read = ends.map((end) => (end === '' ? null : readEnd(end, typed)))
    const wrong = read.find((each) => each !== null && each.fault !== null)
    if (wrong?.fault != null) return ofRange(wrong.fault, cell, declaration)
    const [lo = null, hi = null] = read.map(numberIn)
    if (lo !== null && hi !== null && lo.gt(hi)) return inOrder(cell, ends, declaration)
    const isOne = meet(declaration.range, { lo, hi })
    return { fact: factOfRange(isOne !== null && isPoint(isOne) ? isOne : { lo, hi }), fault: null }
  }
}

const isPoint = ({ lo, hi }: Range) => lo !== null && hi !== null && lo.eq(hi)

/** What stands on the two sides of the points; `null` where that says no range. Three points are those of a text that was cut off. */
function endsOf(cell: string): readonly [string, string] | null {
  const at = cell.indexOf(BETWEEN)
  if (at < 0 || cell.includes('...')) return null
  const low = cell.slice(0, at).trim()
  const high = cell.slice(at + BETWEEN.length).trim()
  return low === '' && high === '' ? null : [low, high]
}

const numberIn = (reading: Reading | null) =>
  reading?.fact.kind === 'known' && typeof reading.fact.value === 'object' ? reading.fact.value : null

const noEnd = (end: string, declaration: FactDeclaration): Reading =>
  invalid(
    'invalid-number',
    say('invalid-number.no-answer', { cell: quoteCell(end, declaration) }),
    say('invalid-number.help.open'),
  )

const ofRange = (fault: Reading['fault'] & object, cell: string, declaration: FactDeclaration): Reading => ({
  fact: { kind: 'gap', reason: 'invalid' },
  fault: {
    ...fault,
    why: fault.why ?? say('invalid-number.why.end', { cell: quoteCell(cell, declaration) }),
  },
})

const inOrder = (
  cell: string,
  [low, high]: readonly [string, string],
  declaration: FactDeclaration,
): Reading =>
  invalid(
    'invalid-number',
    say('invalid-number.order', { cell: quoteCell(cell, declaration) }),
    declaration.personal
      ? say('out-of-range.help')
      : say('invalid-number.help.figure', { number: `${high}${BETWEEN}${low}` }),
  )

/** The range that a mapping says with `min` and `max`, as a cell would; `null` for any other list or mapping. */
export function rangeInTree(tree: Tree | undefined): string | null {
  if (tree?.kind !== 'mapping' || tree.entries.length === 0) return null
  const ends = new Map<string, string>()
  for (const { key, value } of tree.entries) {
    if ((key.text !== 'min' && key.text !== 'max') || value.kind !== 'scalar') return null
    ends.set(key.text, isNull(value) ? '' : value.text)
  }
  return `${ends.get('min') ?? ''}${BETWEEN}${ends.get('max') ?? ''}`
}

import type { Programme } from '../policy/programme.js'
import { share } from './book-figures.js'
import type { Cell, GapSums } from './cells.js'
import type { Counted, End, FigureRule } from './figure.js'

/**
 * P0, P1 and P2 of each line (Foster, Greer and Thorbecke 1984): the share below it, the mean gap, the mean squared gap; a gap is what is
 * missing as a share of the line, 0 for those who are not below. Strictly below is poor. With one line also without its name.
 */
export function lineFigures(programme: Programme, cell: Cell): FigureRule[] {
  const { lines, incomeFloor } = programme
  return lines.flatMap(({ id }, line) => {
    const suffix = lines.length === 1 ? '' : `@${id}`
    return (['persons', 'households'] as const).flatMap((counted) => [
      share(`p0${suffix}`, counted, ({ poor }) => poor[line] ?? 'open'),
      ...([1, 2] as const).flatMap((power) => [
        gapFigure(`p${power}${suffix}`, { counted, line, power, cell, floored: false }),
        ...(incomeFloor === null
          ? []
          : [gapFigure(`p${power}${suffix}.floored`, { counted, line, power, cell, floored: true })]),
      ]),
    ])
  })
}

interface GapFigure {
  readonly counted: Counted
  readonly line: number
  readonly power: 1 | 2
  readonly cell: Cell
  readonly floored: boolean
}

function gapFigure(name: string, { counted, line, power, cell, floored }: GapFigure): FigureRule {
  const end = (side: 'least' | 'most'): End => ({
    above: () => 0,
    below: () => 1,
    under: 1,
    gaps: { line, power, of: (sums: GapSums) => (floored ? (sums.floored ?? sums) : sums)[side] },
  })
  const noIncome = !floored && (cell.endless[line] ?? 0) > 0
  const noLine = (cell.lineless[line] ?? 0) > 0
  const open = [...(noIncome ? (['income'] as const) : []), ...(noLine ? (['line'] as const) : [])]
  return {
    name,
    unit: 'ratio',
    counted,
    cases: 'all',
    least: end('least'),
    most: open.length > 0 ? null : end('most'),
    open,
    optionsOf: null,
    spread: floored ? 'index' : 'open',
  }
}

import { csvStyle } from '../../base/csv-text.js'
import { type Quotient, significantDigits } from '../../base/quotient.js'
import type { Figure } from '../../programme/measure/figures.js'
import { areaCells, areaColumns } from './area-cells.js'
import type { MeasureContext, MeasureReport } from './report.js'

/** The columns, of which a figure is a row. */
export const MEASURE_COLUMNS = [
  'by',
  'group',
  'figure',
  'counted',
  'unit',
  'cases',
  'min',
  'max',
  'se_min',
  'se_max',
  'ci_low',
  'ci_high',
  'households',
  'persons',
  'psus',
  'df',
  'note',
] as const

/** One line a figure. An end that is open is empty, and the note says why. */
export function measureCsv(context: Pick<MeasureContext, 'excel' | 'areas' | 'areaFacts'>): MeasureReport {
  const { start, line } = csvStyle(context)
  if (context.areas.length > 0) {
    return {
      start: () => start + line(areaColumns(context)),
      area: (area) => line(areaCells(context, area)),
    }
  }
  return {
    start: () => start + line(MEASURE_COLUMNS),
    group: (figures) => figures.map((figure) => line(cellsOf(figure))).join(''),
  }
}

const cellsOf = (figure: Figure): string[] => [
  figure.by,
  figure.group,
  figure.figure,
  figure.counted,
  figure.unit,
  figure.cases,
  plainDigits(figure.least),
  plainDigits(figure.most),
  ...[figure.errorLeast, figure.errorMost, figure.low, figure.high].map(plainNumber),
  figure.households === null ? '' : String(figure.households),
  figure.persons === null ? '' : String(figure.persons),
  figure.units === null ? '' : String(figure.units),
  figure.df === null ? '' : String(figure.df),
  [...figure.notes, ...figure.lonely.map((stratum) => `stratum ${stratum}`)].join('|'),
]

/** Significant figures of what is not a count. */
export const FIGURES = 9

/** A count as it is, another figure to nine significant figures; an open end is empty. */
export const plainDigits = (end: Quotient | null): string =>
  end === null
    ? ''
    : end.over % end.under === 0n
      ? String(end.over / end.under)
      : significantDigits(end, FIGURES)

/** A double to nine significant figures. */
export const plainNumber = (value: number | null): string => {
  if (value === null || !Number.isFinite(value)) return ''
  const text = value.toPrecision(FIGURES)
  const plain = text.includes('e') ? value.toFixed(MOST_PLACES) : text
  return plain.includes('.') ? withoutZeros(plain) : plain
}

/** As many places as a figure of 10⁻⁹ needs for nine figures. */
const MOST_PLACES = 18

function withoutZeros(text: string): string {
  let end = text.length
  while (text[end - 1] === '0') end -= 1
  return text.slice(0, text[end - 1] === '.' ? end - 1 : end)
}

import { ratiosOf, type Spread, spreadOf } from './statistics.js'

/** Rows as a Markdown table; the first column is text, the others numbers. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((name, at) =>
    Math.max(name.length, 4, ...rows.map((row) => (row[at] ?? '').length)),
  )
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, at) => (at === 0 ? (cells[at] ?? '').padEnd(width) : (cells[at] ?? '').padStart(width))).join(' | ')} |`
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [line(header), rule, ...rows.map(line)].join('\n')
}

/** Rates and what else was measured of each way; `columns` gives cells for the figures of one way, all rounds. */
export function rateTable<T>(
  results: ReadonlyMap<string, readonly T[]>,
  rateOf: (figure: T) => number,
  more: Readonly<Record<string, (figures: readonly T[]) => string>>,
  against: string,
): string {
  const rates = new Map([...results].map(([name, figures]) => [name, figures.map(rateOf)]))
  const base = rates.get(against) ?? []
  const rows = [...results].map(([name, figures]) => {
    const own = rates.get(name) ?? []
    const quotient = name === against ? '1' : `× ${withSpread(spreadOf(ratiosOf(own, base)), ratio)}`
    return [
      name,
      withSpread(spreadOf(own), perSecond),
      quotient,
      ...Object.values(more).map((cell) => cell(figures)),
    ]
  })
  return markdownTable(['way', 'households/s', `against ${against}`, ...Object.keys(more)], rows)
}

/** `12.3 (11.9–12.8)`, one number alone where there is no spread. */
export const withSpread = ({ median, least, most }: Spread, text: (value: number) => string): string =>
  text(least) === text(most) ? text(median) : `${text(median)} (${text(least)}–${text(most)})`

/** Three digits that count: `1,230,000`, `7,120`. */
function perSecond(value: number): string {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 2)
  return (Math.round(value / step) * step).toLocaleString('en')
}

/** `0.049`, `2.83`, `12.1`. */
export const ratio = (value: number): string => String(Number(value.toPrecision(value < 0.1 ? 2 : 3)))

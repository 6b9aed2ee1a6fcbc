import type { ChalkInstance } from 'chalk'
import Table from 'cli-table3'
import type { Cell, Column, Section, Tone } from './section.js'
import { cut, printable, widthOf, wrap } from './text-width.js'

const GAP = '  '
/** A flexible column is never narrower than this. */
const LEAST = 24
/** No other column is wider than this. */
const WIDEST = 34

/** A section as aligned lines of at most `width` columns: no borders, a rule below the heads and above totals. */
export function gridLines(section: Section, width: number, paint: ChalkInstance): string[] {
  const { columns, widths } = fitted(section, width)
  const rule = widths.map((each) => '─'.repeat(each))
  const table = new Table({
    chars: NO_BORDERS,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colWidths: widths,
    colAligns: columns.map(({ align }) => align),
  })
  table.push(columns.map(({ head }, at) => paint.dim(cut(printable(head), widths[at] ?? 0))))
  table.push(rule)
  for (const row of section.rows) {
    if (row === 'rule') table.push(rule)
    else if ('heading' in row)
      table.push([{ content: headingText(row.heading, width), colSpan: columns.length }])
    else table.push(columns.map(({ index }, at) => painted(row.cells[index], widths[at] ?? 0, paint)))
  }
  return table
    .toString()
    .split('\n')
    .map((line) => drawn(line.trimEnd(), paint))
}

/** cli-table3 draws every one of these unless it is told not to; `middle` stands between two columns. */
const NO_BORDERS = {
  ...{
    top: '',
    'top-mid': '',
    'top-left': '',
    'top-right': '',
    bottom: '',
    'bottom-mid': '',
    'bottom-left': '',
  },
  ...{
    'bottom-right': '',
    left: '',
    'left-mid': '',
    mid: '',
    'mid-mid': '',
    right: '',
    'right-mid': '',
    middle: GAP,
  },
}

const headingText = (text: string, width: number) => cut(printable(text), width)

type Fitted = Column & { readonly index: number }

/** The columns that fit, and their widths; what can be dropped goes before the flexible one gets too narrow. */
function fitted(section: Section, width: number): { columns: Fitted[]; widths: number[] } {
  let columns: Fitted[] = section.columns.map((column, index) => ({ ...column, index }))
  for (;;) {
    const natural = columns.map(({ index }) => naturalWidth(section, index))
    const capped = natural.map((each, at) => (columns[at]?.flexible ? each : Math.min(each, WIDEST)))
    const others = capped.reduce(
      (sum, each, at) => sum + (columns[at]?.flexible ? 0 : each),
      GAP.length * (columns.length - 1),
    )
    const left = width - others
    const needed = Math.min(
      LEAST,
      ...columns.flatMap(({ flexible }, at) => (flexible ? [natural[at] ?? 0] : [])),
    )
    const most = Math.max(0, ...columns.map(({ dropped }) => dropped ?? 0))
    if (most === 0 || left >= (columns.some(({ flexible }) => flexible) ? needed : 0)) {
      return {
        columns,
        widths: capped.map((each, at) =>
          columns[at]?.flexible ? Math.min(each, Math.max(left, LEAST)) : each,
        ),
      }
    }
    columns = columns.filter(({ dropped }) => dropped !== most)
  }
}

function naturalWidth(section: Section, index: number): number {
  const texts = section.rows.flatMap((row) =>
    row !== 'rule' && 'cells' in row ? [row.cells[index]?.text ?? ''] : [],
  )
  return Math.max(
    1,
    ...[section.columns[index]?.head ?? '', ...texts].map((text) => widthOf(printable(text))),
  )
}

function painted(cell: Cell | undefined, width: number, paint: ChalkInstance): string {
  const tone = TONES[cell?.tone ?? 'plain']
  return wrap(printable(cell?.text ?? ''), width)
    .map((line) => tone(paint, line))
    .join('\n')
}

const TONES: Record<Tone, (paint: ChalkInstance, text: string) => string> = {
  plain: (_, text) => text,
  strong: (paint, text) => paint.bold(text),
  quiet: (paint, text) => paint.dim(text),
  warn: (paint, text) => paint.yellow(text),
  bad: (paint, text) => paint.red(text),
  good: (paint, text) => paint.green(text),
}

/** A rule runs through the gaps between columns. */
const drawn = (line: string, paint: ChalkInstance) =>
  /^[─ ]+$/.test(line) ? paint.dim(line.replaceAll(' ', '─')) : line

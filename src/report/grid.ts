import type { ChalkInstance } from 'chalk'
import Table from 'cli-table3'
import type { Cell, Column, Section, Tone } from './section.js'
import { cut, printable, widthOf, wrap } from './text-width.js'

const GAP = '  '
/** Rows under a heading stand in from it. */
const INDENT = '  '
/** A flexible column is never narrower than this. */
const LEAST = 24
/** No other column is wider than this. */
const WIDEST = 40

/** A section as aligned lines of at most `width` columns: no borders, a rule below the heads and above totals. */
export function gridLines(wide: Section, width: number, paint: ChalkInstance): string[] {
  const section = wide.narrow !== undefined && leastWidth(wide) > width ? wide.narrow : wide
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
      table.push([{ content: cut(printable(row.heading), width), colSpan: columns.length }])
    else
      table.push(
        columns.map(({ index }, at) =>
          painted(row.cells[index], widths[at] ?? 0, indentOf(section, index), paint),
        ),
      )
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

type Fitted = Column & { readonly index: number }

/** The columns that fit, and their widths; what can be dropped goes before the flexible one gets too narrow. */
function fitted(section: Section, width: number): { columns: Fitted[]; widths: number[] } {
  let columns: Fitted[] = section.columns.map((column, index) => ({ ...column, index }))
  for (;;) {
    const natural = columns.map(({ index }) => naturalWidth(section, index))
    const fixed = natural.map((each, at) => (columns[at]?.flexible ? 0 : Math.min(each, WIDEST)))
    const left = width - sum(fixed) - GAP.length * (columns.length - 1)
    const needed = sum(natural.map((each, at) => (columns[at]?.flexible ? Math.min(each, LEAST) : 0)))
    const most = Math.max(0, ...columns.map(({ dropped }) => dropped ?? 0))
    if (most === 0 || left >= needed) {
      const rest = Math.max(left, LEAST)
      return {
        columns,
        widths: fixed.map((each, at) => (columns[at]?.flexible ? Math.min(natural[at] ?? 0, rest) : each)),
      }
    }
    columns = columns.filter(({ dropped }) => dropped !== most)
  }
}

function leastWidth(section: Section): number {
  const widths = section.columns.map((_, index) => Math.min(naturalWidth(section, index), WIDEST))
  return sum(widths) + GAP.length * (widths.length - 1)
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

function naturalWidth(section: Section, index: number): number {
  const indent = indentOf(section, index).length
  let widest = Math.max(1, widthOf(printable(section.columns[index]?.head ?? '')))
  for (const row of section.rows) {
    if (row === 'rule' || 'heading' in row) continue
    widest = Math.max(widest, indent + widthOf(printable(row.cells[index]?.text ?? '')))
  }
  return widest
}

const indentOf = ({ rows }: Section, index: number) =>
  index === 0 && rows.some((row) => row !== 'rule' && 'heading' in row) ? INDENT : ''

function painted(cell: Cell | undefined, width: number, indent: string, paint: ChalkInstance): string {
  const tone = TONES[cell?.tone ?? 'plain']
  return wrap(printable(cell?.text ?? ''), width - indent.length)
    .map((line) => indent + tone(paint, line))
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

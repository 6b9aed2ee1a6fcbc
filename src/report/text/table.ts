import type { ChalkInstance } from 'chalk'
import { printable } from '../../base/inert-text.js'
import type { Cell, Column, Section, Tone } from './section.js'
import { cut, padEnd, padStart, widthOf, wrap } from './text-width.js'

const GAP = '  '
/** Rows under a heading are indented. */
const INDENT = '  '
/** A flexible column is never narrower than this. */
const LEAST = 24
/** No other column is wider than this. */
const WIDEST = 40

/** A section as aligned lines of at most `width` columns: no borders, a rule below the heads and above totals. */
export function tableLines(wide: Section, width: number, paint: ChalkInstance): string[] {
  const section = wide.narrow !== undefined && leastWidth(wide) > width ? wide.narrow : wide
  const { columns, widths } = fitted(section, width)
  const rule = widths.map((each) => '─'.repeat(each)).join(GAP)
  const heads = columns.map(({ head }, at) => [paint.dim(cut(printable(head), widths[at] ?? 0))])
  const lines = [...besideEachOther(heads, columns, widths), rule]
  for (const row of section.rows) {
    if (row === 'rule') lines.push(rule)
    else if ('heading' in row) lines.push(headingLine(row.heading, columns, widths, width))
    else {
      const cells = columns.map(({ index }, at) =>
        painted(row.cells[index], widths[at] ?? 0, indentOf(section, index), paint),
      )
      for (const line of besideEachOther(cells, columns, widths)) lines.push(line)
    }
  }
  return lines.map((line) => drawn(line.trimEnd(), paint))
}

/** The lines of all cells of a row, side by side; there are as many as the longest cell has. */
function besideEachOther(
  cells: readonly (readonly string[])[],
  columns: readonly Column[],
  widths: readonly number[],
): string[] {
  const height = Math.max(...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    cells.map((lines, at) => aligned(lines[line] ?? '', columns[at], widths[at] ?? 0)).join(GAP),
  )
}

function aligned(text: string, column: Column | undefined, width: number): string {
  return column?.align === 'right' ? padStart(text, width) : padEnd(text, width)
}

/** A heading runs over all columns, and counts each gap between them as one column. */
function headingLine(heading: string, columns: readonly Column[], widths: readonly number[], width: number) {
  const all = sum(widths) + widths.length - 1
  return aligned(cut(cut(printable(heading), width), all), columns[0], all)
}

type Fitted = Column & { readonly index: number }

/** The columns that fit, and their widths. Columns that may be left out go before a flexible one gets too narrow. */
function fitted(section: Section, width: number): { columns: Fitted[]; widths: number[] } {
  let columns: Fitted[] = section.columns.map((column, index) => ({ ...column, index }))
  for (;;) {
    const natural = columns.map(({ index }) => naturalWidth(section, index))
    const fixed = natural.map((each, at) => (columns[at]?.flexible ? 0 : Math.min(each, WIDEST)))
    const left = width - sum(fixed) - GAP.length * (columns.length - 1)
    const needed = sum(natural.map((each, at) => (columns[at]?.flexible ? Math.min(each, LEAST) : 0)))
    const most = Math.max(0, ...columns.map(({ dropped }) => dropped ?? 0))
    if (most === 0 || left >= needed) {
      const isFlexible = (at: number) => columns[at]?.flexible === true
      const shared = shares(
        natural.filter((_, at) => isFlexible(at)),
        Math.max(left, LEAST),
      )
      return { columns, widths: fixed.map((each, at) => (isFlexible(at) ? (shared.shift() ?? 0) : each)) }
    }
    columns = columns.filter(({ dropped }) => dropped !== most)
  }
}

/** How columns share a width: each gets what it wants, at most an equal share of what the narrower ones leave. */
function shares(wanted: readonly number[], width: number): number[] {
  const shared = [...wanted]
  let left = width
  const narrowFirst = wanted.map((each, at) => ({ each, at })).sort((a, b) => a.each - b.each)
  for (const [before, { each, at }] of narrowFirst.entries()) {
    shared[at] = Math.min(each, Math.floor(left / (wanted.length - before)))
    left -= shared[at]
  }
  return shared
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

function painted(cell: Cell | undefined, width: number, indent: string, paint: ChalkInstance): string[] {
  const tone = TONES[cell?.tone ?? 'plain']
  return wrap(printable(cell?.text ?? ''), width - indent.length).map((line) => indent + tone(paint, line))
}

const TONES: Record<Tone, (paint: ChalkInstance, text: string) => string> = {
  plain: (_, text) => text,
  strong: (paint, text) => paint.bold(text),
  quiet: (paint, text) => paint.dim(text),
  warn: (paint, text) => paint.yellow(text),
  bad: (paint, text) => paint.red(text),
  good: (paint, text) => paint.green(text),
}

/** A rule is drawn through the gaps between columns. */
const drawn = (line: string, paint: ChalkInstance) =>
  /^[─ ]+$/.test(line) ? paint.dim(line.replaceAll(' ', '─')) : line

import type { ChalkInstance } from 'chalk'
import Table from 'cli-table3'
import { printable } from '../../base/inert-text.js'
import { cut, widthOf, wrap } from '../../base/text-width.js'
import type { Cell, Column, Section, Tone } from './section.js'

const GAP = '  '
const RULE = '─'
const NO_BORDERS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
}
/** Rows under a heading are indented. */
const INDENT = '  '
/** Columns that may be left out go before a flexible one gets narrower than this. */
const LEAST = 24
/** Where none is left to go, a flexible column has at least this. */
const NARROWEST = 10
/** No other column is wider than this. */
const WIDEST = 40

/** Rows that one table of the library draws: the time that it takes grows with the square of its rows. */
const AT_ONCE = 16

/**
 * A section as aligned lines of at most `width` columns: no borders, a rule below the heads and above totals. Texts are wrapped before the
 * library draws them, each line as a row of its own, because it counts what it wraps by code units and loses the rest.
 */
export function tableLines(wide: Section, width: number, paint: ChalkInstance): string[] {
  const section = wide.narrow !== undefined && leastWidth(wide) > width ? wide.narrow : wide
  const { columns, widths } = fitted(section, width)
  const rule = paint.dim(RULE.repeat(sum(widths) + GAP.length * (widths.length - 1)))
  const heads = columns.map(({ head }, at) => [paint.dim(cut(printable(head), widths[at] ?? 0))])
  const lines: string[] = []
  let cells = besideEachOther(heads)
  const drawCells = () => {
    for (const block of blocks(cells)) lines.push(...drawnBlock(block, columns, widths))
    cells = []
  }
  for (const row of ['rule' as const, ...section.rows]) {
    if (row !== 'rule' && 'cells' in row)
      for (const line of besideEachOther(cellsOf(row.cells))) cells.push(line)
    else {
      drawCells()
      lines.push(row === 'rule' ? rule : cut(printable(row.heading), width))
    }
  }
  drawCells()
  return lines

  function cellsOf(each: readonly Cell[]): string[][] {
    return columns.map(({ index }, at) =>
      painted(each[index], widths[at] ?? 0, indentOf(section, index), paint),
    )
  }
}

/** The lines of all cells of a row, side by side; there are as many as the longest cell has. */
function besideEachOther(cells: readonly (readonly string[])[]): string[][] {
  const height = Math.max(...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) => cells.map((lines) => lines[line] ?? ''))
}

function drawnBlock(
  rows: readonly string[][],
  columns: readonly Column[],
  widths: readonly number[],
): string[] {
  const table = new Table({
    chars: { ...NO_BORDERS, middle: GAP },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
    colWidths: [...widths],
    colAligns: columns.map(({ align }) => align),
  })
  table.push(...rows)
  const lines = table.toString().split('\n')
  return lines.map((line) => line.trimEnd())
}

const blocks = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, at) =>
    rows.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  )

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
        Math.max(left, NARROWEST),
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
  warn: (paint, text) => paint.magenta(text),
  bad: (paint, text) => paint.red(text),
  good: (paint, text) => paint.green(text),
}

import type { DiagnosticCode } from '../../base/codes.js'
import type { Diagnostic } from '../../base/diagnostic.js'
import { positionOf, type Source } from '../../base/source.js'
import { isNull, type Tree } from '../../base/tree/tree.js'

/** One record as it is in a file, before anything is read from its cells. */
export interface RecordRow {
  readonly kind: 'record'
  /** The physical line where it starts, from 1. */
  readonly line: number
  readonly content: Content
  /** The text of the row, without its line break. */
  raw(): string
}

/** Cells by position, or values by key; `source` places values on lines where a record has several. */
export type Content =
  | {
      readonly kind: 'cells'
      readonly cells: readonly string[]
      /** Positions of cells of a workbook that hold a number shown as a day or time; left out where there are none. */
      readonly dates?: ReadonlySet<number>
      /** By position, what the format of a number of a workbook adds to it, such as kg; left out where it adds nothing. */
      readonly words?: ReadonlyMap<number, string>
      /** Columns in which the row is one of a cell that is merged over several, with the number of that cell. */
      readonly merged?: ReadonlyMap<number, number>
    }
  | { readonly kind: 'tree'; readonly values: ReadonlyMap<string, Tree>; readonly source: Source | null }

/** What a reader of a format gives, row by row. A fault is the last row: nothing after it can be read. */
export type SourceRow =
  | RecordRow
  | { readonly kind: 'header'; readonly line: number; readonly headers: readonly string[] }
  | { readonly kind: 'blank'; readonly line: number }
  | SkippedRow
  | BrokenRow
  | { readonly kind: 'fault'; readonly fault: Diagnostic }

/** A row near the header that is not data: hashtags of HXL, a title above, labels below. */
export interface SkippedRow {
  readonly kind: 'skipped'
  readonly line: number
  readonly why: 'hxl' | 'title' | 'labels'
}

/** Why a row is broken. */
export type WhyBroken = Pick<BrokenRow, 'code' | 'message'>

export interface BrokenRow {
  readonly kind: 'broken'
  readonly line: number
  readonly code: DiagnosticCode
  readonly message: string
  /** Whether it has fewer cells than the header, and is not where the text breaks off. */
  readonly isShort?: true
  raw(): string
}

/** Where a fact stands: a header with its position in a table, a key in a tree (position -1). */
export interface Column {
  readonly header: string
  readonly index: number
}

/** The most characters of one record. More are a mistake, such as a quote that is never closed. */
export const LONGEST_RECORD = 1 << 24

/** The text of a value as typed; empty where there is none, `null` where a list or mapping stands instead. */
export function textAt(content: Content, column: Column): string | null {
  if (content.kind === 'cells') return content.cells[column.index] ?? ''
  const tree = content.values.get(column.header)
  return tree === undefined ? '' : scalarText(tree)
}

/** The line of a value, for diagnostics. */
export function lineAt(row: RecordRow, tree: Tree | undefined): number {
  if (row.content.kind === 'cells' || row.content.source === null || tree === undefined) return row.line
  return positionOf(row.content.source, tree.start).line
}

export const treeAt = (content: Content, column: Column): Tree | undefined =>
  content.kind === 'tree' ? content.values.get(column.header) : undefined

/** The text of a single value, empty for `null`; `null` for lists and mappings. */
export function scalarText(tree: Tree): string | null {
  if (tree.kind !== 'scalar') return null
  return isNull(tree) ? '' : tree.text
}

/** A text trimmed and NFKC-folded. Every cell, id and header is cleaned so before it is compared. */
export function clean(text: string): string {
  return (PLAIN.test(text) ? text : text.normalize('NFKC')).trim()
}

const PLAIN = /^[\x20-\x7e]*$/

import type { DiagnosticCode } from './codes.js'
import { lineText, ownSource, positionOf, type Source, type Span } from './source.js'

export type Severity = 'error' | 'warning' | 'note'

/** A place in a text file. Lines and columns count from 1, `length` in UTF-16 units. */
export interface TextPlace {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly length: number
  /** The line itself and the one above, for the excerpt; of a file of data neither. */
  readonly text: string
  readonly above: string | null
}

/** A place in survey data: a file, the line of a record in it, a column. */
export interface CellPlace {
  readonly file: string
  readonly line: number | null
  readonly field: string | null
}

/** What a person can do as data: flags to add to the command, or lines to add to the mapping, ready to paste. */
export type Fix = { readonly flag: string } | { readonly mapping: string }

/** Says what is wrong in one sentence, then why, then what to do. Lower case, no full stop, what a person typed in backticks. */
export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly severity: Severity
  readonly message: string
  readonly why?: string
  readonly help?: string
  /** The advice of `help` as data, where a flag or a line of a mapping follows it. */
  readonly fix?: Fix
  /** A record that shows what is meant, as YAML. */
  readonly witness?: string
  readonly at: TextPlace | CellPlace | null
  /** The id of the pack's check that fired. */
  readonly check?: string
  /** How many more of this kind there are, and the lines of the first of them. */
  readonly repeats?: { readonly count: number; readonly lines: readonly number[] }
}

export const isTextPlace = (at: Diagnostic['at']): at is TextPlace => at !== null && 'column' in at

export function textPlace(joined: Source, span: Span): TextPlace {
  const { source, offset } = ownSource(joined, span.start)
  const { line, column } = positionOf(source, offset)
  const text = lineText(source, line)
  return {
    file: source.file,
    line,
    column,
    length: Math.max(1, Math.min(span.end - span.start, text.length - column + 1)),
    text: source.isData ? '' : text,
    above: source.isData || line === 1 ? null : lineText(source, line - 1),
  }
}

const LINES_KEPT = 3

/** Takes diagnostics one by one, each with the id of its record if it has one. */
export interface FindingSink {
  add(diagnostic: Diagnostic, record?: string): void
}

/** Diagnostics of one kind: the first, how many more came, and the lines of the first of these. */
interface LogGroup {
  readonly first: Diagnostic
  more: number
  readonly lines: number[]
}

/** The content of a log, to be handed to another one. */
export interface LoggedKinds {
  readonly groups: ReadonlyMap<string, LogGroup>
  readonly counts: ReadonlyMap<DiagnosticCode, number>
}

/**
 * Collects diagnostics. Those with the same code, check, file and column count as repeats of the first, so memory grows with kinds and not
 * with rows.
 */
export interface DiagnosticLog extends FindingSink {
  /** Returns the kind of the diagnostic. */
  add(diagnostic: Diagnostic, record?: string): string
  /** Adds one more of a kind that has come before, on this line. */
  addAnother(kind: string, line: number): void
  /** In the order in which each kind first came. */
  list(): Diagnostic[]
  count(code: DiagnosticCode): number
  kinds(): LoggedKinds
  /** Adds what another log has collected, after the content of this one. */
  merge(kinds: LoggedKinds): void
}

interface LogState {
  readonly groups: Map<string, LogGroup>
  readonly counts: Map<DiagnosticCode, number>
}

export function createLog(): DiagnosticLog {
  const log: LogState = { groups: new Map(), counts: new Map() }
  return {
    add: (diagnostic) => addTo(log, diagnostic),
    addAnother: (kind, line) => addAnotherTo(log, kind, line),
    list: () => listOf(log),
    count: (code) => log.counts.get(code) ?? 0,
    kinds: () => log,
    merge(kinds) {
      for (const [key, { first, more, lines }] of kinds.groups) put(log, key, first, more, lines)
      for (const [code, times] of kinds.counts) count(log, code, times)
    },
  }
}

function addTo(log: LogState, diagnostic: Diagnostic): string {
  const kind = kindOf(diagnostic)
  count(log, diagnostic.code, 1)
  put(log, kind, diagnostic, 0, NO_LINES)
  return kind
}

function addAnotherTo(log: LogState, kind: string, line: number): void {
  const group = log.groups.get(kind)
  if (group === undefined) throw new Error('a kind that has not come')
  count(log, group.first.code, 1)
  group.more += 1
  if (group.lines.length < LINES_KEPT) group.lines.push(line)
}

const listOf = ({ groups }: LogState): Diagnostic[] =>
  [...groups.values()].map(({ first, more, lines }) =>
    more === 0 ? first : { ...first, repeats: { count: more, lines } },
  )

const count = ({ counts }: LogState, code: DiagnosticCode, times: number) =>
  counts.set(code, (counts.get(code) ?? 0) + times)

const NO_LINES: readonly number[] = []

/** Adds diagnostics of one kind: the first of them, how many more there are, and the lines of some of these. */
function put(
  { groups }: LogState,
  kind: string,
  first: Diagnostic,
  more: number,
  lines: readonly number[],
): void {
  const group = groups.get(kind)
  if (group === undefined) {
    groups.set(kind, { first, more, lines: [...lines] })
    return
  }
  const { at } = first
  group.more += 1 + more
  if (group.lines.length === LINES_KEPT) return
  for (const line of [...(at?.line ? [at.line] : []), ...lines])
    if (group.lines.length < LINES_KEPT) group.lines.push(line)
}

function kindOf({ code, check, at, message }: Diagnostic): string {
  return isTextPlace(at)
    ? JSON.stringify([code, at.file, at.line, at.column, message])
    : `${code} ${check} ${at?.file?.length} ${at?.file} ${at?.field ?? message}`
}

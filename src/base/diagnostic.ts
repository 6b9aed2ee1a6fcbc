import type { DiagnosticCode } from './codes.js'
import { lineText, ownSource, positionOf, type Source, type Span } from './source.js'

export type Severity = 'error' | 'warning' | 'note'

/** Where in a text file something stands; lines and columns count from 1, `length` in UTF-16 units. */
export interface TextPlace {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly length: number
  /** The line itself and the one above, for the excerpt. */
  readonly text: string
  readonly above: string | null
}

/** Where in survey data something stands: a file, a record's line in it, a column. */
export interface CellPlace {
  readonly file: string
  readonly line: number | null
  readonly field: string | null
}

/** One sentence of what, then why, then what to do. Lower case, no full stop, what a person typed in backticks. */
export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly severity: Severity
  readonly message: string
  readonly why?: string
  readonly help?: string
  /** A record that shows what is meant, as YAML. */
  readonly witness?: string
  readonly at: TextPlace | CellPlace | null
  /** The id of the pack's check that fired. */
  readonly check?: string
  /** How many more of the same kind there are beside this one, and on which lines the first of them stand. */
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
    text,
    above: line > 1 ? lineText(source, line - 1) : null,
  }
}

const LINES_KEPT = 3

/** Takes diagnostics one by one, as they are found, each with the id of the record that it is about, where it is about one. */
export interface FindingSink {
  add(diagnostic: Diagnostic, record?: string): void
}

/** Diagnostics of one kind: the first, how many more came, and on which lines the first of these stand. */
interface LogGroup {
  readonly first: Diagnostic
  more: number
  readonly lines: number[]
}

/** What a log holds, to be handed to another one. */
export interface LoggedKinds {
  readonly groups: ReadonlyMap<string, LogGroup>
  readonly counts: ReadonlyMap<DiagnosticCode, number>
}

/** Collects diagnostics; those of one code, check, file and column count as repeats of the first. Memory grows with kinds, not with rows. */
export interface DiagnosticLog extends FindingSink {
  /** Says of what kind it is. */
  add(diagnostic: Diagnostic, record?: string): string
  /** Adds another one of a kind that has come, which stands on a line. */
  addAnother(kind: string, line: number): void
  /** In the order in which each kind first came. */
  list(): Diagnostic[]
  count(code: DiagnosticCode): number
  kinds(): LoggedKinds
  /** Takes over what another log has collected behind what stands here. */
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

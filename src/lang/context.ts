import type { DiagnosticCode } from '../base/codes.js'
import { type Diagnostic, textPlace } from '../base/diagnostic.js'
import { positionOf, type Source, type Span, textSlice } from '../base/source.js'
import type { Expression } from './expression.js'
import { parseExpression } from './parse.js'
import type { Places } from './shape.js'

type Path = readonly (string | number)[]

/** What loading a pack shares: the file, where things stand, the faults found so far, and the ids of expressions. */
export interface LoadContext {
  readonly source: Source
  readonly places: Places
  readonly faults: Diagnostic[]
  readonly spans: Map<number, Span>
  fault(
    code: DiagnosticCode,
    at: Span,
    message: string,
    more?: { why?: string; help?: string | undefined },
  ): void
  /** ` (declared at pack.yaml:12)` */
  declaredAt(path: Path): string
  /** Parses the expression at a path; a fault is reported and gives `null`. */
  expression(path: Path, text: string | number): Expression | null
}

export function createContext(source: Source, places: Places): LoadContext {
  const faults: Diagnostic[] = []
  const spans = new Map<number, Span>()
  const context: LoadContext = {
    source,
    places,
    faults,
    spans,
    fault(code, at, message, more = {}) {
      const { why, help } = more
      faults.push({
        code,
        severity: 'error',
        message,
        ...(why ? { why } : {}),
        ...(help ? { help } : {}),
        at: textPlace(source, at),
      })
    },
    declaredAt(path) {
      const { line } = positionOf(source, places.key(path).start)
      return ` (declared at ${source.file.split('/').pop()}:${line})`
    },
    expression(path, raw) {
      const text = String(raw)
      const inFile = offsetsInFile(source, places.value(path), text)
      const parsed = parseExpression(text, {
        place(span) {
          const id = spans.size
          spans.set(id, inFile(span))
          return id
        },
      })
      if ('expression' in parsed) return parsed.expression
      const { message, help, start, end } = parsed.fault
      context.fault('expression-syntax', inFile({ start, end }), message, { help })
      return null
    },
  }
  return context
}

/** Maps offsets of an expression's text to offsets of the file, across quotes, folding and indentation. */
function offsetsInFile(source: Source, at: Span, text: string): (span: Span) => Span {
  const raw = textSlice(source, at)
  const offsets: number[] = []
  let cursor = 0
  for (const character of text) {
    if (!/\s/.test(character)) {
      const found = raw.indexOf(character, cursor)
      if (found >= 0) cursor = found
    }
    for (let unit = 0; unit < character.length; unit++) offsets.push(at.start + cursor + unit)
    if (!/\s/.test(character)) cursor += character.length
  }
  offsets.push(at.start + cursor)
  const last = at.start + cursor
  return (span) => {
    const start = offsets[Math.min(span.start, text.length)] ?? last
    const end = span.end > span.start ? (offsets[span.end - 1] ?? last) + 1 : start + 1
    return { start, end: Math.max(end, start + 1) }
  }
}

/** A text with the name under which its reader knows it. */
export interface Source {
  readonly file: string
  readonly text: string
  readonly lineStarts: readonly number[]
}

/** Offsets in UTF-16 units, `end` excluded. */
export interface Span {
  readonly start: number
  readonly end: number
}

export function makeSource(file: string, text: string): Source {
  const lineStarts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1)
  return { file, text, lineStarts }
}

/** Line and column, both from 1; the column counts UTF-16 units. */
export function positionOf(source: Source, offset: number): { line: number; column: number } {
  let low = 0
  let high = source.lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (source.lineStarts[low] ?? 0) + 1 }
}

/** The text of a line, counted from 1, without its line break. */
export function lineText(source: Source, line: number): string {
  const start = source.lineStarts[line - 1]
  if (start === undefined) return ''
  const next = source.lineStarts[line]
  return source.text.slice(start, next === undefined ? undefined : next - 1).replace(/\r$/, '')
}

export const textSlice = (source: Source, span: Span): string => source.text.slice(span.start, span.end)

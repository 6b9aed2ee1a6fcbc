/** A text and the name of its file in messages. */
export interface Source {
  readonly file: string
  readonly text: string
  readonly lineStarts: readonly number[]
  /** The sources that this one was joined from, and where each starts in its text; empty if it was not joined. */
  readonly parts: readonly { readonly start: number; readonly source: Source }[]
  /** Whether it holds records of persons: then messages name places in it and repeat none of its text. */
  readonly isData: boolean
}

/** Offsets in UTF-16 units, `end` excluded. */
export interface Span {
  readonly start: number
  readonly end: number
}

export function makeSource(file: string, text: string): Source {
  const lineStarts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1)
  return { file, text, lineStarts, parts: [], isData: false }
}

/** A text with records of persons. */
export const dataSource = (file: string, text: string): Source => ({
  ...makeSource(file, text),
  isData: true,
})

/** Joins sources into one text. A place in it can be traced back to the file it came from. */
export function joinSources(sources: readonly [Source, ...Source[]]): Source {
  const text = sources.map((source) => source.text).join('\n')
  let start = 0
  const parts = sources.map((source) => {
    const part = { start, source }
    start += source.text.length + 1
    return part
  })
  return { ...makeSource(sources[0].file, text), parts }
}

/** The source that an offset of a joined source came from, and the offset in it. */
export function ownSource(source: Source, offset: number): { source: Source; offset: number } {
  const part = source.parts.findLast(({ start }) => start <= offset)
  return part === undefined ? { source, offset } : { source: part.source, offset: offset - part.start }
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

/** A misplaced quote of a CSV text: never closed, closed before its cell ends, or inside an unquoted cell. */
export interface QuoteFault {
  readonly kind: 'open' | 'early' | 'stray'
  /** Offset of the quote that opened the cell, or of the stray one. */
  readonly at: number
  /** Offset of the quote that stands where none can. */
  readonly bad: number
}

/** What stands between cells, and what ends rows. A CR may come before LF. */
export interface Marks {
  readonly delimiter: string
  readonly lineEnd: '\n' | '\r'
}

/** Finds the first misplaced quote of a text that begins with a row. Used only to explain what the CSV parser has refused. */
export function findQuote(text: string, marks: Marks): QuoteFault | null {
  let at = 0
  let quote = text.indexOf('"')
  while (quote >= 0) {
    if (text[at] !== '"') {
      const end = nextBreak(text, at, marks)
      if (quote < end) return { kind: 'stray', at: quote, bad: quote }
      at = end + 1
      continue
    }
    const close = closingQuote(text, at)
    if (close < 0) return { kind: 'open', at, bad: at }
    const behind = text.slice(close + 1, close + 3)
    const isPair = marks.lineEnd === '\n' && behind === '\r\n'
    if (behind !== '' && behind[0] !== marks.delimiter && behind[0] !== marks.lineEnd && !isPair)
      return { kind: 'early', at, bad: close }
    at = close + (isPair ? 3 : 2)
    quote = text.indexOf('"', at)
  }
  return null
}

export function nextBreak(text: string, from: number, { delimiter, lineEnd }: Marks): number {
  for (let at = from; at < text.length; at++) {
    const char = text[at]
    if (char === delimiter || char === lineEnd) return at
  }
  return text.length
}

/** The quote that closes the one at `open`. Doubled quotes are text. */
export function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at
  }
  return -1
}

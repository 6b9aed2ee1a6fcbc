import { closingQuote, type Marks, nextBreak } from './quotes.js'

/** A row in which blanks may come before and behind quotes, and the offset behind its line break. */
interface PaddedRow {
  readonly cells: readonly string[]
  readonly end: number
}

/** Cuts the first row of a text that a strict parser has refused; `more` where it has not ended yet, `null` where it cannot be cut either. */
export function cutPadded(text: string, marks: Marks, isEnd: boolean): PaddedRow | 'more' | null {
  const cells: string[] = []
  for (let at = 0; ; ) {
    const open = afterBlanks(text, at, marks)
    const isQuoted = text[open] === '"'
    const close = isQuoted ? closingQuote(text, open) : -1
    if (isQuoted && close < 0) return isEnd ? null : 'more'
    const end = isQuoted ? afterBlanks(text, close + 1, marks) : nextBreak(text, at, marks)
    const isWhole = text[end] === '\r' ? end + 1 < text.length : end < text.length
    if (!isWhole && !isEnd) return 'more'
    const cell = isQuoted ? text.slice(open + 1, close).replaceAll('""', '"') : text.slice(at, end)
    if (!isQuoted && cell.includes('"')) return null
    cells.push(isQuoted ? cell : cell.replace(/\r$/, ''))
    const behind = text[end]
    if (behind === undefined) return { cells, end }
    if (behind === marks.lineEnd) return { cells, end: end + 1 }
    if (behind === '\r' && text[end + 1] === marks.lineEnd) return { cells, end: end + 2 }
    if (behind !== marks.delimiter) return null
    at = end + 1
  }
}

function afterBlanks(text: string, from: number, { delimiter }: Marks): number {
  let at = from
  while (text[at] === ' ' || (text[at] === '\t' && delimiter !== '\t')) at += 1
  return at
}

import stringWidth from 'string-width'

/** Columns of text in a document, which has no terminal. */
export const DOCUMENT_WIDTH = 100

/** Columns that a text takes in a terminal: a Chinese character takes two, a colour code none. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length
  return SINGLE.test(text) ? text.length + (text.match(WIDE)?.length ?? 0) : stringWidth(text)
}

/** Characters of one column, and of two, that stand for themselves; the library compiles a pattern of all emoji to see that none is one. */
const NARROW = /^[ -~\u2010-\u2027\u2500-\u259f]*$/
const WIDE = /[\u3001\u3002\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e]/g
const SINGLE = /^[ -~\u2010-\u2027\u2500-\u259f\u3001\u3002\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e]*$/

let segmenter: Intl.Segmenter | undefined

/** What a reader sees as one character each, with its columns; it may be several joined ones. */
function* partsOf(text: string): Generator<readonly [string, number]> {
  if (SINGLE.test(text)) for (const character of text) yield [character, widthOf(character)]
  else
    for (const cluster of clustersOf(text)) {
      const width = widthOf(cluster)
      if (width <= 2) yield [cluster, width]
      else for (const character of cluster) yield [character, widthOf(character)]
    }
}

/** Intl.Segmenter takes a time that grows with the square of a text, so it gets a limited number of characters at once. */
const AT_ONCE = 512

function* clustersOf(text: string): Generator<string> {
  segmenter ??= new Intl.Segmenter()
  let size = AT_ONCE
  for (let from = 0; from < text.length; ) {
    const end = from + size + (isHighSurrogate(text.charCodeAt(from + size - 1)) ? 1 : 0)
    const clusters = Array.from(segmenter.segment(text.slice(from, end)), ({ segment }) => segment)
    const isOne = clusters.length === 1
    // The last one may go on behind the end.
    if (end < text.length && !isOne) clusters.pop()
    if (end < text.length && isOne) size *= 2
    else {
      size = AT_ONCE
      for (const cluster of clusters) from += cluster.length
      yield* clusters
    }
  }
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff

/** The text cut to at most `width` columns; where something was cut, the last column is `…`. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  let left = width - 1
  for (const [part, columns] of partsOf(text)) {
    if (columns > left) break
    kept += part
    left -= columns
  }
  return `${kept}…`
}

export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)))

/**
 * Breaks uncoloured text into lines of at most `width` columns: at spaces outside short backticks, and between wide characters, which need
 * none, but not before a closing mark. The time that it takes grows with the text alone, whatever is in it.
 */
export function wrap(text: string, width: number): string[] {
  if (text.length <= width && NARROW.test(text)) return [text.trimEnd()]
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const piece of wholeCommands(text.split(PIECES), width)) {
    const word = piece.trimEnd()
    const columns = widthOf(word)
    if (line !== '' && used + columns > width) {
      lines.push(line.trimEnd())
      line = ''
      used = 0
    }
    const heads = columns > width ? headsOf(word, width) : [word]
    const rest = heads.pop() ?? ''
    for (const head of heads) lines.push(head)
    line += rest + piece.slice(word.length)
    used += widthOf(rest) + widthOf(piece.slice(word.length))
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd())
  return lines
}

/** Signs that change the one before them stay with it, as do closing marks; opening ones stay with what follows. */
const PIECES =
  /(?<=\s)|(?<![（〔〈《「『【“‘])(?:(?=[\u2e80-\ufdff\ufe30-\uffef])|(?<=[\u2e80-\ufdff\ufe30-\uffef]))(?![\ufe00-\ufe2f，。、；：？！）〕〉》」』】”’…])/u

/** Text in backticks is something to type, and is kept on one line up to this number of columns. */
const LONGEST_COMMAND = 40

/** Pieces between two backticks as one, where they are not too long. */
function* wholeCommands(pieces: readonly string[], width: number): Generator<string> {
  const longest = Math.min(LONGEST_COMMAND, width)
  let whole = ''
  for (const piece of pieces) {
    if (whole !== '' && whole.length + piece.length > longest) {
      yield whole
      whole = ''
    }
    whole += piece
    if (isOpen(whole)) continue
    yield whole
    whole = ''
  }
  if (whole !== '') yield whole
}

const isOpen = (text: string): boolean => text.length < LONGEST_COMMAND && text.split('`').length % 2 === 0

/** A word that is too wide, cut wherever a line is full. */
function headsOf(word: string, width: number): string[] {
  const heads: string[] = []
  let head = ''
  let used = 0
  for (const [part, columns] of partsOf(word)) {
    if (head !== '' && used + columns > width) {
      heads.push(head)
      head = ''
      used = 0
    }
    head += part
    used += columns
  }
  return [...heads, head]
}

/** Wrapped lines: the first behind the prefix, the others behind an indent of the same width. */
export function hanging(prefix: string, text: string, width: number): string[] {
  const indent = ' '.repeat(widthOf(prefix))
  return wrap(text, Math.max(20, width - indent.length)).map(
    (line, index) => (index === 0 ? prefix : indent) + line,
  )
}

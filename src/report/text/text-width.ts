import emojiRegex from 'emoji-regex'
import { eastAsianWidth } from 'get-east-asian-width'
import stripAnsi from 'strip-ansi'

/** Columns of text in a document, which has no terminal. */
export const DOCUMENT_WIDTH = 100

/**
 * Columns that a text takes in a terminal: a Chinese character takes two, a colour code none. It counts as string-width does, but the
 * code that counts emoji takes a tenth of a short run to load, so that it is set up only for texts that may have some.
 */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length
  if (SINGLE.test(text)) return sumOf(text, (character) => eastAsianWidth(character.charCodeAt(0)))
  segmenter ??= new Intl.Segmenter()
  return sumOf(segmenter.segment(stripAnsi(text)), ({ segment }) => widthOfCluster(segment))
}

const ASCII = /^[ -~]*$/
/** Dashes, quotes, `…`, lines and bars, Chinese characters and their punctuation: each stands for itself, and none is an emoji. */
const SINGLE = /^[ -~\u2010-\u2027\u2500-\u259f\u3001\u3002\u3400-\u9fff\uff01-\uff5e]*$/

let segmenter: Intl.Segmenter | undefined

function sumOf<T>(parts: Iterable<T>, widthOfPart: (part: T) => number): number {
  let sum = 0
  for (const part of parts) sum += widthOfPart(part)
  return sum
}

/** Columns of what a reader sees as one character; it may be several joined ones. */
function widthOfCluster(cluster: string): number {
  if (NO_WIDTH.test(cluster) || IGNORABLE.test(cluster)) return 0
  return emojiRegex().test(cluster) ? 2 : eastAsianWidth(cluster.codePointAt(0) ?? 0)
}

/** Control characters, zero-width ones, lone surrogates, variation selectors and combining marks. */
const NO_WIDTH =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these take no column
  /^(?:[\0-\x1f\x7f-\x9f\u200b-\u200f\ud800-\udfff\ufeff]|[\ufe00-\ufe0f]|[\u0300-\u036f]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f])/u
const IGNORABLE = /^\p{Default_Ignorable_Code_Point}$/u

/** The text cut to at most `width` columns; where something was cut, the last column is `…`. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  for (const character of text) {
    if (widthOf(kept + character) > width - 1) break
    kept += character
  }
  return `${kept}…`
}

export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)))

export const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - widthOf(text))) + text

/** Breaks uncoloured text into lines of at most `width` columns: at spaces, and between wide characters, which need none. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.split(/(?<=\s)|(?=[\u2e80-\uffef])|(?<=[\u2e80-\uffef])/u)) {
    if (line !== '' && widthOf(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
    while (widthOf(line.trimEnd()) > width) {
      const head = firstColumns(line, width)
      lines.push(head)
      line = line.slice(head.length)
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd())
  return lines
}

function firstColumns(text: string, width: number): string {
  let head = ''
  for (const character of text) {
    if (head !== '' && widthOf(head + character) > width) break
    head += character
  }
  return head
}

/** Wrapped lines: the first behind the prefix, the others behind an indent of the same width. */
export function hanging(prefix: string, text: string, width: number): string[] {
  const indent = ' '.repeat(widthOf(prefix))
  return wrap(text, Math.max(20, width - indent.length)).map(
    (line, index) => (index === 0 ? prefix : indent) + line,
  )
}

import stringWidth from 'string-width'

/** Columns that a text takes in a terminal: a Chinese character takes two, colour codes none. */
export const widthOf = (text: string): number => stringWidth(text)

/** The text without what moves a cursor, rings, or turns the reading direction; such characters print as `\u001b`. */
export function printable(text: string): string {
  return text.replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** The text cut to so many columns, the last of them `…` where something was cut. */
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

/** Lines under a first prefix and, from the second on, an indent as wide as it. */
export function hanging(prefix: string, text: string, width: number): string[] {
  const indent = ' '.repeat(widthOf(prefix))
  return wrap(text, Math.max(20, width - indent.length)).map(
    (line, index) => (index === 0 ? prefix : indent) + line,
  )
}

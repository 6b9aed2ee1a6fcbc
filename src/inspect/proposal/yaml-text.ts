import { printable } from '../../base/inert-text.js'
import { jsonText } from '../../base/tree/json-text.js'

/** Texts that YAML or a mapping would read as something else. */
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n|row|mapping)$/i

/** Any text, written so that YAML reads it back; also inside `{ }` and as a key. */
export const yamlText = (text: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(text) && !WORDS.test(text) && text === text.normalize('NFC')
    ? text
    : /^[\x20-\x7e\p{L}\p{N}]*$/u.test(text) && text.includes('"') && !/['\\]|##/.test(text)
      ? `'${text}'`
      : jsonText(text)

/** A list in one line. */
export const yamlList = (texts: readonly string[]): string => `[${texts.map(yamlText).join(', ')}]`

/** `{ a: 1, b: 2 }`; values are YAML already. */
export const yamlFlow = (entries: readonly (readonly [key: string, value: string])[]): string =>
  `{ ${entries.map(([key, value]) => `${/^(?:yes|no)$/.test(key) ? key : yamlText(key)}: ${value}`).join(', ')} }`

/**
 * A comment of one or several lines after an indent, broken at spaces and Chinese marks.
 * @param mark stands before the first line, and as many spaces before the others
 */
export function yamlComment(text: string, indent: string, mark = ''): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of oneLine(text).split(BREAKS)) {
    if (line !== '' && indent.length + mark.length + line.length + word.trimEnd().length + 2 > WIDTH) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += word
  }
  const rest = ' '.repeat(mark.length)
  return [...lines, line].map((each, at) => `${indent}# ${at === 0 ? mark : rest}${each}`)
}

const WIDTH = 100

/** Behind a space, and behind the marks of Chinese, which stand without one. */
const BREAKS = /(?<= )|(?<=[，；：。])/u

/** A text in one line, without characters that a comment cannot hold. */
const oneLine = (text: string): string => printable(text.replace(/\s+/g, ' ').trim())

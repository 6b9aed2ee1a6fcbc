import { printable } from '../../base/inert-text.js'
import { DOCUMENT_WIDTH, hanging } from '../../base/text-width.js'
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
 * A comment of one or several lines after an indent.
 * @param mark comes before the first line, and as many spaces before the others
 */
export const yamlComment = (text: string, indent: string, mark = ''): string[] =>
  hanging(mark, oneLine(text), DOCUMENT_WIDTH - indent.length - 2).map((line) => `${indent}# ${line}`)

/** A text in one line, without characters that a comment cannot hold. */
const oneLine = (text: string): string => printable(text.replace(/\s+/g, ' ').trim())

import type { Diagnostic } from '../diagnostic.js'
import { say } from '../say/say.js'
import { positionOf, type Source } from '../source.js'
import { faultAt } from './fault.js'

/** The fault of a line break, tab or other control character inside a text. */
export function controlFault(source: Source, offset: number): Diagnostic {
  const char = source.text.charAt(offset)
  if (char === '\n' || char === '\r') {
    return fault(source, offset, 1, say('syntax.json.line'), say('syntax.json.help.line'))
  }
  const escaped = char === '\t' ? '\\t' : `\\u${hex(char)}`
  return fault(
    source,
    offset,
    1,
    say('syntax.json.control', { sign: shown(source, char) }),
    say('syntax.json.help.control', { escape: escaped }),
  )
}

/** The fault of a text that stops at `end`, before its value does. `lastOpen` is the offset of the innermost bracket or quote that is still open. */
export function earlyEndFault(source: Source, end: number, lastOpen: number | undefined): Diagnostic {
  if (end === 0) return fault(source, 0, 1, say('syntax.json.empty'))
  if (lastOpen === undefined) return fault(source, end, 1, say('syntax.json.early'))
  const help = say('syntax.json.help.close', {
    bracket: source.text.charAt(lastOpen),
    line: positionOf(source, lastOpen).line,
  })
  return fault(source, end, 1, say('syntax.json.early'), help)
}

/** The fault of a character that cannot be here, in words for a person who never wrote a parser; `inside` if a bracket is open. */
export function unexpectedFault(source: Source, offset: number, inside: boolean): Diagnostic {
  const { text } = source
  const before = text.slice(Math.max(0, offset - SHOWN), offset)
  const escapeAt =
    text[offset] === '\\' ? offset : offset - (/\\u?[\da-fA-F]{0,3}$/.exec(before)?.[0].length ?? 0)
  if (text[escapeAt] === '\\') {
    const written =
      /^\\(?:u[\da-fA-F]{0,3})?[^\p{C}\p{Z}]?/u.exec(text.slice(escapeAt, escapeAt + SHOWN))?.[0] ?? '\\'
    const message = say('syntax.json.escape', { sign: shown(source, written) })
    return fault(source, escapeAt, written.length, message, say('syntax.json.help.backslash'))
  }
  const digits = /[-+.]?\d[\d.]*(?:[eE][-+]?)?$/.exec(before)?.[0] ?? ''
  const number = tokenAt(text, offset - digits.length)
  if (/^[-+.]?\d|^[-+]/.test(number) && !NUMBER.test(number)) {
    return fault(
      source,
      offset - digits.length,
      number.length,
      say('syntax.json.number', { sign: shown(source, number) }),
    )
  }
  const token = tokenAt(text, offset)
  return fault(
    source,
    offset,
    token.length,
    say('syntax.json.unexpected', { sign: shown(source, token) }),
    advice(before, token, inside),
  )
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/

function advice(before: string, token: string, inside: boolean): string | undefined {
  const last = before.trimEnd().slice(-1)
  if (/^[}\]]$/.test(token)) return last === ',' ? say('syntax.json.help.comma') : undefined
  if (token === '/' || token === '#') return say('syntax.json.help.comment')
  if (token === "'" || /^[\p{L}_$]/u.test(token)) return say('syntax.json.help.quotes')
  if (!/[\w"\]}]/.test(last) || !/^["{[\d-]/.test(token)) return undefined
  return say(inside ? 'syntax.json.help.between' : 'syntax.json.help.one')
}

const SHOWN = 40

/** The text, number or word that starts at an offset, else the single character there. */
function tokenAt(text: string, offset: number): string {
  const rest = text.slice(offset, offset + 2 * SHOWN)
  return (
    /^(?:"[^"\n]*"?|[-+.\w$\p{L}]+)/u.exec(rest)?.[0] ?? String.fromCodePoint(text.codePointAt(offset) ?? 0)
  )
}

/** A token in a message; of data only signs, no text. */
function shown({ isData }: Source, token: string): string {
  if (/^[\p{C}\p{Z}]$/u.test(token)) return `U+${hex(token)}`
  if (isData && /[\p{L}\p{N}]/u.test(token)) return '…'
  return token.length > SHOWN ? `${token.slice(0, SHOWN - 1)}…` : token
}

const hex = (char: string) => (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')

function fault(source: Source, start: number, length: number, what: string, help?: string): Diagnostic {
  return faultAt(source, 'syntax', { start, end: start + length }, say('syntax.json', { what }), help)
}

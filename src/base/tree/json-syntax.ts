import { parse, type ValueNode } from '@humanwhocodes/momoa'
import type { Diagnostic } from '../diagnostic.js'
import type { Source } from '../source.js'
import { tooDeep } from './fault.js'
import { controlFault, earlyEndFault, unexpectedFault } from './json-fault.js'
import { MAX_DEPTH } from './tree.js'

/** The syntax tree of a JSON text, or its first fault. */
export function parseJson(source: Source): { body: ValueNode } | { fault: Diagnostic } {
  const { text } = source
  const scan = scanJson(text)
  if (scan.deepAt !== null) return { fault: tooDeep(source, scan.deepAt) }
  const parsed = tryParse(text)
  const failedAt = 'body' in parsed ? text.length : parsed.failedAt
  if (scan.controlAt !== null && scan.controlAt < failedAt)
    return { fault: controlFault(source, scan.controlAt) }
  if ('body' in parsed) return parsed
  const last = scan.open.at(-1)
  const end = lengthWithoutSpace(text)
  if (failedAt >= end || endsEarly(text, last)) return { fault: earlyEndFault(source, end, last) }
  return { fault: unexpectedFault(source, failedAt, scanJson(text.slice(0, failedAt)).open.length > 0) }
}

function tryParse(text: string): { body: ValueNode } | { failedAt: number } {
  try {
    return { body: parse(text, { ranges: true }).body }
  } catch (error) {
    if (error instanceof Error && 'offset' in error && typeof error.offset === 'number')
      return { failedAt: error.offset }
    throw error
  }
}

/** At the end of a text the parser names the last thing it read. So it is given one more character that fits nowhere. */
function endsEarly(text: string, lastOpen: number | undefined): boolean {
  if (lastOpen === undefined) return false
  const again = tryParse(text + (text[lastOpen] === '[' ? '}' : ']'))
  return 'failedAt' in again && again.failedAt >= text.length
}

function lengthWithoutSpace(text: string): number {
  let length = text.length
  while (' \n\r\t'.includes(text.charAt(length - 1)) && length > 0) length -= 1
  return length
}

interface Scan {
  /** Offset of the first bracket nested deeper than `MAX_DEPTH`; the scan stops there, because the parser recurses. */
  readonly deepAt: number | null
  /** Offset of the first control character inside a text. Strict JSON forbids it and the parser lets it through. */
  readonly controlAt: number | null
  /** Offsets of the brackets, and of the quote, that are open at the end. */
  readonly open: readonly number[]
}

function scanJson(text: string): Scan {
  const open: number[] = []
  let controlAt: number | null = null
  let quoteAt: number | null = null
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at)
    if (quoteAt !== null) {
      if (char === BACKSLASH && text.charCodeAt(at + 1) >= SPACE) at += 1
      else if (char === QUOTE) quoteAt = null
      else if (char < SPACE) controlAt ??= at
    } else if (char === QUOTE) {
      quoteAt = at
    } else if (char === OPEN_BRACKET || char === OPEN_BRACE) {
      if (open.push(at) > MAX_DEPTH + 1) return { deepAt: at, controlAt, open }
    } else if (char === CLOSE_BRACKET || char === CLOSE_BRACE) {
      open.pop()
    }
  }
  return { deepAt: null, controlAt, open: quoteAt === null ? open : [...open, quoteAt] }
}

const SPACE = 0x20
const QUOTE = 0x22
const OPEN_BRACKET = 0x5b
const BACKSLASH = 0x5c
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

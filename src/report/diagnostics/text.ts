import type { ChalkInstance } from 'chalk'
import {
  type CellPlace,
  type Diagnostic,
  isTextPlace,
  type Severity,
  type TextPlace,
} from '../../base/diagnostic.js'
import { printable } from '../../base/inert-text.js'
import { say } from '../../base/say/say.js'
import { hanging, widthOf, wrap } from '../../base/text-width.js'

/**
 * One diagnostic as lines: place and message, the excerpt with a caret, then why, help, a record that shows it, and how many more.
 * @param headWidth columns of the place and the message, which stay on one line where a program may look for it
 */
export function diagnosticLines(
  diagnostic: Diagnostic,
  width: number,
  paint: ChalkInstance,
  headWidth = Number.POSITIVE_INFINITY,
): string[] {
  const { why, help, witness, at, repeats } = diagnostic
  const lines = headLines(diagnostic, headWidth, paint)
  if (isTextPlace(at) && (at.text !== '' || at.above !== null)) lines.push(...excerpt(at, width, paint))
  const note = repeats && repeatWords(repeats, at)
  for (const [word, text] of [
    ['why', why],
    ['help', help],
    ['for', witness],
    ['note', note],
  ] as const)
    if (text !== undefined) lines.push(...remark(say(`remark.${word}`), text, width, paint))
  return lines
}

function headLines(
  { code, severity, message, at }: Diagnostic,
  width: number,
  paint: ChalkInstance,
): string[] {
  const place = at === null ? '' : `${printable(isTextPlace(at) ? textPlaceName(at) : cellPlaceName(at))}  `
  const label = `${say(`severity.${severity}`)}[${code}]`
  const start = place + label
  const [first = '', ...rest] = wrapHanging(`${start}  ${printable(message)}`, width)
  if (!first.startsWith(start)) return [paint.bold(first), ...rest]
  return [paint.bold(place) + COLOURS[severity](paint, label) + first.slice(start.length), ...rest]
}

/** The first line begins at the edge, the others a little behind it. */
function wrapHanging(text: string, width: number): string[] {
  const [first = ''] = wrap(text, width)
  const rest = text.slice(first.length).trimStart()
  return rest === '' ? [first] : [first, ...wrap(rest, width - 3).map((line) => `   ${line}`)]
}

/** Colours that can be read on white and on black. */
const COLOURS: Record<Severity, (paint: ChalkInstance, text: string) => string> = {
  error: (paint, text) => paint.red.bold(text),
  warning: (paint, text) => paint.magenta(text),
  note: (paint, text) => paint.dim(text),
}

const RANKS: Record<Severity, number> = { note: 0, warning: 1, error: 2 }

/** The most important last, where the eye is; otherwise as they came. */
export function byImportance(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort((a, b) => RANKS[a.severity] - RANKS[b.severity])
}

const textPlaceName = ({ file, line, column }: TextPlace) => `${file}:${line}:${column}`

function cellPlaceName({ file, line, field }: CellPlace): string {
  return `${file}${line === null ? '' : `:${line}`}${field === null ? '' : ` ${field}`}`
}

/** A text of several lines keeps its line breaks. */
function remark(word: string, text: string, width: number, paint: ChalkInstance): string[] {
  const [first = '', ...rest] = text.split('\n')
  const lines = hanging(`   ${word}  `, printable(first), width)
  const head = (lines[0] ?? '').replace(word, paint.bold(word))
  const indent = ' '.repeat(widthOf(`   ${word}  `))
  return [head, ...lines.slice(1), ...rest.map((line) => indent + printable(line))]
}

function repeatWords({ count, lines }: NonNullable<Diagnostic['repeats']>, at: Diagnostic['at']): string {
  const ofColumn = at !== null && !isTextPlace(at) && at.field !== null
  if (lines.length === 0) return say(ofColumn ? 'repeats.column' : 'repeats', { count })
  const said = { lines: lines.join(say('names.item')) }
  const places = lines.length === 1 ? say('repeats.line', said) : say('repeats.several', said)
  return say(ofColumn ? 'repeats.column.lines' : 'repeats.lines', { count, places })
}

function excerpt(at: TextPlace, width: number, paint: ChalkInstance): string[] {
  const bar = paint.dim('│')
  const digits = String(at.line).length
  const numbered = (mark: string, line: number | null, text: string) =>
    `${mark}${(line === null ? '' : String(line)).padStart(digits)} ${bar} ${text}`
  const start = at.column - 1
  const room = Math.max(NARROWEST, width - digits - ' >  │ '.length)
  const { text, cut } = window(at.text, start, room)
  const before = columnsOf(text.slice(0, start - cut))
  const under = Math.max(
    1,
    Math.min(columnsOf(text.slice(start - cut, start - cut + at.length)), room - before),
  )
  const caret = ' '.repeat(before) + paint.red.bold('^'.repeat(under))
  const above = at.above === null ? [] : [numbered('   ', at.line - 1, shown(window(at.above, 0, room).text))]
  return [...above, numbered(' > ', at.line, shown(text)), numbered('   ', null, caret)]
}

/** An excerpt has at least this many columns, however narrow the terminal is. */
const NARROWEST = 30

/** The part of a long line around a character that fits into `room` columns, and how many characters were cut before it. */
function window(text: string, around: number, room: number): { text: string; cut: number } {
  if (text.length <= room && columnsOf(text) <= room) return { text, cut: 0 }
  for (let length = Math.min(text.length, room) - 2; ; length -= 1) {
    const from = Math.max(0, Math.min(around - (length >> 1), text.length - length))
    const head = from === 0 ? '' : '…'
    const tail = from + length < text.length ? '…' : ''
    const part = `${head}${text.slice(from, from + length)}${tail}`
    if (columnsOf(part) <= room || length <= 1) return { text: part, cut: from - head.length }
  }
}

const shown = (text: string) => printable(text.replaceAll('\t', '    '))
const columnsOf = (text: string) => widthOf(shown(text))

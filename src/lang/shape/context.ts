import { isDate } from '../../base/date.js'
import { type Decimal, ONE, readDecimal } from '../../base/decimal.js'
import { say } from '../../base/say/say.js'
import { ownSource, positionOf, type Source, type Span } from '../../base/source.js'
import type { Expression } from '../expression/expression.js'
import { type FaultList, quoted } from '../fault-list.js'
import { parseExpression } from '../parse/parse.js'
import { offsetsInFile } from './offsets.js'
import type { Path, Places } from './places.js'
import type { Shape } from './read-shape.js'
import type { Refused } from './salvage.js'

/** What loading a pack shares: the file, the places of its values, the faults so far, and the places of expressions. */
export interface LoadContext extends FaultList {
  readonly source: Source
  readonly places: Places
  readonly refused: Refused
  /** By `Expression.id`. */
  readonly spans: Map<number, Span>
  /** The id of the first expression, so that expressions of two packs can stand beside each other. */
  readonly firstId: number
}

export const createContext = (
  source: Source,
  list: FaultList,
  { places, refused }: Pick<Shape<unknown>, 'places' | 'refused'>,
  firstId: number,
): LoadContext => ({ ...list, source, places, refused, spans: new Map(), firstId })

/** Where a name is declared: the last part of its file, and the line. */
export function declaredAt({ source, places }: LoadContext, path: Path) {
  const own = ownSource(source, places.key(path).start)
  const { line } = positionOf(own.source, own.offset)
  return { file: own.source.file.split('/').pop() ?? '', line }
}

/** The text at a path, and a way to find its parts in the file. */
export function writtenText({ source, places }: LoadContext, path: Path) {
  const text = places.text(path)
  return { text, inFile: offsetsInFile(source, places.value(path), text) }
}

/** Parses the expression at a path; a fault is reported and gives `null`. */
export function parseAt(context: LoadContext, path: Path): Expression | null {
  const { spans, firstId } = context
  const { text, inFile } = writtenText(context, path)
  const parsed = parseExpression(text, {
    place(span) {
      const id = firstId + spans.size
      spans.set(id, inFile(span))
      return id
    },
  })
  if ('expression' in parsed) return parsed.expression
  const { message, help, start, end } = parsed.fault
  context.fault('expression-syntax', inFile({ start, end }), message, { help })
  return null
}

/** The number at a path, exactly as it is written. One that is too long is reported and counts as 1. */
export function readDecimalAt(places: Places, list: FaultList, path: Path): Decimal {
  const text = places.text(path)
  const reading = readDecimal(text)
  if ('value' in reading) return reading.value
  list.fault('bad-number', places.value(path), say('bad-number.long', { text: quoted(text) }), {
    help: say('bad-number.long.help'),
  })
  return ONE
}

/** True if the date at a path exists; otherwise that is reported. */
export function checkDate(context: LoadContext, path: Path): boolean {
  const text = context.places.text(path)
  if (isDate(text)) return true
  context.fault('bad-date', context.places.value(path), say('bad-date.exists', { text: quoted(text) }), {
    help: say('bad-date.help'),
  })
  return false
}

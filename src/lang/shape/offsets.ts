import { type Source, type Span, textSlice } from '../../base/source.js'

/** Maps a span of a YAML scalar's text to its place in the file. */
export type InFile = (span: Span) => Span

/** A character other than white space, with its place in the file: `\\u0041` takes six characters there. */
interface Written {
  readonly unit: string
  readonly start: number
  readonly end: number
}

/**
 * Finds the parts of a scalar in the file, across quotes, escapes, folded lines and indentation. Characters other than white space come in
 * the same order in both. If that fails, every part is the whole scalar.
 */
export function offsetsInFile(source: Source, at: Span, text: string): InFile {
  const written = unitsOf(textSlice(source, at))
  const places: Written[] = []
  let next = 0
  for (const unit of text.split('')) {
    const found = SPACE.test(unit) ? undefined : written[next]
    if (found === undefined) {
      if (!SPACE.test(unit)) return () => at
      const before = written[next - 1]?.end ?? written[0]?.start ?? 0
      places.push({ unit, start: before, end: before + 1 })
    } else if (found.unit === unit) {
      places.push(found)
      next += 1
    } else return () => at
  }
  const last = written[next - 1]?.end ?? 0
  return (span) => {
    const start = places[span.start]?.start ?? last
    const end = span.end > span.start ? (places[Math.min(span.end, places.length) - 1]?.end ?? last) : start
    return { start: at.start + start, end: at.start + Math.max(end, start + 1) }
  }
}

const SPACE = /\s/

/** The characters of a scalar other than white space, read by its style. */
function unitsOf(raw: string): Written[] {
  switch (raw[0]) {
    case '"':
      return doubleQuoted(raw)
    case "'":
      return singleQuoted(raw)
    case '|':
    case '>':
      return plainUnits(raw, raw.indexOf('\n') + 1, raw.length)
    default:
      return plainUnits(raw, 0, raw.length)
  }
}

function plainUnits(raw: string, from: number, to: number): Written[] {
  const units: Written[] = []
  for (let at = from; at < to; at++) {
    const unit = raw.charAt(at)
    if (!SPACE.test(unit)) units.push({ unit, start: at, end: at + 1 })
  }
  return units
}

function singleQuoted(raw: string): Written[] {
  const units: Written[] = []
  for (let at = 1; at < raw.length - 1; at++) {
    const unit = raw.charAt(at)
    const length = unit === "'" ? 2 : 1
    if (!SPACE.test(unit)) units.push({ unit, start: at, end: at + length })
    at += length - 1
  }
  return units
}

const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/y

function doubleQuoted(raw: string): Written[] {
  const units: Written[] = []
  for (let at = 1; at < raw.length - 1; ) {
    ESCAPE.lastIndex = at
    const found = ESCAPE.exec(raw)
    const end = at + (found?.[0].length ?? 1)
    const text = found === null ? raw.charAt(at) : escaped(found)
    for (const unit of text.split('')) if (!SPACE.test(unit)) units.push({ unit, start: at, end })
    at = end
  }
  return units
}

/** The character of an escape; a space for white space and for characters that no expression can have. */
function escaped([, two, four, eight, one]: RegExpExecArray): string {
  const code = two ?? four ?? eight
  if (code !== undefined)
    return Number.parseInt(code, 16) <= 0x10ffff ? String.fromCodePoint(Number.parseInt(code, 16)) : ' '
  return one === '"' || one === '/' || one === '\\' ? one : ' '
}

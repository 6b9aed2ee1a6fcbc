import { readWholeXml } from './xml.js'

/** What a number format shows: a day, a time of day, both, a span of hours; `null`: a number. */
export type DateStyle = 'date' | 'time' | 'moment' | 'span' | null

/** By the number that cells give for their style. */
export type Styles = readonly DateStyle[]

/** Formats that every program knows by number. Those from 27 on belong to Chinese, Japanese and Korean Excel. */
const BUILT_IN: ReadonlyMap<number, DateStyle> = new Map([
  ...range(14, 17, 'date'),
  ...range(18, 21, 'time'),
  [22, 'moment'],
  ...range(27, 31, 'date'),
  ...range(32, 35, 'time'),
  [36, 'date'],
  [45, 'time'],
  [46, 'span'],
  [47, 'time'],
  ...range(50, 54, 'date'),
  ...range(55, 56, 'time'),
  ...range(57, 58, 'date'),
])

function range(from: number, to: number, style: DateStyle): [number, DateStyle][] {
  return Array.from({ length: to - from + 1 }, (_, at) => [from + at, style])
}

export async function readStyles(file: string, chunks: AsyncIterable<Buffer>): Promise<Styles> {
  const formats = new Map(BUILT_IN)
  const styles: DateStyle[] = []
  let isCells = false
  await readWholeXml(file, chunks, {
    open(name, { numFmtId = '', formatCode = '' }) {
      if (name === 'numFmt') formats.set(Number(numFmtId), styleOfFormat(formatCode))
      else if (name === 'cellXfs') isCells = true
      else if (name === 'xf' && isCells) styles.push(formats.get(Number(numFmtId)) ?? null)
    },
    close(name) {
      if (name === 'cellXfs') isCells = false
    },
  })
  return styles
}

/** Decides by the letters of a format that are not text, as in `yyyy"年"m"月"d"日"`, `[$-804]h:mm`, `[h]:mm`. */
export function styleOfFormat(code: string): DateStyle {
  const [first = ''] = code.replace(/"[^"]*"|\\.|[_*]./g, '').split(';')
  if (/\[(?:h+|m+|s+)\]/i.test(first)) return 'span'
  const letters = first
    .replace(/\[[^[\]]*\]/g, '')
    .replace(/general|a\/p|am\/pm/gi, '')
    .replace(/e[+-]/gi, '')
  const hasTime = /[hs]/i.test(letters)
  const hasDate = /[yde]/i.test(letters) || (!hasTime && /m/i.test(letters))
  if (hasDate) return hasTime ? 'moment' : 'date'
  return hasTime ? 'time' : null
}

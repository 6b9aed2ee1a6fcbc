import { type NumberFormat, numberFormats } from './number-format.js'
import { readWholeXml } from './xml.js'

/** What a number format shows: a day, a time of day, both, a span of hours; `null`: a number. */
export type DateStyle = 'date' | 'time' | 'moment' | 'span' | null

/** How a cell shows a number. */
export interface CellStyle {
  readonly date: DateStyle
  /** Sections by which a number is shown otherwise than stored. */
  readonly numbers: readonly NumberFormat[]
}

/** By the number that cells give for their style. */
export type Styles = readonly CellStyle[]

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

/** The numbers of `0%` and `0.00%`. */
const PERCENTS = [9, 10]

export const AS_STORED: CellStyle = { date: null, numbers: [] }

function cellStyle(code: string): CellStyle {
  const date = styleOfFormat(code)
  return { date, numbers: date === null ? numberFormats(code) : [] }
}

export async function readStyles(file: string, chunks: AsyncIterable<Buffer>): Promise<Styles> {
  const formats = new Map<number, CellStyle>([
    ...[...BUILT_IN].map(([id, date]) => [id, { date, numbers: [] }] as const),
    ...PERCENTS.map((id) => [id, { date: null, numbers: numberFormats('0%') }] as const),
  ])
  const styles: CellStyle[] = []
  let isCells = false
  await readWholeXml(file, chunks, {
    open(name, { numFmtId = '', formatCode = '' }) {
      if (name === 'numFmt') formats.set(Number(numFmtId), cellStyle(formatCode))
      else if (name === 'cellXfs') isCells = true
      else if (name === 'xf' && isCells) styles.push(formats.get(Number(numFmtId)) ?? AS_STORED)
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

import { type Entry, inlineRows, workbookParts, zipOf } from '../files/archive.js'
import type { Survey, Table } from './survey.js'

/** How the tables of a survey are written. */
export interface Form {
  readonly container: 'folder' | 'zip' | 'workbook'
  readonly delimiter: ',' | ';' | '\t' | '|'
  readonly lineEnd: '\n' | '\r\n' | '\r'
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030'
  readonly quotes: 'needed' | 'all'
  /** Whether the last row has a line break too. */
  readonly isClosed: boolean
}

export const PLAIN_FORM: Form = {
  container: 'folder',
  delimiter: ',',
  lineEnd: '\n',
  encoding: 'utf-8',
  quotes: 'needed',
  isClosed: true,
}

/** A table as text. */
export function csvOf(table: Table, { delimiter, lineEnd, quotes, isClosed }: Form): string {
  const quoted = (cell: string) =>
    quotes === 'all' || /[",;|\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  return table.map((row) => row.map(quoted).join(delimiter)).join(lineEnd) + (isClosed ? lineEnd : '')
}

/** A text in an encoding, with its byte order mark where it has one. */
export function encoded(text: string, encoding: Form['encoding']): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text)
    case 'utf-8-bom':
      return Buffer.from(`\uFEFF${text}`)
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le')
    case 'utf-16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()
    case 'gb18030':
      return gb18030(text)
  }
}

/** By what the decoder makes of pairs of bytes; what none gives is written as a question mark. */
function gb18030(text: string): Buffer {
  const bytes: number[] = []
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    bytes.push(...(code < 0x80 ? [code] : (pairs().get(char) ?? [0x3f])))
  }
  return Buffer.from(bytes)
}

let known: Map<string, readonly [number, number]> | null = null

function pairs(): ReadonlyMap<string, readonly [number, number]> {
  if (known !== null) return known
  known = new Map()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = decoder.decode(Buffer.from([lead, trail]))
      if ([...char].length === 1 && char !== '\uFFFD') known.set(char, [lead, trail])
    }
  }
  return known
}

/** Text as it can stand in XML. */
const escaped = (cell: string) =>
  cell
    .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;')
    .replace(/(?![\t\r\n])\p{Cc}/gu, '')

/** The files of a survey, by name; `change` is asked of each text before it is put into an archive. */
export function written(
  { tables }: Survey,
  form: Form,
  change: (content: Buffer) => Buffer = (content) => content,
): Record<string, Buffer> {
  const changed = ({ name, content }: Entry): Entry => ({ name, content: change(Buffer.from(content)) })
  if (form.container === 'workbook') {
    const sheets = [...tables].map(([name, table]) => ({
      name,
      rows: inlineRows(table.map((row) => row.map(escaped))),
    }))
    return { 'export.xlsx': zipOf(workbookParts({ sheets }).map(changed)) }
  }
  const files = [...tables].map(([name, table]) =>
    changed({ name: `${name}.csv`, content: encoded(csvOf(table, form), form.encoding) }),
  )
  if (form.container === 'zip') return { 'export.zip': zipOf(files) }
  return Object.fromEntries(files.map(({ name, content }) => [name, Buffer.from(content)]))
}

/** The mapping of a survey whose tables are written in that form. */
export const mappingFor = ({ mapping }: Survey, { container }: Form): string | null =>
  mapping === null
    ? null
    : mapping.replace(/%(\w+)/g, (_, name: string) => (container === 'workbook' ? `#${name}` : `${name}.csv`))

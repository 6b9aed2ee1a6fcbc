import { inlineRows, type SheetText, workbookOf, zipOf } from '../files/archive.js'
import { csvOf, encoded, type Form, PLAIN_FORM } from '../fuzz/write.js'
import type { Village } from './village.js'

/** The header first. */
export type Rows = readonly (readonly string[])[]

/** A table of an export under its name, with the extension of its file. */
export interface ExportTable {
  readonly name: string
  readonly rows: Rows
  /** In a workbook. */
  readonly state?: SheetText['state']
  /** In a workbook: columns whose numbers are shown in another way than they are stored, by header. */
  readonly shown?: { readonly [header: string]: Shown }
}

export type Shown = keyof typeof SHOWN

/** What a tool writes of a village: the first table has the households. */
export interface Export {
  readonly tables: readonly ExportTable[]
}

/** One of the forms in which surveys come. */
export interface ExportForm {
  readonly name: string
  readonly container: 'folder' | 'zip' | 'workbook'
  readonly csv: Partial<Form>
  readonly preset: string | null
  /** A preset that reads it too, though too little in its headers points at the tool. */
  readonly readBy?: string
  /** The header of a fact of households, and of one of members (`n` counts them in a wide table). */
  readonly header: (fact: string) => string
  readonly memberHeader: (fact: string, n: number) => string
  /** The column by which its households are told apart, and what it says of one. */
  readonly key: string
  readonly keyOf: (id: string, at: number) => string
  /** What a row of the first table is. */
  readonly row: 'household' | 'person' | 'block'
  readonly write: (village: Village) => Export
}

const SERIAL_EPOCH = Date.UTC(1899, 11, 30)
const NUMBER = /^(?:0|[1-9]\d*)(?:\.\d+)?$/
const DAY = /^\d{4}-\d\d-\d\d$/

/** A cell as Excel stores it: numbers as numbers, days as numbers that are shown as days. */
function cellOf(text: string, shown: Shown | undefined): string {
  if (text === '') return '<c/>'
  if (NUMBER.test(text)) return `<c${shown === undefined ? '' : ` s="${SHOWN[shown]}"`}><v>${text}</v></c>`
  if (DAY.test(text)) return `<c s="1"><v>${(Date.parse(text) - SERIAL_EPOCH) / 86_400_000}</v></c>`
  return inlineRows([[text]]).replace(/<\/?row>/g, '')
}

/** Cell formats: 0 is general, 1 a day. */
const SHOWN = { 'in 万': 2, 'in thousands': 3, 'with a unit': 4 }
const OWN_FORMATS = ['0.00&quot;万&quot;', '#,##0,', '#,##0&quot;元&quot;']
const FORMATS = `<xf/><xf numFmtId="14" applyNumberFormat="1"/>${OWN_FORMATS.map((_, at) => `<xf numFmtId="${164 + at}" applyNumberFormat="1"/>`).join('')}`
const NUMBER_FORMATS = OWN_FORMATS.map(
  (code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`,
).join('')

const sheetOf = ({ name, rows, state, shown }: ExportTable): SheetText => ({
  name,
  rows: rows
    .map((row) => `<row>${row.map((cell, at) => cellOf(cell, shown?.[rows[0]?.[at] ?? ''])).join('')}</row>`)
    .join(''),
  ...(state === undefined ? {} : { state }),
})

/** The files of an export by their names. */
export function filesOf({ tables }: Export, { container, csv }: ExportForm): Record<string, Buffer> {
  if (container === 'workbook')
    return {
      'export.xlsx': workbookOf({ sheets: tables.map(sheetOf), cellXfs: FORMATS, numFmts: NUMBER_FORMATS }),
    }
  const form = { ...PLAIN_FORM, ...csv }
  const files = tables.map(({ name, rows }) => ({ name, content: encoded(csvOf(rows, form), form.encoding) }))
  if (container === 'zip') return { 'export.zip': zipOf(files) }
  return Object.fromEntries(files.map(({ name, content }) => [name, content]))
}

import { crc32, deflateRawSync } from 'node:zlib'

/** A member of an archive to write; what is false of it on purpose overrides what is true. */
export interface Entry {
  readonly name: string | Buffer
  readonly content: string | Buffer
  readonly stored?: boolean
  readonly flags?: number
  readonly declares?: {
    readonly size?: number
    readonly packed?: number
    readonly crc?: number
    readonly method?: number
    /** Where it begins in the archive. */
    readonly at?: number
  }
}

/** A zip archive, byte by byte. */
export function zipOf(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, stored = false, flags, declares = {} } of entries) {
    const bytes = Buffer.from(content)
    const title = Buffer.from(name)
    const packed = stored ? bytes : deflateRawSync(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(flags ?? (typeof name === 'string' ? 0x800 : 0), 2)
    fields.writeUInt16LE(declares.method ?? (stored ? 0 : 8), 4)
    fields.writeUInt32LE(declares.crc ?? crc32(bytes), 10)
    fields.writeUInt32LE(declares.packed ?? packed.length, 14)
    fields.writeUInt32LE(declares.size ?? bytes.length, 18)
    fields.writeUInt16LE(title.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(declares.at ?? offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, title]))
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, title, packed])
    parts.push(local)
    offset += local.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listing, end])
}

export interface SheetText {
  readonly name: string
  /** What stands in `sheetData`. */
  readonly rows: string
  readonly state?: 'hidden' | 'veryHidden'
  /** Merged cells: `A2:A4`. */
  readonly merges?: readonly string[]
}

export interface WorkbookText {
  readonly sheets: readonly SheetText[]
  /** Each the inside of an `si`. */
  readonly strings?: readonly string[]
  readonly numFmts?: string
  readonly cellXfs?: string
  readonly date1904?: boolean
  /** Before each name of an element, such as `x:`. */
  readonly prefix?: string
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The members of a workbook as Excel lays them out. */
export function workbookParts({
  sheets,
  strings,
  numFmts = '',
  cellXfs = '<xf/>',
  date1904,
  prefix = '',
}: WorkbookText): Entry[] {
  const withPrefix = (xml: string) =>
    prefix === ''
      ? xml
      : xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`).replace(' xmlns=', ` xmlns:${prefix.slice(0, -1)}=`)
  const part = (name: string, xml: string): Entry => ({
    name,
    content: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${name.endsWith('.rels') ? xml : withPrefix(xml)}`,
  })
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const relations = (inside: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
  const list = sheets
    .map(
      ({ name, state }, at) =>
        `<sheet name="${name}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`,
    )
    .join('')
  const links = sheets
    .map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`))
    .join('')
  const others = `${relation('rIdS', 'sharedStrings', 'sharedStrings.xml')}${relation('rIdT', 'styles', '/xl/styles.xml')}`
  return [
    part('[Content_Types].xml', '<Types/>'),
    part('_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${list}</sheets></workbook>`,
    ),
    part('xl/_rels/workbook.xml.rels', relations(links + others)),
    ...sheets.map(({ rows, merges = [] }, at) =>
      part(
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet xmlns="${MAIN}"><dimension ref="A1"/><sheetData>${rows}</sheetData>${merges.length === 0 ? '<mergeCells/>' : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`}</worksheet>`,
      ),
    ),
    part(
      'xl/sharedStrings.xml',
      `<sst xmlns="${MAIN}">${(strings ?? []).map((each) => `<si>${each}</si>`).join('')}</sst>`,
    ),
    part(
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><numFmts>${numFmts}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${cellXfs}</cellXfs></styleSheet>`,
    ),
  ]
}

export const workbookOf = (text: WorkbookText): Buffer => zipOf(workbookParts(text))

/** Rows of texts, each as an inline string. */
export const inlineRows = (rows: readonly (readonly string[])[]): string =>
  rows
    .map(
      (cells) =>
        `<row>${cells.map((cell) => (cell === '' ? '<c/>' : `<c t="inlineStr"><is><t>${cell}</t></is></c>`)).join('')}</row>`,
    )
    .join('')

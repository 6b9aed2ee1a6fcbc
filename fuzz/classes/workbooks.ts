import { type Chance, oneOf } from '../../tests/engine/random/chance.js'
import { type Entry, type WorkbookText, workbookParts, zipOf } from '../../tests/survey/files/archive.js'
import { damaged } from '../../tests/survey/fuzz/damage.js'
import { type MakeCase, oneIn, REJECTS } from '../case.js'
import { changedTable, type Table } from '../mutate/table.js'
import { kindOf, someBase, someRows, tableIn } from './bases.js'
import { ENGINES } from './csv.js'

/** What cannot stand in XML is left out; references are made. */
const escaped = (text: string) =>
  text
    .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;')
    .replace(/(?![\t\r\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')

/** `A`, `Z`, `AA`: the letters of a column. */
const letters = (at: number): string =>
  (at < 26 ? '' : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))

/** Formats of cells: general, a date of Excel, a date of its own. */
const STYLES = {
  numFmts: '<numFmt numFmtId="170" formatCode="yyyy\\-mm\\-dd"/>',
  cellXfs: '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/>',
}

const DAY = 86_400_000
const serialOf = (day: string) => Math.round((Date.parse(day) - Date.UTC(1899, 11, 30)) / DAY)

/** A cell in one of the ways in which programs write it. */
function cellXml(cell: string, place: string, strings: string[], chance: Chance): string {
  if (cell === '') return oneIn(3, chance) ? `<c r="${place}" s="1"/>` : ''
  if (/^-?\d{1,9}(?:\.\d{1,4})?$/.test(cell) && chance(5) > 0) return `<c r="${place}"><v>${cell}</v></c>`
  if (/^(?:19|20)\d\d-[01]\d-[0-2]\d$/.test(cell) && !Number.isNaN(Date.parse(cell)) && chance(3) > 0)
    return `<c r="${place}" s="${1 + chance(2)}"><v>${serialOf(cell)}</v></c>`
  if (/^(?:yes|no)$/.test(cell) && oneIn(6, chance))
    return `<c r="${place}" t="b"><v>${cell === 'yes' ? 1 : 0}</v></c>`
  if (oneIn(8, chance)) return `<c r="${place}" t="str"><f>A1</f><v>${escaped(cell)}</v></c>`
  if (oneIn(3, chance)) return `<c r="${place}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
  strings.push(
    oneIn(8, chance) ? `<r><t>${escaped(cell)}</t></r>` : `<t xml:space="preserve">${escaped(cell)}</t>`,
  )
  return `<c r="${place}" t="s"><v>${strings.length - 1}</v></c>`
}

function sheetRows(table: Table, strings: string[], chance: Chance): string {
  return table
    .map((row, at) => {
      const cells = row.map((cell, column) => cellXml(cell, `${letters(column)}${at + 1}`, strings, chance))
      return `<row r="${at + 1}">${cells.join('')}</row>`
    })
    .join('')
}

type XmlSlip = (xml: string, chance: Chance) => string

/** One place that a pattern finds, with something else in it. */
const xmlSlip =
  (pattern: RegExp, values: readonly string[]): XmlSlip =>
  (xml, chance) => {
    const found = [...xml.matchAll(pattern)]
    if (found.length === 0) return xml
    const { 0: word, index } = oneOf(found, chance)
    return xml.slice(0, index) + oneOf(values, chance) + xml.slice(index + word.length)
  }

/** Slips in the XML of a part that stays XML: what other programs write, and what none should. */
const XML_SLIPS: readonly XmlSlip[] = [
  xmlSlip(/ r="[A-Z]+\d+"/g, [
    '',
    ' r="A1"',
    ' r="XFD2"',
    ' r="B0"',
    ' r="AAAA1"',
    ' r="a1"',
    ' r="B1048577"',
    ' r="$B$2"',
  ]),
  xmlSlip(/ r="\d+"/g, [
    '',
    ' r="1"',
    ' r="3"',
    ' r="0"',
    ' r="-1"',
    ' r="1048577"',
    ' r="1e3"',
    ' spans="1:9"',
  ]),
  xmlSlip(/ t="\w+"/g, ['', ' t="s"', ' t="n"', ' t="d"', ' t="e"', ' t="b"', ' t="str"', ' t="x"']),
  xmlSlip(/ s="\d+"/g, ['', ' s="0"', ' s="2"', ' s="999999"', ' s="-1"', ' s="x"']),
  xmlSlip(/<v>[^<]*<\/v>/g, [
    '',
    '<v/>',
    '<v>1e308</v>',
    '<v>-1</v>',
    '<v>999999</v>',
    '<v>44061.5</v>',
    '<v>#N/A</v>',
    '<v>TRUE</v>',
    '<v> 3 </v>',
    '<v>0.30000000000000004</v>',
    '<v>1</v><v>2</v>',
  ]),
  xmlSlip(/<\/row>/g, [
    '</row><row/>',
    '</row><row r="9"><c/></row>',
    '</row><!-- x -->',
    '<x/></row>',
    '</row><row hidden="1"/>',
  ]),
  xmlSlip(/<\/t>/g, [
    '&#10;</t>',
    '_x000D_</t>',
    '_x001B_</t>',
    '</t><rPh><t>x</t></rPh>',
    '<![CDATA[]]></t>',
    '&#x1F600;</t>',
    '&amp;lt;</t>',
  ]),
  xmlSlip(/<mergeCells\/>/g, [
    '<mergeCells><mergeCell ref="A2:A4"/></mergeCells>',
    '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    '<mergeCells><mergeCell ref="x"/></mergeCells>',
    '',
  ]),
  xmlSlip(/<dimension ref="A1"\/>/g, [
    '<dimension ref="A1:XFD1048576"/>',
    '<cols><col min="1" max="16384"/></cols>',
    '',
  ]),
]

const ROUGH_XML: readonly XmlSlip[] = [
  xmlSlip(/<\/?\w+/g, ['<', '</c', '<row', '<!DOCTYPE a [<!ENTITY b "c">]><x', '<?x?><y']),
  xmlSlip(/Target="[^"]*"/g, [
    'Target="../../../etc/passwd"',
    'Target="/xl/workbook.xml"',
    'Target=""',
    'Target="x.xml"',
  ]),
  xmlSlip(/r:id="\w+"|sheetId="\d+"|Id="\w+"/g, ['Id="rId1"', 'r:id=""', 'state="hidden"', '']),
  xmlSlip(/"[^"]*"/g, ['""', '"&b;"', '"\u0001"', '"1"']),
]

/** A list of households in a workbook. */
export const workbooks: MakeCase = (chance) => {
  const base = someBase(chance, 8)
  const table = changedTable(someRows(tableIn(base.survey), 1 + chance(10), chance), kindOf, chance)
  const strings: string[] = []
  const rows = sheetRows(table, strings, chance)
  const text: WorkbookText = {
    sheets: [{ name: 'Sheet1', rows }],
    strings,
    ...STYLES,
    ...(oneIn(12, chance) ? { date1904: true } : {}),
  }
  const draw = chance(12)
  const parts = workbookParts(text).map((part) => slippedPart(part, draw, chance))
  const bytes = zipOf(draw === 0 ? parts.filter(() => chance(8) > 0) : parts)
  const args = [
    'assess',
    'in.xlsx',
    '-r',
    base.pack,
    '-f',
    oneOf(['csv', 'json', 'table'], chance),
    '--rejects',
    REJECTS,
  ]
  const others = [
    ['validate', 'in.xlsx', '-r', base.pack, '-f', 'json'],
    ['inspect', 'in.xlsx', '-r', base.pack],
    ['inspect', 'in.xlsx', '-f', 'json', '--columns'],
  ]
  return {
    files: { 'in.xlsx': draw === 1 ? damaged(bytes, chance) : bytes },
    runs: [
      { args, ...(oneIn(base.pack === 'cn-2020' ? 12 : 4, chance) ? { ways: ENGINES } : {}) },
      ...(oneIn(3, chance) ? [{ args: oneOf(others, chance) }] : []),
    ],
  }
}

/** Mostly the sheet, with slips that keep it a sheet; now and then bytes of any part. */
function slippedPart(part: Entry, draw: number, chance: Chance): Entry {
  const isSheet = part.name.toString().includes('worksheets/')
  if (draw === 2)
    return oneIn(4, chance) ? { ...part, content: damaged(Buffer.from(part.content), chance) } : part
  if (draw === 3)
    return oneIn(3, chance)
      ? { ...part, content: oneOf(ROUGH_XML, chance)(part.content.toString(), chance) }
      : part
  if (!isSheet && !part.name.toString().includes('sharedStrings')) return part
  let content = part.content.toString()
  for (let times = chance(3); times > 0; times--) content = oneOf(XML_SLIPS, chance)(content, chance)
  return { ...part, content }
}

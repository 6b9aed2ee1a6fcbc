import type { Diagnostic } from '../../base/diagnostic.js'
import type { Format } from './data-file.js'
import { inputFault } from './input.js'

/** What a file is: text in a format, a workbook, an archive. */
export type Kind = Format | 'zip'

const BY_EXTENSION: ReadonlyMap<string, Kind> = new Map([
  ['csv', 'csv'],
  ['tsv', 'csv'],
  ['tab', 'csv'],
  ['txt', 'csv'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['json', 'json'],
  ['ndjson', 'ndjson'],
  ['jsonl', 'ndjson'],
  ['xlsx', 'xlsx'],
  ['xlsm', 'xlsx'],
  ['zip', 'zip'],
])

/** What kind of file a name announces; `null` if it is none that can be read. */
export const kindOfName = (name: string): Kind | null => BY_EXTENSION.get(extensionOf(name)) ?? null

/** In small letters, without the dot. */
export const extensionOf = (name: string): string =>
  /[^/\\]\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** The format of a text by the extension of its name, else by how it begins. */
export function textFormat(extension: string, head: string): Exclude<Format, 'xlsx'> {
  const kind = BY_EXTENSION.get(extension)
  const isPlain = kind === undefined || kind === 'xlsx' || kind === 'zip' || extension === 'txt'
  return isPlain ? sniff(head) : kind
}

export const AS_SHEET = 'open it in Excel or LibreOffice and save it as XLSX or as CSV UTF-8'

const AS_CSV = 'export it from its program as CSV in UTF-8, with codes and not labels'

/** Files that cannot be read, by their first bytes. */
const ALIENS: ReadonlyArray<readonly [string, string, string]> = [
  ['\xd0\xcf\x11\xe0', 'this is an old Excel workbook, or one with a password', AS_SHEET],
  ['\x1f\x8b', 'this is a gzip file', 'unpack it, as in `gunzip -c FILE | tpa assess -`'],
  ['%PDF-', 'this is a PDF', 'ask for the data behind it as CSV or XLSX'],
  ['7z\xbc\xaf\x27\x1c', 'this is a 7-Zip archive', 'unpack it and name the files'],
  ['Rar!\x1a\x07', 'this is a RAR archive', 'unpack it and name the files'],
  ['<stata_dta>', 'this is a data file of Stata', AS_CSV],
  ['$FL2', 'this is a data file of SPSS', AS_CSV],
  ['$FL3', 'this is a data file of SPSS', AS_CSV],
  ['PAR1', 'this is a Parquet file', AS_CSV],
  ['ARROW1', 'this is an Arrow file', AS_CSV],
  ['HEADER RECORD*******LIBRARY HEADER', 'this is a transport file of SAS', AS_CSV],
  [`${'\0'.repeat(12)}\xc2\xea\x81\x60`, 'this is a data file of SAS', AS_CSV],
  ['SQLite format 3', 'this is a database of SQLite', AS_CSV],
  ['\0\x01\0\0Standard ', 'this is a database of Access', AS_CSV],
  ['RDX', 'this is a data file of R', AS_CSV],
]

/** Stata wrote files of this form before version 13: the version, the order of bytes, a 1 and a 0. */
const isOldStata = ([version = 0, order = 0, one, zero]: Buffer): boolean =>
  version >= 0x69 && version <= 0x73 && (order === 1 || order === 2) && one === 1 && zero === 0

/** A fault if the first bytes are those of a file that tpa does not read. */
export function alienFault(file: string, head: Buffer): Diagnostic | null {
  const found = ALIENS.find(([signature]) => head.toString('latin1', 0, signature.length) === signature)
  if (found !== undefined && isOfR(file, found[0]))
    return inputFault('not-text', file, 'this is a data file of R', AS_CSV)
  if (found !== undefined) return inputFault('not-text', file, found[1], found[2])
  if (isOldStata(head)) return inputFault('not-text', file, 'this is a data file of Stata', AS_CSV)
  const start = head
    .toString('latin1', 0, 1024)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase()
  if (/^(?:<!doctype html|<html|<table|<meta)/.test(start))
    return inputFault('not-text', file, 'this is a web page, whatever its name says', AS_SHEET)
  if (start.startsWith('<?xml')) return inputFault('not-text', file, 'this is XML', AS_SHEET)
  return null
}

/** R compresses its files. */
const isOfR = (file: string, signature: string): boolean =>
  signature === '\x1f\x8b' && /^(?:rds|rdata|rda)$/.test(extensionOf(file))

const BY_ALIEN_EXTENSION: ReadonlyMap<string, string> = new Map([
  ...['xls', 'xlsb', 'ods', 'numbers'].map((each) => [each, AS_SHEET] as const),
  ...['gz', 'tar', 'tgz', '7z', 'rar'].map((each) => [each, 'unpack it and name the files'] as const),
  ...[
    'sav',
    'por',
    'dta',
    'sas7bdat',
    'xpt',
    'rds',
    'rdata',
    'parquet',
    'feather',
    'mdb',
    'accdb',
    'sqlite',
    'db',
  ].map((each) => [each, AS_CSV] as const),
])

/** What to do about a file whose name is not that of a file that can be read. */
export const adviceFor = (name: string): string =>
  BY_ALIEN_EXTENSION.get(extensionOf(name)) ??
  'name files that end in .csv, .tsv, .tab, .txt, .xlsx, .yaml, .json or .ndjson'

/** Whether these are the first bytes of a zip archive, which a workbook is too. */
export const isZip = (head: Buffer): boolean =>
  ['PK\x03\x04', 'PK\x05\x06'].includes(head.toString('latin1', 0, 4))

function sniff(head: string): Exclude<Format, 'xlsx'> {
  const text = head.replace(/^\uFEFF/, '').trimStart()
  if (text.startsWith('[')) return 'json'
  if (text.startsWith('{')) return isObjectALine(text) ? 'ndjson' : 'json'
  const first = firstLine(text)
  return first === '---' || first.startsWith('- ') || first === '-' ? 'yaml' : 'csv'
}

/** The first line that is neither blank nor a YAML comment, else the first line. */
function firstLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd())
  return lines.find((line) => line !== '' && !line.startsWith('#')) ?? lines[0] ?? ''
}

function isObjectALine(text: string): boolean {
  const [first = '', ...others] = text.split('\n')
  if (others.join('').trim() === '') return false
  try {
    JSON.parse(first)
    return true
  } catch {
    return false
  }
}

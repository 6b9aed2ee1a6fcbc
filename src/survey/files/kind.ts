import type { Diagnostic } from '../../base/diagnostic.js'
import { type PlainSentence, say } from '../../base/say/say.js'
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

const AS_SHEET = 'not-text.help.sheet'
const AS_CSV = 'not-text.help.csv'
const UNPACK = 'not-text.help.unpack'

export const asSheet = (): string => say(AS_SHEET)

/** Files that cannot be read, by their first bytes, with what they are and what to do. */
const ALIENS: ReadonlyArray<readonly [string, PlainSentence, PlainSentence]> = [
  ['\xd0\xcf\x11\xe0', 'not-text.old-excel', AS_SHEET],
  ['\x1f\x8b', 'not-text.gzip', 'not-text.help.gzip'],
  ['%PDF-', 'not-text.pdf', 'not-text.help.pdf'],
  ['7z\xbc\xaf\x27\x1c', 'not-text.7-zip', UNPACK],
  ['Rar!\x1a\x07', 'not-text.rar', UNPACK],
  ['<stata_dta>', 'not-text.stata', AS_CSV],
  ['$FL2', 'not-text.spss', AS_CSV],
  ['$FL3', 'not-text.spss', AS_CSV],
  ['PAR1', 'not-text.parquet', AS_CSV],
  ['ARROW1', 'not-text.arrow', AS_CSV],
  ['HEADER RECORD*******LIBRARY HEADER', 'not-text.sas-transport', AS_CSV],
  [`${'\0'.repeat(12)}\xc2\xea\x81\x60`, 'not-text.sas', AS_CSV],
  ['SQLite format 3', 'not-text.sqlite', AS_CSV],
  ['\0\x01\0\0Standard ', 'not-text.access', AS_CSV],
  ['RDX', 'not-text.r', AS_CSV],
]

/** Stata wrote files of this form before version 13: the version, the order of bytes, a 1 and a 0. */
const isOldStata = ([version = 0, order = 0, one, zero]: Buffer): boolean =>
  version >= 0x69 && version <= 0x73 && (order === 1 || order === 2) && one === 1 && zero === 0

/** A fault if the first bytes are those of a file that tpa does not read. */
export function alienFault(file: string, head: Buffer): Diagnostic | null {
  const found = ALIENS.find(([signature]) => head.toString('latin1', 0, signature.length) === signature)
  if (found !== undefined && isOfR(file, found[0])) return alien(file, 'not-text.r', AS_CSV)
  if (found !== undefined) return alien(file, found[1], found[2])
  if (isOldStata(head)) return alien(file, 'not-text.stata', AS_CSV)
  const start = head
    .toString('latin1', 0, 1024)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase()
  if (/^(?:<!doctype html|<html|<table|<meta)/.test(start)) return alien(file, 'not-text.web-page', AS_SHEET)
  if (start.startsWith('<?xml')) return alien(file, 'not-text.xml', AS_SHEET)
  return null
}

const alien = (file: string, what: PlainSentence, help: PlainSentence) =>
  inputFault('not-text', file, say(what), say(help))

/** R compresses its files. */
const isOfR = (file: string, signature: string): boolean =>
  signature === '\x1f\x8b' && /^(?:rds|rdata|rda)$/.test(extensionOf(file))

const BY_ALIEN_EXTENSION: ReadonlyMap<string, PlainSentence> = new Map([
  ...['xls', 'xlsb', 'ods', 'numbers'].map((each) => [each, AS_SHEET] as const),
  ...['gz', 'tar', 'tgz', '7z', 'rar'].map((each) => [each, UNPACK] as const),
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
  say(BY_ALIEN_EXTENSION.get(extensionOf(name)) ?? 'not-text.help')

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

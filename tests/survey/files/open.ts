import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { Diagnostic } from '../../../src/base/diagnostic.js'
import {
  type DataFile,
  type Entry,
  type OpenedFile,
  PLAIN_READING,
  type ReadingOptions,
} from '../../../src/survey/files/data-file.js'
import { type OpenOperand, openOperand } from '../../../src/survey/files/operands/operand.js'
import type { SourceRow } from '../../../src/survey/files/row.js'
import { openText } from '../../../src/survey/files/text/text-file.js'

const scratch = mkdtempSync(join(tmpdir(), 'tpa-files-'))
let folders = 0

/** Writes files into a new folder and returns its path. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = join(scratch, String(folders++))
  mkdirSync(folder)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** One file in a folder of its own. */
export const fileOf = (name: string, content: string | Buffer): string =>
  join(folderOf({ [name]: content }), name)

/** Opens an operand, hands it on and closes it. */
export async function withOperand<T>(
  operand: string,
  use: (opened: OpenOperand) => Promise<T>,
  stdin: Buffer = Buffer.alloc(0),
): Promise<T> {
  const opened = await openOperand(operand, Readable.from([stdin]), 'households')
  if ('fault' in opened) throw new Error(opened.fault.message)
  try {
    return await use(opened)
  } finally {
    await opened.close()
  }
}

/** What stops an operand from being opened. */
export async function operandFault(operand: string): Promise<Diagnostic | null> {
  const opened = await openOperand(operand, Readable.from([]), 'households')
  if ('fault' in opened) return opened.fault
  await opened.close()
  return null
}

export function entryOf({ entries }: OpenOperand, path: string): Entry {
  const found = entries.find((entry) => entry.path === path)
  if (found === undefined) throw new Error(`no ${path} among ${entries.map((each) => each.path).join(', ')}`)
  return found
}

/** Opens a text of these bytes, handed over in chunks of so many. */
export const openBytes = (
  content: Buffer,
  reading: Partial<ReadingOptions> = {},
  size = 1 << 16,
  name = 'a.csv',
): Promise<OpenedFile> =>
  openText(
    {
      file: name,
      extension: name.replace(/^.*\./, ''),
      plural: 'households',
      input: async ({ sha256, encoding }) => ({ file: name, bytes: content.length, sha256, encoding }),
      source: {
        bytes: content.length,
        async *chunks() {
          for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size)
        },
      },
    },
    { ...PLAIN_READING, ...reading },
  )

export function opened(result: OpenedFile): DataFile {
  if ('faults' in result) throw new Error(result.faults.map(({ message }) => message).join('\n'))
  return result.file
}

export const faultOf = (result: OpenedFile): Diagnostic | undefined =>
  'faults' in result ? result.faults[0] : undefined

export async function rowsOf(file: DataFile): Promise<SourceRow[]> {
  const rows: SourceRow[] = []
  for await (const batch of file.rows()) rows.push(...batch)
  return rows
}

/** Headers, and cells with their lines: what a person would compare. */
export const plain = (rows: readonly SourceRow[]) =>
  rows.map((row) => {
    if (row.kind === 'record')
      return row.content.kind === 'cells' ? [row.line, ...row.content.cells] : [row.line]
    if (row.kind === 'header') return row.headers
    if (row.kind === 'broken') return { line: row.line, code: row.code, message: row.message, raw: row.raw() }
    if (row.kind === 'skipped') return `${row.line} ${row.why}`
    return row.kind === 'blank' ? `${row.line} blank` : row.fault
  })

export const tableOf = async (result: OpenedFile) => plain(await rowsOf(opened(result)))

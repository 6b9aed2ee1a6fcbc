import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Diagnostic } from '../../../base/diagnostic.js'
import { say } from '../../../base/say/say.js'
import { listedNames } from '../../../base/wording.js'
import type { Container, Entry } from '../data-file.js'
import { brokenInput, diagnosticOf, displayName, inputFault, isSystemError, openInput } from '../input.js'
import { kindOfName } from '../kind.js'
import { entriesOfInput } from './entries.js'
import {
  byName,
  type EntryPlace,
  type Found,
  faultEntry,
  isLitter,
  type OperandContext,
  unreadableEntry,
} from './entry.js'

/** An operand that has been opened: a file, a folder, an archive, a workbook, stdin. */
export interface OpenOperand {
  /** Sheets in their order, others by name. Entries that cannot be read are among them, with format `null`. */
  readonly entries: readonly Entry[]
  readonly container: Container
  /** Releases what is held. */
  close(): Promise<void>
}

/**
 * Opens an operand and lists what it holds, without reading any of it.
 * @param plural is the key under which a YAML or JSON mapping holds its records.
 * @param ids are the names of the id of records, the pack's own first.
 */
export async function openOperand(
  operand: string,
  stdin: NodeJS.ReadableStream,
  plural = '',
  ids: readonly string[] = [],
): Promise<OpenOperand | { readonly fault: Diagnostic }> {
  const context: OperandContext = { plural, ids, closing: [] }
  const close = async () => {
    for (const each of context.closing.splice(0)) await each()
  }
  try {
    const found = await openFound(context, operand, stdin)
    if (!('fault' in found)) return { ...found, close }
    await close()
    return found
  } catch (error) {
    await close()
    const fault = diagnosticOf(error)
    if (fault === null) throw error
    return { fault }
  }
}

/** The files on disk that an operand stands for: itself, or those of a folder that are read; none where it cannot be looked at. */
export async function filesOfOperand(operand: string): Promise<string[]> {
  if (!(await isFolder(operand))) return [(await sheetOf(operand))?.file ?? operand]
  const paths = await filesUnder(operand, '').catch(() => [])
  return paths.map((path) => join(operand, path))
}

async function openFound(
  context: OperandContext,
  operand: string,
  stdin: NodeJS.ReadableStream,
): Promise<Found> {
  if (await isFolder(operand)) return openFolder(context, operand, stdin)
  const sheet = await sheetOf(operand)
  if (sheet === null) return openFile(context, operand, stdin)
  const found = await openFile(context, sheet.file, stdin)
  if ('fault' in found) return found
  const entry = found.entries.find(({ path }) => path.slice(path.indexOf('#') + 1) === sheet.name)
  if (entry !== undefined) return { container: 'workbook', entries: [entry] }
  const names =
    found.container === 'workbook' ? found.entries.map(({ path }) => path.slice(path.indexOf('#') + 1)) : []
  const help =
    names.length === 0
      ? say('missing-sheet.help.file')
      : say('missing-sheet.help', { names: listedNames(names, 12) })
  return {
    fault: inputFault(
      'unreadable-file',
      displayName(operand),
      say('missing-sheet', { sheet: sheet.name }),
      help,
    ),
  }
}

/** `list.xlsx#Sheet` names a sheet, unless a file has that name. */
async function sheetOf(operand: string): Promise<{ file: string; name: string } | null> {
  const at = operand.indexOf('#')
  if (at <= 0 || at === operand.length - 1 || (await isThere(operand))) return null
  const file = operand.slice(0, at)
  return (await isThere(file)) ? { file, name: operand.slice(at + 1) } : null
}

const isThere = async (path: string) => (await stat(path).catch(() => null)) !== null

const isFolder = async (operand: string) =>
  operand !== '-' && ((await stat(operand).catch(() => null))?.isDirectory() ?? false)

async function openFile(context: OperandContext, operand: string, stdin: NodeJS.ReadableStream) {
  const name = basename(operand)
  if (name.startsWith('~$')) return { fault: lockFile(operand, name.slice(2)) }
  const opened = await openInput(operand, stdin)
  if ('fault' in opened) return opened
  const place: EntryPlace = { name: opened.input.file, path: name, container: 'file' }
  return entriesOfInput(context, opened.input, place)
}

/** The fault of what Excel puts beside a workbook that it has open. */
const lockFile = (operand: string, workbook: string): Diagnostic =>
  inputFault(
    'not-text',
    displayName(operand),
    say('not-text.lock', { workbook }),
    say('not-text.help.lock', { workbook }),
  )

async function openFolder(context: OperandContext, operand: string, stdin: NodeJS.ReadableStream) {
  const folder = displayName(operand.replace(/(?<=[^/\\])[/\\]+$/, ''))
  const entries: Entry[] = []
  for (const path of await filesUnder(operand, '')) {
    const name = folder === '.' ? path : `${folder}/${path}`
    entries.push(
      ...(await entriesOfFile(context, join(operand, path), { name, path, container: 'folder' }, stdin)),
    )
  }
  if (entries.length === 0) {
    const help = say('unreadable-file.help.empty')
    return { fault: inputFault('unreadable-file', folder, say('unreadable-file.empty'), help) }
  }
  return { entries, container: 'folder' as const }
}

async function entriesOfFile(
  context: OperandContext,
  file: string,
  place: EntryPlace,
  stdin: NodeJS.ReadableStream,
): Promise<readonly Entry[]> {
  const kind = kindOfName(file)
  if (kind === null) return [unreadableEntry(place)]
  const opened = await openInput(file, stdin, place.name)
  const found = 'fault' in opened ? opened : await entriesOfInput(context, opened.input, place)
  return 'fault' in found ? [faultEntry(place, kind === 'zip' ? null : kind, found.fault)] : found.entries
}

/** Paths below a folder, with `/`, by name. Links to folders are not followed, because they may form a circle. */
async function filesUnder(folder: string, below: string): Promise<string[]> {
  const entries = (await listFolder(join(folder, below))).sort(byName)
  const paths: string[] = []
  for (const entry of entries) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) {
      if (!isLitter(`${path}/x`)) paths.push(...(await filesUnder(folder, path)))
    } else if (!isLitter(path) && (entry.isFile() || (await isLinkedFile(join(folder, path)))))
      paths.push(path)
  }
  return paths
}

async function listFolder(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (!isSystemError(error)) throw error
    const name = displayName(folder)
    throw brokenInput(
      error.code === 'EACCES' || error.code === 'EPERM'
        ? inputFault(
            'unreadable-file',
            name,
            say('unreadable-file.folder-right'),
            say('unreadable-file.help.right'),
          )
        : inputFault(
            'unreadable-file',
            name,
            say('unreadable-file.folder-code', { code: String(error.code) }),
            say('unreadable-file.help.files'),
          ),
    )
  }
}

const isLinkedFile = async (path: string) => (await stat(path).catch(() => null))?.isFile() ?? false

import { createHash } from 'node:crypto'
import type { Diagnostic } from '../../base/diagnostic.js'
import { diagnosticOf, inputFault, type OpenInput, spool } from '../input.js'
import type { Container, Format, InputFile, Member, OpenedFile, ReadingOptions } from './data-file.js'
import { AS_SHEET, adviceFor, extensionOf, isZip, kindOfName, textFormat } from './kind.js'
import type { Bytes } from './look.js'
import { openSheet } from './sheet-file.js'
import { openText } from './text-file.js'
import { archiveKind, openWorkbook } from './xlsx/workbook.js'
import type { ZipMember } from './zip.js'

/** What the members of one operand share. */
export interface Opening {
  /** The key under which a YAML or JSON mapping holds its records. */
  readonly plural: string
  /** What is to be closed in the end. */
  readonly closing: (() => unknown)[]
}

/** Where a file stands: how results name it, how patterns do, and what holds it. */
export interface Place {
  readonly name: string
  readonly path: string
  readonly container: Container
}

export type Found =
  | { readonly members: readonly Member[]; readonly container: Container }
  | { readonly fault: Diagnostic }

/** The members of a file on disk: itself, the sheets of a workbook, the members of a zip archive. */
export async function membersOfInput(opening: Opening, input: OpenInput, place: Place): Promise<Found> {
  opening.closing.push(() => input.close())
  try {
    const head = await headOf(input)
    if (isZip(head)) return await membersOfZip(opening, input, place)
    return { members: [textMember(opening, input, head, place)], container: 'file' }
  } catch (error) {
    const fault = diagnosticOf(error)
    if (fault === null) throw error
    return { fault }
  }
}

async function membersOfZip(opening: Opening, input: OpenInput, place: Place): Promise<Found> {
  const { openZip } = await import('./zip.js')
  const opened = await openZip(input)
  if ('fault' in opened) return opened
  const { members, close } = opened.zip
  opening.closing.unshift(close)
  const whole = wholeInput(input)
  switch (archiveKind(members)) {
    case 'workbook':
      return sheetsOf(members, place, whole)
    case 'alien':
      return {
        fault: inputFault(
          'not-text',
          place.name,
          'this is an office document, but no XLSX workbook',
          AS_SHEET,
        ),
      }
    case 'zip':
      return { members: await zipMembers(opening, members, place, whole), container: 'zip' }
  }
}

/** A member of which no more is known than that it cannot be opened. */
export const faultMember = (place: Place, format: Format | null, fault: Diagnostic): Member => ({
  ...place,
  format,
  open: async () => ({ faults: [fault] }),
})

/** A member that nothing here reads, by its name. */
export const alienMember = (place: Place): Member =>
  faultMember(
    place,
    null,
    inputFault(
      'not-text',
      place.name,
      'its name is that of no table or list that is read',
      adviceFor(place.name),
    ),
  )

/** Names that no export gives to its tables: hidden files, what macOS and Excel leave behind, attachments. */
export const isLitter = (path: string): boolean => {
  const parts = path.split('/')
  const folders = parts.slice(0, -1)
  return (
    parts.some((part) => part.startsWith('.') || part.startsWith('~$')) ||
    folders.some((part) => part === '__MACOSX' || part === 'media')
  )
}

async function headOf(input: OpenInput): Promise<Buffer> {
  for await (const chunk of input.chunks()) return chunk
  return Buffer.alloc(0)
}

function textMember(opening: Opening, input: OpenInput, head: Buffer, place: Place): Member {
  const text = {
    file: place.name,
    extension: input.extension,
    source: input,
    plural: opening.plural,
    input: async ({ sha256, encoding }: { sha256: string; encoding: string }) => ({
      file: place.name,
      bytes: input.bytes,
      sha256,
      encoding,
    }),
  }
  return {
    ...place,
    format: textFormat(input.extension, head.toString('utf8')),
    open: caught((reading) => openText(text, reading)),
  }
}

async function sheetsOf(
  members: readonly ZipMember[],
  place: Place,
  input: () => Promise<InputFile>,
): Promise<Found> {
  const opened = await openWorkbook(place.name, members)
  if ('fault' in opened) return opened
  return {
    container: 'workbook',
    members: opened.sheets.map((sheet) => {
      const name = `${place.name}#${sheet.name}`
      return {
        name,
        path: `${place.path}#${sheet.name}`,
        container: 'workbook',
        format: 'xlsx',
        open: (reading) => openSheet(name, sheet, input, reading),
      }
    }),
  }
}

async function zipMembers(
  opening: Opening,
  entries: readonly ZipMember[],
  { name, path, container }: Place,
  input: () => Promise<InputFile>,
): Promise<Member[]> {
  const members: Member[] = []
  const kept = entries.filter((entry) => !isLitter(entry.name)).sort(byName)
  for (const entry of kept) {
    const inner = container === 'folder' ? `${path}/${entry.name}` : entry.name
    const place: Place = { name: `${name}/${entry.name}`, path: inner, container: 'zip' }
    members.push(...(await membersOfEntry(opening, entry, place, input)))
  }
  return members
}

async function membersOfEntry(
  opening: Opening,
  entry: ZipMember,
  place: Place,
  input: () => Promise<InputFile>,
): Promise<readonly Member[]> {
  const kind = kindOfName(entry.name)
  if (kind === null || kind === 'zip') return [alienMember(place)]
  if (entry.fault !== null) return [faultMember(place, kind, entry.fault)]
  if (kind === 'xlsx') {
    const found = await sheetsOfEntry(opening, entry, place, input)
    return 'fault' in found ? [faultMember(place, kind, found.fault)] : found.members
  }
  const text = {
    file: place.name,
    extension: extensionOf(entry.name),
    source: entry,
    plural: opening.plural,
    input,
  }
  return [{ ...place, format: kind, open: caught((reading) => openText(text, reading)) }]
}

/** A workbook must be read from any place, so one inside an archive is copied out of it. */
async function sheetsOfEntry(
  opening: Opening,
  entry: ZipMember,
  place: Place,
  input: () => Promise<InputFile>,
): Promise<Found> {
  try {
    const copied = await spool(place.name, 'xlsx', entry.chunks())
    if ('fault' in copied) return copied
    opening.closing.push(() => copied.input.close())
    const { openZip } = await import('./zip.js')
    const opened = await openZip(copied.input)
    if ('fault' in opened) return opened
    opening.closing.unshift(opened.zip.close)
    return await sheetsOf(opened.zip.members, place, input)
  } catch (error) {
    const fault = diagnosticOf(error)
    if (fault === null) throw error
    return { fault }
  }
}

/** An archive or workbook as results list it; its bytes are read once, when they are first asked for. */
function wholeInput(input: OpenInput): () => Promise<InputFile> {
  let made: Promise<InputFile> | null = null
  return () => {
    made ??= sha256Of(input).then((sha256) => ({
      file: input.file,
      bytes: input.bytes,
      sha256,
      encoding: 'binary',
    }))
    return made
  }
}

async function sha256Of(source: Bytes): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of source.chunks()) hash.update(chunk)
  return hash.digest('hex')
}

const caught =
  (open: (reading: ReadingOptions) => Promise<OpenedFile>) =>
  async (reading: ReadingOptions): Promise<OpenedFile> => {
    try {
      return await open(reading)
    } catch (error) {
      const fault = diagnosticOf(error)
      if (fault === null) throw error
      return { faults: [fault] }
    }
  }

/** By code units, so that the order is the same on every machine. */
export const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
  one.name < other.name ? -1 : one.name > other.name ? 1 : 0

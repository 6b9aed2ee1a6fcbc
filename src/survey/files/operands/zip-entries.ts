import { createHash } from 'node:crypto'
import { say } from '../../../base/say/say.js'
import type { Entry, InputFile } from '../data-file.js'
import { type Bytes, diagnosticOf, inputFault, type OpenInput, spool } from '../input.js'
import { asSheet, extensionOf, kindOfName } from '../kind.js'
import { openText } from '../text/text-file.js'
import { formFault, isEmptySheet, openSheet } from '../xlsx/sheet-file.js'
import { archiveKind, openWorkbook } from '../xlsx/workbook.js'
import { openZip, type ZipEntry } from '../zip.js'
import {
  byName,
  caught,
  type EntryPlace,
  type Found,
  faultEntry,
  leftEntry,
  type OperandContext,
  unreadableEntry,
  whyLeft,
} from './entry.js'

/** The sheets of a workbook, or the entries of a zip archive. */
export async function entriesOfZip(
  context: OperandContext,
  input: OpenInput,
  place: EntryPlace,
): Promise<Found> {
  const opened = await openZip(input)
  if ('fault' in opened) return opened
  const { entries, close } = opened.zip
  context.closing.unshift(close)
  const whole = wholeInput(input)
  switch (archiveKind(entries)) {
    case 'workbook':
      return sheetsOf(entries, place, whole)
    case 'alien':
      return {
        fault: inputFault('not-text', place.name, say('not-text.office'), asSheet()),
      }
    case 'numbers':
      return {
        fault: inputFault('not-text', place.name, say('not-text.numbers'), say('not-text.help.numbers')),
      }
    case 'zip':
      return { entries: await zipEntries(context, entries, place, whole), container: 'zip' }
  }
}

async function sheetsOf(
  entries: readonly ZipEntry[],
  place: EntryPlace,
  input: () => Promise<InputFile>,
): Promise<Found> {
  const opened = await openWorkbook(place.name, entries)
  if ('fault' in opened) return opened
  const { sheets } = opened
  const form = await formFault(place.name, sheets)
  if (form !== null) return { fault: form }
  const found: Entry[] = []
  for (const sheet of sheets) {
    const name = `${place.name}#${sheet.name}`
    const isEmpty = !sheet.isHidden && sheets.length > 1 && (await isEmptySheet(sheet))
    found.push({
      name,
      path: `${place.path}#${sheet.name}`,
      container: 'workbook',
      format: 'xlsx',
      ...(sheet.isHidden ? { unseen: 'hidden' } : isEmpty ? { unseen: 'empty' } : {}),
      open: (reading) => openSheet(name, sheet, input, reading),
    })
  }
  return { container: 'workbook', entries: found }
}

async function zipEntries(
  context: OperandContext,
  all: readonly ZipEntry[],
  { name, path, container }: EntryPlace,
  input: () => Promise<InputFile>,
): Promise<Entry[]> {
  const entries: Entry[] = []
  for (const entry of [...all].sort(byName)) {
    const inner = container === 'folder' ? `${path}/${entry.name}` : entry.name
    const place: EntryPlace = { name: `${name}/${entry.name}`, path: inner, container: 'zip' }
    const why = whyLeft(entry.name)
    if (why === null) entries.push(...(await entriesInside(context, entry, place, input)))
    else entries.push(leftEntry(place, why))
  }
  return entries
}

/** What an entry of an archive holds: itself, or the sheets of a workbook. */
async function entriesInside(
  context: OperandContext,
  entry: ZipEntry,
  place: EntryPlace,
  input: () => Promise<InputFile>,
): Promise<readonly Entry[]> {
  const kind = kindOfName(entry.name)
  if (kind === null || kind === 'zip') return [unreadableEntry(place)]
  if (entry.fault !== null) return [faultEntry(place, kind, entry.fault)]
  if (kind === 'xlsx') {
    const found = await sheetsOfEntry(context, entry, place, input)
    return 'fault' in found ? [faultEntry(place, kind, found.fault)] : found.entries
  }
  const text = {
    file: place.name,
    extension: extensionOf(entry.name),
    source: entry,
    plural: context.plural,
    ids: context.ids,
    input,
  }
  return [{ ...place, format: kind, open: caught((reading) => openText(text, reading)) }]
}

/** A workbook must be read at any offset, so a workbook inside an archive is first copied out of it. */
async function sheetsOfEntry(
  context: OperandContext,
  entry: ZipEntry,
  place: EntryPlace,
  input: () => Promise<InputFile>,
): Promise<Found> {
  try {
    const copied = await spool(place.name, 'xlsx', entry.chunks())
    if ('fault' in copied) return copied
    context.closing.push(() => copied.input.close())
    const opened = await openZip(copied.input)
    if ('fault' in opened) return opened
    context.closing.unshift(opened.zip.close)
    return await sheetsOf(opened.zip.entries, place, input)
  } catch (error) {
    const fault = diagnosticOf(error)
    if (fault === null) throw error
    return { fault }
  }
}

/** An archive or workbook as results list it. Its digest is taken once, when it is first asked for. */
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

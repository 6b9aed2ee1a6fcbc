import type { Diagnostic } from '../../../base/diagnostic.js'
import { say } from '../../../base/say/say.js'
import type { Container, Entry, Format, OpenedFile, ReadingOptions } from '../data-file.js'
import { diagnosticOf, inputFault } from '../input.js'
import { adviceFor } from '../kind.js'

/** What the entries of one operand share. */
export interface OperandContext {
  /** The key under which a YAML or JSON mapping holds its records. */
  readonly plural: string
  /** The names of the id of records. */
  readonly ids: readonly string[]
  /** What must be closed in the end. */
  readonly closing: (() => unknown)[]
}

/** How results name an entry, how patterns name it, and what holds it. */
export interface EntryPlace {
  readonly name: string
  readonly path: string
  readonly container: Container
}

export type Found =
  | { readonly entries: readonly Entry[]; readonly container: Container }
  | { readonly fault: Diagnostic }

/** An entry that cannot be opened; nothing else is known of it. */
export const faultEntry = (place: EntryPlace, format: Format | null, fault: Diagnostic): Entry => ({
  ...place,
  format,
  open: async () => ({ faults: [fault] }),
})

/** An entry whose name is not that of a file that can be read. */
export const unreadableEntry = (place: EntryPlace): Entry =>
  faultEntry(place, null, inputFault('not-text', place.name, say('not-text.name'), adviceFor(place.name)))

/** Whether a path is not that of a table. */
export const isLitter = (path: string): boolean => whyLeft(path) !== null

/** Why a path is not that of a table: hidden files, files that macOS and Excel leave behind, attachments; `null` where it may be. */
export function whyLeft(path: string): string | null {
  const parts = path.split('/')
  const folders = parts.slice(0, -1)
  if (parts.includes('..')) return leadsOut()
  if (folders.includes('__MACOSX')) return say('ignored-files.macos')
  if (folders.includes('media')) return say('ignored-files.attachment')
  if (parts.some((part) => part.startsWith('~$'))) return say('ignored-files.lock')
  return parts.some((part) => part.startsWith('.')) ? say('ignored-files.hidden') : null
}

/** Such a member may be meant. */
export const leadsOut = (): string => say('ignored-files.leads-out')

/** A member of an archive that is never looked at. */
export const leftEntry = (place: EntryPlace, why: string): Entry => ({
  ...faultEntry(
    place,
    null,
    inputFault('ignored-files', place.name, say('ignored-files.why', { why }), say('ignored-files.help')),
  ),
  left: why,
})

/** Opens a file; errors of the input come back as faults. */
export const caught =
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

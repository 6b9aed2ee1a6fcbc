import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { DiagnosticCode } from '../base/codes.js'
import { type Diagnostic, textPlace } from '../base/diagnostic.js'
import { say } from '../base/say/say.js'
import { SHIPPED_PACKS } from '../base/shipped.js'
import { makeSource, type Source } from '../base/source.js'
import { extendedBy, type PackReading, readPack } from '../lang/assemble/load.js'
import type { Pack } from '../lang/pack.js'
import { constantFaults } from './constants.js'

type Loaded = { readonly pack: Pack } | { readonly faults: readonly Diagnostic[] }

/** A pack or its faults, and the files that were read for it, those of packs that it extends included. */
export type LoadedPack = Loaded & { readonly files: readonly string[] }

/** Gives the text of a file, or `null` if there is none. */
type Read = (file: string) => Promise<string | null>

export interface LoadOptions {
  /** The file system by default. */
  readonly read?: Read
  /** The id of the first expression, so that expressions of two packs can be beside each other. */
  readonly firstId?: number
}

/** Loads the pack of a folder, or of a pack.yaml itself, with the packs that it extends. A pack with any fault is not loaded. */
export async function loadPack(
  path: string,
  { read = readText, firstId = 0 }: LoadOptions = {},
): Promise<LoadedPack> {
  const files: string[] = []
  const noted: Read = async (file) => {
    const text = await read(file)
    if (text !== null) files.push(file)
    return text
  }
  return { ...(await loadWith(noted, path, firstId)), files }
}

async function loadWith(read: Read, path: string, firstId: number): Promise<Loaded> {
  const file = packFile(path)
  const text = await read(file)
  if (text === null) return { faults: [missing(path)] }
  const child = packText(file, text)
  const ancestors = await ancestorsOf(child, read)
  return 'faults' in ancestors
    ? ancestors
    : finish(readPack(child.source, { ancestors: ancestors.sources, firstId }))
}

const packFile = (path: string) => (/\.ya?ml$/.test(path) ? path : join(path, 'pack.yaml'))

const missing = (path: string): Diagnostic => ({
  code: 'pack-missing',
  severity: 'error',
  message: say('pack-missing', { place: path }),
  help: say('pack-missing.help'),
  at: null,
})

/** Loads a pack that extends no other, from the text of its pack.yaml; `file` is its name in diagnostics. */
export const loadPackText = (file: string, text: string): Loaded => finish(readPack(makeSource(file, text)))

function finish(reading: PackReading): Loaded {
  if ('faults' in reading) return reading
  const faults = constantFaults(reading.pack)
  return faults.length > 0 ? { faults } : reading
}

/** A pack file, and its text under the name that diagnostics give it. */
interface PackText {
  readonly file: string
  readonly source: Source
}

/** A file that comes with the program is named by its place in the program, not by where the program is installed. */
function packText(file: string, text: string): PackText {
  const isShipped = file.startsWith(SHIPPED_PACKS)
  return { file, source: makeSource(isShipped ? `rules${file.slice(SHIPPED_PACKS.length)}` : file, text) }
}

/** The packs that a pack extends, nearest first. Each is beside the pack, or comes with the program. */
async function ancestorsOf(
  child: PackText,
  read: Read,
): Promise<{ sources: Source[] } | { faults: Diagnostic[] }> {
  const sources: Source[] = []
  const seen = new Set([basename(dirname(child.file))])
  for (let { file, source } = child; ; ) {
    const parent = extendedBy(source)
    if (parent === null) return { sources }
    const refuse = (code: DiagnosticCode, message: string, help: string): { faults: Diagnostic[] } => ({
      faults: [{ code, severity: 'error', message, help, at: textPlace(source, parent.at) }],
    })
    if (seen.has(parent.id))
      return refuse('cycle', say('cycle.pack', { pack: parent.id }), say('cycle.pack.help'))
    seen.add(parent.id)
    const found = await findPack(parent.id, file, read)
    if (found === null)
      return refuse(
        'pack-missing',
        say('pack-missing.parent', { pack: parent.id }),
        say('pack-missing.help.parent'),
      )
    sources.push(found.source)
    file = found.file
    source = found.source
  }
}

async function findPack(id: string, beside: string, read: Read): Promise<PackText | null> {
  if (!/^[a-z0-9][a-z0-9_-]*$/.test(id)) return null
  const file = join(dirname(beside), '..', id, 'pack.yaml')
  const text = await read(file)
  if (text !== null) return packText(file, text)
  const shipped = join(SHIPPED_PACKS, id, 'pack.yaml')
  const own = await readText(shipped)
  return own === null ? null : packText(shipped, own)
}

async function readText(file: string): Promise<string | null> {
  const found = await stat(file).catch(() => null)
  return found?.isFile() ? (await readFile(file, 'utf8')).replace(/^\uFEFF/, '') : null
}

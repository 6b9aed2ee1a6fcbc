import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join } from 'node:path'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { SHIPPED_PRESETS } from '../../base/shipped.js'
import { didYouMean } from '../../base/suggest.js'
import { allOf } from '../../base/wording.js'
import { quoted } from '../../lang/fault-list.js'
import type { Pack } from '../../lang/pack.js'
import type { Mapping } from './mapping.js'
import { inFileOrder, type MappingFile, readMappingFile } from './mapping-file.js'
import { recordsMapping } from './records.js'
import { rosterMappings } from './rosters.js'

export type LoadedMapping = { readonly mapping: Mapping } | { readonly faults: readonly Diagnostic[] }

/** Loads a mapping.yaml for a pack. A mapping with a fault is not used; all faults that can be found are reported. */
export async function loadMapping(path: string, pack: Pack): Promise<LoadedMapping> {
  const file = isAbsolute(path) ? basename(path) : path
  if (await isDevice(path))
    return {
      faults: [fileFault('unreadable-file', file, say('unreadable-file.device'), say('mapping.help.file'))],
    }
  const bytes = await readFile(path).catch((error: unknown) => error)
  return Buffer.isBuffer(bytes)
    ? readMapping(file, bytes, pack)
    : { faults: [await unreadable(path, file, bytes)] }
}

/** Some devices never end. */
const isDevice = async (path: string) => (await stat(path).catch(() => null))?.isCharacterDevice() ?? false

/** The mappings that come with the program, by name. */
export async function presetNames(): Promise<string[]> {
  const files = await readdir(SHIPPED_PRESETS)
  return files.flatMap((file) => (file.endsWith('.yaml') ? [file.slice(0, -'.yaml'.length)] : [])).sort()
}

/** Loads a mapping that comes with the program: `kobo`, `odk`, `register-cn`. */
export async function loadPreset(name: string, pack: Pack): Promise<LoadedMapping> {
  const names = await presetNames()
  if (!names.includes(name)) {
    const help = didYouMean(name, names) ?? say('mapping.preset.help', { names: allOf(names) })
    return { faults: [fileFault('missing-file', null, say('mapping.preset', { name: quoted(name) }), help)] }
  }
  const file = `${name}.yaml`
  const text = await readFile(join(SHIPPED_PRESETS, file), 'utf8')
  return read(`presets/${file}`, text.replace(/^households:$/m, `${pack.record.plural}:`), pack, true)
}

/** Reads a mapping from its bytes; `file` is the name that results and diagnostics give it. */
export const readMapping = (file: string, bytes: Buffer, pack: Pack): LoadedMapping =>
  read(file, bytes, pack, false)

function read(file: string, content: Buffer | string, pack: Pack, preset: boolean): LoadedMapping {
  const text = content.toString().replace(/^\uFEFF/, '')
  const reading = readMappingFile(file, text, pack.record, preset)
  if (reading.file === null) return { faults: reading.faults }
  checkPack(reading.file, pack)
  const records = recordsMapping(reading.file, pack)
  const rosters = rosterMappings(reading.file, pack, records)
  if (reading.faults.length > 0) return { faults: inFileOrder(reading.faults) }
  const sha256 = createHash('sha256').update(content).digest('hex')
  const assumes = reading.file.text(['assume']) === null
  const named = reading.file.text(['pack'])
  return { mapping: { file, sha256, isPreset: preset, pack: named, assumes, records, rosters } }
}

function checkPack(file: MappingFile, { id, extends: parent }: Pack): void {
  const named = file.text(['pack'])
  if (named === null || named === id || named === parent) return
  file.fault('unknown-name', file.places.value(['pack']), say('mapping.pack', { name: quoted(named) }), {
    why: parent === null ? say('mapping.pack.why', { id }) : say('mapping.pack.why.extends', { id, parent }),
    help: say('mapping.pack.help'),
  })
}

const fileFault = (
  code: 'missing-file' | 'unreadable-file',
  file: string | null,
  message: string,
  help: string,
): Diagnostic => ({
  code,
  severity: 'error',
  message,
  help,
  at: file === null ? null : { file, line: null, field: null },
})

async function unreadable(path: string, file: string, error: unknown): Promise<Diagnostic> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null
  if (code === null) throw error
  if (code !== 'ENOENT' && code !== 'ENOTDIR')
    return fileFault(
      'unreadable-file',
      file,
      say('mapping.unreadable', { code }),
      say('mapping.unreadable.help'),
    )
  const near = didYouMean(basename(path), await readdir(dirname(path)).catch(() => []))
  return fileFault('missing-file', file, say('missing-file'), near ?? say('missing-file.help'))
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, isTextPlace } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { SHIPPED_PACKS } from '../../base/shipped.js'
import { loadPack } from '../../engine/load-pack.js'
import type { DiffSide } from '../../report/diff/context.js'
import { shownFile } from '../../report/text/shown-file.js'
import { diagnosticOf } from '../../survey/files/input.js'
import { loadRules, shippedIds } from '../request/rules.js'
import { openGitPlace } from './git.js'

/** A pack as one side of a comparison or its faults, and what it was read from. */
export type SideReading = ({ readonly side: DiffSide } | { readonly faults: readonly Diagnostic[] }) & {
  readonly files: readonly string[]
  /** Where git keeps the repository that it was read from. */
  readonly repositories: readonly string[]
}

const GIT_PLACE = /^([^:]+):(.*)$/

/** Loads what one operand names: the id of a shipped pack, a folder, a pack.yaml, or `REF:path` of the surrounding git repository. */
export async function loadSide(operand: string, firstId: number): Promise<SideReading> {
  if (shippedIds().includes(operand)) return load(operand, join(SHIPPED_PACKS, operand), { firstId })
  if (existsSync(operand)) return load(operand, operand, { firstId })
  const [, ref, path] = GIT_PLACE.exec(operand) ?? []
  if (ref === undefined || path === undefined) return missing(operand)
  const opening = await openGitPlace(ref, path)
  if ('fault' in opening) return { faults: [opening.fault], ...NOTHING }
  const { place } = opening
  const repositories = place.folders
  try {
    const reading = await load(operand, place.path, { firstId, read: place.read })
    if ('side' in reading) return { ...reading, files: [], repositories }
    return { ...NOTHING, faults: reading.faults.map((fault) => inCommit(fault, ref, operand)) }
  } catch (error) {
    const fault = diagnosticOf(error)
    if (fault === null) throw error
    return { faults: [fault], ...NOTHING }
  }
}

const NOTHING = { files: [], repositories: [] }

/** What `--rules` says of a pack that is not there. */
async function missing(operand: string): Promise<SideReading> {
  const reading = await loadRules(operand)
  if ('pack' in reading) throw new Error(`${operand} has appeared underway`)
  return { ...reading, repositories: [] }
}

async function load(
  operand: string,
  path: string,
  options: NonNullable<Parameters<typeof loadPack>[1]>,
): Promise<SideReading> {
  const { files, ...reading } = await loadPack(path, options)
  const read = { files, repositories: [] }
  return 'faults' in reading
    ? { ...reading, ...read }
    : { side: { place: shownFile(operand), pack: reading.pack }, ...read }
}

/** A fault of a file that is in a commit, not in the folder. */
function inCommit(fault: Diagnostic, ref: string, operand: string): Diagnostic {
  if (isTextPlace(fault.at)) return { ...fault, at: { ...fault.at, file: `${ref}:${fault.at.file}` } }
  return fault.code === 'pack-missing'
    ? { ...fault, message: say('pack-missing', { place: operand }) }
    : fault
}

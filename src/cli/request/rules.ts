import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { SHIPPED_PACKS } from '../../base/shipped.js'
import { didYouMean } from '../../base/suggest.js'
import { inBackticks } from '../../base/wording.js'
import { readPreparedPack } from '../../fast/prepared-pack.js'
import type { Pack } from '../../lang/pack.js'

export const DEFAULT_RULES = 'cn-2020'

export const shippedIds = (): string[] => packsIn(SHIPPED_PACKS).sort()

/** What is taken where no pack is named: the packs of the working folder, else those that come with tpa. */
export function packsHere(): string[] {
  const here = packsIn('rules').sort()
  return here.length > 0 ? here.map((name) => join('rules', name)) : shippedIds()
}

/** The fault of a command that takes packs and finds none. */
export const noPack = (verb: 'check' | 'test'): Diagnostic => ({
  code: 'pack-missing',
  severity: 'error',
  message: say(`pack-missing.${verb}`),
  help: say('pack-missing.help'),
  at: null,
})

/** The folder of a pack that is named by its folder, its pack.yaml or its id, and what results call it: never by an absolute path. */
export function folderOf(place: string): { readonly folder: string; readonly shown: string } {
  if (shippedIds().includes(place)) return { folder: shippedPack(place), shown: place }
  const folder = /\.ya?ml$/.test(place) ? dirname(place) : place
  return { folder, shown: isAbsolute(folder) ? basename(folder) : folder }
}

/** Ids of the folders that hold a pack.yaml. */
function packsIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, 'pack.yaml')))
}

const shippedPack = (id: string): string => join(SHIPPED_PACKS, id)

/** A pack or its faults, and what it was read from; what comes with tpa is never written anyway. */
export type RulesReading = ({ readonly pack: Pack } | { readonly faults: readonly Diagnostic[] }) & {
  readonly files: readonly string[]
}

const NOTHING_SET: ReadonlyMap<string, string> = new Map()

/** Loads the pack of `--rules`, the id of a shipped one, a folder or a file, with the parameters of `--set` held at their values. */
export async function loadRules(rules: string, set = NOTHING_SET): Promise<RulesReading> {
  const reading = await loadNamed(rules)
  if ('faults' in reading || set.size === 0) return reading
  const { holdParameters } = await import('./set-parameters.js')
  return { ...holdParameters(reading.pack, set), files: reading.files }
}

async function loadNamed(rules: string): Promise<RulesReading> {
  const ids = shippedIds()
  if (ids.includes(rules)) return loadShipped(rules)
  if (!existsSync(rules)) return { faults: [missingPack(rules, ids)], files: [] }
  return loadFrom(rules)
}

async function loadShipped(id: string): Promise<RulesReading> {
  const pack = await readPreparedPack(id)
  return pack === null ? loadFrom(shippedPack(id)) : { pack, files: [] }
}

async function loadFrom(place: string): Promise<RulesReading> {
  const { loadPack } = await import('../../engine/load-pack.js')
  return loadPack(place)
}

function missingPack(rules: string, ids: readonly string[]): Diagnostic {
  const id = basename(rules)
  return {
    code: 'pack-missing',
    severity: 'error',
    message: say('pack-missing.named', { pack: rules }),
    why: say('pack-missing.why'),
    help: didYouMean(id, ids) ?? say('pack-missing.help.shipped', { names: inBackticks(ids) }),
    at: null,
  }
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Pack } from '../../lang/pack.js'
import type { Change } from '../../testing/changes/change.js'
import { changesBetween } from '../../testing/changes/changes.js'
import { folderOf, loadRules } from './rules.js'

/** The pack that another one extends, and where it was found. */
export interface ParentPack {
  readonly pack: Pack
  readonly place: string
}

/** The pack that this one extends: beside it, else one that comes with tpa; `null` where it extends none, or one that does not load by itself. */
export async function parentOf(place: string, pack: Pack): Promise<ParentPack | null> {
  if (pack.extends === null) return null
  const beside = join(folderOf(place).folder, '..', pack.extends)
  const found = existsSync(join(beside, 'pack.yaml')) ? beside : pack.extends
  const parent = await loadRules(found)
  return 'pack' in parent ? { pack: parent.pack, place: found } : null
}

/** What a pack changes in the one that it extends; `null` where there is none. */
export async function changesFromParent(place: string, pack: Pack): Promise<readonly Change[] | null> {
  const parent = await parentOf(place, pack)
  return parent === null ? null : changesBetween(parent.pack, pack)
}

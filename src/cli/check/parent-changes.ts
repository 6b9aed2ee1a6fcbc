import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Pack } from '../../lang/pack.js'
import type { Change } from '../../testing/changes/change.js'
import { changesBetween } from '../../testing/changes/changes.js'
import { folderOf, loadRules } from '../request/rules.js'

/** What a pack changes in the one that it extends; `null` where it extends none, or one that does not load by itself. */
export async function changesFromParent(place: string, pack: Pack): Promise<readonly Change[] | null> {
  if (pack.extends === null) return null
  const beside = join(folderOf(place).folder, '..', pack.extends)
  const parent = await loadRules(existsSync(join(beside, 'pack.yaml')) ? beside : pack.extends)
  return 'pack' in parent ? changesBetween(parent.pack, pack) : null
}

import { join } from 'node:path'
import { SHIPPED_PACKS } from '../../../src/base/shipped-packs.js'
import { loadPack } from '../../../src/engine/load-pack.js'
import type { Pack } from '../../../src/lang/pack.js'

export async function shippedPack(id: string): Promise<Pack> {
  const loaded = await loadPack(join(SHIPPED_PACKS, id))
  if ('faults' in loaded) throw new Error(loaded.faults.map(({ message }) => message).join('\n'))
  return loaded.pack
}

import { join } from 'node:path'
import { SHIPPED_PACKS } from '../../../src/base/shipped.js'
import { loadPack } from '../../../src/engine/load-pack.js'
import type { Pack } from '../../../src/lang/pack.js'

const loading = new Map<string, Promise<Pack>>()

/** A pack that comes with the program, read once. */
export function shippedPack(id: string): Promise<Pack> {
  const known = loading.get(id) ?? loadShipped(id)
  loading.set(id, known)
  return known
}

async function loadShipped(id: string): Promise<Pack> {
  const loaded = await loadPack(join(SHIPPED_PACKS, id))
  if ('faults' in loaded) throw new Error(loaded.faults.map(({ message }) => message).join('\n'))
  return loaded.pack
}

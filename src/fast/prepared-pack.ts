import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SHIPPED_PACKS, shipped } from '../base/shipped.js'
import type { Pack } from '../lang/pack.js'
import { type KeptPack, packOf } from './run/pack-text.js'

/** Where the build keeps the packs that come with the program; whoever runs its source takes those of the build too. */
const KEPT_PACKS = shipped('dist', 'packs')

/** The folders of the kept packs and of the packs themselves. */
const FOLDERS = { kept: KEPT_PACKS, shipped: SHIPPED_PACKS }

/**
 * A pack that comes with the program as the build has read it, which saves a run most of its start; `null` where the build has kept none, or
 * where one of the files that it was read from says something else now.
 */
export async function readKeptPack(id: string, { kept: folder, shipped } = FOLDERS): Promise<Pack | null> {
  const written = await textOf(join(folder, `${id}.json`))
  if (written === null) return null
  const kept = JSON.parse(written) as KeptPack
  for (const { file, text } of kept.texts) if ((await textOf(join(shipped, '..', file))) !== text) return null
  return packOf(kept)
}

const textOf = (file: string) => readFile(file, 'utf8').catch(() => null)

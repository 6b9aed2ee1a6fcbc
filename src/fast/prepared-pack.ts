import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SHIPPED_PACKS, shipped } from '../base/shipped.js'
import type { Pack } from '../lang/pack.js'
import { type PreparedPack, packOf } from './run/pack-text.js'

/** Where the build writes the prepared packs; a run from source takes those of the build too. */
const PREPARED_PACKS = shipped('dist', 'packs')

/** The folder of the prepared packs, and that of the packs themselves. */
const FOLDERS = { prepared: PREPARED_PACKS, shipped: SHIPPED_PACKS }

/**
 * The door of packs: a pack that comes with the program, as the build has read it, which saves most of the start. `null` where the build
 * has prepared none, or where one of the files that it was read from now says something else.
 */
export async function readPreparedPack(
  id: string,
  { prepared: folder, shipped } = FOLDERS,
): Promise<Pack | null> {
  const written = await textOf(join(folder, `${id}.json`))
  if (written === null) return null
  const prepared = JSON.parse(written) as PreparedPack
  for (const { file, text } of prepared.texts)
    if ((await textOf(join(shipped, '..', file))) !== text) return null
  return packOf(prepared)
}

const textOf = (file: string) => readFile(file, 'utf8').catch(() => null)

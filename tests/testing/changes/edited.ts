import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { makeSource } from '../../../src/base/source.js'
import { readPack } from '../../../src/lang/assemble/load.js'
import { freeId } from '../../../src/lang/free-id.js'
import type { Pack } from '../../../src/lang/pack.js'

const TEXT = readFileSync(fileURLToPath(new URL('../../../rules/cn-2020/pack.yaml', import.meta.url)), 'utf8')

function packOf(text: string, firstId = 0): Pack {
  const loaded = readPack(makeSource('pack.yaml', text), { firstId })
  if ('faults' in loaded) throw new Error(loaded.faults.map(({ message }) => message).join('\n'))
  return loaded.pack
}

export const PACK = packOf(TEXT)

export type Edit = readonly [string | RegExp, string]

/** The pack with texts replaced that must stand in it. */
export function edited(...edits: readonly Edit[]): Pack {
  const text = edits.reduce((before, [from, to]) => {
    const after = before.replace(from, to)
    if (after === before) throw new Error(`nothing to replace: ${from}`)
    return after
  }, TEXT)
  return packOf(text, freeId(PACK))
}

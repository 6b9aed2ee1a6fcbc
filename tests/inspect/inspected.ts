import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { onTestFinished } from 'vitest'
import { SHIPPED_PACKS } from '../../src/base/shipped.js'
import { loadPack } from '../../src/engine/load-pack.js'
import type { ColumnProfile } from '../../src/inspect/columns/column.js'
import { inspectFiles } from '../../src/inspect/inspect.js'
import type { Inspection } from '../../src/inspect/proposal/inspection.js'
import type { Pack } from '../../src/lang/pack.js'
import { PLAIN_READING, type ReadingOptions } from '../../src/survey/files/data-file.js'

const loaded = await loadPack(`${SHIPPED_PACKS}/cn-2020`)
if ('faults' in loaded) throw new Error('cn-2020 loads')
export const PACK: Pack = loaded.pack

/** Files in a folder of their own, gone when the test is done; their paths. */
export function written(files: { readonly [name: string]: string | Buffer }): {
  folder: string
  paths: string[]
} {
  const folder = mkdtempSync(join(tmpdir(), 'tpa-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const paths = Object.entries(files).map(([name, text]) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  })
  return { folder, paths }
}

export const inspected = (
  files: readonly string[],
  reading: ReadingOptions = PLAIN_READING,
  pack = PACK,
): Promise<Inspection> => inspectFiles({ pack, files, reading, stdin: Readable.from([]) })

/** The inspection of one CSV text. */
export async function inspectedText(text: string): Promise<Inspection> {
  return inspected(written({ 'data.csv': text }).paths)
}

/** What is found of the columns of one CSV text, by header. */
export async function columnsOfText(text: string): Promise<ReadonlyMap<string, ColumnProfile>> {
  const { tables } = await inspectedText(text)
  return new Map(tables.flatMap(({ profiles }) => profiles.map((profile) => [profile.header, profile])))
}

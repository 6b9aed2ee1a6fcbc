import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { loadPack } from '../../src/engine/load-pack.js'
import { readPreparedPack } from '../../src/fast/prepared-pack.js'
import { preparePack } from '../../src/fast/run/pack-text.js'
import type { Pack } from '../../src/lang/pack.js'

const RULES = fileURLToPath(new URL('../../rules', import.meta.url))
const DIST_PACKS = fileURLToPath(new URL('../../dist/packs', import.meta.url))
const IDS = readdirSync(RULES)

async function load(id: string): Promise<Pack> {
  const reading = await loadPack(join(RULES, id))
  if ('faults' in reading) throw new Error(`${id} has faults`)
  return reading.pack
}

/** A copy of the packs that come with the program, and a folder in which one of them is prepared. */
async function preparedIn(id: string) {
  const folder = mkdtempSync(join(tmpdir(), 'tpa-prepared-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const folders = { prepared: join(folder, 'prepared'), shipped: join(folder, 'rules') }
  cpSync(RULES, folders.shipped, { recursive: true })
  mkdirSync(folders.prepared)
  writeFileSync(join(folders.prepared, `${id}.json`), preparePack(await load(id)))
  return folders
}

test.each(IDS)('%s is the same pack when it was prepared', async (id) => {
  expect(await readPreparedPack(id, await preparedIn(id))).toEqual(await load(id))
})

test.each(IDS)('%s is prepared by the build, as it is', async (id) => {
  expect(readFileSync(join(DIST_PACKS, `${id}.json`), 'utf8')).toBe(preparePack(await load(id)))
})

test.each([
  ['cn-2020', 'cn-2020', null],
  ['cn-2020', 'cn-village-exit', 'prepared'],
  ['cn-2020-income-first', 'cn-2020-income-first', null],
  ['cn-2020-income-first', 'cn-2020', null],
])('%s, where %s has changed since, is %j', async (id, changed, expected) => {
  const folders = await preparedIn(id)
  const file = join(folders.shipped, changed, 'pack.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('title:', 'title: '))
  const pack = await readPreparedPack(id, folders)
  expect(pack === null ? null : 'prepared').toBe(expected)
})

test('a pack that was not prepared is read anew', async () => {
  expect(await readPreparedPack('cn-village-exit', await preparedIn('cn-2020'))).toBeNull()
})

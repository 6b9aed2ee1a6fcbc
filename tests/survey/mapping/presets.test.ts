import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { SHIPPED_PACKS } from '../../../src/base/shipped.js'
import { loadPack } from '../../../src/engine/load-pack.js'
import type { Pack } from '../../../src/lang/pack.js'
import { bindRecords, bindRoster, hasJoin } from '../../../src/survey/mapping/bind.js'
import { loadPreset, presetNames } from '../../../src/survey/mapping/load-mapping.js'
import type { Mapping } from '../../../src/survey/mapping/mapping.js'
import { SMALL_PACK, toldWhole } from './small.js'

async function shippedPack(id: string): Promise<Pack> {
  const loaded = await loadPack(`${SHIPPED_PACKS}/${id}`)
  if ('pack' in loaded) return loaded.pack
  throw new Error(`${id} does not load`)
}

async function preset(name: string, pack = SMALL_PACK): Promise<Mapping> {
  const loaded = await loadPreset(name, pack)
  if ('mapping' in loaded) return loaded.mapping
  throw new Error(loaded.faults.map(toldWhole).join('\n'))
}

const head = (file: string, headers: string) => ({ file, headers: headers.split(',') })

test.each(readdirSync(SHIPPED_PACKS))('the presets are of use with %s', async (id) => {
  const pack = await shippedPack(id)
  const names = await presetNames()
  expect(names).toEqual(['kobo', 'odk', 'register-cn'])
  for (const name of names)
    expect(await preset(name, pack)).toMatchObject({ file: `presets/${name}.yaml`, pack: null })
})

test('a preset of nearly that name is none', async () => {
  const loaded = await loadPreset('cobo', SMALL_PACK)
  expect('faults' in loaded && loaded.faults.map(toldWhole)).toEqual([
    'missing-file there is no preset `cobo` | help: did you mean `kobo`?',
  ])
})

test('every preset names the schema for editors', async () => {
  for (const name of await presetNames()) {
    const text = readFileSync(new URL(`../../../presets/${name}.yaml`, import.meta.url), 'utf8')
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../docs/mapping.schema.json')
  }
})

describe('of an export, the tables', () => {
  const exports: [name: string, main: string, roster: string, key: string, join: readonly string[]][] = [
    [
      'kobo',
      'start,g1/hh_size,_id,_uuid,_index',
      'age,_index,_parent_table_name,_parent_index,_submission__id,_submission__uuid',
      '_uuid',
      ['_submission__uuid', '_uuid'],
    ],
    [
      'kobo',
      'hh_size,_index',
      'age,_index,_parent_table_name,_parent_index',
      '_index',
      ['_parent_index', '_index'],
    ],
    [
      'odk',
      'SubmissionDate,g1-hh_size,KEY,SET-OF-member',
      'age,PARENT_KEY,KEY,SET-OF-member',
      'KEY',
      ['PARENT_KEY', 'KEY'],
    ],
  ]
  test.each(exports)('of %s are told apart and joined: %s', async (name, main, own, key, join) => {
    const { records, rosters } = await preset(name)
    const [roster] = rosters
    if (roster === undefined) throw new Error('the preset has a roster')
    expect(roster).toMatchObject({ optional: true, byName: true, file: '*' })
    const [mainHead, rosterHead] = [head('main.csv', main), head('roster.csv', own)]
    expect([hasJoin(roster, mainHead), hasJoin(roster, rosterHead)]).toEqual([false, true])
    expect(bindRecords(records, mainHead)).toMatchObject({ key: { header: key }, faults: [] })
    const bound = bindRoster(roster, rosterHead, mainHead)
    expect(bound.faults).toEqual([])
    expect([bound.join?.child.header, bound.join?.parent?.header]).toEqual(join)
  })

  test('of the register have a row a person', async () => {
    const { records, rosters } = await preset('register-cn')
    expect(rosters).toEqual([])
    expect(records).toMatchObject({ oneRowPer: 'person', byName: true })
    const whole = bindRecords(records, head('list.xlsx', '户编号,人编号,姓名,与户主关系,年龄'))
    expect(whole).toMatchObject({ key: { header: '户编号' }, person: { header: '人编号' }, faults: [] })
    expect(whole.headIf?.columns.map(({ column }) => column.header)).toEqual(['与户主关系'])
    const less = bindRecords(records, head('list.xlsx', '户号,年龄'))
    expect(less).toMatchObject({ key: { header: '户号' }, person: null, headIf: null, faults: [] })
  })

  test('that lack the key of every such export are told', async () => {
    const { records } = await preset('kobo')
    expect(
      bindRecords(records, head('main.csv', 'a,b')).faults.map(({ code, message, at }) => [
        code,
        message,
        at?.file,
      ]),
    ).toEqual([
      ['unknown-column', 'main.csv has none of the columns `_uuid`, `_id`, `_index`', 'presets/kobo.yaml'],
    ])
  })
})

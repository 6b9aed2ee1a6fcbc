import { describe, expect, it } from 'vitest'
import { readMapping } from '../../../src/survey/mapping/load-mapping.js'
import { folderOf } from '../files/open.js'
import { faultsOf } from '../read.js'
import { samplePack } from '../sample-pack.js'

async function faultOf(ids: readonly string[], keys: readonly string[]) {
  const text = `mapping: 1
households: { file: hh.csv, key: household_id, match: names }
rosters: [{ file: mem.csv, key: hh, match: names }]
`
  const reading = readMapping('mapping.yaml', Buffer.from(text), samplePack)
  if (!('mapping' in reading)) throw new Error('the mapping reads')
  const households = ids.map((id, at) => `${id},A-${at + 501},${at + 1}`)
  const members = keys.map((key, at) => `${key},B-${at + 701},${at + 20}`)
  const folder = folderOf({
    'hh.csv': `household_id,code,household_size\n${households.join('\n')}\n`,
    'mem.csv': `hh,number,age\n${members.join('\n')}\n`,
  })
  const [fault, ...others] = await faultsOf([folder], { mapping: reading.mapping })
  expect(others).toEqual([])
  expect(fault?.code).toBe('no-join')
  return fault
}

describe('where no row of a roster finds its household, the cause is told', () => {
  it.each<[string, readonly string[], readonly string[], string]>([
    ['small letters', ['HX1', 'HX2'], ['hx1', 'hx2', 'hx2'], 'capitals, signs or zeros'],
    ['zeros left out', ['0011', '0012'], ['11', '12'], 'capitals, signs or zeros'],
    ['another sign', ['H_1', 'H_2', 'H_3'], ['H/1', 'H/2'], 'capitals, signs or zeros'],
    [
      'something before them',
      ['1001', '1002'],
      ['20-1001', '20-1002'],
      '`20-` comes before each key in the roster',
    ],
    [
      'the name of a place before them',
      ['1001', '1002'],
      ['丹阳1001', '丹阳1002'],
      '`丹阳` comes before each key in',
    ],
    ['something left out', ['HH-1001', 'HH-1002'], ['1001', '1002'], '`HH-` comes before each key there'],
    ['a village left out', ['V3/17', 'V3/18', 'V3/19'], ['17', '19'], '`V3/` comes before each key there'],
    [
      'the number of the person behind',
      ['H1', 'H2'],
      ['H1-01', 'H1-02', 'H2-01'],
      'it names a person, it seems',
    ],
    [
      'the number without a sign',
      ['4401', '4402'],
      ['440101', '440102', '440201'],
      'it names a person, it seems',
    ],
  ])('%s', async (_, ids, keys, why) => {
    expect((await faultOf(ids, keys))?.why).toContain(why)
  })

  it('another column of the households, with the line', async () => {
    const fault = await faultOf(['H1', 'H2'], ['A-501', 'A-502', 'A-502'])
    expect(fault).toMatchObject({
      why: 'column `code` there holds the values of `hh`',
      fix: { mapping: 'join: { "hh": "code" }' },
    })
  })

  it('another column of the roster, with the line', async () => {
    const fault = await faultOf(['B-701', 'B-702'], ['x1', 'x2'])
    expect(fault).toMatchObject({
      why: 'column `number` of the roster holds such keys',
      fix: { mapping: 'key: "number"' },
    })
  })

  it.each<[string, readonly string[], readonly string[]]>([
    ['other ids', ['H1', 'H2'], ['K7', 'K8']],
    ['one key alone', ['1001', '1002', '1003'], ['20-1001', '9', '7']],
    ['numbers that are equal by chance', ['20', '21', '22'], ['x', 'y', 'z']],
  ])('and no cause where none shows: %s', async (_, ids, keys) => {
    expect(await faultOf(ids, keys)).toMatchObject({
      help: 'name the columns that belong together under `join`',
    })
    expect((await faultOf(ids, keys))?.why).toBeUndefined()
  })
})

import { expect, test } from 'vitest'
import { readMapping } from '../../../src/survey/mapping/load-mapping.js'
import { readAll, recordsOf, writeSample } from '../read.js'
import { samplePack } from '../sample-pack.js'

const MAPPING = `mapping: 1
households: { file: "*main.csv", key: id }
rosters:
  - { file: "*people.csv", key: id, facts: { age: age } }
`

async function membersBy(ids: readonly string[], keys: readonly string[]) {
  const loaded = readMapping('mapping.yaml', Buffer.from(MAPPING), samplePack)
  if ('faults' in loaded) throw new Error(loaded.faults.map(({ message }) => message).join('\n'))
  const files = [
    writeSample('main.csv', `id,size\n${ids.map((id) => `${id},2\n`).join('')}`),
    writeSample('people.csv', `id,age\n${keys.map((key, at) => `${key},${30 + at}\n`).join('')}`),
  ]
  return recordsOf(await readAll(files, { mapping: loaded.mapping })).map(({ members }) =>
    members?.kind === 'rows' ? members.rows.length : members?.reason,
  )
}

/** The second household has a row of its own, and one that may be meant for it. */
test.each<[string, string, string, number | string]>([
  ['other case', 'H-2', 'h-2', 'invalid'],
  ['another dash', 'H-2', 'H–2', 'invalid'],
  ['blanks', 'H-2', 'H - 2', 'invalid'],
  ['zeros before', '002', '2', 'invalid'],
  ['zeros inside', 'H-02', 'H-2', 'invalid'],
  ['another number', 'H-2', 'H-3', 1],
  ['a number that another part of the key ends in', '1|12', '11|2', 1],
  ['all of it, left out in the row below', 'H-2', '', 'invalid'],
])(
  'a row whose key is that of a household but for %s makes its members unknown',
  async (_, id, key, second) => {
    expect(await membersBy(['A1', id], ['A1', id, key])).toEqual([1, second])
  },
)

test('a key that two households have in other writing is of neither', async () => {
  expect(await membersBy(['H-1', 'h 1'], ['H-1', 'h 1', 'H_1'])).toEqual([1, 1])
})

import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadMapping } from '../../../src/survey/mapping/load-mapping.js'
import { inspected, PACK, written } from '../inspected.js'

const csv = (...rows: string[]) => Buffer.from(`${rows.join('\n')}\n`)

const MAIN = csv(
  'hhid,village,household_size,net_income',
  ...['H1,E,2,30000', 'H2,E,2,3000', 'H3,W,1,500', 'H4,W,2,9000'],
)
const PERSONS = ['H1,1', 'H1,2', 'H2,1', 'H2,2', 'H3,1', 'H4,1', 'H4,2']
const AGES = [30, 31, 40, 9, 50, 60, 8]
const NAMES = ['Ana', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gil']
const roster = (insured = 'yes') =>
  csv(
    'hhid,indiv,name,age,insured',
    ...PERSONS.map((keys, at) => `${keys},${NAMES[at]},${AGES[at]},${at === 0 ? insured : 'yes'}`),
  )
const table = (head: string, cells: (at: number) => string, rows = PERSONS) =>
  csv(`hhid,indiv,${head}`, ...rows.map((keys, at) => `${keys},${cells(at)}`))

async function proposed(files: Readonly<Record<string, Buffer>>) {
  const { folder, paths } = written(files)
  const { mapping, roles, decisions } = await inspected(paths)
  const path = `${folder}/m.yaml`
  writeFileSync(path, mapping ?? '')
  const loaded = await loadMapping(path, PACK)
  return {
    faults: 'faults' in loaded ? loaded.faults.map(({ message }) => message) : [],
    roles: Object.fromEntries(roles.map(({ table: { name }, role }) => [name, role])),
    decisions,
    mapping: mapping ?? '',
  }
}

describe('tables beside the roster', () => {
  it('those about its persons, by their number in the household, are details; the roster is the table with the names', async () => {
    const found = await proposed({
      'cover.csv': MAIN,
      'sect1.csv': table('name,age', (at) => `${NAMES[at]},${AGES[at]}`),
      'sect2.csv': table('in_school,school_exempt,completed_grade_9', (at) =>
        at === 6 ? 'yes,no,no' : 'no,no,yes',
      ),
      'sect3.csv': table('insured', () => 'yes'),
    })
    expect(found.roles).toEqual({
      'cover.csv': 'records',
      'sect1.csv': 'members',
      'sect2.csv': 'details',
      'sect3.csv': 'details',
    })
    expect(found.faults).toEqual([])
    expect(found.mapping.match(/^ {4}person: indiv$/gm)).toHaveLength(3)
  })

  it.each([
    ['a second version', roster('no')],
    ['persons who left', csv('hhid,name,relation,age', 'H1,Hal,child,30', 'H4,Ida,child,31')],
  ])('%s: a person is asked', async (_, other) => {
    const { decisions } = await proposed({ 'main.csv': MAIN, 'people.csv': roster(), 'other.csv': other })
    expect(decisions).toContain(
      'whether rows of other.csv are members too: the mapping reads them from people.csv alone',
    )
  })

  it.each([
    ['a copy', roster()],
    ['animals with ages', csv('hhid,animal,age', 'H1,pig,1', 'H1,cow,2', 'H2,pig,1', 'H3,hen,1')],
    ['crops', csv('hhid,crop,area', 'H1,maize,1', 'H1,rice,2', 'H2,maize,1')],
  ])('%s: nothing is asked', async (_, other) => {
    const { decisions } = await proposed({ 'main.csv': MAIN, 'people.csv': roster(), 'other.csv': other })
    expect(decisions.filter((each) => each.includes('members too'))).toEqual([])
  })

  it('of two exports of one form the longer is read, and a person is asked', async () => {
    const first = csv(...String(MAIN).trim().split('\n').slice(0, 4))
    const found = await proposed({ 'a.csv': first, 'b.csv': MAIN, 'people.csv': roster() })
    expect(found.roles).toMatchObject({ 'a.csv': 'other', 'b.csv': 'records' })
    expect(found.decisions.join('\n')).toMatch(/whether a\.csv is meant, or b\.csv: it has/)
  })

  it('villages in folders, each numbered from 1 with a roster of its own: the mapping loads, and a person is asked', async () => {
    const numbered = (content: Buffer) => Buffer.from(String(content).replaceAll(/^H(\d)/gm, '$1'))
    const village = { main: numbered(MAIN), people: numbered(roster()) }
    const found = await proposed({
      'east-hh.csv': village.main,
      'east-people.csv': village.people,
      'west-hh.csv': numbered(csv(...String(MAIN).trim().replaceAll('000', '100').split('\n'))),
      'west-people.csv': numbered(roster('no')),
    })
    expect(found.faults).toEqual([])
    expect(found.decisions.join('\n')).toMatch(/west-hh\.csv/)
  })
})

describe('columns that say who is no member', () => {
  it.each([
    ['still_here', ['yes', 'no', 'yes'], '# rows_if: still_here'],
    ['moved_out', ['no', 'yes', 'no'], '# rows_if: "not (moved_out)"'],
    ['成员状态', ['正常', '死亡', '迁出'], `# rows_if: 'not (成员状态 in ("死亡", "迁出"))'`],
  ])('%s: the line stands as a comment, and a person is asked', async (column, cells, line) => {
    const people = csv(
      `hhid,indiv,name,age,${column}`,
      ...PERSONS.map((keys, at) => `${keys},${NAMES[at]},${AGES[at]},${cells[at] ?? cells[0]}`),
    )
    const { mapping, decisions } = await proposed({ 'main.csv': MAIN, 'people.csv': people })
    expect(mapping).toContain(line)
    expect(decisions.filter((each) => each.startsWith('who counts as a member'))).toHaveLength(1)
  })
})

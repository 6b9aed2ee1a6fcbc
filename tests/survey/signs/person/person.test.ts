import { describe, expect, it, test } from 'vitest'
import { saysOfPersons } from '../../../../src/survey/signs/person/person-words.js'
import { outerRepeat, type SampledTable } from '../../../../src/survey/signs/person/repeat-place.js'
import { runHere } from '../../../cli/run-here.js'
import { shippedPack } from '../../../fast/read/packs.js'
import { folderOf } from '../../files/open.js'

const { memberFacts } = await shippedPack('cn-2020')

describe('what says that rows are about persons', () => {
  it.each<[boolean, string, string]>([
    [true, 'roster', 'age,PARENT_KEY'],
    [true, 'export.xlsx#group_1', 'group_1/in_school,_index'],
    [true, 'people', 'sex,KEY'],
    [true, 'people', 'Gender of respondent'],
    [true, 'people', 'relation_to_head,line'],
    [true, 'people', '姓名,与户主关系'],
    [true, 'people', 'first_name,last_name'],
    [true, 'members.csv', 'name,x'],
    [true, 'hh_members.csv', 'members/name,x'],
    [false, 'livestock', 'animal,n_owned'],
    [false, 'crops', 'crop_name,crop_area'],
    [false, 'plots.csv', 'name,area'],
    [false, 'personal.xlsx#plots', 'name,area'],
    [false, 'assets', 'item,age_class_unused_word_average'],
    [false, 'visits', 'village,package,usage'],
    [false, 'illness', 'illness,days'],
    [false, 'animals.csv', 'animal,age,insured'],
    [false, 'export.xlsx#group_3', 'group_3/animal,age,sex,insured'],
    [false, '农机', '名称,年龄'],
    [true, 'members.csv', 'name,age,owns_animals,loans'],
    [true, 'group_1', 'relation,age,loans'],
    [true, 'group_1', '姓名,年龄,贷款'],
  ])('%s: %s with %s', (expected, table, headers) => {
    expect(saysOfPersons(headers.split(','), table, memberFacts ?? new Map())).toBe(expected)
  })
})

const table = (name: string, text: string): SampledTable => {
  const [headers = [], ...sample] = text.split('\n').map((line) => line.split(','))
  return { name, headers, sample }
}

describe('what a repeat hangs on', () => {
  const members = table('main-members.csv', 'age,PARENT_KEY,KEY\n4,uuid:1,uuid:1/members[1]')
  it.each<[string | null, SampledTable]>([
    [null, members],
    [
      'main-members.csv',
      table('main-ill.csv', 'days,PARENT_KEY,KEY\n3,uuid:1/members[1],uuid:1/members[1]/ill[1]'),
    ],
    [null, table('main-x.csv', 'age,PARENT_KEY,KEY\n3,uuid:1/group[1],uuid:1/x[1]')],
    ['a.xlsx#members', table('a.xlsx#ill', 'days,_parent_table_name,_parent_index\n3,members,1')],
    [null, table('a.xlsx#ill', 'days,_parent_table_name,_parent_index\n3,main,1')],
    [null, table('a.xlsx#ill', 'days,_parent_index\n3,1')],
  ])('%s', (outer, repeat) => {
    const kobo = table('a.xlsx#members', 'age,_parent_table_name\n4,main')
    expect(outerRepeat(repeat, [members, kobo, repeat])?.name ?? null).toBe(outer)
  })
})

const MAIN = 'net_income,KEY\n9000,uuid:1\n9000,uuid:2\n'
const MEMBERS = 'age,PARENT_KEY,KEY\n40,uuid:1,uuid:1/p[1]\n10,uuid:1,uuid:1/p[2]\n66,uuid:2,uuid:2/p[1]\n'
const BESIDE: Record<string, string> = {
  livestock: 'animal,PARENT_KEY,KEY\ncow,uuid:1,uuid:1/l[1]\ngoat,uuid:2,uuid:2/l[1]\n',
  plots: 'name,area,PARENT_KEY,KEY\nhill,2,uuid:1,uuid:1/l[1]\n',
  illness: 'sex,days,PARENT_KEY,KEY\nf,3,uuid:1/p[1],uuid:1/p[1]/i[1]\n',
  blank: 'animal,PARENT_KEY,KEY\n',
}

test.each(Object.keys(BESIDE))('rows that are no persons do not count as members: %s', async (name) => {
  const folder = folderOf({ 'main.csv': MAIN, 'members.csv': MEMBERS, [`${name}.csv`]: BESIDE[name] ?? '' })
  const { err } = await runHere(folder, [
    'assess',
    'main.csv',
    'members.csv',
    `${name}.csv`,
    '--preset',
    'odk',
    '-f',
    'csv',
  ])
  expect(err).toContain('2 households with 3 persons')
  expect(err).toContain(`${name}.csv  warning[ignored-files]  nothing is read from it`)
})

test('groups of Briefcase in the key of a row are no repeat', async () => {
  const grouped = MEMBERS.replaceAll(/,uuid:(\d),/g, ',uuid:$1/group[1],')
  const folder = folderOf({ 'main.csv': MAIN, 'members.csv': grouped })
  const { err } = await runHere(folder, ['assess', 'main.csv', 'members.csv', '--preset', 'odk', '-f', 'csv'])
  expect(err).toContain('read 3 = joined 3 + orphaned 0')
})

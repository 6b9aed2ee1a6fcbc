import { describe, expect, it, test } from 'vitest'
import { makeSource } from '../../../../src/base/source.js'
import { readYaml } from '../../../../src/base/tree/yaml.js'
import type { FactType } from '../../../../src/lang/pack.js'
import type { Content } from '../../../../src/survey/files/row.js'
import { type RowRole, roleOfRow } from '../../../../src/survey/signs/record/row-role.js'
import { isTotalWord } from '../../../../src/survey/signs/record/total-words.js'

const TYPES: Readonly<Record<string, FactType>> = {
  household_id: 'text',
  village: 'text',
  household_size: 'count',
  net_income: 'money',
  food_secure: 'yes_no',
  survey_date: 'date',
}
const HEADERS = [...Object.keys(TYPES), 'serial']
const ID = { header: 'household_id', index: 0 }

const roleOf = (
  row: string,
  headers: readonly string[] = HEADERS,
  id: typeof ID | readonly (typeof ID)[] | null = ID,
): RowRole =>
  roleOfRow(
    { kind: 'cells', cells: row.split(',') },
    { ids: id === null ? [] : [id].flat(), headers, typeOf: ({ header }) => TYPES[header] ?? null },
  )

describe('what a row is by itself', () => {
  it.each<[RowRole, string]>([
    ['record', 'H1,V,3,100,yes,2020-01-01,7'],
    ['record', 'H1,,,,,,'],
    ['record', 'H1,,3,100,,,'],
    ['total', '合计,,5,33000,,,'],
    ['total', '合 计：,,5,33000,,,'],
    ['total', '全村合计,,5,33000,,,'],
    ['total', 'Grand total,,5,,,,12'],
    ['total', '第1页合计,,5,33000,,,'],
    ['total', '甲村 合计（1户）,,5,33000,,,'],
    ['total', 'Total (1 household),,5,33000,,,'],
    ['total', 'Page total,,5,33000,,,'],
    ['total', 'ＴＯＴＡＬ,,5,,,,'],
    ['total', 'mean,,,123.45,,,"'.replace('"', '')],
    ['total', '合计,,,,,,'],
    ['total', ',,5,33000,,,'],
    ['total', ',,5,,,,"1,200"'.replaceAll('"', '').replace('1,200', '1200')],
    ['total', ',石寨小计,5,33000,,,'],
    ['record', ',石寨小计,5,33000,yes,,'],
    ['record', ',石寨小计,,,,,'],
    ['named-total', '合计,V,5,33000,,,'],
    ['named-total', 'Sum,,5,33000,yes,,'],
    ['named-total', 'Total,,5,33000,,2020-01-01,'],
    ['named-total', '小计,,5,33000,,,by hand'],
    ['record', ',V,5,33000,,,'],
    ['record', ',,5,33000,no,,'],
    ['record', ',,5,33000,,,by hand'],
    ['sign-off', '填表人：李四,,,审核人：王五,,,'],
    ['sign-off', ',填 表 人：,李四,,审核人：,王五,日期：2020年9月1日'],
    ['sign-off', '注：本表一式两份,,,,,,'],
    ['sign-off', 'Prepared by: Li Si,,,,,,'],
    ['sign-off', '村支部书记（签字）：,,驻村工作队长：,2020年9月1日,,,'],
    ['sign-off', '填表人　刘翠英　审核人　马国栋,,,,,,'],
    ['sign-off', ',（以下空白）,,,,,'],
    ['title', '丹阳村建档立卡户名单,,,,,,'],
    ['title', '万山区2020年农户收入调查表（续表）,,,,,,'],
    ['title', '丹阳村农户花名册（第二页）,,,,,,'],
    ['title', '单位：元,,,,,,'],
    ['title', ',,,,,第 2 页 共 5 页,'],
    ['title', 'Page 2 of 5,,,,,,'],
    ['title', 'List of households of Danyang,,,,,,'],
    ['title', 'Danyang household register,,,,,,'],
    ['record', '丹阳村建档立卡户名单,V,,,,,'],
    ['record', '王表,,,,,,'],
    ['record', '甲村001号表,,,,,,'],
    ['record', '单位：万元,,,,,,'],
    ['record', '农户收入表（万元）,,,,,,'],
    ['record', 'register,,,,,,'],
    ['record', 'H-list,,,,,,'],
    ['record', '主任,,,,,,'],
    ['record', '填表人甲,,,,,,'],
    ['record', '填表人：李四,V,3,100,yes,,'],
    ['record', ',备注：户主外出,3,100,yes,,'],
    ['record', '李四,,,,,,'],
    ['record', 'H:1,,,,,,'],
    ['record', 'Totalovo-12,,5,33000,,,'],
    ['record', '合计数据01,,5,33000,,,'],
    ['record', 'SUM1,,5,,,,'],
    ['repeated-header', HEADERS.join(',')],
    ['repeated-header', 'household_id,,household_size,,,,'],
    ['other-header', 'household_id,household_size,net_income,village,,,'],
    ['record', 'household_id,,5,,,,'],
    ['record', 'household_id,,,,,,'],
  ])('is a %s: %s', (role, row) => {
    expect(roleOf(row)).toBe(role)
  })

  test('a row without an id is a total only in a table with words, else it has lost its id', () => {
    expect(roleOf(',3,3000', ['household_id', 'household_size', 'net_income'])).toBe('record')
    expect(roleOf('合计,3,3000', ['household_id', 'household_size', 'net_income'])).toBe('total')
  })

  it.each<[RowRole, string]>([
    ['record', 'H1,V,3,100,yes,2020-01-01,7'],
    ['record', 'H1,,3,100,,,'],
    ['record', ',V,3,100,,,'],
    ['total', '合计,,5,33000,,,'],
    ['total', 'H1,小计,5,33000,,,'],
    ['total', 'Total,V,5,33000,,,'],
    ['total', ',,5,33000,,,'],
    ['named-total', 'Total,V,5,33000,yes,,'],
    ['repeated-header', 'household_id,village,household_size,,,,'],
  ])('with an id in two parts it is a %s: %s', (role, row) => {
    expect(roleOf(row, HEADERS, [ID, { header: 'village', index: 1 }])).toBe(role)
  })

  test('where rows are known by their lines, the first filled cell names a total', () => {
    expect(roleOf(',合计,5,33000,,,', HEADERS, null)).toBe('total')
    expect(roleOf(',V,5,33000,,,', HEADERS, null)).toBe('record')
    expect(roleOf(',,5,33000,,,', HEADERS, null)).toBe('record')
  })

  it.each<[RowRole, string]>([
    ['total', '{household_id: 合计, village: null, household_size: 5}'],
    ['named-total', '{household_id: 合计, members: [{age: 3}]}'],
    ['record', '{household_id: H1, household_size: 5}'],
    ['total', '{village: "", household_size: 5}'],
    ['repeated-header', '{household_id: household_id, household_size: household_size}'],
  ])('is a %s in a tree: %s', (role, text) => {
    const reading = readYaml(makeSource('a.yaml', text))
    const tree = 'documents' in reading ? reading.documents[0] : null
    if (tree?.kind !== 'mapping') throw new Error(text)
    const values = new Map(tree.entries.map(({ key, value }) => [key.text, value]))
    const content: Content = { kind: 'tree', values, source: null }
    const columns = {
      ids: [{ header: 'household_id', index: -1 }],
      headers: [],
      typeOf: ({ header }: { header: string }) => TYPES[header] ?? null,
    }
    expect(roleOfRow(content, columns)).toBe(role)
  })
})

test('words for a total are whole cells', () => {
  for (const word of ['合計', '本页小计', 'subtotal', 'Sub-Total:', ' AVG ', '平均值'])
    expect(isTotalWord(word)).toBe(true)
  for (const word of ['', 'total households', '合计1', 'H-total', '王合计户', 'summer'])
    expect([word, isTotalWord(word)]).toEqual([word, false])
})

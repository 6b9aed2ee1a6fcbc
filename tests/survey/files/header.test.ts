import { describe, expect, it } from 'vitest'
import { isHxlRow, joinHeader } from '../../../src/survey/files/header.js'
import { faultOf, openBytes, opened, tableOf } from './open.js'

const csv = (text: string, reading = {}) => openBytes(Buffer.from(text), reading)

describe('a header of several rows', () => {
  it.each([
    [
      'merged upper cells spread to the right',
      [
        ['户编号', '家庭情况', '', '住房', ''],
        ['', '人口', '收入', '间数', '面积'],
      ],
      ['户编号', '家庭情况 / 人口', '家庭情况 / 收入', '住房 / 间数', '住房 / 面积'],
    ],
    [
      'but not from a column that is merged downwards',
      [
        ['id', '', 'b'],
        ['', 'x', 'y'],
      ],
      ['id', 'x', 'b / y'],
    ],
    [
      'nor over a column with nothing below',
      [
        ['a', '', ''],
        ['x', '', 'y'],
      ],
      ['a / x', '', 'y'],
    ],
    [
      'equal parts stand once',
      [
        ['id', 'b', ''],
        ['id', 'b', 'c'],
      ],
      ['id', 'b', 'b / c'],
    ],
    [
      'three rows',
      [
        ['A', '', ''],
        ['b', '', 'c'],
        ['1', '2', '3'],
      ],
      ['A / b / 1', 'A / b / 2', 'A / c / 3'],
    ],
    [
      'no further than the cell above',
      [
        ['A', '', 'B'],
        ['b', '', ''],
        ['1', '2', '3'],
      ],
      ['A / b / 1', 'A / b / 2', 'B / 3'],
    ],
    [
      'rows of different lengths',
      [
        ['a', 'b'],
        ['', 'x', 'y'],
      ],
      ['a', 'b / x', 'b / y'],
    ],
  ])('%s', (_, rows, header) => {
    expect(joinHeader(rows, false)).toEqual(header)
  })

  it('is one header, and the rows below keep their lines', async () => {
    expect(await tableOf(await csv('户,家庭,\n,人口,收入\n1,2,3\n', { headerRows: 2 }))).toEqual([
      ['户', '家庭 / 人口', '家庭 / 收入'],
      [3, '1', '2', '3'],
    ])
  })

  it('is suspected where names are missing above words, and told beside the results', async () => {
    expect(opened(await csv('户,家庭,\n,人口,收入\n1,2,3\n')).remarks).toMatchObject([
      {
        code: 'split-header',
        message: 'the header seems to take two rows, lines 1 and 2',
        help: expect.stringContaining('--header-rows 2'),
      },
    ])
    expect(opened(await csv('户,家庭,\n,人口,收入\n1,2,3\n', { headerRows: 1 })).remarks).toEqual([])
    expect(opened(await csv(',id,a\n1,H1,x\n')).remarks).toEqual([])
    expect(opened(await csv('id,,a\nH,b,c\n')).remarks).toEqual([])
  })
})

describe('rows around the header', () => {
  it('are skipped as one says, each with its reason', async () => {
    const text = 'Survey of 2024\n\nid,a\n#id,#adm1 +name\nHousehold,Village\nH1,x\n#not,#tags\n'
    expect(await tableOf(await csv(text, { titleRows: 2, labelRows: 1 }))).toEqual([
      '1 title',
      '2 blank',
      ['id', 'a'],
      '4 hxl',
      '5 labels',
      [6, 'H1', 'x'],
      [7, '#not', '#tags'],
    ])
  })

  it.each([
    [['#adm1+name', '#affected+f', ''], true],
    [['#adm1 +name +v_pcode', 'x', '#id'], true],
    [['#1', '#2'], false],
    [['#adm1', 'x', 'y'], false],
    [['', ''], false],
  ])('%j is a row of hashtags: %s', (cells, is) => {
    expect(isHxlRow(cells)).toBe(is)
  })

  it.each([
    ['one row', 'Survey of 2024\nid,a,b\nH1,x,y\nH2,x,y\n', 1],
    ['one row with empty cells', 'Survey of 2024,,\nid,a,b\nH1,x,y\n', 1],
    ['rows and a blank one', 'Survey\nUnit: yuan\n\nid;a;b\nH1;x;y\n', 3],
  ])('a title that nobody named stops the run: %s', async (_, text, rows) => {
    const fault = faultOf(await csv(text))
    expect(fault).toMatchObject({
      code: 'title-row',
      help: expect.stringContaining(`\`--title-rows ${rows}\``),
      at: { line: 1 },
    })
    expect(
      (await tableOf(await csv(text, { titleRows: rows }))).filter((row) => Array.isArray(row))[0],
    ).toContain('id')
    expect(faultOf(await csv(text, { titleRows: 0 }))).toBe(undefined)
  })

  it('are none in a table of one column', async () => {
    expect(await tableOf(await csv('id\nH1\nH2\n'))).toEqual([['id'], [2, 'H1'], [3, 'H2']])
  })
})

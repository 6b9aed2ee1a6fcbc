import { Chalk } from 'chalk'
import { describe, expect, test } from 'vitest'
import { isPersonalHeader } from '../../../src/inspect/columns/personal.js'
import { INSPECT_FORMATS } from '../../../src/report/inspect/formats.js'
import { loadFormats } from '../../report/load-formats.js'
import { inspectedText } from '../inspected.js'

const FORMATS = await loadFormats(INSPECT_FORMATS)

describe('headers of columns that tell who somebody is', () => {
  test.each([
    ...['name', 'hoh_name', 'g1/respondent_name', 'First name', 'phone', 'phone_number', 'tel', 'Mobile no'],
    ...['national_id', 'id_card', 'gps_Latitude', 'enumerator', 'username', 'village_head_name', 'email'],
    ...[
      '姓名',
      '户主姓名',
      '户主',
      '证件号码',
      '身份证号',
      '联系电话',
      '手机号',
      '家庭住址',
      '银行卡号',
      '调查员',
    ],
  ])('%s', (header) => expect(isPersonalHeader(header)).toBe(true))
  test.each([
    ...[
      'village_name',
      'village',
      'instance_name',
      '_parent_table_name',
      'hh_size',
      'mobile_clinic_x'.slice(7),
    ],
    ...['household_id', '户编号', '与户主关系', '行政村', 'age', 'cluster name', 'form_name'],
  ])('not %s', (header) => expect(isPersonalHeader(header)).toBe(false))
})

describe('cells of personal columns', () => {
  const SECRET = [
    'Zhang Wei',
    'Li Na',
    '13812345678',
    '13912345678',
    '430181199001011234',
    '43018119900101123X',
  ]
  const TABLE = [
    'household_id,respondent,note,registration_status,household_size,phone,x,y',
    'A,Zhang Wei,13812345678,none,2,138,430181199001011234,1',
    'B,Zhang Wei,13812345678,none,3,138,430181199001011234,1',
    'C,Li Na,13912345678,none,2,139,43018119900101123X,2',
    'D,Li Na,13912345678,none,2,139,43018119900101123X,2',
  ].join('\n')

  test.each(['table', 'json', 'markdown'] as const)(
    'are not in %s, whatever is asked for',
    async (format) => {
      const inspection = await inspectedText(TABLE)
      const context = {
        tpa: '0',
        width: 400,
        paint: new Chalk({ level: 0 }),
        allColumns: true,
        typed: '',
        written: null,
      }
      const text = FORMATS[format](inspection, context)
      expect(text).toContain('respondent')
      for (const cell of SECRET) expect(text).not.toContain(cell)
      for (const cell of SECRET) expect(inspection.mapping).not.toContain(cell)
    },
  )
  test('print as …', async () => {
    const inspection = await inspectedText(TABLE)
    const context = {
      tpa: '0',
      width: 120,
      paint: new Chalk({ level: 0 }),
      allColumns: true,
      typed: '',
      written: null,
    }
    const lines = FORMATS.table(inspection, context).split('\n')
    for (const header of ['respondent', 'note', 'phone', 'x']) {
      const line = lines.find((each) => each.startsWith(`${header} `))
      expect(line).toMatch(/personal .*…$/)
    }
  })
})

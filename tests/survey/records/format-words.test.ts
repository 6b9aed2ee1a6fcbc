import { describe, expect, it } from 'vitest'
import { PLAIN_READING } from '../../../src/survey/files/data-file.js'
import { readMapping } from '../../../src/survey/mapping/load-mapping.js'
import { smallPack } from '../../engine/small.js'
import { inspected } from '../../inspect/inspected.js'
import { workbookOf } from '../files/archive.js'
import { fileOf } from '../files/open.js'
import { factText, readAll, recordsOf } from '../read.js'

const number = (unit: string) => ({ type: 'number', unit, min: 0, step: 1 })
const pack = smallPack({
  facts: {
    household_size: { type: 'count', unit: 'person', min: 1 },
    wage_income: { ...number('CNY/year'), type: 'money' },
    round_trip: number('minute'),
  },
  criteria: { near: 'round_trip = round_trip' },
})

const HEADERS = ['household_id', 'household_size', 'wage_income', 'round_trip', 'note'] as const
const STORED = ['101', '3', '1200', '15', '7'] as const

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** Three households, with one format for all numbers of a column below the first row. */
function sheetWith(column: string, format: string): Buffer {
  const texts = HEADERS.map((header) => `<c t="inlineStr"><is><t>${header}</t></is></c>`).join('')
  const row = (line: number) =>
    STORED.map(
      (value, at) =>
        `<c s="${HEADERS[at] === column && line > 0 ? 1 : 0}"><v>${at === 0 ? Number(value) + line : value}</v></c>`,
    ).join('')
  return workbookOf({
    numFmts: `<numFmt numFmtId="200" formatCode="${escaped(format)}"/>`,
    cellXfs: '<xf/><xf numFmtId="200"/>',
    sheets: [
      { name: 'S', rows: [texts, row(0), row(1), row(2)].map((cells) => `<row>${cells}</row>`).join('') },
    ],
  })
}

async function readWith(column: string, format: string, isMapped: boolean) {
  const text = 'mapping: 1\nhouseholds: { key: household_id, match: names }\n'
  const loaded = readMapping('mapping.yaml', Buffer.from(text), pack)
  if (!('mapping' in loaded)) throw new Error('the mapping does not read')
  const file = fileOf('a.xlsx', sheetWith(column, format))
  const reading = await readAll([file], { pack, ...(isMapped ? { mapping: loaded.mapping } : {}) })
  const told = reading.diagnostics.filter(({ code }) => code === 'format-words')
  const { tables } = await inspected([file], PLAIN_READING, pack)
  const shown = tables.flatMap((table) => table.file.remarks.filter(({ code }) => code === 'format-words'))
  expect(shown).toEqual(told)
  return { reading, told }
}

describe.each([
  ['by names', false],
  ['by a mapping', true],
] as const)('a text in the format of numbers, read %s', (_, isMapped) => {
  it.each([
    ['household_size', '0"kg"', 'kg', 'note'],
    ['household_size', '0" approx"', 'approx', 'note'],
    ['household_size', '"约"0', '约', 'note'],
    ['household_size', '0" 户"', '户', 'warning'],
    ['wage_income', '#,##0.00" USD"', 'USD', 'warning'],
    ['wage_income', '[>1000]0"元以上";0', '元以上', 'note'],
    ['round_trip', '0"小时"', '小时', 'warning'],
    ['round_trip', '0\\ \\x', 'x', 'note'],
    ['household_id', '"HH-"0', 'HH', 'note'],
  ])('of %s: %s is told once, and the number stands', async (column, format, words, severity) => {
    const { reading, told } = await readWith(column, format, isMapped)
    expect(told.map((each) => [each.severity, each.message.split('`')[1], each.at])).toEqual([
      [severity, words, { file: 'a.xlsx#S', line: 3, field: column }],
    ])
    const [, second] = recordsOf(reading)
    expect(second?.id).toBe('102')
    expect(factText(second?.facts.get('household_size'))).toBe('3')
    expect(factText(second?.facts.get('wage_income'))).toBe('1200')
    expect(factText(second?.facts.get('round_trip'))).toBe('15')
  })

  it.each([
    ['household_size', '0"人"'],
    ['household_size', '0" persons"'],
    ['household_size', 'General'],
    ['household_size', '0;-0;"-"'],
    ['wage_income', '#,##0"元"'],
    ['wage_income', '"¥"#,##0"元/年"'],
    ['wage_income', '[$¥-804]#,##0.00;[Red]-[$¥-804]#,##0.00'],
    ['wage_income', '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)'],
    ['wage_income', '0.00E+00'],
    ['round_trip', '0" min"'],
    ['round_trip', '0"分钟"'],
    ['note', '0"kg"'],
  ])('of %s: %s is nothing', async (column, format) => {
    const { told } = await readWith(column, format, isMapped)
    expect(told).toEqual([])
  })
})

import { expect, test } from 'vitest'
import { ASSESS_FORMATS, type AssessFormat } from '../../../src/report/assess/formats.js'
import { formatNames } from '../../../src/report/format.js'
import { loadFormats } from '../load-formats.js'
import { HOUSEHOLDS, summaryOf, written } from './sample.js'

const FORMATS = await loadFormats(ASSESS_FORMATS)

const HELD = [
  ['B-1', 'x'],
  ['B-2', 'y'],
  ['B-1', 'z'],
  ['B-2', 'y'],
] as const

const SUMMARY = summaryOf(HOUSEHOLDS, { by: 'village', charts: true }, HELD)

const EXTENSIONS: Record<AssessFormat, string> = {
  table: 'txt',
  json: 'json',
  ndjson: 'ndjson',
  csv: 'csv',
  markdown: 'md',
  html: 'html',
}

test.each(formatNames(ASSESS_FORMATS))('%s, as a person or a program gets it', async (format) => {
  const text = written(FORMATS[format], HOUSEHOLDS, SUMMARY)
  expect(text.endsWith('\n')).toBe(true)
  await expect(text).toMatchFileSnapshot(`golden/assess.${EXTENSIONS[format]}`)
})

test('a wide terminal gets what a narrow one has no room for, up to 120 columns', async () => {
  const text = written(FORMATS.table, HOUSEHOLDS, SUMMARY, { width: 200 })
  await expect(text).toMatchFileSnapshot('golden/assess-wide.txt')
})

test('of a large file the first households that need a person are shown, in the order of the file', async () => {
  const [sound, ...others] = HOUSEHOLDS
  if (sound === undefined) throw new Error('no sample')
  const many = [...Array(41).keys()].map((n) => ({ ...sound, id: `M-${n}`, line: 200 + n }))
  const text = written(FORMATS.table, [], summaryOf([...many, ...others], {}, HELD))
  await expect(text).toMatchFileSnapshot('golden/assess-large.txt')
})

test('JSON and NDJSON are what JSON.parse reads, and a run without records is whole', () => {
  const json = JSON.parse(written(FORMATS.json, HOUSEHOLDS, SUMMARY))
  expect(json.households).toHaveLength(HOUSEHOLDS.length)
  const lines = written(FORMATS.ndjson, HOUSEHOLDS, SUMMARY).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual(json.households)
  expect(JSON.parse(written(FORMATS.json, [], summaryOf([])))).toMatchObject({ households: [], held: [] })
})

test('numbers keep every digit of the exact decimal', () => {
  const text = written(FORMATS.ndjson, HOUSEHOLDS.slice(1, 2), SUMMARY)
  expect(text).toContain('"wage":7999.985')
  expect(text).toContain('"net_income":8000')
})

test('kept columns stand after `line` under their own headers; what came later stands behind them', () => {
  const context = { keep: ['phone', '备注'] }
  const csv = written(FORMATS.csv, HOUSEHOLDS.slice(0, 1), SUMMARY, context, ['0123', 'a,b'])
  expect(csv.split('\n')[0]?.endsWith(',file,line,phone,备注,blocked')).toBe(true)
  expect(csv.split('\n')[1]?.endsWith(',households.csv,2,0123,"a,b",')).toBe(true)
  const ndjson = written(FORMATS.ndjson, HOUSEHOLDS.slice(0, 1), SUMMARY, context, ['0123', 'a,b'])
  expect(ndjson).toMatch(/"line":2,"phone":"0123","备注":"a,b","id":"[0-9a-f]{16}"\}\n$/)
})

test.each([
  ['=1+1', "'=1+1"],
  ['+a', "'+a"],
  ['-a', "'-a"],
  ['@a', "'@a"],
  ['\ta', "'\ta"],
  ['\ra', '\\u000da'],
  ['-5.25', '-5.25'],
  ['+8613', '+8613'],
  ['a=1', 'a=1'],
  ["'=1+1", "''=1+1"],
  ['=A-6', "'=A-6"],
  ['', ''],
])('a kept cell %j is written as %j: no formula, and numbers as they are', (cell, expected) => {
  const line = (raw: boolean) =>
    written(FORMATS.csv, HOUSEHOLDS.slice(5, 6), SUMMARY, { keep: ['note'], raw }, [cell]).replace(
      /^.*\n/,
      '',
    )
  expect(line(false).endsWith(`,7,${expected},\n`)).toBe(true)
  expect(line(false).startsWith("'=A-6,")).toBe(true)
  expect(line(true).startsWith('=A-6,')).toBe(true)
  if (!/[\t\r]/.test(cell)) expect(line(true).endsWith(`,7,${cell},\n`)).toBe(true)
})

test.each([
  ['0012', '="0012"'],
  ['440981199001012345', '="440981199001012345"'],
  ['12.50', '12.50'],
  ['=1+1', "'=1+1"],
  ['a,b', '"a,b"'],
  ['', ''],
])('for Excel a kept cell %j is written as %j, behind a mark and an id as text', (cell, expected) => {
  const shown = { keep: ['note'], excel: true }
  const text = written(FORMATS.csv, HOUSEHOLDS.slice(0, 1), SUMMARY, shown, [cell])
  const [head = '', line = '', end] = text.split('\r\n')
  const id = HOUSEHOLDS[0]?.id ?? ''
  expect(head.startsWith('\uFEFF')).toBe(true)
  expect(line.startsWith(`"=""${id}""",`)).toBe(true)
  expect(
    line.endsWith(`,${expected.includes('="') ? `"${expected.replaceAll('"', '""')}"` : expected},`),
  ).toBe(true)
  expect(end).toBe('')
})

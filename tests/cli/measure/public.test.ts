import { appendFileSync, cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { folderOf } from '../../survey/files/open.js'
import { runHere } from '../run-here.js'

const DANYANG = readFileSync(fileURLToPath(new URL('../../../fixtures/danyang.csv', import.meta.url)), 'utf8')
const LEAST = 10

interface Line {
  readonly [column: string]: string
}

async function linesOf(args: readonly string[], text = DANYANG): Promise<Line[]> {
  const run = await runHere(folderOf({ 'a.csv': text }), ['measure', 'a.csv', '-f', 'csv', '-q', ...args])
  expect(run.code, run.err).toBe(0)
  return parse(run.out, { columns: true })
}

const isSmall = (count: number) => count > 1e-9 && count < LEAST - 1e-9

/** How many households the figures of a line stand for, at both ends, with those that they leave. */
function countsOf({ unit, min, max, households, figure = '' }: Line): number[] {
  if (min === '' || max === '') return []
  if (unit === 'households') return [Number(min), Number(max)]
  const isShare = unit === 'ratio' && /^(?:p0|h$|censored\.|share\.)/.test(figure)
  const ends = isShare ? [Number(min), Number(max)].map((share) => share * Number(households)) : []
  const left = /^(?:p0|h$|censored\.)/.test(figure) ? ends.map((end) => Number(households) - end) : []
  return [...ends, ...left]
}

describe('tpa measure --public', () => {
  test.each([
    [[]],
    [['--by', 'village']],
    [['--by', 'registration_status']],
    [['--by', 'village,registration_status']],
    [['--by', 'housing_grade']],
  ])('%j shows no small count, and none that one subtraction gives', async (args) => {
    const lines = await linesOf([...args, '--public'])
    const own = lines.filter(({ counted }) => counted === 'households')
    for (const line of own)
      for (const count of countsOf(line)) expect(isSmall(count), JSON.stringify(line)).toBe(false)
    expect(new Set(lines.map(({ cases }) => cases))).toEqual(new Set(['all']))
    const figures = new Set(own.flatMap(({ figure, unit }) => (unit === 'households' ? [figure] : [])))
    if (args.length > 0)
      for (const name of figures) {
        const same = own.filter(({ figure }) => figure === name)
        const hidden = same.filter(({ note }) => note === 'hidden')
        expect(hidden.length, name).not.toBe(1)
      }
    for (const line of own.filter(({ note }) => note === 'hidden')) {
      const other = lines.filter(
        ({ figure, group, by, counted }) =>
          counted === 'persons' && figure === line.figure && group === line.group && by === line.by,
      )
      expect(other.every(({ note, min, max }) => note === 'hidden' && min === '' && max === '')).toBe(true)
    }
  })

  test('what is shown is what the office sees', async () => {
    const [all, shown] = [await linesOf(['--by', 'village']), await linesOf(['--by', 'village', '--public'])]
    const keyOf = ({ by, group, figure, counted, cases }: Line) =>
      [by, group, figure, counted, cases].join('|')
    const known = new Map(all.map((line) => [keyOf(line), line]))
    expect(shown.some(({ note }) => note === 'hidden')).toBe(true)
    expect(shown.filter(({ note }) => note !== 'hidden').length).toBeGreaterThan(50)
    for (const line of shown) if (line.note !== 'hidden') expect(line).toEqual(known.get(keyOf(line)))
  })

  test('a group of few households says nothing, not even how many', async () => {
    const [head = '', ...rows] = DANYANG.trimEnd().split('\n')
    const village = head.split(',').indexOf('village')
    const moved = rows.map((row, at) => {
      const cells = row.split(',')
      if (at % 150 === 0) cells[village] = 'Farhills'
      return cells.join(',')
    })
    const lines = await linesOf(['--by', 'village', '--public'], [head, ...moved].join('\n'))
    const few = lines.filter(({ group = '' }) => group.includes('Farhills'))
    expect(few.length).toBeGreaterThan(10)
    for (const { min, max, households, persons, note } of few)
      expect({ min, max, households, persons, note }).toEqual({
        min: '',
        max: '',
        households: '',
        persons: '',
        note: 'hidden',
      })
    const totals = lines.filter(({ figure, counted }) => figure === 'households' && counted === 'households')
    expect(totals.filter(({ note }) => note === 'hidden').length).toBeGreaterThan(1)
  })

  test.each(['table', 'json', 'ndjson', 'markdown', 'html'])('%s names no household', async (format) => {
    const { code, out } = await runHere(folderOf({ 'a.csv': DANYANG }), [
      ...['measure', 'a.csv', '--by', 'village', '--public', '-q', '-f', format],
    ])
    expect(code).toBe(0)
    expect(out).not.toMatch(/DY-\d{4}/)
    if (format !== 'ndjson') expect(out).toMatch(/least_cell|fewer than 10 households/)
  })

  test('says where most is hidden', async () => {
    const { err } = await runHere(folderOf({ 'a.csv': DANYANG }), [
      'measure',
      'a.csv',
      '--by',
      'village',
      '--public',
    ])
    expect(err).toMatch(/warning\[mostly-hidden\] {2}\d+ of 27 counts by group are hidden/)
  })

  test.each<[string, readonly string[], string]>([
    ['two sets of groups', ['--by', 'village', '--by', 'township'], 'a public result has one --by'],
    ['rows', ['--rejects', 'r.csv'], '--public and --rejects exclude each other'],
    [
      'areas',
      ['--areas', '--by', 'village', '--population', 'p.csv'],
      '--public and --areas exclude each other',
    ],
    ['a programme without a least count', ['-r', 'world-bank-lines'], 'how small a count may be shown'],
  ])('%s are refused', async (_, args, words) => {
    const folder = folderOf({ 'a.csv': DANYANG, 'p.csv': 'village,persons\nTianba,433\n' })
    const { code, err } = await runHere(folder, ['measure', 'a.csv', '--public', ...args])
    expect(code).toBe(2)
    expect(err).toContain(words)
  })

  test('the advice to add a least count works as it says', async () => {
    const root = fileURLToPath(new URL('../../../rules/world-bank-lines', import.meta.url))
    const folder = folderOf({ 'a.csv': 'household_id,household_size\nH1,3\n' })
    cpSync(root, join(folder, 'lines'), { recursive: true })
    const before = await runHere(folder, ['measure', 'a.csv', '-r', 'lines', '--public', '-q'])
    expect(before.err).toContain('add `least_cell:` under `privacy:` in programme.yaml')
    appendFileSync(join(folder, 'lines', 'programme.yaml'), '\nprivacy:\n  least_cell: 1\n')
    const after = await runHere(folder, ['measure', 'a.csv', '-r', 'lines', '--public', '-q'])
    expect(after.code, after.err).toBe(0)
  })

  test('nothing of a few households is published', async () => {
    const few = DANYANG.split('\n').slice(0, LEAST).join('\n')
    const { code, out, err } = await runHere(folderOf({ 'a.csv': few }), [
      'measure',
      'a.csv',
      '--public',
      '-q',
    ])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('there are fewer than 10 households')
  })
})

import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { guarded, unguarded } from '../../../src/base/csv-guard.js'
import { households, type Scratch, scratch } from '../run.js'

/** Ids that a spreadsheet or a CI system would run, and such as look like their guarded forms. */
const IDS = [
  '=1',
  "'=1",
  "''=x",
  '@SUM(1)',
  '-2+3',
  '-7',
  '-A',
  '+86 138 1234 5678',
  '+8613812345678',
  '##[x',
  "##'[x",
  '##vso[x]',
  '::x',
  "'::x",
  'a\n::b',
  "a\n'::b",
  'a\n  ::b',
  "'A",
  "'quoted'",
  "=x'",
  '="A"',
  'plain',
]

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

/** The ids, each with a kept cell, among as many plain ones as make a file that is read as bytes. */
function survey(filling: number): string {
  const [header = '', row = ''] = households({}).trimEnd().split('\n')
  const others = row.slice(row.indexOf(','))
  const hostile = IDS.map((id, at) => `${quoted(guarded(id))}${others},${quoted(guarded(` ${id}`))},${at}`)
  const plain = Array.from({ length: filling }, (_, at) => `H-${at}${others},n,${at}`)
  const half = filling >> 1
  return `${[`${header},note,"=at"`, ...plain.slice(0, half), ...hostile, ...plain.slice(half)].join('\n')}\n`
}

const ENGINES = [['interpret'], ['compiled', '--threads', '1'], ['compiled', '--threads', '2']]

const rowsOf = (text: string): string[][] => parse(text, { bom: true })
const firstOf = (text: string): string[] => rowsOf(text).map(([first = '']) => first)

/** What an engine after the other writes into a file; all write the same. */
async function written({ here, read }: Scratch, file: string, args: readonly string[]): Promise<string> {
  const texts = new Set<string>()
  for (const engine of ENGINES) {
    await here([...args, '-q', '--engine', ...engine])
    texts.add(read(file))
  }
  expect(texts.size).toBe(1)
  return [...texts].join('')
}

async function idsRead({ here }: Scratch, file: string): Promise<string[]> {
  const { out } = await here(['assess', file, '-q', '-f', 'ndjson'])
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).household_id)
}

describe.each([
  ['a small file', 10],
  ['a file that is read as bytes', 3000],
])('cells from outside, in %s', (_, filling) => {
  test('come back as they were, by every engine', async () => {
    const place = scratch({ 'a.csv': survey(filling) })
    const text = await written(place, 'out.csv', ['assess', 'a.csv', '-o', 'out.csv'])
    const ids = firstOf(text).map(unguarded)
    expect(ids).toEqual(expect.arrayContaining(IDS))
    place.write('b.csv', text)
    expect(await idsRead(place, 'b.csv')).toEqual(ids.slice(1))
    const again = await written(place, 'c.csv', ['assess', 'b.csv', '-o', 'c.csv'])
    expect(firstOf(again)).toEqual(firstOf(text))
  })

  test('are guarded once, however often they are written', async () => {
    const { here, write, read } = scratch({ 'a.csv': survey(filling) })
    const kept = async (file: string) => {
      await here(['assess', file, '-q', '-o', 'out.csv', '--keep', 'note,=at'])
      return rowsOf(read('out.csv')).map((row) => [row[0], ...row.slice(-3, -1)])
    }
    const first = await kept('a.csv')
    expect(first[0]).toEqual(['household_id', 'note', "'=at"])
    const notes = first.map(([, note = '']) => unguarded(note))
    expect(notes).toEqual(expect.arrayContaining(IDS.map((id) => ` ${id}`)))
    write('b.csv', read('out.csv'))
    expect(await kept('b.csv')).toEqual(first)
  })

  test('stand in rejected rows as they stand in their file', async () => {
    const broken = ['"=1",twice', '"##[x",1', "'=2,1", '::x,1']
    const place = scratch({ 'a.csv': `${survey(filling)}${broken.join('\n')}\n` })
    const args = ['assess', 'a.csv', '-o', 'out.csv', '--rejects', 'rejects.csv']
    const raw = rowsOf(await written(place, 'rejects.csv', args)).map((row) => row[5] ?? '')
    expect(raw).toEqual(['raw', '"=1",twice', `"##'[x",1`, "''=2,1", "'::x,1"])
    expect(raw.slice(1).map(unguarded)).toEqual(broken)
  })
})

test('`--raw` writes them as they are', async () => {
  const { out } = await scratch({ 'a.csv': survey(3000) }).here([
    'assess',
    'a.csv',
    '-q',
    '-f',
    'csv',
    '--raw',
  ])
  expect(firstOf(out)).toEqual(expect.arrayContaining(IDS))
})

test('`--excel` lets none of them be a formula', async () => {
  const long = `=${'1+'.repeat(200)}1`
  const place = scratch({ 'a.csv': survey(10), 'long.csv': households({ household_id: long }) })
  const { out } = await place.here(['assess', 'a.csv', '-q', '-f', 'csv', '--excel', '--keep', 'note'])
  const ids = firstOf(out)
  expect(ids).toEqual(expect.arrayContaining(["'=1", "'::x", '="-7"', '="plain"']))
  expect(ids.filter((id) => /^[=+@-]/.test(id) && !/^="(?:""|[^"])*"$/.test(id))).toEqual([])
  place.write('b.csv', out)
  expect(await idsRead(place, 'b.csv')).toEqual(expect.arrayContaining(IDS))
  const longest = await place.here(['assess', 'long.csv', '-q', '-f', 'csv', '--excel'])
  expect(firstOf(longest.out)[1]).toBe(`'${long}`)
})

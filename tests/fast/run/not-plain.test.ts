import { spawnSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PLAIN_READING } from '../../../src/survey/files/data-file.js'
import { withoutEngine } from '../../cli/engine.js'
import { households, manyHouseholds, PROGRAM, scratch } from '../../cli/run.js'
import { folderOf } from '../../survey/files/open.js'
import { shippedPack } from '../read/packs.js'
import { type Asked, assessHere, sameRun } from './assess-here.js'

const MANY = manyHouseholds(60)
const HEADER = MANY.split('\n')[0] ?? ''
const EIGHTEEN = HEADER.split(',').length
/** A row with nothing but the size of the household, without its id. */
const BESIDE = HEADER.split(',')
  .slice(1)
  .map((name) => `,${name === 'household_size' ? 5 : ''}`)
  .join('')

/** The text with something put in behind the row of a household. */
const behind = (row: number, more: string | Buffer): Buffer => {
  const text = Buffer.from(MANY)
  const at = text.indexOf(`H-${row + 1},`)
  return Buffer.concat([text.subarray(0, at), Buffer.from(more), text.subarray(at)])
}

const renamed = (from: string, to: string) => MANY.replace(from, to)

/** The households without their registration status, and with another column as the last. */
const withCodes = (cell: (row: number) => string, more = ''): string => {
  const at = HEADER.split(',').indexOf('registration_status')
  const [, ...rows] = MANY.trimEnd().split('\n')
  const without = (row: string, last: string) =>
    [...row.split(',').filter((_, index) => index !== at), last].join(',')
  return `${without(HEADER, 'col7')}\n${rows.map((row, index) => without(row, cell(index))).join('\n')}\n${more}`
}

type Files = Readonly<Record<string, string | Buffer>>

/** A name, files, and what is asked for beside them. */
type Case = readonly [string, Files] | readonly [string, Files, Partial<Asked>]

/** Files of which none can be judged from its bytes to the end. */
const ODD: readonly Case[] = [
  ['an empty file', { 'a.csv': '' }],
  ['a header alone', { 'a.csv': `${HEADER}\n` }],
  ['a header alone without a line break', { 'a.csv': HEADER }],
  ['nothing but blank rows', { 'a.csv': '\n\n \n' }],
  ['nothing but blank rows below the header', { 'a.csv': `${HEADER}\n\n,,,\n` }],
  ['no column of ids', { 'a.csv': renamed('household_id', 'number') }],
  ['no household with an id', { 'a.csv': MANY.replace(/^H-\d+/gm, '') }],
  ['ids that end in `.0`', { 'a.csv': MANY.replace(/^H-(\d+)/gm, '$1.0') }],
  ['no row as long as the header', { 'a.csv': `${HEADER}\nA,B\nC\n` }],
  ['two columns of one fact', { 'a.csv': renamed('village', 'household_size') }],
  ['rows of persons', { 'a.csv': renamed('village', 'member_id') }],
  ['a title above the header', { 'a.csv': `A survey of 2020\n${MANY}` }],
  ['a quote that nothing closes, at the end', { 'a.csv': `${MANY}"` }],
  ['a quote that nothing closes, in the middle', { 'a.csv': behind(30, '"A,\n') }],
  ['a quote inside a cell', { 'a.csv': behind(40, 'A"B,Danyang\n') }],
  ['NUL in the middle', { 'a.csv': behind(40, 'A\0B,Danyang\n') }],
  ['a byte that no character has', { 'a.csv': behind(40, Buffer.from([0x41, 0xff, 0x2c, 0x0a])) }],
  ['GB18030', { 'a.csv': behind(2, Buffer.concat(Array(40).fill(Buffer.from([0xbc, 0xd2, 0x2c, 0x0a])))) }],
  ['UTF-16', { 'a.csv': Buffer.from(`\uFEFF${MANY}`, 'utf16le') }],
  ['CR alone between rows', { 'a.csv': MANY.replaceAll('\n', '\r') }],
  ['CR alone at the very end', { 'a.csv': MANY.replace(/\n$/, '\r') }],
  ['a mark that was read wrongly', { 'a.csv': `\u00EF\u00BB\u00BF${MANY}` }],
  ['JSON by its name', { 'a.json': '{"households": [{"household_id": "A"}]}' }],
  ['NDJSON in a file of CSV', { 'a.csv': '{"household_id": "A"}\n{"household_id": "B"}\n' }],
  ['a file that is not there', { 'b.csv': MANY }],
  ['a folder', { 'a/b.csv': MANY }, { files: ['a'] }],
  ['one file twice', { 'a.csv': MANY }, { files: ['a.csv', 'a.csv'] }],
  ['one good file of two', { 'a.csv': MANY, 'b.csv': '' }, { files: ['a.csv', 'b.csv'] }],
  ['a column made of codes of a fact that is assumed', { 'a.csv': withCodes(() => 'registered') }],
  ['such codes in quotes, at the end', { 'a.csv': withCodes((at) => (at > 2 ? '"Exited"' : 'none ')) }],
  [
    'nine in ten such codes, some rows being no records',
    { 'a.csv': withCodes((at) => (at < 6 ? 'Zhang' : '未脱贫'), `合计${','.repeat(16)},5\nA,B\n`) },
  ],
  [
    'such a column in the second of two files',
    { 'a.csv': withCodes(() => ''), 'b.csv': withCodes(() => '已脱贫').replaceAll('H-', 'K-') },
    { files: ['a.csv', 'b.csv'] },
  ],
  ['an assumption that fits no file', { 'a.csv': MANY }, { assume: new Map([['risk', 'no']]) }],
  ['an assumption that no fact takes', { 'a.csv': MANY }, { assume: new Map([['risk', 'perhaps']]) }],
  ['an encoding that is said', { 'a.csv': MANY }, { reading: { ...PLAIN_READING, encoding: 'gb18030' } }],
  // A format that writes a row for each record, other than CSV, must not lose its rows, whatever the door lets through.
  ['a report of NDJSON', { 'a.csv': MANY }, { format: 'ndjson' }],
  ['a report of JSON beside one of CSV', { 'a.csv': MANY }, { format: 'csv', reports: ['json=all.json'] }],
  ['a format that is said', { 'a.csv': MANY }, { reading: { ...PLAIN_READING, format: 'json' } }],
  [
    'a value for all records that fits no slot',
    { 'a.csv': households({ household_id: 'A' }).replaceAll(/,net_income|,9000/g, '') },
    { assume: new Map([['net_income', '99999999999999.99']]) },
  ],
]

/** Files that are judged from their bytes, though something about them is unusual. */
const PLAIN: readonly Case[] = [
  ['a usual name of a key', { 'a.csv': renamed('household_id', 'hhid') }],
  ['a column that is nearly one of the facts', { 'a.csv': renamed('net_income', 'net_incom') }],
  ['few codes of a fact that is assumed', { 'a.csv': withCodes((at) => (at < 7 ? 'Zhang' : 'registered')) }],
  [
    'a column that is not made of codes of an assumed fact',
    { 'a.csv': withCodes((at) => ['none', '无', '"no"', '贫', 'é', 'r', '""', ''][at % 8] ?? '') },
  ],
  [
    'a column of codes of a fact that is stated',
    { 'a.csv': withCodes(() => 'registered') },
    { assume: new Map([['registration_status', 'exited']]) },
  ],
  [
    'a column of consent, and one that a tool fills in',
    {
      'a.csv': MANY.replaceAll(/^(?!household_id)(.*)$/gm, (row, _, at) =>
        row === '' ? '' : `${row},${at % 2 === 0 ? 'No' : 'yes'},${at % 3 === 0 ? '"rejected"' : 'approved'}`,
      ).replace(HEADER, `${HEADER},consent,ReviewState`),
    },
  ],
  ['a byte order mark', { 'a.csv': `\uFEFF${MANY}` }],
  ['CRLF', { 'a.csv': MANY.replaceAll('\n', '\r\n') }],
  ['CRLF in some rows', { 'a.csv': MANY.replaceAll('7,Dan', '7,Dan').replace(/(H-\d*5,.*)\n/g, '$1\r\n') }],
  ['no line break at the end', { 'a.csv': MANY.trimEnd() }],
  ['a header in quotes', { 'a.csv': MANY.replace(HEADER, HEADER.replace(/\w+/g, '"$&"')) }],
  ['line breaks in the header', { 'a.csv': renamed('village', '"village\n(name)"') }],
  ['rows that are longer and shorter', { 'a.csv': behind(20, `A,B\n${','.repeat(EIGHTEEN)}\nX\n`) }],
  ['rows of blanks', { 'a.csv': behind(20, `\n\r\n${','.repeat(EIGHTEEN - 1)}\n \n\n`) }],
  [
    'hashtags below the header',
    { 'a.csv': MANY.replace(HEADER, `${HEADER}\n#id${',#x'.repeat(EIGHTEEN - 1)}`) },
  ],
  ['hashtags of which only one is', { 'a.csv': behind(10, `#id${','.repeat(EIGHTEEN - 1)}\n`) }],
  [
    'a title that is said',
    { 'a.csv': `A survey\n\n${MANY}` },
    { reading: { ...PLAIN_READING, titleRows: 2 } },
  ],
  ['labels that are said', { 'a.csv': MANY }, { reading: { ...PLAIN_READING, labelRows: 3 } }],
  ['semicolons', { 'a.csv': MANY.replaceAll(',', ';') }],
  [
    'a delimiter that is said',
    { 'a.csv': MANY.replaceAll(',', '|') },
    { reading: { ...PLAIN_READING, delimiter: '|' } },
  ],
  ['a name of another kind of file', { 'a.txt': MANY }],
  ['long cells', { 'a.csv': renamed('H-7,Danyang', `H-7,"${'long, '.repeat(500)}"`) }],
  [
    'names with commas, quotes and signs',
    {
      'a, "b".csv': MANY,
      '=1+1.csv': manyHouseholds(3).replaceAll('H-', 'I-'),
      '户.csv': manyHouseholds(2).replaceAll('H-', '-'),
    },
  ],
  [
    'ids with signs',
    {
      'a.csv': households(
        ...['-5', '=5', '+5', '@a', 'a/b', 'a.b', '_', '#x', '1e5', 'TRUE', 'x y', 'é'].map(
          (household_id) => ({ household_id }),
        ),
      ),
    },
  ],
  [
    'totals, a header that stands again, and ids like words for totals',
    {
      'a.csv': Buffer.concat([
        behind(30, `合计${BESIDE}\nTotal${BESIDE}\n${HEADER}\nmean${',V'.repeat(EIGHTEEN - 1)}\n`),
        Buffer.from(`${BESIDE}\nsubtotal${BESIDE}\nSUM1${BESIDE}\ntail${BESIDE}\n`),
      ]),
    },
  ],
  ['one household', { 'a.csv': households({}) }],
  ['as many as are shown whole, and one more', { 'a.csv': manyHouseholds(41).replace('Danyang', 'Danyang') }],
  [
    'a date for all that is assumed',
    { 'a.csv': MANY.replaceAll(/,survey_date|,2020-08-19/g, '') },
    { assume: new Map([['survey_date', '2018-05-05']]) },
  ],
  ['no dates', { 'a.csv': MANY.replaceAll(/,survey_date|,2020-08-19/g, '') }],
  [
    'dates of all kinds',
    {
      'a.csv': households(
        ...[
          '2020-08-19',
          '19 Aug 2019',
          '2018年1月2日',
          '',
          ' ',
          '2017/3/4',
          '5/6/2018',
          '2020-02-30',
          '0999-01-01',
        ].map((survey_date, at) => ({ household_id: `H${at}`, survey_date })),
      ),
    },
  ],
  ['rows that are read but by nobody', { 'a.csv': MANY }, { only: ['register'] }],
  ['a parameter that is set', { 'a.csv': MANY }, { set: new Map([['poverty_line', '9000']]) }],
]

async function bothWays(output: Partial<Asked>, files: Files, asked: Partial<Asked> = {}) {
  const pack = await shippedPack('cn-2020')
  const folder = folderOf(files)
  const names = files['b.csv'] === undefined || files['a.csv'] !== undefined ? Object.keys(files) : ['a.csv']
  const all: Asked = { files: names, ...output, rejects: 'rejects.csv', ...asked }
  const expected = await assessHere(folder, pack, all, null)
  const found = await assessHere(folder, pack, all, { threads: 1, size: 300 })
  sameRun(expected, found, JSON.stringify(output))
  return found
}

describe('a file that cannot be judged from its bytes', () => {
  it.each(ODD)('is read as usual: %s', async (...[, files, asked]) => {
    const { byBytes } = await bothWays({ format: 'csv', reports: ['csv=all.csv'] }, files, asked)
    expect(byBytes).toBe(false)
  })
})

describe('a file that is judged from its bytes', () => {
  it.each(PLAIN)('comes to what it does as usual: %s', async (...[, files, asked]) => {
    const { byBytes } = await bothWays({ output: 'out.csv', reports: ['table=all.txt'] }, files, asked)
    expect(byBytes).toBe(true)
  })

  it('comes to the same by another name', async () => {
    const pack = await shippedPack('cn-2020')
    const folder = folderOf({ 'a.csv': MANY })
    symlinkSync('a.csv', join(folder, 'b.csv'))
    for (const files of [['a.csv', './a.csv'], ['a.csv', 'b.csv'], [join(folder, 'a.csv')]]) {
      const asked = { files, output: 'out.csv' }
      const expected = await assessHere(folder, pack, asked, null)
      sameRun(expected, await assessHere(folder, pack, asked, { threads: 1, size: 300 }), String(files))
    }
  })
})

describe('tpa assess', () => {
  /** More than a chunk, with rows of each kind. */
  const large = () => {
    const text = manyHouseholds(2000).split('\n')
    return text
      .map((row, at) =>
        at % 50 === 7
          ? row.replace(',9000,', ',,').replace(',A,', ',Z,')
          : at % 90 === 8
            ? row.replace(/H-\d+/, 'H-7')
            : at % 200 === 9
              ? `"${row.slice(0, 4)}\n",short`
              : row,
      )
      .join('\n')
  }

  it('says of a large file the same by any engine and in any number of threads', () => {
    const { tpa, read } = scratch({ 'a.csv': large() })
    const ways = [['--engine', 'interpret'], ['--engine', 'compiled', '--threads', '3'], []]
    const runs = ways.map((way) => {
      const { code, out, err } = tpa(['assess', 'a.csv', '-f', 'csv', '--rejects', 'r.csv', ...way])
      return { code, out, err, rejects: read('r.csv') }
    })
    expect(runs[1]?.err).toMatch(/compiled 19\d\d,\s+interpreted \d{1,2}\n/)
    const [expected, ...others] = runs.map((run) => JSON.stringify({ ...run, err: withoutEngine(run.err) }))
    expect(expected).toContain('H-1999')
    expect(others.map((other) => other === expected)).toEqual([true, true])
  })

  it('reads a large file as usual where there is no WebAssembly, or no room for its memory', () => {
    const { folder, tpa } = scratch({ 'a.csv': manyHouseholds(1700) })
    const args = ['assess', 'a.csv', '-f', 'csv', '-q']
    const usual = tpa(args)
    expect(usual.code).toBe(0)
    const without = tpa(args, { env: { NODE_OPTIONS: '--jitless' } })
    expect({ code: without.code, isSame: without.out === usual.out }).toEqual({ code: 0, isSame: true })
    for (const threads of ['1', '2']) {
      const { status, stdout } = spawnSync(
        'bash',
        ['--norc', '-c', 'ulimit -v 8000000; "$NODE" "$TPA" "$@"', 'bash', ...args, '--threads', threads],
        {
          ...{ cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 },
          env: { PATH: process.env.PATH ?? '', NODE: process.execPath, TPA: PROGRAM },
        },
      )
      expect({ status, isSame: stdout === usual.out }).toEqual({ status: 0, isSame: true })
    }
  })
})

import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../../src/base/diagnostic.js'
import { PLAIN_READING } from '../../../src/survey/files/data-file.js'
import { diagnosticOf } from '../../../src/survey/files/input.js'
import { type Entry, inlineRows, type WorkbookText, workbookOf, workbookParts, zipOf } from './archive.js'
import { fileOf, openBytes, opened, operandFault, plain, rowsOf, withOperand } from './open.js'

/** What stops the reading of the first sheet of a workbook; `null` if it can be read. */
async function sheetFault(bytes: Buffer): Promise<Diagnostic | null> {
  const path = fileOf('list.xlsx', bytes)
  return (
    (await operandFault(path)) ??
    (await withOperand(path, async ({ entries: [entry] }) => {
      const sheet = await entry?.open(PLAIN_READING)
      if (sheet === undefined || 'faults' in sheet) return sheet?.faults[0] ?? null
      try {
        await rowsOf(sheet.file)
        return null
      } catch (error) {
        return diagnosticOf(error)
      }
    }))
  )
}

const workbook = (rows: string, more: Partial<WorkbookText> = {}) =>
  workbookOf({ sheets: [{ name: 'S', rows }], ...more })

const HEAD = inlineRows([['id', 'a']])
const number = (place: string) => `<c r="${place}"><v>1</v></c>`
const rowsWith = (count: number, cells: (row: number) => string) =>
  Array.from({ length: count }, (_, at) => `<row r="${at + 2}">${cells(at + 2)}</row>`).join('')

const shared = (row: number) => `<c r="B${row}" t="s"><v>0</v></c>`
const REPEATS = (row: string) => `up to row ${row}, its cells repeat more text than those of any real one`

describe('a workbook', () => {
  it.each<[string, Buffer, Partial<Diagnostic>]>([
    [
      'with tags in tags',
      workbook(`<a>`.repeat(201)),
      { code: 'too-deep', message: 'tags are nested more than 200 deep' },
    ],
    [
      'with attributes without end',
      workbook(`<row ${Array.from({ length: 1001 }, (_, at) => `a${at}="1"`).join(' ')}/>`),
      { message: 'a tag has more than 1000 attributes' },
    ],
    [
      'with cells far to the right',
      workbook(HEAD + rowsWith(700, (row) => number(`XFD${row}`))),
      { message: 'up to row 631, there are more than 500 blank cells for each filled cell' },
    ],
    [
      'with cells that repeat a text of 16 MB',
      workbook(HEAD + rowsWith(2000, shared), { strings: [`<t>${'x'.repeat(15 << 20)}</t>`] }),
      { code: 'bad-archive', message: REPEATS('6') },
    ],
    [
      'with cells that repeat two long texts in turn',
      workbook(HEAD + rowsWith(4000, (row) => `<c r="B${row}" t="s"><v>${row % 2}</v></c>`), {
        strings: ['x', 'é'].map((each) => `<t>${each.repeat(32_768)}</t>`),
      }),
      { code: 'bad-archive', message: REPEATS('2050') },
    ],
    [
      'with cells that repeat a text as long as a cell may hold',
      workbook(HEAD + rowsWith(3000, shared), { strings: [`<t>${'x'.repeat(32_767)}</t>`] }),
      { code: 'bad-archive', message: REPEATS('2183') },
    ],
    [
      'with a part that expands without measure',
      workbook(HEAD, { strings: Array<string>(400_000).fill(`<t>${'x'.repeat(200)}</t>`) }),
      {
        message: expect.stringMatching(
          /sharedStrings.xml expands to more than 64 MiB and more than 200 times/,
        ),
      },
    ],
    [
      'with sheets without end',
      workbookOf({ sheets: Array.from({ length: 2001 }, (_, at) => ({ name: `S${at}`, rows: '' })) }),
      { message: 'it has more than 2000 sheets' },
    ],
    [
      'with one part for two sheets',
      zipOf(
        workbookParts({ sheets: ['S', 'T'].map((name) => ({ name, rows: HEAD })) }).map((part) => ({
          ...part,
          content: String(part.content).replace('worksheets/sheet2.xml', 'worksheets/sheet1.xml'),
        })),
      ),
      { message: 'two of its sheets are the same part xl/worksheets/sheet1.xml' },
    ],
  ])('%s is refused with a sentence', async (_, bytes, expected) => {
    expect(await sheetFault(bytes)).toMatchObject({
      code: 'bad-archive',
      help: 'open it in Excel or LibreOffice and save it anew',
      ...expected,
    })
  })

  it.each<[string, Buffer]>([
    ['tags as deep as the limit', workbook(`${'<a>'.repeat(197)}${'</a>'.repeat(197)}${HEAD}`)],
    [
      'one cell far to the right',
      workbook(HEAD + rowsWith(1, (row) => number(`A${row}`) + number(`XFD${row}`))),
    ],
    [
      'one text of 16 MB',
      workbook(HEAD + rowsWith(1, shared), { strings: [`<t>${'x'.repeat(15 << 20)}</t>`] }),
    ],
    [
      'many cells that repeat a text as long as remarks are',
      workbook(HEAD + rowsWith(9000, shared), { strings: [`<t>${'x'.repeat(9000)}</t>`] }),
    ],
    ['a last row far below', workbook(`${HEAD}<row r="1048576">${number('A1048576')}</row>`)],
    [
      'many rows that fill a few of many columns',
      workbook(HEAD + rowsWith(9000, (row) => number(`A${row}`) + number(`ALL${row}`))),
    ],
  ])('with %s is read', async (_, bytes) => {
    expect(await sheetFault(bytes)).toBeNull()
  })

  it('counts the blank rows of all its sheets together', async () => {
    const rows = `${HEAD}<row r="1048576">${number('A1048576')}</row>`
    const path = fileOf(
      'list.xlsx',
      workbookOf({ sheets: Array.from({ length: 12 }, (_, at) => ({ name: `S${at}`, rows })) }),
    )
    await withOperand(path, async ({ entries }) => {
      let read = 0
      for (const entry of entries) {
        const sheet = await entry.open(PLAIN_READING)
        if ('file' in sheet) {
          for await (const _ of sheet.file.rows());
          read += 1
        } else {
          expect(sheet.faults[0]?.message).toBe(
            'up to row 1048576, there are more than 500 blank rows for each filled cell',
          )
        }
      }
      expect(read).toBe(9)
    })
  })

  it('makes up no cells behind the last one of a row', async () => {
    const header = inlineRows([Array.from({ length: 3000 }, (_, at) => `c${at}`)])
    await withOperand(
      fileOf('list.xlsx', workbook(header + rowsWith(1, (row) => number(`A${row}`)))),
      async (found) => {
        const [entry] = found.entries
        const rows = await rowsOf(opened(entry ? await entry.open(PLAIN_READING) : { faults: [] }))
        expect(plain(rows)[1]).toEqual([2, '1'])
      },
    )
  })
})

describe('an archive', () => {
  const MAIN = { content: 'id\n1\n' }
  const SHARED = 'two members of the archive share their bytes'

  it.each<[string, Entry[], string]>([
    [
      'of members at one place',
      [
        { name: 'a.csv', ...MAIN },
        { name: 'b.csv', ...MAIN, declares: { at: 0 } },
      ],
      SHARED,
    ],
    [
      'of a member that reaches into the next',
      [
        { name: 'a.csv', ...MAIN, stored: true, declares: { packed: 60, size: 60 } },
        { name: 'b.csv', ...MAIN },
      ],
      SHARED,
    ],
    [
      'that expands without measure as a whole',
      ['a.csv', 'b.csv', 'c.csv'].map((name) => ({ name, ...MAIN, declares: { size: 2 ** 29 } })),
      'the archive expands to more than 1 GiB and more than 200 times its size',
    ],
  ])('%s is refused', async (_, entries, message) => {
    expect(await operandFault(fileOf('a.zip', zipOf(entries)))).toMatchObject({
      code: 'bad-archive',
      message,
      help: 'unpack it and name the files in it',
    })
  })

  it('of 20 files of 100 MB that are packed as texts are is none of these', async () => {
    const declares = { size: 100_000_000, packed: 10_000_000 }
    const entries = Array.from({ length: 20 }, (_, at) => ({
      name: `${at}.csv`,
      ...MAIN,
      declares: { ...declares, at: at * 10_000_100 },
    }))
    expect(await operandFault(fileOf('a.zip', zipOf(entries)))).toBeNull()
  })
})

describe('a header', () => {
  const headerFault = async (text: string) => {
    const result = await openBytes(Buffer.from(text))
    const [first] = 'faults' in result ? result.faults : await rowsOf(result.file)
    return first !== undefined && 'kind' in first && first.kind === 'fault' ? first.fault : (first ?? null)
  }

  it.each<[string, number, boolean]>([
    ['id,x', 9_999, true],
    ['id,x', 10_000, false],
  ])('%s with %i more characters is read: %s', async (head, more, isRead) => {
    const found = await headerFault(`${head}${' x'.repeat(more / 2)}${more % 2 === 0 ? '' : 'x'}\n1,2\n`)
    if (isRead) expect(found).toMatchObject({ kind: 'header' })
    else {
      expect(found).toMatchObject({
        code: 'long-header',
        message: 'the header of column 2 has 10001 characters, more than 10000',
        help: expect.stringMatching(/--title-rows/),
        at: { file: 'a.csv', line: 1 },
      })
    }
  })

  it('of all columns together has a limit', async () => {
    const header = (columns: number) =>
      Array.from({ length: columns }, (_, at) => `${at}`.padEnd(2000, 'x')).join(',')
    expect(await headerFault(`${header(2000)}\n`)).toMatchObject({ kind: 'header' })
    expect(await headerFault(`${header(2200)}\n`)).toMatchObject({
      code: 'long-header',
      message: 'the header has more than 4194304 characters',
    })
  })

  it.each([
    ['a.ndjson', `{"id":"1","${'k'.repeat(10_001)}":1}\n{"id":"2"}\n`, 'malformed-line'],
    ['a.json', `[{"id":"1","members":[{"${'k'.repeat(10_001)}":1}]},{"id":"2"}]`, 'malformed-record'],
  ])('is no key of %s either', async (name, text, code) => {
    const rows = await rowsOf(opened(await openBytes(Buffer.from(text), {}, 1 << 16, name)))
    expect(rows.map(({ kind }) => kind)).toEqual(['broken', 'record'])
    expect(rows[0]).toMatchObject({ code, message: 'a key has more than 10000 characters' })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SourceRow } from '../../../../src/survey/files/row.js'
import { readCsv } from '../../../../src/survey/files/text/csv.js'
import { faultsOfText, readText, recordsOf } from '../../read.js'

/** Reads a text in chunks of so many bytes. */
async function cut(text: string, size = 1 << 16): Promise<SourceRow[]> {
  const bytes = Buffer.from(text)
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const rows: SourceRow[] = []
  for await (const batch of readCsv('a.csv', chunks())) rows.push(...batch)
  return rows
}

const plain = (rows: readonly SourceRow[]) =>
  rows.map((row) => {
    if (row.kind === 'record' && row.content.kind === 'cells') return [row.line, row.content.cells, row.raw()]
    if (row.kind === 'broken') return [row.line, row.message, row.raw()]
    return row.kind === 'header' ? [row.line, row.headers] : row
  })

describe('rows of a CSV', () => {
  it('stand on the physical line where they start, with their raw text', async () => {
    const text = 'id,a\r\nH1,"two\r\nlines"\r\n\r\nH2,x,y\nH3," ""quoted"" "\n,\nH4'
    expect(plain(await cut(text))).toEqual([
      [1, ['id', 'a']],
      [2, ['H1', 'two\r\nlines'], 'H1,"two\r\nlines"'],
      { kind: 'blank', line: 4 },
      [5, 'the row has 3 cells, the header has 2', 'H2,x,y'],
      [6, ['H3', ' "quoted" '], 'H3," ""quoted"" "'],
      { kind: 'blank', line: 7 },
      [8, 'the row has 1 cell, the header has 2', 'H4'],
    ])
  })

  it('do not depend on how the bytes are cut', async () => {
    const text = '户编号,甲\r\n户1,"两\r\n行"\r\n\r\n户2,x,y\n户3," ""引"" "\r\n,\n户4,尾'
    const whole = plain(await cut(text))
    for (const size of [1, 2, 3, 5, 7]) expect(plain(await cut(text, size))).toEqual(whole)
  })

  it('of one column may be blank', async () => {
    expect(plain(await cut('id\nH1\n\n \nH2\n'))).toEqual([
      [1, ['id']],
      [2, ['H1'], 'H1'],
      { kind: 'blank', line: 3 },
      { kind: 'blank', line: 4 },
      [5, ['H2'], 'H2'],
    ])
  })

  it('written with any quoting and line breaks read back', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '长', ',', '"', '\n', '\r\n', ' ', ';', '\t', '=', '0'),
    })
    const row = fc.tuple(cell, cell, cell).filter((cells) => cells.some((each) => each.trim() !== ''))
    const law = fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 40 }),
      fc.boolean(),
      async (rows, lineBreak, size, quoteAll) => {
        const written = rows.map((cells) => cells.map((each) => quoted(each, quoteAll)).join(','))
        const read = await cut(written.join(lineBreak) + lineBreak, size)
        let line = 1
        const expected = rows.map((cells, at) => {
          const start = line
          line += 1 + cells.join('').split('\n').length - 1
          return at === 0 ? [start, cells] : [start, cells, written[at]]
        })
        expect(plain(read)).toEqual(expected)
      },
    )
    await fc.assert(law, { numRuns: 150 })
  })
})

const quoted = (cell: string, always: boolean) =>
  always || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

describe('quotes that go wrong stop the run and name their line', () => {
  it.each([
    [
      'never closed',
      'household_id,village\nH1,x\nH2,"Danyang\nH3,y\n',
      3,
      'the quote that opens on line 3 is never closed',
    ],
    [
      'closed by the next one that opens',
      'household_id,village\r\nH1,"a\r\nb"\r\nH2,"Danyang\r\nH3,"Wanshan"\r\n',
      4,
      'the quote that opens on line 4 is closed by one with text behind it',
    ],
    [
      'inside an unquoted header',
      'household_id,5" pipe\nH1,x\n',
      1,
      'there is a quote inside an unquoted cell on line 1',
    ],
    ['in the header', 'household_id,"village\nH1,x\n', 1, 'the quote that opens on line 1 is never closed'],
    [
      'in a later cell of a row of many lines',
      'household_id,village,phone\nH1,"a\nb\nc","d\nH2,e,f\n',
      4,
      'the quote that opens on line 4 is never closed',
    ],
  ])('%s', async (_, text, line, message) => {
    expect(await faultsOfText('a.csv', text)).toMatchObject([{ code: 'open-quote', message, at: { line } }])
  })

  it('in a file far larger than any record, without reading it all', async () => {
    const text = `household_id,village\nH1,"x\n${'H2,Danyang\n'.repeat(2_000_000)}`
    expect(await faultsOfText('a.csv', text)).toMatchObject([
      { code: 'open-quote', message: 'the quote that opens on line 2 is never closed' },
    ])
  })
})

describe('quotes that go wrong in one line', () => {
  const HEADER = 'household_id,note,village\n'
  it.each([
    ['inside a cell', 'H1,5" pipe,x', 'there is a quote inside a cell without quotes'],
    ['behind letters', 'H1,x "5",x', 'there is a quote inside a cell without quotes'],
    ['text behind a quoted cell', 'H1,"a" b,x', 'there is text after the quote that closes a cell'],
    [
      'with backslashes',
      'H1,"said \\"hi\\", ok",x',
      'a quote inside a cell is written with a backslash, and not as two',
    ],
    ['behind a cell of two lines', 'H1,"a\nb",5" x', 'there is a quote inside a cell without quotes'],
  ])('%s: that row alone is rejected, wherever chunks end', async (_, row, message) => {
    for (const size of [1, 2, 7, 1 << 16]) {
      const rows = plain(await cut(`${HEADER}H0,é,x\n${row}\nH2,"b, ""c""",y\n${row}`, size))
      const after = 3 + row.split('\n').length
      expect(rows).toEqual([
        [1, ['household_id', 'note', 'village']],
        [2, ['H0', 'é', 'x'], 'H0,é,x'],
        [3, message, row],
        [after, ['H2', 'b, "c"', 'y'], 'H2,"b, ""c""",y'],
        [after + 1, message, row],
      ])
    }
  })

  it.each([
    ['before a quoted cell', 'H1, "a, b", "c"', ['H1', 'a, b', 'c']],
    ['behind it', 'H1,"a, b" ,"c"\t', ['H1', 'a, b', 'c']],
    ['beside a cell of two lines', 'H1, "a\nb" ,\t"c"', ['H1', 'a\nb', 'c']],
    ['and doubled quotes', 'H1, "a ""b""", c', ['H1', 'a "b"', ' c']],
  ])('blanks %s are none of the cell', async (_, row, cells) => {
    for (const size of [1, 3, 1 << 16])
      for (const lineBreak of ['\n', '\r\n']) {
        const text = `${HEADER}${row}\nH2,y,z\n${row}`.replaceAll('\n', lineBreak)
        const found = (await cut(text, size)).flatMap((each) =>
          each.kind === 'record' && each.content.kind === 'cells' ? [each.content.cells] : [],
        )
        const own = cells.map((cell) => cell.replaceAll('\n', lineBreak))
        expect(found).toEqual([own, ['H2', 'y', 'z'], own])
      }
  })
})

it('a row longer than any real one stops the run, in time that grows with its length only', async () => {
  const text = `household_id,village\nH1,${'x'.repeat(20_000_000)}\n`
  expect(await faultsOfText('a.csv', text)).toMatchObject([
    { code: 'long-record', message: 'the row that starts on line 2 has more than 16777216 characters' },
  ])
})

describe('rows that are rejected', () => {
  it('keep their place and raw text, and the others are read', async () => {
    const reading = await readText('a.csv', 'household_id,risk\nH1,no,extra\n ,yes\nH2,no\n"H3"\n')
    expect(reading.rows.filter((row) => row.kind === 'rejected')).toMatchObject([
      {
        line: 2,
        code: 'ragged-row',
        field: null,
        message: 'the row has 3 cells, the header has 2',
        raw: 'H1,no,extra',
      },
      {
        line: 3,
        code: 'missing-id',
        field: 'household_id',
        message: 'the household has no id',
        raw: ' ,yes',
      },
      { line: 5, code: 'ragged-row', message: 'the row has 1 cell, the header has 2', raw: '"H3"' },
    ])
    expect(recordsOf(reading).map(({ id, line }) => [id, line])).toEqual([['H2', 4]])
    expect(reading.ledger).toEqual({
      read: 4,
      assessed: 1,
      rejected: 3,
      duplicates: 0,
      not_interviews: 0,
      blank_rows: 0,
      skipped_rows: 0,
      total_rows: 0,
    })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PLAIN_READING } from '../../../../src/survey/files/data-file.js'
import { numberText } from '../../../../src/survey/files/xlsx/number-text.js'
import { isoOfSerial } from '../../../../src/survey/files/xlsx/serial.js'
import { styleOfFormat } from '../../../../src/survey/files/xlsx/styles.js'
import { inlineRows, type WorkbookText, workbookOf, workbookParts, zipOf } from '../archive.js'
import {
  entryOf,
  faultOf,
  fileOf,
  opened,
  operandFault,
  plain,
  rowsOf,
  tableOf,
  withOperand,
} from '../open.js'

const read = (text: WorkbookText, reading = {}, sheet = text.sheets[0]?.name) =>
  withOperand(fileOf('list.xlsx', workbookOf(text)), async (operand) =>
    tableOf(await entryOf(operand, `list.xlsx#${sheet}`).open({ ...PLAIN_READING, ...reading })),
  )

const HEAD = inlineRows([['id', 'a']])

/** The text of one cell, from its XML. */
async function cell(xml: string, text: Partial<WorkbookText> = {}): Promise<unknown> {
  const rows = await read({
    ...text,
    sheets: [{ name: 'S', rows: `${HEAD}<row r="2"><c r="A2"><v>1</v></c>${xml}</row>` }],
  })
  return (rows[1] as unknown[])[2] ?? ''
}

describe('a cell of a workbook', () => {
  const strings = [
    '<t>丹阳</t>',
    '<r><t>万</t></r><r><rPr/><t xml:space="preserve">山 </t></r><rPh sb="0" eb="1"><t>wan</t></rPh>',
    '<t>a_x000D_\n_x005F_b</t>',
    '<t/>',
  ]
  it.each([
    ['shared text', '<c t="s"><v>0</v></c>', '丹阳'],
    ['shared text in parts, without its reading', '<c t="s"><v>1</v></c>', '万山 '],
    ['shared text with escapes', '<c t="s"><v>2</v></c>', 'a\r\n_b'],
    ['shared text that is empty', '<c t="s"><v>3</v></c>', ''],
    ['text of its own', '<c t="inlineStr"><is><r><t>a</t></r><r><t>&lt;b&#x4e39;</t></r></is></c>', 'a<b丹'],
    ['text of a formula', '<c t="str"><f>A1</f><v>x</v></c>', 'x'],
    ['a formula without its value', '<c><f>SUM(A1:B1)</f></c>', '=SUM(A1:B1)'],
    ['a number of a formula', '<c><f>1+1</f><v>2</v></c>', '2'],
    ['true', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['false', '<c t="b"><v>0</v></c>', 'FALSE'],
    ['an error', '<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['an ISO date', '<c t="d"><v>2024-03-17T00:00:00.000Z</v></c>', '2024-03-17'],
    ['an ISO moment', '<c t="d"><v>2024-03-17T08:30:00</v></c>', '2024-03-17T08:30:00'],
    ['a number', '<c><v>190000</v></c>', '190000'],
    ['a number with noise', '<c><v>0.30000000000000004</v></c>', '0.3'],
    ['an id of 18 digits, whose end is lost', '<c><v>4.4098119900101235E+17</v></c>', '4.40981199001012e+17'],
    ['nothing', '<c s="1"/>', ''],
    ['an empty value', '<c t="s"><v></v></c>', ''],
  ])('%s', async (_, xml, text) => {
    expect(await cell(xml, { strings })).toBe(text)
  })

  const cellXfs =
    '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="176"/><xf numFmtId="2"/><xf numFmtId="46"/>'
  const numFmts = '<numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>'
  it.each([
    ['a date', 1, '45503', false, '2024-07-30'],
    ['a date in Chinese style', 4, '44062', false, '2020-08-19'],
    ['a date with a time', 1, '44861.3735', false, '2022-10-27T08:57:50.400'],
    ['a moment', 2, '45503.585335648146', false, '2024-07-30T14:02:53'],
    ['midnight', 2, '45503', false, '2024-07-30T00:00:00'],
    ['a time', 3, '0.585335648148148', false, '14:02:53'],
    ['a span', 6, '1.1041666666666667', false, '26:30:00'],
    ['a day of a workbook that counts from 1904', 1, '44041', true, '2024-07-30'],
    ['a number with two places', 5, '6.3', false, '6.3'],
    ['a date that none is', 1, '-5', false, '-5'],
    ['no style at all', 9, '45503', false, '45503'],
  ])('%s', async (_, style, value, date1904, text) => {
    expect(await cell(`<c s="${style}"><v>${value}</v></c>`, { cellXfs, numFmts, date1904 })).toBe(text)
  })
})

describe('number formats', () => {
  it.each([
    ['General', null],
    ['0.00E+00', null],
    ['#,##0.00 "kg/day"', null],
    ['[Red]0;[$USD] 0', null],
    ['_-* #,##0_-', null],
    ['General"人"', null],
    ['yyyy\\-mm\\-dd', 'date'],
    ['[$-804]aaaa;@', null],
    ['e"年"m"月"', 'date'],
    ['mmm', 'date'],
    ['d/m/yyyy h:mm', 'moment'],
    ['h:mm AM/PM', 'time'],
    ['mm:ss', 'time'],
    ['[h]:mm', 'span'],
  ])('%s is %s', (code, style) => {
    expect(styleOfFormat(code)).toBe(style)
  })
})

describe('numbers and days', () => {
  it('typed with up to 15 digits are what one typed, whatever binary noise they were stored with', () => {
    const typed = fc
      .tuple(fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }), fc.boolean())
      .map(([digits, places, isNegative]) => {
        const all = String(digits).padStart(places + 1, '0')
        const whole = all.slice(0, all.length - places)
        const rest = all.slice(all.length - places).replace(/0+$/, '')
        return `${isNegative ? '-' : ''}${whole}${places === 0 || rest === '' ? '' : `.${rest}`}`
      })
    fc.assert(
      fc.property(typed, (text) => {
        for (const digits of [16, 17]) expect(numberText(Number(text).toPrecision(digits))).toBe(text)
        expect(numberText(Number(text).toExponential())).toBe(text)
        expect(numberText(text)).toBe(text)
      }),
    )
  })
  it.each([
    ['1.0', '1'],
    ['-0', '0'],
    ['999999999999999', '999999999999999'],
    ['1000000000000000', '1e+15'],
    ['1E-3', '0.001'],
    ['1e-20', '1e-20'],
    ['nonsense', 'nonsense'],
  ])('%s is %s', (stored, text) => {
    expect(numberText(stored)).toBe(text)
  })
  it('each day from 1900 to 9999 is that of the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (day) => {
        const iso = (epoch: number) => new Date(epoch + day * 86_400_000).toISOString().slice(0, 10)
        expect(isoOfSerial(String(day), 'date', 1900)).toBe(iso(Date.UTC(1899, 11, 30)))
      }),
    )
    expect(
      ['0', '1', '59', '60', '61', '2958465', '2958466'].map((day) => isoOfSerial(day, 'date', 1900)),
    ).toEqual([null, '1900-01-01', '1900-02-28', null, '1900-03-01', '9999-12-31', null])
    expect(['0', '1', '1462'].map((day) => isoOfSerial(day, 'date', 1904))).toEqual([
      '1904-01-01',
      '1904-01-02',
      '1908-01-02',
    ])
    expect(isoOfSerial('45503.999999999', 'moment', 1900)).toBe('2024-07-31T00:00:00')
  })
})

describe('a sheet', () => {
  it('keeps the row numbers of the program, with blank rows between and none behind', async () => {
    const rows = `<row r="2"><c r="B2"><v>1</v></c></row>`
    expect(
      await read({
        sheets: [
          {
            name: 'S',
            rows: `<row r="1"/>${inlineRows([])}<row r="3"><c r="A3" t="str"><v>id</v></c><c r="C3" t="str"><v>a</v></c></row><row r="4"><c r="C4"><v>2</v></c></row><row r="7"><c r="A7"><v>9</v></c></row><row r="9" ht="3"><c r="A9" s="1"/></row>`,
          },
        ],
      }),
    ).toEqual(['1 blank', '2 blank', ['id', '', 'a'], [4, '', '', '2'], '5 blank', '6 blank', [7, '9']])
    expect(rows).toContain('B2')
  })

  it('has no ragged rows, but cells beyond the header are', async () => {
    expect(
      await read({
        sheets: [{ name: 'S', rows: inlineRows([['id', 'a', '', ''], ['1'], ['2', 'x', '', 'lost']]) }],
      }),
    ).toEqual([
      ['id', 'a'],
      [2, '1'],
      { line: 3, code: 'ragged-row', message: 'the row has 4 cells, the header has 2', raw: '2,x,,lost' },
    ])
  })

  it('with a title, a merged header and hashtags is read as one says', async () => {
    const rows = inlineRows([
      ['2024年调查表', '', ''],
      ['户编号', '家庭', ''],
      ['', '人口', '收入'],
      ['#id', '#affected', '#value'],
      ['1', '2', '3'],
    ])
    expect(await read({ sheets: [{ name: '户', rows }] }, { titleRows: 1, headerRows: 2 })).toEqual([
      '1 title',
      ['户编号', '家庭 / 人口', '家庭 / 收入'],
      '4 hxl',
      [5, '1', '2', '3'],
    ])
    await withOperand(
      fileOf('list.xlsx', workbookOf({ sheets: [{ name: '户', rows }] })),
      async ({ entries }) => {
        expect(entries.map(({ path, container, format }) => [path, container, format])).toEqual([
          ['list.xlsx#户', 'workbook', 'xlsx'],
        ])
        expect(faultOf((await entries[0]?.open(PLAIN_READING)) ?? { faults: [] })).toMatchObject({
          code: 'title-row',
          message: 'one cell is alone above rows of 2 filled cells: it seems to be a title',
          help: expect.stringContaining('--header-rows 2'),
        })
      },
    )
  })

  it('is one entry of several, each read as often as wanted, from one input', async () => {
    const sheets = [
      {
        name: 'main',
        rows: inlineRows([
          ['id', 'a'],
          ['1', 'x'],
        ]),
      },
      {
        name: 'Лист &amp; 2',
        rows: inlineRows([
          ['id', 'b'],
          ['1', 'y'],
        ]),
      },
      { name: 'empty', rows: '' },
    ]
    await withOperand(fileOf('list.xlsx', workbookOf({ sheets })), async ({ entries, container }) => {
      expect(container).toBe('workbook')
      expect(entries.map(({ path }) => path)).toEqual([
        'list.xlsx#main',
        'list.xlsx#Лист & 2',
        'list.xlsx#empty',
      ])
      const [one, two, empty] = await Promise.all(entries.map((entry) => entry.open(PLAIN_READING)))
      if (one === undefined || two === undefined || empty === undefined) throw new Error('no sheets')
      expect(await tableOf(one)).toEqual(await tableOf(one))
      expect(await tableOf(two)).toEqual([
        ['id', 'b'],
        [2, '1', 'y'],
      ])
      expect(opened(one).input).toBe(opened(two).input)
      expect(opened(one).input).toMatchObject({
        file: 'list.xlsx',
        encoding: 'binary',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      })
      expect(faultOf(empty)).toMatchObject({ code: 'empty-file', message: 'the sheet is empty' })
      let bytes = 0
      for await (const _ of opened(one).rows((more) => (bytes += more)));
      expect(bytes).toBe(opened(one).bytes)
    })
  })

  it('of a program that writes prefixes reads the same', async () => {
    const sheets = [
      {
        name: 'S',
        rows: inlineRows([
          ['id', 'a'],
          ['1', 'x'],
        ]),
      },
    ]
    expect(await read({ sheets, prefix: 'x:' })).toEqual(await read({ sheets }))
  })

  it('of texts reads back', async () => {
    const text = fc
      .string({
        unit: fc.constantFrom('a', '户', ' ', '0', ',', '"', '\n', '&', '<', '𝄞'),
        minLength: 1,
        maxLength: 6,
      })
      .filter((each) => each.trim() !== '')
    const escaped = (each: string) => each.replace(/[&<]/g, (mark) => `&#${mark.charCodeAt(0)};`)
    const law = fc.asyncProperty(
      fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }),
      async (table) => {
        const rows = [['id', 'a'], ...table]
        const sheet = inlineRows(rows.map((cells) => cells.map(escaped)))
        expect(await read({ sheets: [{ name: 'S', rows: sheet }] })).toEqual(
          rows.map((cells, at) => (at === 0 ? cells : [at + 1, ...cells])),
        )
      },
    )
    await fc.assert(law, { numRuns: 30 })
  })
})

describe('a damaged workbook', () => {
  const good: WorkbookText = {
    sheets: [
      {
        name: 'S',
        rows: inlineRows([
          ['id', 'a'],
          ['1', 'x'],
        ]),
      },
    ],
  }
  const without = (part: string) => zipOf(workbookParts(good).filter(({ name }) => name !== part))
  const sheetFault = (rows: string) =>
    withOperand(fileOf('list.xlsx', workbookOf({ sheets: [{ name: 'S', rows }] })), async (operand) =>
      faultOf(await entryOf(operand, 'list.xlsx#S').open(PLAIN_READING)),
    )

  it.each([
    [
      'rows out of order',
      '<row r="5"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>',
      'row 2 comes after row 5',
    ],
    ['a row beyond the last', '<row r="1048577"><c><v>1</v></c></row>', 'a row is numbered `1048577`'],
    ['a cell nowhere', '<row r="5"><c r="ZZZZ1"><v>1</v></c></row>', 'row 5 has a cell at `ZZZZ1`'],
    [
      'a text that is not there',
      '<row r="5"><c t="s"><v>7</v></c></row>',
      'row 5 has a text that the workbook does not hold',
    ],
    ['XML that ends too early', '<row r="1"><c>', expect.stringContaining('unexpected close tag')],
  ])('%s', async (_, rows, why) => {
    expect(await sheetFault(rows)).toMatchObject({
      code: 'bad-archive',
      message: 'the workbook is damaged',
      why,
      help: expect.stringMatching(/save it anew/),
    })
  })

  const endless = 'x'.repeat(9_000_000)

  it.each([
    ['one cell', `<row><c t="str"><v>${endless}${endless}</v></c></row>`, 'a text in it'],
    ['a row', `<row><c t="str"><v>${endless}</v></c><c t="str"><v>${endless}</v></c></row>`, 'row 1'],
    ['nothing at all', `<row><c ${'a'.repeat(17_000_000)}="1"/></row>`, 'a text in it'],
  ])('with more text in %s than memory may hold', async (_, rows, what) => {
    expect(await sheetFault(rows)).toMatchObject({
      code: 'long-record',
      message: `${what} has more than 16777216 characters`,
    })
  })

  it('with more styles than a workbook can have', async () => {
    const cellXfs = '<xf/>'.repeat(7_000_000)
    const rows = '<row><c t="str"><v>id</v></c></row>'
    const bytes = workbookOf({ sheets: [{ name: 'S', rows }], cellXfs })
    await withOperand(fileOf('list.xlsx', bytes), async (operand) => {
      expect(faultOf(await entryOf(operand, 'list.xlsx#S').open(PLAIN_READING))).toMatchObject({
        code: 'bad-archive',
        message: 'its lists of sheets and styles are longer than any real ones',
      })
    })
  })

  it('that lacks a part says which', async () => {
    expect(await operandFault(fileOf('list.xlsx', without('xl/workbook.xml')))).toMatchObject({
      code: 'bad-archive',
      why: 'it lacks its part xl/workbook.xml',
    })
    await withOperand(fileOf('list.xlsx', without('xl/worksheets/sheet1.xml')), async (operand) => {
      expect(faultOf(await entryOf(operand, 'list.xlsx#S').open(PLAIN_READING))).toMatchObject({
        why: 'it lacks its part xl/worksheets/sheet1.xml',
      })
    })
  })

  it('of another program is not a workbook', async () => {
    const ods = zipOf([
      { name: 'mimetype', content: 'x', stored: true },
      { name: 'content.xml', content: '<x/>' },
    ])
    expect(await operandFault(fileOf('list.ods', ods))).toMatchObject({
      code: 'not-text',
      message: 'this is an office document, but no XLSX workbook',
    })
  })
})

it('rows of a sheet that is cut short come before the fault that tells it', async () => {
  const rows = inlineRows([
    ['id', 'a'],
    ...Array.from({ length: 20_000 }, (_, at) => [String(at), '户'.repeat(at % 7)]),
  ])
  const parts = workbookParts({ sheets: [{ name: 'S', rows }] })
  const bytes = zipOf(
    parts.map((part) =>
      part.name === 'xl/worksheets/sheet1.xml' ? { ...part, declares: { crc: 1 } } : part,
    ),
  )
  await withOperand(fileOf('list.xlsx', bytes), async (operand) => {
    const file = opened(await entryOf(operand, 'list.xlsx#S').open(PLAIN_READING))
    await expect(rowsOf(file).then(plain)).rejects.toThrow('the archive is damaged')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DELIMITERS } from '../../../../src/survey/files/data-file.js'
import { encodingNamed } from '../../../../src/survey/files/encodings.js'
import { faultOf, openBytes, opened, rowsOf, tableOf } from '../open.js'

const TABLE = '户编号,村\nH1,丹阳\nH2,万山\n'
const ROWS = [
  ['户编号', '村'],
  [2, 'H1', '丹阳'],
  [3, 'H2', '万山'],
]

/** Characters of two bytes in GB18030, which Node can only read. */
const GB = (() => {
  const codes = new Map<string, readonly number[]>()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0xb0; lead <= 0xf7; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++)
      codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  }
  return codes
})()

const gb = (text: string) => Buffer.from([...text].flatMap((char) => GB.get(char) ?? [...Buffer.from(char)]))
const le = (text: string) => Buffer.from(text, 'utf16le')
const be = (text: string) => le(text).swap16()
const latin = (text: string) => Buffer.from(text, 'latin1')

describe('the encoding of a text', () => {
  it.each([
    ['UTF-8', Buffer.from(TABLE), 'utf-8', []],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TABLE}`), 'utf-8', []],
    ['UTF-8 with two marks', Buffer.from(`\uFEFF\u00EF\u00BB\u00BF${TABLE}`), 'utf-8', ['misread-mark']],
    [
      'UTF-8 with a mark that was read wrongly',
      Buffer.from(`\u00EF\u00BB\u00BF${TABLE}`),
      'utf-8',
      ['misread-mark'],
    ],
    ['UTF-8 with a mark that R read wrongly', Buffer.from(`ï..${TABLE}`), 'utf-8', ['misread-mark']],
    ['UTF-16 LE with a mark', le(`\uFEFF${TABLE}`), 'utf-16le', []],
    ['UTF-16 BE with a mark', be(`\uFEFF${TABLE}`), 'utf-16be', []],
    ['UTF-16 LE without', le(TABLE), 'utf-16le', ['read-as']],
    ['UTF-16 BE without', be(TABLE), 'utf-16be', ['read-as']],
    ['GB18030', gb(TABLE), 'gb18030', ['read-as']],
  ])('%s is found out, and said where it was guessed', async (_, bytes, encoding, remarks) => {
    const file = opened(await openBytes(bytes))
    expect(file).toMatchObject({ encoding, input: { encoding, bytes: bytes.length } })
    expect(file.remarks.map(({ code }) => code)).toEqual(remarks)
    expect(await tableOf({ file })).toEqual(ROWS)
  })

  it('of a Chinese program is told with the way to override it', async () => {
    expect(opened(await openBytes(gb(TABLE))).remarks).toMatchObject([
      {
        severity: 'note',
        message: 'read as GB18030: its bytes are not UTF-8',
        help: 'if the text looks wrong, say with `--encoding` what it is',
      },
    ])
  })

  it('is what one says, whatever the bytes look like', async () => {
    const bytes = latin('id,name\n1,Mu\xf1oz\n')
    expect(await tableOf(await openBytes(bytes, { encoding: 'windows-1252' }))).toEqual([
      ['id', 'name'],
      [2, '1', 'Muñoz'],
    ])
    expect(await tableOf(await openBytes(latin('id,b\n1,\x80\n'), { encoding: 'windows-1252' }))).toEqual([
      ['id', 'b'],
      [2, '1', '€'],
    ])
  })

  it.each([
    ['GBK', 'gb18030'],
    ['latin1', 'windows-1252'],
    ['UTF8', 'utf-8'],
    ['utf-16', 'utf-16le'],
    ['koi8-r', null],
    ['nonsense', null],
  ])('%s is called %s', (label, encoding) => {
    expect(encodingNamed(label)).toBe(encoding)
  })

  it('of Western programs is not taken for Chinese: ñ before a letter makes a pair that GB18030 has', async () => {
    const file = opened(await openBytes(latin('id,name\n1,Mu\xf1oz\n2,Rosa\n')))
    expect(file.encoding).toBe('utf-8')
    expect(file.remarks).toMatchObject([
      { code: 'bad-bytes', help: expect.stringContaining('--encoding windows-1252') },
    ])
  })
})

describe('bytes that are no text', () => {
  const bad = (...parts: (string | number)[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part))))
  const raw = 'H1,"丹\n阳�"'

  it('reject their row, with line and column, and no other', async () => {
    const bytes = bad('户编号,村\nH1,"丹\n阳', 0xb5, '"\nH2,万山\n')
    const file = opened(await openBytes(bytes))
    expect(file.remarks).toMatchObject([{ code: 'bad-bytes', severity: 'warning' }])
    expect(await tableOf({ file })).toEqual([
      ['户编号', '村'],
      {
        line: 2,
        code: 'bad-bytes',
        message: 'there is a character that cannot be read at line 3, column 2',
        raw,
      },
      [4, 'H2', '万山'],
    ])
  })

  it.each([
    [
      'UTF-16 with half a character',
      Buffer.concat([le('\uFEFFid,a\nH1,'), Buffer.of(0, 0xd8), le('\nH2,b\n')]),
      {},
    ],
    ['UTF-8 cut within a character', bad('编号,村\nH2,b\nH1,丹', 0xe4, 0xb8), {}],
    [
      'GB18030 that one says, with a stray byte',
      bad('id,a\nH1,', 0xff, '\nH2,b\n'),
      { encoding: 'gb18030' as const },
    ],
  ])('%s: the other rows are kept', async (_, bytes, reading) => {
    const rows = await tableOf(await openBytes(bytes, reading))
    expect(rows).toContainEqual(expect.objectContaining({ code: 'bad-bytes' }))
    expect(rows.map((row) => JSON.stringify(row)).join()).toMatch(/"H2","b"/)
  })

  it('in a file of a Chinese program are not taken for another encoding', async () => {
    const good = '户编号丹阳万山收入\n'.repeat(20)
    const file = opened(
      await openBytes(Buffer.concat([gb(`户编号\n${good}`), Buffer.of(0xff, 0x0a), gb(good)])),
    )
    expect(file).toMatchObject({ encoding: 'gb18030' })
    expect(file.remarks.map(({ code }) => code)).toEqual(['read-as', 'bad-bytes'])
    const kinds = (await rowsOf(file)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'broken')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'record')).toHaveLength(40)
  })

  it('of a Cyrillic encoding, half of which GB18030 can read, are not taken for Chinese', async () => {
    const words = Buffer.concat(
      Array.from({ length: 9 }, () => Buffer.of(0xc8, 0xe2, 0xe0, 0xed, 0xee, 0x2c, 0xe4, 0xe0, 0x0a)),
    )
    expect(opened(await openBytes(Buffer.concat([Buffer.from('id,a\n'), words])))).toMatchObject({
      encoding: 'utf-8',
    })
  })

  it('in the header stop the run', async () => {
    const rows = await rowsOf(opened(await openBytes(bad('id,丹阳万山', 0xff, '\nH1,x\n'))))
    expect(rows).toMatchObject([
      {
        kind: 'fault',
        fault: { code: 'not-utf-8', message: 'a character of the header cannot be read: line 1, column 8' },
      },
      {},
    ])
  })

  it('in NDJSON reject their line, in YAML stop the run', async () => {
    const lines = await rowsOf(
      opened(await openBytes(bad('{"id":"', 0xff, '"}\n{"id":"2"}\n'), {}, 9, 'a.ndjson')),
    )
    expect(lines).toMatchObject([
      { kind: 'broken', code: 'bad-bytes', line: 1 },
      { kind: 'record', line: 2 },
    ])
    expect(faultOf(await openBytes(bad('- id: ', 0xff, '\n'), {}, 9, 'a.yaml'))).toMatchObject({
      code: 'not-utf-8',
      message: 'not UTF-8: byte 0xFF at line 1, column 7',
      help: expect.stringContaining('--encoding'),
    })
  })

  it('NUL bytes here and there are no text at all', async () => {
    expect(faultOf(await openBytes(Buffer.from('id,a\nH1,\0x\nH2,y\n')))).toMatchObject({
      code: 'not-text',
      message: expect.stringContaining('line 2, column 4'),
    })
    expect(faultOf(await openBytes(Buffer.from('id,a\nH1,\0x\n'), { encoding: 'gb18030' }))).toMatchObject({
      code: 'not-text',
    })
  })
})

describe('files that are no text', () => {
  it.each([
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0], 'save it as XLSX or as CSV UTF-8'],
    ['gzip', [0x1f, 0x8b, 8, 0], 'gunzip'],
    ['a PDF', [...Buffer.from('%PDF-1.7')], 'ask for the data'],
    ['a web page', [...Buffer.from('\uFEFF \n<!DOCTYPE html><table>')], 'save it as XLSX or as CSV UTF-8'],
    [
      'XML of Excel 2003',
      [...Buffer.from('<?xml version="1.0"?><Workbook/>')],
      'save it as XLSX or as CSV UTF-8',
    ],
    ['a zip under another name', [...Buffer.from('PK\x03\x04')], '.xlsx or .zip'],
  ])('%s: the fault says what to do', async (_, bytes, help) => {
    expect(faultOf(await openBytes(Buffer.from(bytes), {}, 1))).toMatchObject({
      code: 'not-text',
      help: expect.stringContaining(help),
    })
  })
  it('nothing at all', async () => {
    expect(faultOf(await openBytes(Buffer.alloc(0)))).toMatchObject({ code: 'empty-file' })
  })
})

describe('the delimiter', () => {
  it.each([
    ['a comma', 'id,income\n1,2\n', ','],
    ['a semicolon, with decimal commas', 'id;income;rooms\n1;3,5;2\n2;4,5;1\n', ';'],
    ['a semicolon, with commas in the header', 'id;income, yuan;rooms\n1;3;2\n', ';'],
    ['a tab', 'id\tincome\n1\t2,5\n', '\t'],
    ['a bar', 'id|income\n1|2;5\n', '|'],
    ['quoted cells of Kobo', '"id";"a,b,c"\n"1";"x,y,z"\n', ';'],
    ['breaks inside quotes', '"id","a\n;;;"\n1,"x\n;;;"\n', ','],
    ['ragged rows', 'id,a,b\n1,2\n1,2,3\n1,2,3\n', ','],
    ['one column', 'id\n1\n2\n', ','],
    ['the header alone', 'id;a;b', ';'],
  ])('%s is found out', async (_, text, delimiter) => {
    expect(opened(await openBytes(Buffer.from(text)))).toMatchObject({ delimiter })
  })
  it('of .tsv and .tab is the tab', async () => {
    expect(opened(await openBytes(Buffer.from('id\ta,b,c\n1\tx,y,z\n'), {}, 9, 'a.tab')).delimiter).toBe('\t')
  })
  it('below a title is found all the same', async () => {
    expect(
      opened(await openBytes(Buffer.from('Households\n\nid;a\n1;2\n'), { titleRows: 2 })).delimiter,
    ).toBe(';')
  })
  it('is what one says; where that leaves one column, the fault names the likely one', async () => {
    expect(await tableOf(await openBytes(Buffer.from('id,a;b\n1,2;3\n'), { delimiter: ';' }))).toEqual([
      ['id,a', 'b'],
      [2, '1,2', '3'],
    ])
    expect(faultOf(await openBytes(Buffer.from('id;a\n1;2\n'), { delimiter: ',' }))).toMatchObject({
      code: 'wrong-delimiter',
      message: 'the columns seem to be separated by semicolons',
      help: "say `--delimiter ';'`, or export the file with commas between the columns",
      at: { line: 1 },
    })
    expect(faultOf(await openBytes(Buffer.from('id;a\n1\n2\n3\n')))).toMatchObject({
      code: 'wrong-delimiter',
    })
  })
  it.each([
    ['never closed', 'id;a\nH1;"x\nH2;y\n', 'the quote that opens on line 2 is never closed'],
    [
      'closed on another line',
      'id;a\nH1;"x\nH2;"y\n',
      'the quote that opens on line 2 is closed by one with text behind it',
    ],
  ])('behind a quote %s is the fault that it is with commas', async (_, text, message) => {
    const rows = await rowsOf(opened(await openBytes(Buffer.from(text), { delimiter: ';' })))
    expect(rows.at(-1)).toMatchObject({ kind: 'fault', fault: { code: 'open-quote', message } })
  })

  it.each([
    ['closed too early', 'id;a\nH1;x\nH2;"y"z\n', 'there is text after the quote that closes a cell'],
    ['with CR alone', 'id;a\rH1;x\rH2;"y"z\r', 'there is text after the quote that closes a cell'],
    ['inside a cell', 'id;a\nH1;5" pipe\n', 'there is a quote inside a cell without quotes'],
  ])('behind a quote %s a row is rejected as it is with commas', async (_, text, message) => {
    const rows = await rowsOf(opened(await openBytes(Buffer.from(text), { delimiter: ';' })))
    expect(rows.at(-1)).toMatchObject({ kind: 'broken', code: 'stray-quote', message })
  })
})

describe('any table', () => {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const cell = fc.string({
    unit: fc.constantFrom('a', '长', '户', ',', ';', '|', '\t', '"', '\n', '\r\n', ' ', '=', '0'),
    maxLength: 8,
  })
  const encodings = {
    'utf-8': (text: string) => Buffer.from(text),
    'utf-8 with a mark': (text: string) => Buffer.from(`\uFEFF${text}`),
    'utf-16le': (text: string) => le(`\uFEFF${text}`),
    'utf-16be': (text: string) => be(`\uFEFF${text}`),
    gb18030: gb,
  }
  it.each(Object.entries(encodings))(
    'in %s reads back with any delimiter, line end and chunks',
    async (_, encode) => {
      const law = fc.asyncProperty(
        fc.array(
          fc.tuple(cell, cell).map((cells) => ['户', ...cells]),
          { minLength: 1, maxLength: 6 },
        ),
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom(1, 2, 3, 7, 1 << 16),
        async (cells, delimiter, lineEnd, size) => {
          const table = [['户编号', '村', '收入'], ...cells]
          const text = table.map((row) => row.map(quoted).join(delimiter) + lineEnd).join('')
          const file = opened(await openBytes(encode(text), {}, size))
          expect(file.delimiter).toBe(delimiter)
          const breaks = lineEnd === '\r' ? '\r' : '\n'
          let line = 1
          const expected = table.map((row, at) => {
            const start = line
            line += 1 + row.join('').split(breaks).length - 1
            return at === 0 ? row : [start, ...row]
          })
          expect(await tableOf({ file })).toEqual(expected)
          expect(await tableOf({ file })).toEqual(expected)
        },
      )
      await fc.assert(law, { numRuns: 60 })
    },
  )
})

it('progress comes to the bytes that were promised, at each reading', async () => {
  const file = opened(await openBytes(gb(TABLE), {}, 3))
  for (const _ of [1, 2]) {
    let bytes = 0
    for await (const __ of file.rows((more) => (bytes += more)));
    expect(bytes).toBe(file.bytes)
  }
})

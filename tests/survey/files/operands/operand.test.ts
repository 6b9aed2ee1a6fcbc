import { createHash } from 'node:crypto'
import { appendFileSync, chmodSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { getuid } from 'node:process'
import { describe, expect, it } from 'vitest'
import { PLAIN_READING } from '../../../../src/survey/files/data-file.js'
import { diagnosticOf } from '../../../../src/survey/files/input.js'
import { type Entry, inlineRows, workbookOf, zipOf } from '../archive.js'
import {
  entryOf,
  faultOf,
  fileOf,
  folderOf,
  opened,
  operandFault,
  rowsOf,
  tableOf,
  withOperand,
} from '../open.js'

const MAIN = 'id,risk\nH1,no\n'
const ROWS = [
  ['id', 'risk'],
  [2, 'H1', 'no'],
]
const BOOK = workbookOf({
  sheets: [
    {
      name: 'S',
      rows: inlineRows([
        ['id', 'risk'],
        ['H1', 'no'],
      ]),
    },
  ],
})

const listed = (operand: string, stdin?: Buffer) =>
  withOperand(
    operand,
    async ({ entries }) => entries.map(({ path, container, format }) => [path, container, format]),
    stdin,
  )

const read = (operand: string, path: string, stdin?: Buffer) =>
  withOperand(operand, async (found) => tableOf(await entryOf(found, path).open(PLAIN_READING)), stdin)

const zipFile = (entries: readonly Entry[]) => fileOf('export.zip', zipOf(entries))

describe('a file', () => {
  it.each([
    ['a.csv', MAIN, 'csv'],
    ['a.tsv', MAIN.replaceAll(',', '\t'), 'csv'],
    ['a.tab', MAIN.replaceAll(',', '\t'), 'csv'],
    ['a.txt', MAIN, 'csv'],
    ['a.dat', MAIN, 'csv'],
    ['a.xls', MAIN.replaceAll(',', '\t'), 'csv'],
    ['a.yaml', '- id: H1\n', 'yaml'],
    ['a.yml', 'households:\n  - id: H1\n', 'yaml'],
    ['a.json', '{"households": [{"id": "H1"}]}', 'json'],
    ['a.jsonl', '{"id": "H1"}\n', 'ndjson'],
    ['a', '{"id": "H1"}\n{"id": "H2"}\n', 'ndjson'],
  ])('%s has its format by name or beginning', async (name, content, format) => {
    const path = fileOf(name, content)
    expect(await listed(path)).toEqual([[name, 'file', format]])
    await withOperand(path, async (found) => {
      const file = opened(await entryOf(found, name).open(PLAIN_READING))
      expect(file).toMatchObject({ file: name, format, bytes: Buffer.byteLength(content) })
      expect(file.input.sha256).toBe(createHash('sha256').update(content).digest('hex'))
      expect((await rowsOf(file)).filter(({ kind }) => kind === 'record').length).toBeGreaterThan(0)
    })
  })

  it('on standard input is called -, and can be read again', async () => {
    await withOperand(
      '-',
      async (found) => {
        const file = opened(await entryOf(found, '-').open(PLAIN_READING))
        expect(file).toMatchObject({ file: '-', input: { file: '-' } })
        expect(await tableOf({ file })).toEqual(ROWS)
        expect(await tableOf({ file })).toEqual(ROWS)
      },
      Buffer.from(MAIN),
    )
    expect(await read('-', '-#S', BOOK)).toEqual(ROWS)
  })

  it('that is not there says so, with a near name', async () => {
    const folder = folderOf({ 'main.csv': MAIN })
    expect(await operandFault(join(folder, 'mian.csv'))).toMatchObject({
      code: 'missing-file',
      help: expect.stringContaining('main.csv'),
    })
  })

  it.each([
    ['a device that never ends', () => '/dev/zero', 'unreadable-file', 'this is a device'],
    ['a device with nothing in it', () => '/dev/null', 'unreadable-file', 'this is a device'],
    [
      'a name that is too long',
      (folder: string) => join(folder, 'x'.repeat(300)),
      'missing-file',
      'so long a name',
    ],
    [
      'a path that is too long',
      (folder: string) => join(folder, 'x/'.repeat(5000)),
      'missing-file',
      'so long a name',
    ],
    [
      'a link that leads to itself',
      (folder: string) => join(folder, 'loop'),
      'missing-file',
      'leads to itself',
    ],
    [
      'a name behind a file',
      (folder: string) => join(folder, 'a.csv', 'b.csv'),
      'missing-file',
      'no such file',
    ],
  ])('that cannot be one says why: %s', async (_, operand, code, message) => {
    const folder = folderOf({ 'a.csv': MAIN })
    symlinkSync('loop', join(folder, 'loop'))
    expect(await operandFault(operand(folder))).toMatchObject({
      code,
      message: expect.stringContaining(message),
      help: expect.any(String),
    })
  })

  it('that changes while it is read stops the run', async () => {
    const path = fileOf('a.csv', MAIN)
    await withOperand(path, async (found) => {
      const file = opened(await entryOf(found, 'a.csv').open(PLAIN_READING))
      appendFileSync(path, 'H2,no\n')
      const error: unknown = await rowsOf(file).catch((thrown: unknown) => thrown)
      expect(diagnosticOf(error)).toMatchObject({ code: 'input-changed' })
    })
  })
})

describe('a folder', () => {
  const files = {
    'main.csv': MAIN,
    'b/roster.csv': MAIN,
    'b/list.xlsx': BOOK,
    'export.zip': zipOf([{ name: 'in/main.csv', content: MAIN }]),
    'photo.jpg': 'x',
    'old.xls': 'x',
    'survey.sav': 'x',
    'broken.zip': 'PK\x03\x04 and nothing more',
    '.hidden.csv': MAIN,
    '.git/a.csv': MAIN,
    '__MACOSX/main.csv': MAIN,
    'media/a.csv': MAIN,
    '~$list.xlsx': 'x',
  }
  const folder = folderOf(files)
  symlinkSync(folder, join(folder, 'round'))
  symlinkSync(join(folder, 'main.csv'), join(folder, 'link.csv'))

  it('holds its files and what is in them, by name; hidden ones, attachments and links to folders are left out', async () => {
    expect(await listed(folder)).toEqual([
      ['b/list.xlsx#S', 'workbook', 'xlsx'],
      ['b/roster.csv', 'folder', 'csv'],
      ['broken.zip', 'folder', null],
      ['export.zip/in/main.csv', 'zip', 'csv'],
      ['link.csv', 'folder', 'csv'],
      ['main.csv', 'folder', 'csv'],
      ['old.xls', 'folder', null],
      ['photo.jpg', 'folder', null],
      ['survey.sav', 'folder', null],
    ])
  })

  it('names its entries by its own last part, and reads each', async () => {
    await withOperand(`${folder}/`, async (found) => {
      const base = folder.replace(/^.*\//, '')
      for (const path of ['b/list.xlsx#S', 'b/roster.csv', 'export.zip/in/main.csv']) {
        const file = opened(await entryOf(found, path).open(PLAIN_READING))
        expect(file.file).toBe(`${base}/${path}`)
        expect(await tableOf({ file })).toEqual(ROWS)
      }
      expect(opened(await entryOf(found, 'export.zip/in/main.csv').open(PLAIN_READING)).input.file).toBe(
        `${base}/export.zip`,
      )
      expect(faultOf(await entryOf(found, 'broken.zip').open(PLAIN_READING))).toMatchObject({
        code: 'bad-archive',
      })
      expect(faultOf(await entryOf(found, 'old.xls').open(PLAIN_READING))?.help).toContain('save it as XLSX')
      expect(faultOf(await entryOf(found, 'survey.sav').open(PLAIN_READING))?.help).toContain('as CSV')
    })
  })

  it.runIf(getuid?.() !== 0)('with one inside that may not be read names it', async () => {
    const folder = folderOf({ 'a.csv': MAIN, 'b/c/d.csv': MAIN })
    chmodSync(join(folder, 'b', 'c'), 0)
    expect(await operandFault(folder)).toMatchObject({
      code: 'unreadable-file',
      message: 'the folder may not be read',
      at: { file: 'c' },
    })
    chmodSync(join(folder, 'b', 'c'), 0o700)
  })

  it('without files says so', async () => {
    expect(await operandFault(folderOf({}))).toMatchObject({
      code: 'unreadable-file',
      message: 'the folder holds no file',
    })
  })
})

describe('an archive', () => {
  it('holds tables, workbooks and things that are not read, by name', async () => {
    const path = zipFile([
      { name: 'main.csv', content: MAIN },
      { name: 'sub/', content: '' },
      { name: 'sub/list.xlsx', content: BOOK },
      { name: 'sub\\data.tab', content: MAIN.replaceAll(',', '\t'), stored: true },
      { name: '__MACOSX/._main.csv', content: 'x' },
      { name: 'media/1.csv', content: 'x' },
      { name: 'a.pdf', content: '%PDF-' },
      { name: 'inner.zip', content: zipOf([]) },
      { name: Buffer.from([0xbb, 0xa7, 0x2e, 0x63, 0x73, 0x76]), content: MAIN },
    ])
    expect(await listed(path)).toEqual([
      ['__MACOSX/._main.csv', 'zip', null],
      ['a.pdf', 'zip', null],
      ['inner.zip', 'zip', null],
      ['main.csv', 'zip', 'csv'],
      ['media/1.csv', 'zip', null],
      ['sub/data.tab', 'zip', 'csv'],
      ['sub/list.xlsx#S', 'workbook', 'xlsx'],
      ['户.csv', 'zip', 'csv'],
    ])
    await withOperand(path, async (found) => {
      const files = []
      for (const each of ['main.csv', 'sub/data.tab', 'sub/list.xlsx#S', '户.csv']) {
        const file = opened(await entryOf(found, each).open(PLAIN_READING))
        expect(file.file).toBe(`export.zip/${each}`)
        expect(await tableOf({ file })).toEqual(ROWS)
        expect(await tableOf({ file })).toEqual(ROWS)
        files.push(file)
      }
      expect(new Set(files.map(({ input }) => input)).size).toBe(1)
      expect(files[0]?.input).toMatchObject({ file: 'export.zip', encoding: 'binary' })
    })
  })

  it('names an entry that leads out of it, and never follows the name', async () => {
    expect(
      await read(
        zipFile([
          { name: '../../a.csv', content: MAIN },
          { name: '/etc/b.csv', content: MAIN },
        ]),
        '/etc/b.csv',
      ),
    ).toEqual(ROWS)
  })

  it.each<[string, Entry, string]>([
    ['with a password', { name: 'a.csv', content: MAIN, flags: 1 }, 'it has a password'],
    [
      'compressed in another way',
      { name: 'a.csv', content: MAIN, declares: { method: 9 } },
      'it is compressed in a way (method 9) that is not read here',
    ],
    [
      'that expands without end',
      { name: 'a.csv', content: MAIN, declares: { size: 2 ** 30 + 1 } },
      'it expands to more than 1 GiB and more than 200 times its size in the archive',
    ],
    [
      'larger than it says',
      { name: 'a.csv', content: MAIN.repeat(99), declares: { size: 9 } },
      'the archive is damaged',
    ],
    [
      'with another checksum',
      { name: 'a.csv', content: MAIN, declares: { crc: 7 } },
      'the archive is damaged',
    ],
  ])('refuses an entry %s, and only that', async (_, entry, message) => {
    await withOperand(zipFile([entry, { name: 'b.csv', content: MAIN }]), async (found) => {
      expect(faultOf(await entryOf(found, 'a.csv').open(PLAIN_READING))).toMatchObject({
        code: 'bad-archive',
        message,
        help: expect.stringMatching(/\S/),
        at: { file: 'export.zip/a.csv' },
      })
      expect(await tableOf(await entryOf(found, 'b.csv').open(PLAIN_READING))).toEqual(ROWS)
    })
  })

  it.each([
    [2 ** 30, 10, true],
    [2 ** 30 + 1, Math.ceil((2 ** 30 + 1) / 200), true],
    [2 ** 30 + 1, Math.ceil((2 ** 30 + 1) / 200) - 1, false],
  ])('of %i bytes from %i is within the limit: %s', async (size, packed, isWithin) => {
    const entry = { name: 'a.csv', content: MAIN, declares: { size, packed } }
    await withOperand(zipFile([entry]), async (found) => {
      const fault = faultOf(await entryOf(found, 'a.csv').open(PLAIN_READING))
      expect(fault?.message.startsWith('it expands')).toBe(!isWithin)
    })
  })

  it('with two entries of one name reads the first', async () => {
    await withOperand(
      zipFile([
        { name: 'a.csv', content: MAIN },
        { name: 'a.csv', content: 'id\nX\n' },
      ]),
      async ({ entries }) => {
        const [one, two] = await Promise.all(entries.map((entry) => entry.open(PLAIN_READING)))
        expect(await tableOf(one ?? { faults: [] })).toEqual(ROWS)
        expect(faultOf(two ?? { faults: [] })).toMatchObject({
          message: 'the archive has two members of this name',
        })
      },
    )
  })

  it('cut short stops the run and says what to do', async () => {
    const whole = zipOf([{ name: 'a.csv', content: MAIN }])
    expect(await operandFault(fileOf('export.zip', whole.subarray(0, -10)))).toMatchObject({
      code: 'bad-archive',
      message: 'the archive is damaged',
      why: expect.stringContaining('truncated'),
      help: expect.stringContaining('again'),
    })
  })

  it('that points behind its own end is damaged, not written to', async () => {
    const whole = zipOf([{ name: 'a.csv', content: MAIN }])
    whole.writeUInt32LE(whole.length + 1000, whole.indexOf('PK\x01\x02') + 42)
    await withOperand(fileOf('export.zip', whole), async ({ entries }) => {
      expect(faultOf((await entries[0]?.open(PLAIN_READING)) ?? { faults: [] })).toMatchObject({
        code: 'bad-archive',
        message: 'the archive is damaged',
      })
    })
  })

  it('on standard input is read too', async () => {
    expect(await read('-', 'a.csv', zipOf([{ name: 'a.csv', content: MAIN }]))).toEqual(ROWS)
  })
})

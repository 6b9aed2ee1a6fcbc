import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it, vi } from 'vitest'
import { createLog } from '../../src/base/diagnostic.js'
import { PLAIN_READING } from '../../src/survey/files/data-file.js'
import { diagnosticOf } from '../../src/survey/files/input.js'
import { memoryLimit } from '../../src/survey/files/text/memory-limit.js'
import { openLedger } from '../../src/survey/records/ledger.js'
import { openSurvey } from '../../src/survey/survey.js'
import { factText, faultsOf, faultsOfText, readAll, readText, recordsOf, writeSample } from './read.js'
import { plainPack, samplePack } from './sample-pack.js'

describe('files', () => {
  it('are named as results show them, with bytes and hash', async () => {
    const text = 'household_id\nH1\n'
    const path = writeSample('a.csv', text)
    const reading = await readAll([path])
    const sha256 = createHash('sha256').update(text).digest('hex')
    expect(reading.inputs).toEqual([{ file: basename(path), bytes: text.length, sha256, encoding: 'utf-8' }])
  })

  it('that cannot be read are said in one go', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tpa-data-'))
    writeFileSync(join(folder, 'households.csv'), 'household_id\nH1\n')
    const faults = await faultsOf([
      join(folder, 'houshold.csv'),
      join(folder, 'households.csv'),
      folder,
      join(folder, 'nowhere', 'x.csv'),
    ])
    expect(faults).toMatchObject([
      { code: 'missing-file', help: 'did you mean `households.csv`?', at: { file: 'houshold.csv' } },
      { code: 'missing-file', help: 'check the name and the folder' },
      { code: 'needs-mapping', message: 'this is a folder, and nothing says which of its files holds what' },
    ])
  })

  it('of several formats make one run', async () => {
    const paths = [
      writeSample('a.csv', 'household_id,risk\nH1,yes\n'),
      writeSample('b.ndjson', '{"household_id":"H2"}\n'),
      writeSample('c.yaml', 'household_id: H3\nrisk: no\n'),
    ]
    const reading = await readAll(paths)
    expect(recordsOf(reading).map(({ id, facts }) => [id, factText(facts.get('risk'))])).toEqual([
      ['H1', 'yes'],
      ['H2', 'no (assumed)'],
      ['H3', 'no'],
    ])
    expect(reading.assumed).toEqual(['registration_status=none', 'risk=no'])
  })

  it('that change between the two passes stop the run', async () => {
    const path = writeSample('a.csv', 'household_id\nH1\nH2\n')
    const options = {
      pack: samplePack,
      files: [path],
      mapping: null,
      reading: PLAIN_READING,
      assume: new Map(),
      keep: [],
      stdin: Readable.from([]),
    }
    const opened = await openSurvey(options)
    if ('faults' in opened) throw new Error('the file is sound')
    truncateSync(path, 16)
    const reading = async () => {
      for await (const _ of opened.survey.rows(createLog()));
    }
    const error = await reading().catch((caught: unknown) => caught)
    expect(diagnosticOf(error)).toMatchObject({ code: 'input-changed' })
  })
})

describe('stdin', () => {
  const chunks = ['household_id,ri', 'sk\nH1,', 'no\n']

  it('is read twice although it comes once, in any format, and leaves no litter', async () => {
    const litter = () => readdirSync(tmpdir()).filter((name) => /^tpa-[0-9a-f]{8}-/.test(name))
    const before = litter()
    const reading = await readAll(['-'], { stdin: Readable.from(chunks.map((chunk) => Buffer.from(chunk))) })
    expect(recordsOf(reading)).toMatchObject([{ id: 'H1', file: '-', line: 2 }])
    expect(reading.inputs).toMatchObject([{ file: '-', bytes: 24 }])
    const list = await readAll(['-'], { stdin: Readable.from(['[{"household_id":"H1"}]']) })
    expect(recordsOf(list)).toHaveLength(1)
    expect(await faultsOf(['-'], { stdin: Readable.from([]) })).toMatchObject([{ code: 'empty-file' }])
    expect(litter()).toEqual(before)
  })

  it('given twice is the same rows twice', async () => {
    const reading = await readAll(['-', '-'], { stdin: Readable.from(chunks) })
    expect(reading.ledger).toMatchObject({ read: 2, duplicates: 2 })
  })
})

describe('--assume', () => {
  const csv = 'household_id\nH1\n'

  it('states a value, for any fact that a file lacks', async () => {
    const assume = new Map([
      ['risk', '是'],
      ['household_size', '3'],
      ['housing_grade', 'c'],
    ])
    const reading = await readText('a.csv', csv, { assume })
    expect(reading.assumed).toEqual([
      'registration_status=none',
      'housing_grade=C',
      'risk=yes',
      'household_size=3',
    ])
    expect(recordsOf(reading)[0]?.facts.get('household_size')).toMatchObject({ kind: 'known', assumed: true })
  })

  it('holds for the files that lack the column, and never for a blank cell', async () => {
    const paths = [
      writeSample('a.csv', 'household_id,risk\nH1,\n'),
      writeSample('b.csv', 'household_id\nH2\n'),
    ]
    const reading = await readAll(paths, { assume: new Map([['risk', 'yes']]) })
    expect(recordsOf(reading).map(({ facts }) => factText(facts.get('risk')))).toEqual([
      'gap blank',
      'yes (assumed)',
    ])
  })

  it('holds for member facts too', async () => {
    const text = '[{"household_id": 1, "members": [{"age": 3}]}]'
    const reading = await readText('a.json', text, { assume: new Map([['members.in_school', 'no']]) })
    expect(reading.assumed).toEqual(['registration_status=none', 'risk=no', 'members.in_school=no'])
  })

  it.each([
    ['rsk', 'no', csv, '`--assume rsk=no`: sample has no fact `rsk`', 'did you mean `risk`?'],
    [
      'household_id',
      'x',
      csv,
      '`--assume household_id=x`: sample has no fact `household_id`',
      expect.anything(),
    ],
    ['risk', 'maybe', csv, '`--assume risk=maybe`: `maybe` is neither yes nor no', expect.anything()],
    ['risk', '', csv, '`--assume risk=`: there is no value', 'state a value'],
    [
      'household_size',
      '0',
      csv,
      '`--assume household_size=0`: `0` is out of range: 1 or more',
      expect.anything(),
    ],
    [
      'risk',
      'no',
      'household_id,risk\nH1,yes\n',
      '`--assume risk`: every file has this column',
      'nothing is assumed in place of cells; remove the option',
    ],
    ['members.in_school', 'no', csv, '`--assume members.in_school`: no file has members', expect.anything()],
  ])('%s=%s that cannot be', async (fact, value, text, message, help) => {
    const faults = await faultsOfText('a.csv', text, { assume: new Map([[fact, value]]) })
    expect(faults).toMatchObject([{ code: 'bad-assume', message, help }])
  })
})

describe('--keep', () => {
  it('copies cells as typed, used columns and unused ones alike', async () => {
    const keep = ['Extra', 'wage_income', 'household id']
    const reading = await readText('a.csv', 'household_id,extra,wage_income\nH1," =x ","1,000"\n', { keep })
    expect(reading.rows).toMatchObject([{ kept: [' =x ', '1,000', 'H1'] }])
  })

  it('names no column as unused that is kept', async () => {
    const text = 'household_id,extra,note\nH1,x,y\n'
    const said = async (keep: string[]) => (await readText('a.csv', text, { keep })).diagnostics
    expect(await said(['Extra'])).toMatchObject([{ message: 'sample does not use `note`' }])
    expect(await said(['extra', 'note'])).toEqual([])
  })

  it('leaves empty what a file or record lacks', async () => {
    const paths = [
      writeSample('a.json', '[{"household_id":1,"note":"n","list":[1, 2]},{"household_id":2,"note":null}]'),
      writeSample('b.csv', 'household_id\n3\n'),
    ]
    const reading = await readAll(paths, { keep: ['note', 'list'] })
    expect(reading.rows).toMatchObject([{ kept: ['n', '[1, 2]'] }, { kept: ['', ''] }, { kept: ['', ''] }])
  })

  it.each([
    ['exta', 'household_id,extra\nH1,x\n', 'unknown-column', 'did you mean `extra`?'],
    ['extra', 'household_id,extra,extra\nH1,x,y\n', 'ambiguous-column', 'rename or remove all but one'],
  ])('%s that cannot be', async (keep, text, code, help) => {
    expect(await faultsOfText('a.csv', text, { keep: [keep] })).toMatchObject([{ code, help }])
  })
})

describe('progress and ledger', () => {
  it('progress ends at all bytes', async () => {
    const onProgress = vi.fn()
    await readText('a.csv', 'household_id\nH1\n', { onProgress })
    expect(onProgress.mock.lastCall).toEqual([{ bytes: 16, total: 16, records: 1 }])
  })

  it('a ledger that does not add up is a bug', () => {
    const ledger = openLedger()
    ledger.countRead()
    expect(() => ledger.close()).toThrow('1 read, 0 accounted for')
  })
})

it('records of a pack without members have no roster', async () => {
  const reading = await readText('a.json', '[{"household_id": 1, "members": [{"age": 3}]}]', {
    pack: plainPack,
  })
  expect(recordsOf(reading)[0]?.members).toBe(null)
  expect(reading.diagnostics).toMatchObject([{ message: 'sample does not use `members`' }])
})

it('each cell that does not read is said at its line and column, repeats together', async () => {
  const reading = await readText('a.csv', '户编号,人数\nH1,x\nH2,2\nH3,y\nH4,z\n')
  expect(reading.diagnostics).toMatchObject([
    {
      code: 'invalid-number',
      severity: 'warning',
      message: '`x` is not a number',
      at: { line: 2, field: '人数' },
      repeats: { count: 2, lines: [4, 5] },
    },
  ])
  expect(reading.ledger.assessed).toBe(4)
})

describe('room for texts that are read whole', () => {
  it('is refused before memory runs out, by what the text is made of', () => {
    expect(memoryLimit('json').isPassedAfter(Buffer.alloc(1 << 16, ','))).toBe(false)
    expect(memoryLimit('yaml').isPassedAfter(Buffer.alloc(1 << 25, '-'))).toBe(true)
    expect(memoryLimit('yaml').isPassedAfter(Buffer.alloc(1 << 25, 'x'))).toBe(false)
  })
})

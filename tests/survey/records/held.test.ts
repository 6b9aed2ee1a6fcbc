import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvStyle } from '../../../src/base/csv-text.js'
import { REJECTS_HEADER, rejectsLine } from '../../../src/survey/records/rejects.js'
import { createIdTable } from '../../../src/survey/records/repeated-ids.js'
import type { HeldRow } from '../../../src/survey/records/rows.js'
import { factsText, readAll, readText, recordsOf, type WholeReading, writeSample } from '../read.js'

const PLAIN = csvStyle({ excel: false })

const heldOf = ({ rows }: WholeReading): HeldRow[] => rows.filter((row) => row.kind === 'held')

describe('rows that share an id', () => {
  it('are held, all of them, whatever their distance, spelling and file', async () => {
    const many = Array.from({ length: 3000 }, (_, at) => `K${at},1`).join('\n')
    const table = writeSample('a.csv', `household_id,household_size\nH1,1\n${many}\n Ｈ１ ,2\nH2,3\n`)
    const list = writeSample('b.json', '[{"household_id": "H2"}, {"household_id": "h1"}]')
    const reading = await readAll([table, list])
    expect(heldOf(reading).map(({ id, line }) => [id, line])).toEqual([
      ['H1', 2],
      ['H1', 3003],
      ['H2', 3004],
      ['H2', 1],
    ])
    expect(reading.ledger).toMatchObject({ read: 3005, assessed: 3001, duplicates: 4 })
  })

  it('are all rows of a file that is given twice', async () => {
    const path = writeSample('a.csv', 'household_id\nH1\nH2\n')
    const reading = await readAll([path, path])
    expect(reading.ledger).toMatchObject({ read: 4, duplicates: 4, assessed: 0 })
    expect(reading.inputs).toHaveLength(2)
  })

  it('do not speak of cells that do not read, and keep their raw text', async () => {
    const reading = await readText('a.csv', 'household_id,risk\nH1,maybe\nH1,"no"\n')
    expect(reading.diagnostics).toEqual([])
    expect(heldOf(reading).map(({ raw, field }) => [raw, field])).toEqual([
      ['H1,maybe', 'household_id'],
      ['H1,"no"', 'household_id'],
    ])
  })

  it('are not counted with rows without an id, nor with ragged ones', async () => {
    const reading = await readText('a.csv', 'household_id,risk\n,no\n,no\nH1\nH1,no\n')
    expect(reading.ledger).toMatchObject({ read: 4, assessed: 1, rejected: 3, duplicates: 0 })
  })

  it.each([
    ['spelling', 'H1,3.0,是', 'H1,3,YES', true],
    ['a value', 'H1,3,yes', 'H1,4,yes', false],
    ['a blank', 'H1,3,', 'H1,3,no', false],
    ['reasons of gaps', 'H1,3,', 'H1,3,maybe', false],
  ])('agree or not: %s', async (_, first, second, agree) => {
    const rows = heldOf(await readText('a.csv', `household_id,household_size,risk\n${first}\n${second}\n`))
    expect(new Set(rows.map(({ fingerprint }) => fingerprint)).size).toBe(agree ? 1 : 2)
  })

  it('agree where the same members stand in another order', async () => {
    const [a, b, c] = ['{"age":1}', '{"age":2}', '{"age":3}']
    const fingerprints = async (one: string, other: string) => {
      const text = `[{"household_id":1,"members":[${one}]},{"household_id":1,"members":[${other}]}]`
      return new Set(heldOf(await readText('a.json', text)).map(({ fingerprint }) => fingerprint)).size
    }
    expect(await fingerprints(`${a},${b}`, `${b},${a}`)).toBe(1)
    expect(await fingerprints(`${a},${b}`, `${a},${c}`)).toBe(2)
    expect(await fingerprints(`${a},${b}`, a)).toBe(2)
  })
})

it('the table of ids finds exactly the repeated ones, in any order', () => {
  const law = fc.property(fc.array(fc.stringMatching(/^[a-d]{0,2}$/), { maxLength: 60 }), (ids) => {
    const table = createIdTable()
    for (const id of ids) table.add(id)
    table.seal()
    for (const id of ids) expect(table.repeats(id)).toBe(ids.filter((each) => each === id).length > 1)
    expect(table.repeats('never')).toBe(false)
  })
  fc.assert(law, { numRuns: 200 })
})

it('ids that differ only in broken characters stay two', () => {
  const table = createIdTable()
  table.add('\ud800')
  table.add('\ud801')
  table.seal()
  expect(table.repeats('\ud800')).toBe(false)
})

describe('the order of rows and columns', () => {
  const HEADERS = ['household_id', 'household_size', 'wage_income', 'risk', 'extra']
  const cells = fc.record({
    household_id: fc.constantFrom('H1', 'H2', 'H3', 'H4', 'h1', ''),
    household_size: fc.constantFrom('1', '2', 'x', ''),
    wage_income: fc.constantFrom('0', '4000', '-1', ''),
    risk: fc.constantFrom('yes', '1', '2', '否', ''),
    extra: fc.constantFrom('', 'x'),
  })

  it('changes no fact, no fate and no sum', async () => {
    const law = fc.asyncProperty(
      fc
        .array(cells, { minLength: 1, maxLength: 8 })
        .filter((rows) => rows.some((row) => row.household_id !== '')),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20, maxLength: 20 }),
      async (rows, keys) => {
        const table = (order: readonly (typeof rows)[number][], headers: readonly string[]) =>
          [headers, ...order.map((row) => headers.map((header) => row[header as keyof typeof row]))].join(
            '\n',
          )
        const shuffled = shuffle(rows, keys)
        const one = await readText('a.csv', table(rows, HEADERS))
        const other = await readText('b.csv', table(shuffled, shuffle(HEADERS, keys.slice(8))))
        expect(other.ledger).toEqual(one.ledger)
        expect(fates(other)).toEqual(fates(one))
      },
    )
    await fc.assert(law, { numRuns: 60 })
  })
})

const shuffle = <T>(list: readonly T[], keys: readonly number[]): T[] =>
  list
    .map((each, at) => ({ each, key: keys[at] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ each }) => each)

const fates = (reading: WholeReading): string[] => [
  ...recordsOf(reading)
    .map((record) => JSON.stringify([record.id, factsText(record)]))
    .sort(),
  ...heldOf(reading)
    .map(({ id, fingerprint }) => `${id} ${fingerprint}`)
    .sort(),
]

describe('the file of rejected and held rows', () => {
  it('quotes what CSV needs quoted', async () => {
    const reading = await readText('a.csv', 'household_id,risk\n"H""1",no\n"H""1",yes\nH2\n,"a\nb"\nH3,no\n')
    const file = reading.inputs[0]?.file
    const lines = reading.rows.flatMap((row) =>
      row.kind === 'rejected' || row.kind === 'held' ? [rejectsLine(row, PLAIN).trimEnd()] : [],
    )
    expect([REJECTS_HEADER.join(','), ...lines]).toEqual([
      'file,line,code,field,message,raw',
      `${file},2,duplicate-id,household_id,"\`H""1\` is in more than one row","""H""""1"",no"`,
      `${file},3,duplicate-id,household_id,"\`H""1\` is in more than one row","""H""""1"",yes"`,
      `${file},4,ragged-row,,"the row has 1 cell, the header has 2",H2`,
      `${file},5,missing-id,household_id,the household has no id,",""a\nb"""`,
    ])
  })
})

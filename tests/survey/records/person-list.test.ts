import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fixText } from '../../../src/base/advice.js'
import { loadMapping, loadPreset } from '../../../src/survey/mapping/load-mapping.js'
import { scratch } from '../../cli/run.js'
import { inspected, PACK, written } from '../../inspect/inspected.js'
import { inlineRows, workbookOf } from '../files/archive.js'
import { faultsOf, readAll, recordsOf, type WholeReading } from '../read.js'

type Rows = readonly (readonly string[])[]

/** The rows of as many households as wanted, each made of its number. */
const each = (count: number, rows: (id: string, at: number) => Rows): Rows =>
  Array.from({ length: count }, (_, at) => rows(`${100001 + at}`, at)).flat()

/** A name of one person alone. */
const name = (at: number, person: number) => `王${String.fromCodePoint(0x4e00 + at * 5 + person)}`

const WITH_RELATION = ['户编号', '姓名', '与户主关系', '人均纯收入']
const WITH_NAMES = ['户编号', '姓名', '人均纯收入']
const IN_ENGLISH = ['hhid', 'relationship', 'net_income', 'age']

const couple = (id: string, at: number): Rows => [
  [id, name(at, 0), '户主', `${3000 + at}`],
  [id, name(at, 1), '配偶', `${3000 + at}`],
]
const named = (id: string, at: number): Rows =>
  [0, 1, 2].map((person) => [id, name(at, person), `${3000 + at}`])
const again = (id: string, at: number): Rows => [
  [id, name(at, 0), `${3000 + at}`],
  [id, name(at, 0), `${3000 + at}`],
]
/** As many of a hundred households are persons; the others were sent again. */
const mixed = (persons: number): Rows =>
  each(100, (id, at) => (at < persons ? named(id, at).slice(0, 2) : again(id, at)))

const PERSONS: readonly (readonly [string, readonly string[], Rows])[] = [
  ['persons with relations', WITH_RELATION, each(6, couple)],
  ['persons with names alone', WITH_NAMES, each(6, named)],
  [
    'persons with relations alone',
    ['户编号', '与户主关系', '人均纯收入'],
    each(6, (id, at) =>
      couple(id, at).map(([key = '', , relation = '', income = '']) => [key, relation, income]),
    ),
  ],
  [
    'persons in English',
    IN_ENGLISH,
    each(6, (id, at) => [
      [id, 'head', `${9000 + at}`, '50'],
      [id, 'spouse', `${9000 + at}`, '48'],
      [id, 'child', `${9000 + at}`, '9'],
    ]),
  ],
  [
    'persons who live alone among others',
    WITH_NAMES,
    each(8, (id, at) => (at % 2 === 0 ? named(id, at) : named(id, at).slice(0, 1))),
  ],
  [
    'persons without a head',
    WITH_RELATION,
    each(6, (id, at) => [
      [id, name(at, 1), '配偶', '3000'],
      [id, name(at, 2), '之子', '3000'],
    ]),
  ],
  ['95 of 100', WITH_NAMES, mixed(95)],
]

const OTHERS: readonly (readonly [string, readonly string[], Rows])[] = [
  [
    'forms sent again with other answers',
    WITH_NAMES,
    each(6, (id, at) => [
      [id, name(at, 0), '3000'],
      [id, name(at, 0), '3100'],
    ]),
  ],
  ['forms sent again with the same answers', WITH_NAMES, each(6, again)],
  [
    'a name in other signs',
    ['hhid', 'full_name', 'net_income'],
    each(6, (id) => [
      [id, 'Ana Li', '3000'],
      [id, ' ana  LI', '3000'],
    ]),
  ],
  [
    'a name that is blank once',
    WITH_NAMES,
    each(6, (id, at) => [
      [id, name(at, 0), '3000'],
      [id, '', '3000'],
    ]),
  ],
  [
    'answers that differ',
    WITH_NAMES,
    each(6, (id, at) => [
      [id, name(at, 0), '3000'],
      [id, name(at, 1), '3001'],
    ]),
  ],
  [
    'two heads',
    WITH_RELATION,
    each(6, (id, at) => [
      [id, name(at, 0), '户主', '3000'],
      [id, name(at, 1), '户主', '3000'],
    ]),
  ],
  [
    'visits',
    ['hhid', 'wave', 'full_name', 'net_income'],
    each(6, (id) => [
      [id, '1', 'Ana', '3000'],
      [id, '2', 'Bo', '3000'],
    ]),
  ],
  [
    'another respondent',
    ['hhid', 'respondent_name', 'net_income'],
    each(6, (id) => [
      [id, 'Ana', '3000'],
      [id, 'Bo', '3000'],
    ]),
  ],
  [
    'another official',
    ['户编号', '帮扶责任人姓名', '人均纯收入'],
    each(6, (id, at) => [
      [id, name(at, 0), '3000'],
      [id, name(at, 1), '3000'],
    ]),
  ],
  [
    'another enumerator',
    ['hhid', 'enumerator full name', 'net_income'],
    each(6, (id) => [
      [id, 'Ana', '3000'],
      [id, 'Bo', '3000'],
    ]),
  ],
  ['94 of 100', WITH_NAMES, mixed(94)],
  ['a few households of many', WITH_NAMES, each(40, (id, at) => named(id, at).slice(0, at < 4 ? 2 : 1))],
]

const csv = (header: readonly string[], rows: Rows) =>
  `${[header, ...rows].map((row) => row.join(',')).join('\n')}\n`
const sheet = (header: readonly string[], rows: Rows) =>
  workbookOf({ sheets: [{ name: 'S', rows: inlineRows([header, ...rows]) }] })

/** The rows in another order, the same each time. */
const shuffled = (rows: Rows): Rows =>
  rows
    .map((row, at) => ({ row, order: (at * 7919) % 1009 }))
    .sort((a, b) => a.order - b.order)
    .map(({ row }) => row)

const pathOf = (file: string, content: string | Buffer) => written({ [file]: content }).paths
const codesOf = async (paths: readonly string[]) =>
  (await faultsOf(paths, { pack: PACK })).map(({ code, fix }) => [
    code,
    fix === undefined ? '' : fixText(fix),
  ])
/** How many members each household has; `null` where they are unknown. */
const sizesOf = (reading: WholeReading) =>
  recordsOf(reading).map(({ members }) => (members?.kind === 'rows' ? members.rows.length : null))
const STOPPED = [['persons-or-repeats', 'one_row_per: person']]

describe('ids that repeat beside different persons', () => {
  it.each(PERSONS)('stop a run: %s', async (_, header, rows) => {
    const faults = await faultsOf(pathOf('a.csv', csv(header, rows)), { pack: PACK })
    expect(await codesOf(pathOf('a.csv', csv(header, rows)))).toEqual(STOPPED)
    expect(await codesOf(pathOf('a.xlsx', sheet(header, rows)))).toEqual(STOPPED)
    expect((await faultsOf(pathOf('a.csv', csv(header, shuffled(rows))), { pack: PACK }))[0]?.message).toBe(
      faults[0]?.message,
    )
  })

  it.each(OTHERS)('are held as before: %s', async (_, header, rows) => {
    for (const each of [rows, shuffled(rows)])
      expect(await codesOf(pathOf('a.csv', csv(header, each)))).toEqual([])
    expect(await codesOf(pathOf('a.xlsx', sheet(header, rows)))).toEqual([])
    const reading = await readAll(pathOf('a.csv', csv(header, rows)), { pack: PACK })
    expect(reading.ledger.duplicates).toBeGreaterThan(0)
  })

  it('are the same for every engine', async () => {
    const { here } = scratch({ 'a.csv': csv(WITH_NAMES, mixed(95)), 'b.csv': csv(WITH_NAMES, mixed(94)) })
    for (const engine of [['interpret'], ['compiled', '--threads', '1'], ['compiled', '--threads', '2']]) {
      const stopped = await here(['assess', 'a.csv', '--engine', ...engine])
      expect([stopped.code, stopped.err]).toEqual([2, expect.stringContaining('95 have different persons')])
      expect((await here(['assess', 'b.csv', '--engine', ...engine])).err).not.toContain('persons-or-repeats')
    }
  })
})

describe('inspect', () => {
  it.each(PERSONS)('proposes rows of persons, and asks: %s', async (_, header, rows) => {
    const { folder, paths } = written({ 'a.csv': csv(header, rows) })
    const { mapping, decisions } = await inspected(paths)
    expect(mapping).toContain('one_row_per: person')
    expect(mapping).toContain(`key: ${header[0]}`)
    expect(mapping?.includes('head_if')).toBe(rows.some((row) => /户主|head/.test(row.join())))
    expect(decisions[0]).toContain('either a row is a person, or one household was sent more than once')
    const path = `${folder}/m.yaml`
    writeFileSync(path, mapping ?? '')
    const loaded = await loadMapping(path, PACK)
    if ('faults' in loaded) throw new Error(loaded.faults[0]?.message)
    const reading = await readAll(paths, { pack: PACK, mapping: loaded.mapping })
    const ids = [...new Set(rows.map(([id]) => id))]
    const persons = ids.map((id) => rows.filter(([other]) => other === id))
    const sizeOf = (own: Rows) => (new Set(own.map(([, who]) => who)).size === own.length ? own.length : null)
    expect(sizesOf(reading)).toEqual(persons.map(sizeOf))
    expect(reading.ledger.duplicates).toBe(0)
  })

  it.each(OTHERS)('proposes none: %s', async (_, header, rows) => {
    const { mapping } = await inspected(pathOf('a.csv', csv(header, rows)))
    expect(mapping).not.toContain('one_row_per')
  })
})

describe('a mapping', () => {
  it.each([
    ['judges persons where it says so', 'one_row_per: person\n  ', 6, 0],
    ['holds rows that share an id where it does not', '', 0, 18],
  ])('%s', async (_, line, assessed, duplicates) => {
    const { folder, paths } = written({ 'a.csv': csv(WITH_NAMES, each(6, named)) })
    writeFileSync(`${folder}/m.yaml`, `mapping: 1\nhouseholds:\n  key: 户编号\n  ${line}match: names\n`)
    const loaded = await loadMapping(`${folder}/m.yaml`, PACK)
    if ('faults' in loaded) throw new Error(loaded.faults[0]?.message)
    const { ledger } = await readAll(paths, { pack: PACK, mapping: loaded.mapping })
    expect(ledger).toMatchObject({ assessed, duplicates })
  })
})

describe('rows of persons without a number for each', () => {
  const FAMILY = ['A,张一,户主,3000,40', 'A,张二,配偶,3000,38', 'B,李一,户主,3000,60']
  const HEADER = '户编号,姓名,与户主关系,人均纯收入,年龄'

  it.each([
    ['each row is a person', HEADER, FAMILY, [2, 1], 0],
    [
      'one stands twice',
      HEADER,
      [...FAMILY.slice(0, 2), 'A,张二,配偶,3000,38', 'B,李一,户主,3000,60'],
      [null, 1],
      1,
    ],
    ['one stands twice, far from each other', HEADER, [...FAMILY, 'A,张二,配偶,3000,37'], [null, 1], 1],
    ['two have one name', HEADER, [...FAMILY, 'A,张一,之子,3000,9'], [3, 1], 0],
    ['a name stands in two households', HEADER, [...FAMILY, 'B,张二,配偶,3000,38'], [2, 2], 0],
    ['names are blank', HEADER, [...FAMILY, 'A,,之子,3000,9', 'A,,之子,3000,9'], [4, 1], 0],
    ['names are hidden', HEADER, [...FAMILY, 'A,张*,之子,3000,9', 'A,张*,之子,3000,8'], [4, 1], 0],
    [
      'children have no names yet',
      HEADER,
      [...FAMILY, 'A,新生儿,之子,3000,0', 'A,新生儿,之子,3000,0'],
      [4, 1],
      0,
    ],
    [
      'only the surname stands there',
      HEADER.replace('姓名', 'surname'),
      [...FAMILY, 'A,张二,配偶,3000,9'],
      [3, 1],
      0,
    ],
    ['there are no names', HEADER.replace('姓名', '民族'), [...FAMILY, 'A,张二,配偶,3000,38'], [3, 1], 0],
  ])('%s', async (_, header, rows, sizes, told) => {
    const loaded = await loadPreset('register-cn', PACK)
    if ('faults' in loaded) throw new Error(loaded.faults[0]?.message)
    const paths = pathOf('a.csv', `${[header, ...rows].join('\n')}\n`)
    const reading = await readAll(paths, { pack: PACK, mapping: loaded.mapping })
    expect(sizesOf(reading)).toEqual(sizes)
    expect(reading.diagnostics.filter(({ code }) => code === 'repeated-person')).toHaveLength(told)
  })
})

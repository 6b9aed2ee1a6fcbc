import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bindRecords, bindRoster } from '../../src/survey/mapping/bind.js'
import { fileMatches } from '../../src/survey/mapping/file-pattern.js'
import { readMapping } from '../../src/survey/mapping/load-mapping.js'
import { toldWhole } from '../survey/mapping/small.js'
import { inspected, PACK, written } from './inspected.js'

/** Headers that mean something to somebody, and any others. */
const header = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...['KEY', 'PARENT_KEY', '_uuid', 'household_id', '户编号', '人编号', 'hh_size'],
    ),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...[
        'wage_income',
        '工资性收入（元）',
        '生产经营性收入(万元)',
        'electricity',
        'g/electricity',
        'water_shortage',
        'age',
      ],
      ...[
        'village',
        'Village',
        '行政村',
        'age_1',
        'age_2',
        'q',
        'q/a',
        'q/b',
        'q___1',
        'q___2',
        'survey_date',
        'today',
      ],
      ...[
        'registration_status',
        '户类型',
        'consent',
        '与户主关系',
        'redcap_repeat_instrument',
        'children[1]/age',
      ],
    ),
  },
  { weight: 3, arbitrary: fc.string({ maxLength: 8, unit: 'grapheme' }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      'null',
      'true',
      '- a',
      '{n}',
      'age_{n}',
      '# x',
      'a: b',
      "it's",
      'a"b',
      '&x',
      '*y',
      '!z',
      '%',
    ),
  },
)
const cell = fc.oneof(
  fc.constantFrom(
    '',
    '1',
    '2',
    '0',
    'yes',
    'no',
    '是',
    '否',
    'NULL',
    'n/a',
    'dnk',
    '999',
    '-88',
    '1,234',
    '6.300',
    '1,234,567',
  ),
  fc.constantFrom(
    '5/2/2023',
    '17-Nov-16',
    '2020-08-19',
    '户主',
    '贫困户',
    '特困户',
    'none',
    'a b',
    'members',
    '400',
  ),
  fc.string({ maxLength: 6 }),
)
const table = fc
  .array(header, { minLength: 2, maxLength: 9 })
  .chain((headers) =>
    fc.tuple(
      fc.constant(headers),
      fc.array(fc.array(cell, { minLength: headers.length, maxLength: headers.length }), {
        minLength: 2,
        maxLength: 12,
      }),
    ),
  )
  .map(([headers, rows]) => [headers, ...rows])

const RUNS = 60 * Number(process.env.TPA_FUZZ ?? 1)

const csv = (rows: readonly (readonly string[])[]) =>
  `${rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\n')}\n`

test('whatever stands in two tables, a proposed mapping loads, and finds its columns in them', async () => {
  let mapped = 0
  await fc.assert(
    fc.asyncProperty(table, table, async (one, two) => {
      const { paths } = written({ 'one.csv': csv(one), 'two.csv': csv(two) })
      const inspection = await inspected(paths)
      if (inspection.mapping === null) return
      mapped += 1
      const reading = readMapping('mapping.yaml', Buffer.from(inspection.mapping), PACK)
      if ('faults' in reading)
        throw new Error(`${reading.faults.map(toldWhole).join('\n')}\n${inspection.mapping}`)
      const { records, rosters } = reading.mapping
      const heads = inspection.tables.map(({ path, tally }) => ({ file: path, headers: tally.headers }))
      const own = heads.filter(({ file }) => records.file === null || fileMatches(records.file, file))
      const [main] = own
      expect(main).toBeDefined()
      if (main === undefined) return
      const faults = own.flatMap((head) => bindRecords(records, head).faults)
      const others = rosters.flatMap((roster) =>
        heads
          .filter(({ file }) => fileMatches(roster.file ?? '', file))
          .flatMap((head) => bindRoster(roster, head, main).faults),
      )
      expect([...faults, ...others].map(toldWhole), inspection.mapping).toEqual([])
    }),
    { numRuns: RUNS },
  )
  expect(mapped).toBeGreaterThan(RUNS / 2)
})

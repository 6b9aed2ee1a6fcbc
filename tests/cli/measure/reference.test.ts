import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  type Estimated,
  isNear,
  KEPT,
  keptOf,
  REFERENCE,
  readEstimates,
} from '../../programme/measure/estimates.js'
import { folderOf } from '../../survey/files/open.js'
import { runHere } from '../run-here.js'
import { expectAsByR } from './reference.js'

describe('a sample of two stages has the figures of R', () => {
  test.each([
    ['sample', ['--stratum', 'stratum', '--psu', 'psu', '--fpc', 'units,households']],
    ['sample-one-stage', ['--stratum', 'stratum', '--psu', 'psu']],
    ['sample-households', []],
  ])('%s', async (data, design) => {
    await expectAsByR(REFERENCE, 'sample.csv', design, keptOf(data))
  })
})

/** Ten households in each of three villages, so many of which have no mark in each. */
const inVillages = (...poor: readonly number[]) =>
  [
    'household_id,household_size,income,line,a,b,c,domain,psu,units,households,weight',
    ...poor.flatMap((without, village) =>
      Array.from({ length: 10 }, (_, at) => {
        const marks = at < without ? 'no,no,no' : 'yes,yes,yes'
        return `${village}-${at},3,${at < without ? 1 : 9}000,1000,${marks},x,V${village},3,10,1`
      }),
    ),
  ].join('\n')

const FACTS = JSON.stringify(
  Object.fromEntries(
    ['household_size', 'income', 'line', 'a', 'b', 'c', 'domain'].map((name) => [name, name]),
  ),
)
const VILLAGES = ['--weight', 'weight', '--psu', 'psu']
const WHOLE = [...VILLAGES, '--fpc', 'units,households']

describe('what a sample does not show', () => {
  test.each([
    [
      'none of 30 in three villages is as none of three',
      [0, 0, 0],
      VILLAGES,
      '0..0.707598226',
      'no_variance_seen',
    ],
    [
      'all of 30 in three villages is as all of three',
      [10, 10, 10],
      VILLAGES,
      '0.292401774..1',
      'no_variance_seen',
    ],
    ['as many in each village say nothing about others', [5, 5, 5], VILLAGES, '..', 'no_variance_seen'],
    ['none of 30 drawn one by one', [0, 0, 0], ['--weight', 'weight'], '0..0.115703308', 'no_variance_seen'],
    ['none of all is none', [0, 0, 0], WHOLE, '0..0', ''],
    ['half of all is half', [5, 5, 5], WHOLE, '0.5..0.5', ''],
  ])('%s', async (_, poor, design, interval, note) => {
    const folder = folderOf({ 'a.csv': inVillages(...poor) })
    const run = await runHere(folder, ['measure', 'a.csv', '-r', REFERENCE, '-f', 'csv', '-q', ...design])
    const lines: Record<string, string>[] = parse(run.out, { columns: true })
    const told = lines.filter(
      ({ figure, counted, cases }) => figure === 'h' && counted === 'persons' && cases === 'all',
    )
    expect(told.map((line) => [`${line.ci_low}..${line.ci_high}`, line.note])).toEqual([[interval, note]])
  })

  test('one household of several in a village leaves no standard error', async () => {
    const text = inVillages(3, 4, 5).split('\n').slice(0, -9).join('\n')
    const folder = folderOf({ 'a.csv': text.replaceAll(',3,10,1', ',9,10,1') })
    const run = await runHere(folder, ['measure', 'a.csv', '-r', REFERENCE, '-f', 'csv', '-q', ...WHOLE])
    const [first = {}]: Record<string, string>[] = parse(run.out, { columns: true })
    expect(first).toMatchObject({
      figure: 'households',
      min: '21',
      se_min: '',
      ci_low: '',
      note: 'one_unit_in_a_stratum',
    })
  })
})

test.each([
  ['by name', []],
  ['by a mapping', ['-m', 'mapping.yaml']],
])('columns of the sample are not said to be unused: %s', async (_, mapping) => {
  const [header = '', ...rows] = inVillages(3, 4, 5).split('\n')
  const folder = folderOf({
    'a.csv': [`${header},note`, ...rows.map((row) => `${row},1`)].join('\n'),
    'mapping.yaml': `mapping: 1\nhouseholds: { key: household_id, facts: ${FACTS} }\n`,
  })
  const run = await runHere(folder, ['measure', 'a.csv', '-r', REFERENCE, '-f', 'csv', ...WHOLE, ...mapping])
  expect(run.err).toMatch(/(?:reference|mapping.yaml) does not use `note`\n/)
})

const SCRIPT = fileURLToPath(new URL('../../../scripts/reference.R', import.meta.url))
const PACKAGES = 'invisible(find.package(c("survey", "laeken")))'
const hasR = spawnSync('Rscript', ['-e', PACKAGES]).status === 0
const TITLE = hasR
  ? 'beside R'
  : 'skipped, because R or its packages are missing: `apt-get install r-cran-survey r-cran-laeken` brings them'

describe.skipIf(!hasR)(TITLE, () => {
  let folder = ''
  let fresh: readonly Estimated[] = []
  beforeAll(() => {
    folder = folderOf({})
    const run = spawnSync('Rscript', [SCRIPT, folder], { encoding: 'utf8' })
    expect(run.status, run.stderr).toBe(0)
    fresh = readEstimates(run.stdout)
  })

  test('the estimates that are kept are those that R gives today', () => {
    const numbers = ['value', 'se', 'df', 'low', 'high'] as const
    const named = ({ data, by, group, figure, counted }: Estimated) =>
      [data, by, group, figure, counted].join()
    expect(fresh.map(named)).toEqual(KEPT.map(named))
    const other = KEPT.filter((kept, at) =>
      numbers.some((name) => !isNear(fresh[at]?.[name] ?? '', kept[name], 1e-9)),
    )
    expect(other).toEqual([])
  })

  test.each([
    ['apistrat', 'apistrat', ['--stratum', 'stratum', '--fpc', 'units']],
    ['apistrat-enrolled', 'apistrat-enrolled', ['--stratum', 'stratum', '--fpc', 'units']],
    ['apiclus1', 'apiclus1', ['--psu', 'psu', '--fpc', 'units']],
    ['apiclus2', 'apiclus2', ['--psu', 'psu', '--fpc', 'units,households']],
    ['apiclus2-endless', 'apiclus2', ['--psu', 'psu']],
    ['eusilc-persons', 'eusilc-persons', ['--stratum', 'stratum', '--psu', 'psu']],
    ['eusilc-households', 'eusilc-households', ['--stratum', 'stratum', '--psu', 'psu']],
    ['eusilc-relative', 'eusilc-relative', ['--stratum', 'stratum', '--psu', 'psu']],
  ])('%s', async (data, file, design) => {
    await expectAsByR(
      folder,
      `${file}.csv`,
      design,
      fresh.filter((each) => each.data === data),
    )
  })
})

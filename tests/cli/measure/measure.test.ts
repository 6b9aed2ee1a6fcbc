import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { households, scratch } from '../run.js'

const shipped = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8')

const MPI = `household_id,household_size,d_nutr,d_cm,d_educ,d_satt,d_ckfl,d_sani,d_wtr,d_elct,d_hsg,d_asst
A,2,yes,yes,no,no,no,no,no,no,no,no
B,3,no,no,yes,yes,yes,yes,yes,no,no,no
C,5,,no,no,no,yes,yes,yes,yes,no,no
`
const LINES = `household_id,household_size,welfare,ppp_factor,price_factor
A,2,8760,4,1.25
B,3,16425,4,1.25
C,5,0..27375,4,1.25
`
/** Two households of a sample, drawn in villages of so many in the stratum, of so many households. */
const sampled = (...drawn: readonly string[]) =>
  households(...drawn.map((_, at) => ({ household_id: `H${at}` })))
    .split('\n')
    .map((line, at) => (line === '' ? '' : `${line},${at === 0 ? 'w,p,units,inside' : drawn[at - 1]}`))
    .join('\n')
const DRAWN = ['--weight', 'w', '--psu', 'p', '--fpc', 'units,inside']
const FILES = {
  'differ.csv': sampled('2,V,9,4', '2,W,8,4'),
  'inside.csv': sampled('2,V,9,4', '2,V,9,3'),
  'share.csv': sampled('2,V,0.5,4', '2,W,0.5,4'),
  'more.csv': sampled('2,V,9,1', '2,V,9,1'),
  'a.csv': households({ household_id: 'A' }, { household_id: 'B', net_income: '' }),
  'mpi.csv': MPI,
  'lines.csv': LINES,
  'blank.csv': households({ household_id: 'A' }).replace('risk\n', 'risk,w\n').replace(/no\n$/, 'no,\n'),
  'bare/pack.yaml': shipped('rules/cn-village-exit/pack.yaml'),
}

test.each([
  ['global-mpi', 'mpi.csv'],
  ['world-bank-lines', 'lines.csv'],
  ['cn-2020', 'a.csv'],
])('both engines give the same figures by %s', async (rules, file) => {
  const { here } = scratch(FILES)
  const run = (engine: string) => here(['measure', file, '-r', rules, '-f', 'csv', '--engine', engine])
  const [plain, compiled] = [await run('interpret'), await run('compiled')]
  expect(plain.out.split('\n').length).toBeGreaterThan(10)
  expect(compiled.out).toBe(plain.out)
})

test('the order of rows and files changes no byte', async () => {
  const [header = '', first = '', second = ''] = FILES['a.csv'].split('\n')
  const { here } = scratch({
    'ab.csv': `${header}\n${first}\n${second}\n`,
    'ba.csv': `${header}\n${second}\n${first}\n`,
    'x.csv': `${header}\n${first}\n`,
    'y.csv': `${header}\n${second}\n`,
  })
  const figures = async (...files: string[]) =>
    (await here(['measure', ...files, '--by', 'village', '-f', 'csv'])).out
  const whole = await figures('ab.csv')
  for (const files of [['ba.csv'], ['x.csv', 'y.csv'], ['y.csv', 'x.csv']])
    expect(await figures(...files)).toBe(whole)
})

describe('what cannot be done ends with 2, and writes nothing', () => {
  test.each([
    ['an unknown fact', ['a.csv', '--by', 'vilage'], 'did you mean `village`'],
    ['units without weights', ['a.csv', '--fpc', 'village'], '--weight'],
    ['a weight that is blank', ['blank.csv', '--weight', 'w'], 'blank.csv:2'],
    ['two numbers of units in one stratum', ['differ.csv', ...DRAWN], 'differ.csv:3'],
    [
      'two numbers of households in one unit',
      ['inside.csv', ...DRAWN],
      'says 3 for the sampling unit of this row, and 4 in inside.csv:2',
    ],
    ['a share where the number of units is asked for', ['share.csv', ...DRAWN], '0.5 sampling units'],
    ['more households than there are', ['more.csv', ...DRAWN], '1 households, but the file has 2'],
    ['no programme', ['a.csv', '-r', 'bare'], 'programme.yaml'],
    ['a gate on nothing that is counted', ['a.csv', '--fail-on', 'p9>1'], '`p9`'],
    ['areas without their population', ['a.csv', '--by', 'village', '--areas'], '--population'],
  ])('%s', async (_, args, words) => {
    const { code, out, err } = await scratch(FILES).here(['measure', ...args])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(words)
  })
})

describe('gates', () => {
  test.each([
    ['trips where every value is above', 'p1_lower_middle_income>3%', 1, '`p1_lower_middle_income>3%` trips'],
    ['is undecided where some are', 'p0_international>30%', 1, 'undecided'],
    ['passes where none is', 'p0_international>70%', 0, ''],
    ['trips where the figure is missing', 'incidence>3%', 1, 'cannot be told'],
  ])('one %s', async (_, gate, code, words) => {
    const run = await scratch(FILES).here([
      ...['measure', 'lines.csv', '-r', 'world-bank-lines', '-f', 'csv', '--fail-on', gate],
    ])
    expect(run.code).toBe(code)
    expect(run.err).toContain(words)
  })
})

test('the population is a file that results rest on, and areas stand in every format', async () => {
  const people = 'province,county,township,village,rural_persons\nGuizhou,Wanshan,Danyang,Qiaotou,2000\n'
  const { here } = scratch({ 'a.csv': shipped('fixtures/danyang.csv'), 'people.csv': people })
  const run = (format: string) =>
    here(['measure', 'a.csv', '--by', 'village', '--population', 'people.csv', '--areas', '-f', format, '-q'])
  const { inputs, areas } = JSON.parse((await run('json')).out)
  expect(inputs.map(({ file }: { file: string }) => file)).toEqual(['a.csv', 'people.csv'])
  expect(areas).toHaveLength(8)
  for (const format of ['table', 'markdown', 'csv', 'ndjson', 'html']) {
    const { out } = await run(format)
    expect([format, out.includes('Qiaotou'), out.includes('verify')]).toEqual([format, true, true])
  }
})

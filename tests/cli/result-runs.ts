import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SHAPES } from '../inspect/shapes.js'
import { FAILING, FAULTY } from '../report/test/failing-suite.js'
import { EXAMPLE_PACK, SOUND } from '../testing/example-pack.js'
import { households } from './run.js'

/** A run whose result is JSON, and the files that it needs. */
export interface ResultRun {
  /** Commands that must have run before. */
  readonly before?: readonly (readonly string[])[]
  readonly args: readonly string[]
  /** The file that holds the result, where it is not stdout. */
  readonly writes?: string
  readonly files: { readonly [name: string]: string | Buffer }
}

const shipped = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')

/** Moves a cursor, hides letters, and holds commands of CI systems. */
const HOSTILE = 'x\r\n::error::pwned ##[group]z\u001b[31m\u202eab\u2028d'

/** Gaps of many kinds, ids that stand twice, rows without one, cells that do not read, checks that fire. */
const MIXED = `${households(
  { household_id: 'A' },
  { household_id: HOSTILE.replace(/^.*$/s, `"${HOSTILE}"`), village: '"::add-mask::x"', net_income: '' },
  { household_id: 'C', net_income: '"15,000"', food_secure: 'maybe' },
  { household_id: 'D', net_income: '100', registration_status: 'registered' },
  { household_id: 'E', insured_members: '9' },
  { household_id: 'F', survey_date: 'tomorrow' },
  { household_id: 'G', survey_date: '2010-05-05', village: '' },
  { household_id: 'H', household_size: '', net_income: '100' },
  { household_id: 'I', housing_grade: '' },
  { household_id: 'J' },
  { household_id: 'J' },
  { household_id: 'K' },
  { household_id: 'K', net_income: '1' },
  { household_id: '' },
)}L,Danyang\n`

/** A number for no answer that only the whole column shows. */
const DOUBTED = households(
  ...[...Array(40).keys()].map((n) => ({
    household_id: `H-${n}`,
    water_minutes: n % 4 === 0 ? '999' : String(n),
  })),
)

const MAIN = 'KEY,size,wage,enumerator\na,2,100,Li\nb,1,x,Li\nc,3,5,Wu\nd,1,5,Wu\n,1,5,Wu\n'
const PERSONS =
  'PARENT_KEY,pid,age,school\na,1,12,yes\na,2,300,maybe\nzz,9,1,no\n,10,1,no\nc,5,50,no\nc,6,50\nb,7,3,no\nb,,,\n'
const MAPPING = `mapping: 1
households: { file: main.csv, key: KEY, facts: { household_size: size, wage_income: wage } }
rosters:
  - { file: persons.csv, key: PARENT_KEY, person: pid, facts: { age: age, in_school: school, member_id: pid } }
`
const ROSTER = { 'main.csv': MAIN, 'persons.csv': PERSONS, 'm.yaml': MAPPING }

/** Numbers of one reading, and days of several. */
const WRITTEN = 'household_id,net_income,survey_date\nA,"1,250.50",05/06/2020\nB,"2,000.00",07/08/2020\n'

/** Members in columns of their own row: one who is known by a name alone, and a row in which nothing stands. */
const WIDE =
  'household_id,household_size,age_1,name_1,age_2,name_2,age_3,name_3\nA,,30,Li,,Wu,,\nB,2,30,Li,,,,\n'
const WIDE_MAPPING =
  'mapping: 1\nhouseholds: { key: household_id, facts: { household_size: household_size }, members: { age: "age_{n}" } }\n'

const PACK = EXAMPLE_PACK
const CN_STRICTER = shipped('rules/cn-2020/pack.yaml').replace('value: 4000', 'value: 4600')
const EXAMPLE = { 'mine/pack.yaml': PACK, 'mine/tests/x.yaml': FAILING }
const UNSEEN = PACK.replace('met: electricity,', 'met: "household_size > 0 and electricity",')
/** Members are never more than the size: no record shows that the check fires. */
const NEVER_SHOWN = PACK.replace(
  'checks:\n',
  'checks:\n  - { id: nobody, when: "count(members[insured]) > household_size", gap: members, severity: warning, message: more insured than there are }\n',
)
const ONE_CASE = `${SOUND}cases:\n  - { name: a, like: sound, expect: { decision: not_eligible } }\n`

const fixture = (path: string) => fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url))
const MSNA = ['main', 'roster', 'edu_ind'].map((name) => fixture(`reach-msna/${name}.csv`))
const MSNA_MAPPING = ['-m', fixture('reach-msna/mapping.yaml')]
const SAFI = [fixture('safi/odk_safi_messy.csv'), '-m', fixture('safi/mapping.yaml')]
const VILLAGES = [fixture('villages.csv'), '--rules', 'cn-village-exit']

const MIXED_FILE = { 'a.csv': MIXED }
const onMixed = (...args: string[]): ResultRun => ({ args, files: MIXED_FILE })
const onRoster = (...args: string[]): ResultRun => ({
  args: [...args, 'main.csv', 'persons.csv', '-m', 'm.yaml'],
  files: ROSTER,
})

const ASSESSED: readonly ResultRun[] = [
  ...[
    [],
    ['--by', 'village'],
    ['--by', 'registration_status', '--engine', 'compiled'],
    ['--only', 'verify'],
    ['--findings', 'unmet'],
    ['--findings', 'none'],
    ['--as-of', '2019-01-01'],
    ['--set', 'poverty_line=4200'],
    ['--lang', 'zh'],
  ].map((more) => onMixed('assess', 'a.csv', ...more)),
  onRoster('assess'),
  onRoster('assess', '--engine', 'interpret'),
  { args: ['assess', 'a.csv'], files: { 'a.csv': DOUBTED } },
  { args: ['assess', 'a.csv', '-m', 'm.yaml'], files: { 'a.csv': WIDE, 'm.yaml': WIDE_MAPPING } },
  { args: ['assess', ...MSNA, ...MSNA_MAPPING], files: {} },
  { args: ['assess', ...SAFI], files: {} },
  { args: ['assess', fixture('households.yaml')], files: {} },
  { args: ['assess', fixture('danyang.csv')], files: {} },
  { args: ['assess', fixture('guizhou-2011.csv'), '--rules', 'cn-guizhou-2011'], files: {} },
  { args: ['assess', ...VILLAGES], files: {} },
]

const VALIDATED: readonly ResultRun[] = [
  onMixed('validate', 'a.csv'),
  onMixed('validate', 'a.csv', '--by', 'village'),
  onRoster('validate', '--by', 'enumerator'),
  { args: ['validate', 'a.csv'], files: { 'a.csv': DOUBTED } },
  { args: ['validate', ...MSNA, ...MSNA_MAPPING], files: {} },
  { args: ['validate', ...SAFI], files: {} },
  { args: ['validate', ...VILLAGES], files: {} },
]

const EXPLAINED: readonly ResultRun[] = [
  ...['A', 'C', 'D', 'E', 'F', 'H', 'I'].map((id) => onMixed('explain', 'a.csv', '--id', id)),
  onRoster('explain', '--id', 'c'),
  { args: ['explain', ...VILLAGES, '--id', 'FV-01'], files: {} },
]

const COMPARED: readonly ResultRun[] = [
  { args: ['diff', 'cn-2020', 'new', fixture('danyang.csv')], files: { 'new/pack.yaml': CN_STRICTER } },
  {
    args: ['diff', 'cn-2020', 'new', 'a.csv', '--by', 'village', '--engine', 'compiled'],
    files: { 'new/pack.yaml': CN_STRICTER, ...MIXED_FILE },
  },
  {
    args: ['diff', 'old', 'new', 'main.csv', 'persons.csv', '-m', 'm.yaml'],
    files: { 'old/pack.yaml': shipped('rules/cn-2020/pack.yaml'), 'new/pack.yaml': CN_STRICTER, ...ROSTER },
  },
  { args: ['diff', 'cn-village-exit', 'cn-village-exit', fixture('villages.csv')], files: {} },
]

const TESTED: readonly ResultRun[] = [
  { args: ['test', 'mine'], files: EXAMPLE },
  { args: ['test', 'mine', '--filter', 'open', '--engine', 'compiled'], files: EXAMPLE },
  { args: ['test', 'mine', '--fail-fast'], files: EXAMPLE },
  { args: ['test', 'mine'], files: { ...EXAMPLE, 'mine/tests/x.yaml': FAULTY } },
  {
    args: ['test', 'mine', '--coverage', '--mutate', '--coverage-min', '100', '--mutate-min', '1'],
    files: { 'mine/pack.yaml': UNSEEN, 'mine/tests/x.yaml': ONE_CASE },
  },
  {
    args: ['test', 'mine', '--mutate'],
    files: { 'mine/pack.yaml': NEVER_SHOWN, 'mine/tests/x.yaml': ONE_CASE },
  },
  { args: ['test', 'mine', '--update'], files: EXAMPLE },
  { args: ['test'], files: {} },
]

const CHECKED: readonly ResultRun[] = [
  { args: ['check', '--stale-after', '2025-01-01'], files: {} },
  {
    args: ['check', 'mine'],
    files: { 'mine/pack.yaml': PACK.replace('met: electricity', 'met: electrcity') },
  },
  {
    args: ['check', 'mine'],
    files: { 'mine/pack.yaml': shipped('rules/cn-2020/pack.yaml'), 'mine/programme.yaml': 'programme: 1\n' },
  },
]

const INSPECTED: readonly ResultRun[] = [
  onMixed('inspect', 'a.csv'),
  { args: ['inspect', 'a.csv'], files: { 'a.csv': WRITTEN } },
  { args: ['inspect', ...MSNA], files: {} },
  { args: ['inspect', SAFI[0] ?? ''], files: {} },
  { args: ['inspect', fixture('households.yaml'), fixture('villages.csv')], files: {} },
  ...SHAPES.map(({ files, operands }) => ({ args: ['inspect', ...(operands ?? Object.keys(files))], files })),
]

const SAMPLE = readFileSync(fixture('danyang.csv'), 'utf8')
  .split('\n')
  .slice(0, 60)
  .map((line, at) =>
    at === 0 ? `${line},w,s,v` : line === '' ? line : `${line},2.5,${at < 50},${at < 50 ? at % 7 : 'only'}`,
  )
  .join('\n')
const VILLAGE_POPULATION =
  'province,county,township,village,rural_persons\nGuizhou,Wanshan,Danyang,Shangzhai,200..900\n'

const MEASURED: readonly ResultRun[] = [
  onMixed('measure', 'a.csv', '--by', 'village'),
  {
    args: ['measure', fixture('danyang.csv'), '--by', 'village', '--population', 'p.csv', '--areas'],
    files: { 'p.csv': VILLAGE_POPULATION },
  },
  { args: ['measure', 'a.csv', '--weight', 'w', '--stratum', 's', '--psu', 'v'], files: { 'a.csv': SAMPLE } },
  { args: ['measure', fixture('danyang.csv'), '--by', 'village', '--public'], files: {} },
  onRoster('measure'),
]

const STORED = ['assess', 'a.csv', '-f', 'json', '-q', '--findings', 'none', '-o', 'r.json']

const STORED_AGAIN: readonly ResultRun[] = [
  { ...onMixed('explain', '--record', 'r.json', '--id', 'A'), before: [STORED] },
  {
    before: [STORED],
    args: ['explain', '--record', 'r.json', '--id', 'D', '--rules', 'new'],
    files: { ...MIXED_FILE, 'new/pack.yaml': CN_STRICTER },
  },
]

const ACCEPTED: readonly ResultRun[] = [
  {
    args: ['diff', 'cn-2020', 'new', fixture('danyang.csv'), '--by', 'village', '--accept', 'moved.json'],
    writes: 'moved.json',
    files: { 'new/pack.yaml': CN_STRICTER },
  },
]

/** Runs of every command over files that are in order and files that are not, with every flag that adds members to JSON. */
export const RESULT_RUNS: readonly ResultRun[] = [
  ...ASSESSED,
  ...VALIDATED,
  ...EXPLAINED,
  ...COMPARED,
  ...MEASURED,
  ...TESTED,
  ...CHECKED,
  ...INSPECTED,
  ...STORED_AGAIN,
  ...ACCEPTED,
]

/** Surveys in which records of every kind stand, with columns to copy. */
export const SURVEYS: readonly (ResultRun & { readonly keep: readonly string[] })[] = [
  { ...onMixed('assess', 'a.csv'), keep: ['village', 'risk'] },
  { ...onMixed('assess', 'a.csv', '--findings', 'unmet', '--engine', 'interpret'), keep: ['risk'] },
  { ...onRoster('assess'), keep: ['enumerator'] },
  { args: ['assess', 'a.csv'], files: { 'a.csv': DOUBTED }, keep: ['water_minutes'] },
  {
    args: ['assess', 'a.csv', '-m', 'm.yaml'],
    files: { 'a.csv': WIDE, 'm.yaml': WIDE_MAPPING },
    keep: ['name_1'],
  },
]
